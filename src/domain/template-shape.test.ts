import fc from "fast-check";
import { expect, test } from "vitest";
import { templates } from "./firm.ts";
import {
  ASIDE_BLOCK,
  type BlockName,
  blockNames,
  blockOfField,
  doBlocksCarry,
  type FieldName,
  fieldNames,
  fieldsOfBlock,
  isLeftOutOfBlock,
} from "./template.ts";
import {
  blockChanges,
  changeShape,
  fieldChanges,
  isShipped,
  shapeOf,
  shippedTemplates,
  shownBlocks,
  type TemplateShape,
} from "./template-shape.ts";

/** Hidden here, so that what was stored before they were blocks is told in a test of its own. */
const own = (["updates", "pulse"] as const).map((name) => ({ name, isShown: false }));

const namesOf = (shape: TemplateShape) => shownBlocks(shape).map(({ name }) => name);

test.each(templates)("%s as it ships shows its blocks in their order and lists the others hidden", (template) => {
  const shape = shapeOf(template, null);
  expect(namesOf(shape)).toEqual(shippedTemplates[template].blocks);
  expect(shape.map(({ name }) => name).sort()).toEqual([...blockNames].sort());
  expect(isShipped(template, shape)).toBe(true);
});

test("no two templates ship the same order, the same emphasis or the same fields; what stands out is shown", () => {
  const told = (what: (one: (typeof shippedTemplates)["owner"]) => readonly string[]) =>
    new Set(templates.map((template) => what(shippedTemplates[template]).join()));
  expect(told(({ blocks }) => blocks).size).toBe(templates.length);
  expect(told(({ emphasised }) => emphasised).size).toBe(templates.length);
  expect(told(({ hiddenFields }) => hiddenFields).size).toBe(templates.length);
  for (const { blocks, emphasised } of Object.values(shippedTemplates))
    expect(blocks).toEqual(expect.arrayContaining([...emphasised]));
});

test("a stored shape keeps its order and its fields; a block that it does not know yet comes last and is hidden", () => {
  const stored = [
    { name: "team", isShown: true, isEmphasised: true, hiddenFields: ["utilisation"] },
    { name: "phases", isShown: false, isEmphasised: false, hiddenFields: [] },
    { name: "fee", isShown: true, isEmphasised: false, hiddenFields: [] },
  ] as const;
  const shape = shapeOf("contractor", [...stored, ...own]);
  expect(shape.slice(0, 3)).toEqual(stored);
  expect(shape).toHaveLength(blockNames.length);
  expect(shape.slice(3).every(({ isShown }) => !isShown)).toBe(true);
  expect(namesOf(shape)).toEqual(["team", "fee"]);
});

test("a shape that was stored before blocks had fields and emphasis hides no field and lets nothing stand out", () => {
  const shape = shapeOf("contractor", [{ name: "tasks", isShown: true }, ...own]);
  expect(shownBlocks(shape)).toEqual([{ name: "tasks", fields: ["tasks", "taskNotes"], isEmphasised: false }]);
});

test("a shape from before updates and the pulse were blocks goes on to show them where they stood", () => {
  const shown = (...names: BlockName[]) => names.map((name) => ({ name, isShown: true }));
  const order = (...names: BlockName[]) => namesOf(shapeOf("engineer", shown(...names)));
  expect(order("phases", "team")).toEqual(["phases", "updates", "team", "pulse"]);
  expect(order("team", "phases")).toEqual(["updates", "team", "phases", "pulse"]);
  expect(order()).toEqual(["updates", "pulse"]);
  expect(order("team", "pulse", "phases", "updates")).toEqual(["team", "pulse", "phases", "updates"]);
  expect(namesOf(shapeOf("engineer", own))).toEqual([]);
});

