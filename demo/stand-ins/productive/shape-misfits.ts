// Whether a row is as the vendor writes it: for the tests that hold the stand-in's answers against recorded and documented shapes.
import type { Shape } from "./recorded-shapes.ts";

export type Row = { id: string; attributes?: Record<string, unknown>; relationships?: Record<string, unknown> };

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

/** What of a row is not as the shape has it, or, where `asked` names fields, as these of it; nothing, for one that fits. */
export function misfits(row: Row, shape: Shape, asked: readonly string[] | null = null): string[] {
  const { attributes = {}, relationships = {} } = row;
  const isAsked = (name: string) => asked === null || asked.includes(name);
  const known = Object.keys(shape.attributes);
  const attributeNames = known.filter(isAsked);
  const relationNames = shape.relations.filter(isAsked);
  return [
    ...(asked ?? [])
      .filter((name) => !known.includes(name) && !shape.relations.includes(name))
      .map((name) => `no ${name}`),
    ...attributeNames.filter((name) => !(name in attributes)).map((name) => `lacks ${name}`),
    ...Object.keys(attributes)
      .filter((name) => !attributeNames.includes(name))
      .map((name) => `has ${name}`),
    ...attributeNames
      .filter((name) => !fits(attributes[name], shape.attributes[name] ?? ""))
      .map((name) => `type of ${name}`),
    ...relationNames.filter((name) => !(name in relationships)).map((name) => `lacks relation ${name}`),
    ...Object.keys(relationships)
      .filter((name) => !relationNames.includes(name))
      .map((name) => `has relation ${name}`),
    ...Object.entries(relationships)
      .filter(([, relation]) => !isRelation(relation))
      .map(([name]) => `form of relation ${name}`),
  ];
}

function fits(value: unknown, type: string): boolean {
  if (type.endsWith("?")) return value === null || fits(value, type.slice(0, -1));
  return types[type]?.(value) ?? false;
}

/** One link, several, none; or that it was not asked for [R]. */
function isRelation(relation: unknown): boolean {
  if (typeof relation !== "object" || relation === null) return false;
  if ("data" in relation) return relation.data === null || [relation.data].flat().every(isLink);
  return JSON.stringify(relation) === '{"meta":{"included":false}}';
}

function isLink(link: unknown): boolean {
  const isText = (value: unknown) => typeof value === "string";
  return (
    typeof link === "object" && link !== null && "id" in link && "type" in link && isText(link.id) && isText(link.type)
  );
}
