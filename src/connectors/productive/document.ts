// The documents that Productive sends, parsed: lists, single records, refusals, and each record by itself.
import { z } from "zod";
import { vendorNames } from "../../domain/psa-connection.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { PsaFault } from "../errors.ts";
import { fieldText, idText } from "../http/rows.ts";
import type { Gap } from "../port.ts";

/** Texts in JSON:API, numbers in some attributes. All that were seen are digits; nothing says that they must be. */
export const id = z.union([z.string().regex(/^[\w-]{1,64}$/), z.number().int().transform(String)]);
const link = z.object({ id, type: z.string() });

/** Not asked for, a relation has no `data`; asked for and empty, it is null. */
const relation = z.object({ data: z.union([link, z.array(link), z.null()]).optional() });

const resource = z.object({
  id,
  type: z.string(),
  attributes: z.record(z.string(), z.unknown()).default({}),
  relationships: z.record(z.string(), relation).default({}),
});

const listDocument = z.object({
  data: z.array(z.unknown()),
  included: z.array(z.unknown()).default([]),
  links: z.looseObject({ next: z.string().nullish() }).default({}),
  meta: z.object({ total_count: z.number().int().nonnegative().nullish() }).default({}),
});

const oneDocument = z.object({ data: z.record(z.string(), z.unknown()) });

const refusal = z.object({
  errors: z.array(z.object({ code: z.string().nullish(), title: z.string().nullish(), detail: z.string().nullish() })),
});

/** `next`: null on the last page. `total`: how many rows all pages have, where that is told. */
export type ListAnswer = { rows: unknown[]; included: unknown[]; next: string | null; total: number | null };

/** No page that was asked for is smaller: this many rows come where nothing else is asked. */
const FULL_PAGE_MIN = 30;

/**
 * Throws a PsaFault where the answer is no list of JSON:API, and where it may be a part of one: a full page that says neither
 * where it goes on nor how many rows there are.
 */
export function parseList(body: unknown, place: string): ListAnswer {
  const parsed = listDocument.safeParse(body);
  if (!parsed.success) throw malformed(place, parsed.error);
  const { data, included, links, meta } = parsed.data;
  const total = meta.total_count ?? null;
  const isEndTold = total !== null || Object.keys(links).length > 0;
  if (!isEndTold && data.length >= FULL_PAGE_MIN) throw new PsaFault("partial", vendorText("no_end", { place }));
  return { rows: data, included, next: links.next ?? null, total };
}

/** Throws a PsaFault where the answer is no record of JSON:API. */
export function parseOne(body: unknown, place: string): unknown {
  const parsed = oneDocument.safeParse(body);
  if (!parsed.success) throw malformed(place, parsed.error);
  return parsed.data.data;
}

function malformed(place: string, { issues }: z.ZodError): PsaFault {
  const field = fieldText(issues);
  const detail = field === "" ? vendorText("no_json_api", { place }) : vendorText("no_json_api_at", { place, field });
  return new PsaFault("invalid_response", detail);
}

/** The vendor's own words in a refusal. */
export function wordsOfRefusal(body: unknown): string | null {
  const [error] = refusal.safeParse(body).data?.errors ?? [];
  const words = [error?.title, error?.detail, error?.code && `(${error.code})`].filter(Boolean).join(" ");
  return words === "" ? null : words;
}

/** The records that came along with a listing, by type and id; parsed when they are looked at. */
export type Included = ReadonlyMap<string, unknown>;

/** By type and id; what is no record at all is left out. */
export function includedOf(records: unknown[]): Included {
  return new Map(
    records.flatMap((record) => {
      const head = link.safeParse(record);
      return head.success ? [[keyOf(head.data.type, head.data.id), record] as const] : [];
    }),
  );
}

/** The records of these ids that came along; one that did not is lost, as one that cannot be understood. */
export function parseIncluded<S extends z.ZodType>(
  kind: RowKind<S>,
  included: Included,
  wanted: readonly string[],
): ParsedRows<z.output<S>> {
  const distinct = [...new Set(wanted)];
  const missing = distinct.filter((one) => !included.has(keyOf(kind.type, one)));
  const parsed = parseRows(
    kind,
    distinct.flatMap((one) => included.get(keyOf(kind.type, one)) ?? []),
  );
  const lost = missing.map((one) => ({
    gap: { place: placeOf(kind.type, one), message: vendorText("not_sent", { vendor: vendorNames.productive }) },
    fields: { id: one },
  }));
  return { rows: parsed.rows, lost: [...parsed.lost, ...lost] };
}

function keyOf(type: string, recordId: string): string {
  return `${type} ${recordId}`;
}

/** A record that could not be understood. `fields` is what it sent: from it may be told whom it is about. */
export type LostRow = { gap: Gap; fields: Record<string, unknown> };

export type ParsedRows<Row> = { rows: Row[]; lost: LostRow[] };

/** `type` is the vendor's; a record of another type is none of this kind. */
export type RowKind<S extends z.ZodType> = { type: string; row: S };

/** Parses each record of a listing by itself, so that one that is malformed takes no other with it. */
export function parseRows<S extends z.ZodType>(kind: RowKind<S>, records: unknown[]): ParsedRows<z.output<S>> {
  const parsed: ParsedRows<z.output<S>> = { rows: [], lost: [] };
  for (const record of records) {
    const fields = fieldsOf(record);
    const row = fields.value.type === kind.type ? kind.row.safeParse(fields.value) : null;
    if (fields.issues.length === 0 && row?.success) parsed.rows.push(row.data);
    else parsed.lost.push({ gap: gapOf(kind.type, fields, row?.error?.issues ?? []), fields: fields.value });
  }
  return parsed;
}

type Fields = { value: Record<string, unknown>; issues: z.core.$ZodIssue[] };

/** Attributes and relations as one: in JSON:API they share their names. A relation is the id, or ids, that it leads to. */
function fieldsOf(record: unknown): Fields {
  const parsed = resource.safeParse(record);
  if (!parsed.success) return { value: looseFieldsOf(record), issues: parsed.error.issues };
  const { id: recordId, type, attributes, relationships } = parsed.data;
  const ids = Object.entries(relationships).flatMap(([name, { data }]) => {
    if (data === undefined) return [];
    return [[name, Array.isArray(data) ? data.map((one) => one.id) : (data?.id ?? null)] as const];
  });
  return { value: { ...attributes, ...Object.fromEntries(ids), id: recordId, type }, issues: [] };
}

const loose = z.object({ id: z.unknown(), attributes: z.record(z.string(), z.unknown()).catch({}) });

function looseFieldsOf(record: unknown): Record<string, unknown> {
  const parsed = loose.safeParse(record);
  return parsed.success ? { ...parsed.data.attributes, id: parsed.data.id } : {};
}

function gapOf(type: string, { value, issues }: Fields, rowIssues: z.core.$ZodIssue[]): Gap {
  const field = fieldText([...issues, ...rowIssues]);
  const message = field === "" ? vendorText("other_form") : vendorText("other_form_at", { field });
  return { place: placeOf(type, value.id), message };
}

function placeOf(type: string, recordId: unknown): string {
  const text = idText(recordId);
  return text === null ? type : `${type} ${text}`;
}