test("what is no block or field any more is left out of a stored shape", () => {
  const gone = { name: "weather" as BlockName, isShown: true };
  const team = { name: "team" as const, isShown: true, hiddenFields: ["mood" as FieldName, "teamProfiles" as const] };
  const shape = shapeOf("owner", [gone, team]);
  expect(shape.map(({ name }) => name)).not.toContain("weather");
  expect(shape.find(({ name }) => name === "team")?.hiddenFields).toEqual(["teamProfiles"]);
});

test("a field that is hidden takes along what stands inside it, and shows again without having forgotten that", () => {
  const [hide, show] = [{ field: "manager", change: "hide" } as const, { field: "manager", change: "show" } as const];
  const hidden = changeShape(shapeOf("owner", null), hide);
  const blocks = shownBlocks(hidden);
  for (const field of ["manager", "managerProfile"] as const)
    expect([doBlocksCarry(blocks, field), isLeftOutOfBlock(blocks, field)]).toEqual([false, true]);
  expect(doBlocksCarry(blocks, "address")).toBe(true);
  expect(isShipped("owner", hidden)).toBe(false);
  expect(isShipped("owner", changeShape(hidden, show))).toBe(true);
});

const isEmphasisedIn = (shape: TemplateShape, block: BlockName) =>
  shape.find(({ name }) => name === block)?.isEmphasised === true;

const anyShape = fc.shuffledSubarray([...blockNames]).map((names) =>
  shapeOf(
    "owner",
    names.map((name, place) => ({ name, isShown: true, isEmphasised: place % 2 === 0 })),
  ),
);

test("a block moves past its neighbour and stays at the ends; nothing is lost or doubled", () => {
  fc.assert(
    fc.property(anyShape, fc.constantFrom(...blockNames), fc.constantFrom(...blockChanges), (shape, block, change) => {
      const changed = changeShape(shape, { block, change });
      expect(changed.map(({ name }) => name).sort()).toEqual([...blockNames].sort());
      const [before = [], after = []] = [shape, changed].map((one) => namesInOrder(one));
      expect(Math.abs(before.indexOf(block) - after.indexOf(block))).toBeLessThanOrEqual(1);
      if (change === "hide") expect(namesOf(changed)).not.toContain(block);
      if (change === "show") expect(namesOf(changed)).toContain(block);
      const isOut = changed.find(({ name }) => name === block)?.isEmphasised;
      expect(isOut).toBe(change === "stand_out" || (change !== "stand_back" && isEmphasisedIn(shape, block)));
    }),
  );
});

const namesInOrder = (shape: TemplateShape) => shape.map(({ name }) => name).filter((name) => name !== ASIDE_BLOCK);

test("each move changes the order that counts: the block at the side stays, and the others move past it", () => {
  fc.assert(
    fc.property(anyShape, fc.constantFrom(...blockNames), fc.constantFrom("up", "down"), (shape, block, change) => {
      const [before, after] = [namesInOrder(shape), namesInOrder(changeShape(shape, { block, change }))];
      const isAtEnd = before.at(change === "up" ? 0 : -1) === block;
      expect(after.join() === before.join()).toBe(block === ASIDE_BLOCK || isAtEnd);
    }),
  );
});

test("a field is shown or hidden in its own block, and nothing else changes", () => {
  fc.assert(
    fc.property(anyShape, fc.constantFrom(...fieldNames), fc.constantFrom(...fieldChanges), (shape, field, change) => {
      const changed = changeShape(shape, { field, change });
      const others = (one: TemplateShape) => one.filter(({ name }) => name !== blockOfField(field));
      expect(others(changed)).toEqual(others(shape));
      const around = (one: TemplateShape) => one.map(({ hiddenFields: _, ...block }) => block);
      expect(around(changed)).toEqual(around(shape));
      const block = changed.find(({ name }) => name === blockOfField(field));
      expect(block?.hiddenFields.includes(field)).toBe(change === "hide");
      expect(fieldsOfBlock[blockOfField(field)]).toEqual(expect.arrayContaining([...(block?.hiddenFields ?? [])]));
    }),
  );
});
