import fc from "fast-check";
import { expect, test } from "vitest";
import { templates } from "./firm.ts";
import {
  type BlockName,
  blockChanges,
  blockNames,
  blockOfField,
  changeShape,
  fieldNames,
  fieldsOfBlock,
  shapeOf,
  shownBlocks,
  templateBlocks,
} from "./template.ts";

test("every field stands in exactly one block", () => {
  const standing = blockNames.flatMap((name) => fieldsOfBlock[name]);
  expect(standing.toSorted()).toEqual([...fieldNames].sort());
  expect(fieldNames.map(blockOfField)).toHaveLength(fieldNames.length);
});

test.each(templates)("%s as it ships shows its blocks in their order and lists the others hidden", (template) => {
  const shape = shapeOf(template, null);
  expect(shownBlocks(shape)).toEqual(templateBlocks[template]);
  expect(shape.map(({ name }) => name).sort()).toEqual([...blockNames].sort());
});

test("a stored shape keeps its order; a block that it does not know yet comes last and is hidden", () => {
  const stored = [
    { name: "team", isShown: true },
    { name: "phases", isShown: false },
    { name: "fee", isShown: true },
  ] as const;
  const shape = shapeOf("contractor", stored);
  expect(shape.slice(0, 3)).toEqual(stored);
  expect(shape).toHaveLength(blockNames.length);
  expect(shape.slice(3).every(({ isShown }) => !isShown)).toBe(true);
  expect(shownBlocks(shape)).toEqual(["team", "fee"]);
});

test("what is no block any more is left out of a stored shape", () => {
  const gone = { name: "weather" as BlockName, isShown: true };
  expect(shapeOf("owner", [gone, { name: "team", isShown: true }]).map(({ name }) => name)).not.toContain("weather");
});

test("a block moves past its neighbour and stays at the ends; nothing is lost or doubled", () => {
  const anyShape = fc.shuffledSubarray([...blockNames]).map((names) =>
    shapeOf(
      "owner",
      names.map((name) => ({ name, isShown: true })),
    ),
  );
  fc.assert(
    fc.property(anyShape, fc.constantFrom(...blockNames), fc.constantFrom(...blockChanges), (shape, name, change) => {
      const changed = changeShape(shape, name, change);
      expect(changed.map((block) => block.name).sort()).toEqual([...blockNames].sort());
      const [before, after] = [shape, changed].map((one) => one.findIndex((block) => block.name === name));
      expect(Math.abs((before ?? 0) - (after ?? 0))).toBeLessThanOrEqual(1);
      if (change === "hide") expect(shownBlocks(changed)).not.toContain(name);
      if (change === "show") expect(shownBlocks(changed)).toContain(name);
    }),
  );
});
