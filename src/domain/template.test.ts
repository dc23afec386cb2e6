import { expect, test } from "vitest";
import { blockNames, blockOfField, canHideField, fieldNames, fieldsOfBlock, wholeOfField } from "./template.ts";

test("every field stands in exactly one block", () => {
  const standing = blockNames.flatMap((name) => fieldsOfBlock[name]);
  expect(standing.toSorted()).toEqual([...fieldNames].sort());
  expect(fieldNames.map(blockOfField)).toHaveLength(fieldNames.length);
});

test("a field that stands inside another one stands in the same block, and no deeper", () => {
  for (const [field, whole] of Object.entries(wholeOfField) as [keyof typeof wholeOfField, "hours"][]) {
    expect([field, blockOfField(field)]).toEqual([field, blockOfField(whole)]);
    expect([field, wholeOfField[whole]]).toEqual([field, undefined]);
  }
});

test("a field can be hidden where its block still has something to show without it", () => {
  expect(fieldNames.filter((field) => !canHideField(field))).toEqual([
    ...["milestones", "disciplines", "hours", "invoices", "tasks", "teamNames", "updates", "pulse"],
  ]);
});
