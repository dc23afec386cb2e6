// What a row must be before it counts: only the fields that are used are named, so nothing else is ever held. Costs, notes and keys
// that open pages of the vendor are never named.
import { z } from "zod";
import { idText, type Kind } from "../http/rows.ts";

/** Texts with some vendors, numbers with others; text everywhere in here. */
const id = z.union([z.string().min(1), z.int().transform(String)]);

// Name each field that map.ts reads. One that decides who may see what must be there: where it is absent, nobody knows. A detail may
// be absent: `.nullish()`. The last argument says whom an unreadable row may hide: null for anybody, which is always right.
export const companies = kind("companies", z.object({ id }), (row) => idText(row.id));
export const contacts = kind("contacts", z.object({ id }), () => null);
export const projects = kind("projects", z.object({ id }), () => null);
export const phases = kind("phases", z.object({ id }), () => null);
export const milestones = kind("milestones", z.object({ id }), () => null);
export const people = kind("people", z.object({ id }), (row) => idText(row.id));

export type CompanyRow = z.output<typeof companies.schema>;
export type ContactRow = z.output<typeof contacts.schema>;
export type ProjectRow = z.output<typeof projects.schema>;
export type PhaseRow = z.output<typeof phases.schema>;
export type MilestoneRow = z.output<typeof milestones.schema>;
export type PersonRow = z.output<typeof people.schema>;

/** `path`: the vendor's own name for the listing. */
function kind<Row>(path: string, schema: z.ZodType<Row>, keyOf: Kind<Row>["keyOf"]): Kind<Row> {
  return { path: `/${path}`, place: path, vendor: "New Vendor", schema, keyOf };
}
