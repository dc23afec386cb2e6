import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { ask, organization, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { documentedShapes } from "./documented-shapes.ts";
import { collections } from "./filters.ts";
import { recordedShapes, type Shape } from "./recorded-shapes.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "./stand-in.ts";

let standIn: ProductiveStandIn;

beforeEach(async () => {
  standIn = await startProductiveStandIn({ records: smallFirm(), organization, token });
  onTestFinished(() => standIn.close());
});

const shapes = { ...recordedShapes, ...documentedShapes };

const types: Record<string, (value: unknown) => boolean> = {
  boolean: (value) => typeof value === "boolean",
  text: (value) => typeof value === "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === "number",
  day: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
  time: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/.test(value),
  list: (value) => Array.isArray(value),
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

type Row = { id: string; attributes: Record<string, unknown>; relationships: Record<string, unknown> };

/** What of a row is not as the shape has it; nothing, for one that fits. */
function misfits(row: Row, { attributes, relations }: Shape): string[] {
  const known = Object.keys(attributes);
  return [
    ...known.filter((name) => !(name in row.attributes)).map((name) => `lacks ${name}`),
    ...Object.keys(row.attributes)
      .filter((name) => !known.includes(name))
      .map((name) => `has ${name}`),
    ...known.filter((name) => !fits(row.attributes[name], attributes[name] ?? "")).map((name) => `type of ${name}`),
    ...relations.filter((name) => !(name in row.relationships)).map((name) => `lacks relation ${name}`),
    ...Object.keys(row.relationships)
      .filter((name) => !relations.includes(name))
      .map((name) => `has relation ${name}`),
  ];
}

function fits(value: unknown, type: string): boolean {
  if (type.endsWith("?")) return value === null || fits(value, type.slice(0, -1));
  return types[type]?.(value) ?? false;
}

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
  const fitting = { id: "1", attributes: { name: "a", count: null }, relationships: { company: {} } };

  test.each([
    ["nothing", fitting, []],
    ["a field too many", { ...fitting, attributes: { ...fitting.attributes, extra: 1 } }, ["has extra"]],
    ["another type", { ...fitting, attributes: { name: 1, count: 1.5 } }, ["type of name", "type of count"]],
    ["a field too few", { ...fitting, attributes: { name: "a" } }, ["lacks count", "type of count"]],
    ["a relation too few", { ...fitting, relationships: {} }, ["lacks relation company"]],
  ])("%s is noticed", (_, row, expected) => expect(misfits(row, shape)).toEqual(expected));
});
