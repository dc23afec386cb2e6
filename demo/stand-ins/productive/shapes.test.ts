import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { ask, organization, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { documentedShapes } from "./documented-shapes.ts";
import { collections } from "./filters.ts";
import { recordedShapes, type Shape } from "./recorded-shapes.ts";
import { misfits, type Row } from "./shape-misfits.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "./stand-in.ts";

let standIn: ProductiveStandIn;

beforeEach(async () => {
  standIn = await startProductiveStandIn({ records: smallFirm(), organization, token });
  onTestFinished(() => standIn.close());
});

const shapes = { ...recordedShapes, ...documentedShapes };

test.each(Object.keys(shapes))(
  "%s have every attribute and relation of the vendor's, of its type, and no other",
  async (type) => {
    const { json } = await ask(standIn, `/${type}`);
    expect(json.data.length).toBeGreaterThan(0);
    const shape = shapes[type] as Shape;
    expect(json.data.flatMap((row: Row) => misfits(row, shape))).toEqual([]);
    for (const { id } of json.data) expect(id).toMatch(/^\d+$/);
  },
);

test("every collection has a shape, but the organization, of which only the name was recorded", () => {
  expect([...collections].filter((type) => !(type in shapes))).toEqual(["organizations"]);
});

describe("the check can fail", () => {
  const shape: Shape = { attributes: { name: "text", count: "integer?" }, relations: ["company"] };
  const fitting = { id: "1", attributes: { name: "a", count: null }, relationships: { company: { data: null } } };

  test.each([
    ["nothing", fitting, []],
    ["a field too many", { ...fitting, attributes: { ...fitting.attributes, extra: 1 } }, ["has extra"]],
    ["another type", { ...fitting, attributes: { name: 1, count: 1.5 } }, ["type of name", "type of count"]],
    ["a field too few", { ...fitting, attributes: { name: "a" } }, ["lacks count", "type of count"]],
    ["a relation too few", { ...fitting, relationships: {} }, ["lacks relation company"]],
    ["a relation with nothing behind it", { ...fitting, relationships: { company: 5 } }, ["form of relation company"]],
  ])("%s is noticed", (_, row, expected) => expect(misfits(row, shape)).toEqual(expected));

  test.each([
    ["nothing", { id: "1", attributes: { name: "a" } }, ["name"], []],
    ["a field that was not asked for", { id: "1", attributes: { name: "a", count: 1 } }, ["name"], ["has count"]],
    ["a field that the vendor has not", { id: "1", attributes: { name: "a" } }, ["name", "title"], ["no title"]],
  ])("of a row with some fields, %s is noticed", (_, row, asked, expected) => {
    expect(misfits(row, shape, asked)).toEqual(expected);
  });
});
