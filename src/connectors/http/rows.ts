// Records of a listing, each parsed by itself: one that is malformed takes no other with it, and is told as a gap.
import type { z } from "zod";
import type { Contact } from "../../domain/contact.ts";
import { partText } from "../../domain/psa-texts/part-words.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import type { Gap } from "../port.ts";

/**
 * A kind of record. `path`: its listing, below the vendor's address; `place`: how a gap names it. `keyOf`: what the record is looked
 * up by (contacts by email, companies by id, projects by company, their parts by project), as far as the raw row tells; null
 * where it does not, so that the row may hide any.
 */
export type Kind<Row> = {
  path: string;
  place: string;
  vendor: string;
  schema: z.ZodType<Row>;
  keyOf: (raw: LooseRow) => string | null;
};

/** `key` null: it may hide any record. `id` null: the row does not say which it is. */
export type RowGap = Gap & { id: string | null; key: string | null };

export type Parsed<Row> = { rows: Row[]; gaps: RowGap[] };

export type LooseRow = Record<string, unknown>;

/** The rows that are as they should be, and a gap for each that is not. */
export function parseRows<Row>(kind: Kind<Row>, raws: readonly unknown[]): Parsed<Row> {
  const parsed: Parsed<Row> = { rows: [], gaps: [] };
  for (const raw of raws) {
    const result = kind.schema.safeParse(raw);
    if (result.success) parsed.rows.push(result.data);
    else parsed.gaps.push(gapOf(kind, raw, result.error));
  }
  return parsed;
}

/** Names the record and the field, never what stands there. */
function gapOf({ place, vendor, keyOf }: Kind<unknown>, raw: unknown, error: z.ZodError): RowGap {
  const row: LooseRow = typeof raw === "object" && raw !== null ? { ...raw } : {};
  const id = idText(row.id);
  const field = fieldText(error.issues) || partText("whole_record");
  const message = vendorText("not_readable", { field, vendor });
  const where = id === null ? vendorText("no_id", { place }) : vendorText("record", { place, id });
  return { place: where, message, id, key: keyOf(row) };
}

/**
 * The id that a raw row has; null for anything that can be none. Both vendors count theirs: whatever else a row calls its id
 * (a token, two megabytes) reaches no gap, and so no storage and no mail.
 */
export function idText(raw: unknown): string | null {
  const text = typeof raw === "number" ? String(raw) : raw;
  return typeof text === "string" && /^\d{1,20}$/.test(text) ? text : null;
}

/** A gap is a line on a page: no name that somebody wrote makes it longer. */
const NAME_MAX = 60;

/**
 * How a gap names the email of somebody whose record was read: by their name and the number, by the listing where the record has
 * no name. What stands in place of an email is no name: it may be anything.
 */
export function emailPlace({ id, name, unusableEmails }: Contact, place: string): string {
  const field = "email";
  const written = name.replace(/\s+/g, " ").trim();
  const isName = written !== "" && !unusableEmails.some((text) => text.trim() === name.trim());
  return isName
    ? vendorText("record_of", { who: written.slice(0, NAME_MAX), id, field })
    : vendorText("record_field", { place, id, field });
}

/** The first field that is wrong, as the schema or a row calls it; empty where it is the whole, or no name for a field. */
export function fieldText([issue]: readonly z.core.$ZodIssue[]): string {
  const path = issue?.path.join(".") ?? "";
  return /^[\w.-]{1,64}$/.test(path) ? path : "";
}

/** All pages as one. A record that came twice counts once, as it was read last. */
export function unite<Row extends { id: string }>(pages: readonly Parsed<Row>[]): Parsed<Row> {
  const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
  return { rows: [...rows.values()], gaps: pages.flatMap((page) => page.gaps) };
}

/** The gaps that can hide a record of one of these keys. */
export function gapsHiding(gaps: readonly RowGap[], keys: ReadonlySet<string>): Gap[] {
  return gaps.filter(({ key }) => key === null || keys.has(key)).map(plain);
}

/** Without what is known of the raw row. */
export function plain({ place, message }: RowGap): Gap {
  return { place, message };
}

/** The gap of a listing, with the records that it may hide. */
export function hiding({ key, ...gap }: RowGap, record: "contact" | "company" | "project"): Gap {
  return { ...plain({ key, ...gap }), hides: { record, keys: key === null ? null : [key] } };
}

/** Records of one kind in which every row is wrong must not fill the screen. */
const GAPS_MAX = 100;

/** The first hundred, and how many more there are. */
export function boundedGaps(place: string, gaps: Gap[]): Gap[] {
  if (gaps.length <= GAPS_MAX) return gaps;
  const message = vendorText("more", { count: gaps.length - GAPS_MAX });
  return [...gaps.slice(0, GAPS_MAX), { place, message }];
}
