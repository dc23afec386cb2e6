import type { ConnectionReport, Gap } from "../../connectors/port.ts";
import type { PsaKind } from "../../domain/psa-connection.ts";
import { retell } from "../../domain/psa-texts/retell.ts";
import type { Asked } from "../../psa/ask-once.ts";
import { formatCount } from "../../ui/format/number.ts";
import { sayAnswerInUse } from "./token/present.ts";
import { connectionWords } from "./words.ts";

type Refusal = Extract<Asked<unknown>, { kind: "refused" }>;

export type ReportModel = {
  heading: string;
  rows: { term: string; text: string }[];
  /** Whole sentences: what is not supplied, that all is well, or what came back instead. */
  texts: string[];
  gaps: { heading: string; list: Pick<Gap, "place" | "message">[] } | null;
};

const kinds = [
  ...(["companies", "contacts", "projects", "phases", "milestones", "people", "assignments", "time_entries"] as const),
  ...(["invoices", "tasks", "deals", "bookings", "budgets", "memberships", "services"] as const),
];

/** What one reading of everything has found, in words. */
export function presentReport(asked: Asked<ConnectionReport>, kind: PsaKind, locale: string): ReportModel {
  const say = connectionWords(locale);
  if (asked.kind === "refused")
    return {
      heading: say(kind === "csv" ? "no_read_folder" : "no_read"),
      rows: [],
      texts: textsOfRefusal(asked, kind, locale),
      gaps: null,
    };
  const { counts, notSupplied, gaps, unread = [] } = asked.value;
  // Counts beside a file that nobody can be let in without would look like an answer.
  if (unread.length > 0) {
    const texts = unread.map(({ message }) => retell(message, locale));
    return { heading: say("no_read_folder"), rows: [], texts, gaps: presentGaps(gaps, unread, locale) };
  }
  const missing = new Set(notSupplied);
  const names = new Intl.ListFormat(locale).format(notSupplied.map((kind) => nameOf(kind, locale)));
  return {
    heading: say("read"),
    rows: counts
      .filter(({ kind }) => !missing.has(kind))
      .map(({ kind, rows }) => ({ term: nameOf(kind, locale), text: formatCount(rows, locale) })),
    texts: [
      ...(gaps.length === 0 ? [say("read_good")] : []),
      ...(notSupplied.length === 0 ? [] : [say("not_supplied", { kinds: names })]),
    ],
    gaps: presentGaps(gaps, [], locale),
  };
}

/** The places to mend, without those that are told already. */
function presentGaps(gaps: readonly Gap[], told: readonly Gap[], locale: string): ReportModel["gaps"] {
  const list = gaps
    .filter((gap) => !told.includes(gap))
    .map(({ place, message }) => ({ place: retell(place, locale), message: retell(message, locale) }));
  return list.length === 0 ? null : { heading: connectionWords(locale)("gaps", { count: list.length }), list };
}

/** What is wrong with a folder says itself what to do. */
function textsOfRefusal(refusal: Refusal, kind: PsaKind, locale: string): string[] {
  if (kind === "csv") return [retell(refusal.detail, locale)];
  const { text, said } = sayAnswerInUse(refusal, kind, locale);
  return [text, said];
}

/** What a connector calls a kind of record, in the language of the page; a kind that is new here keeps its name. */
function nameOf(kind: string, locale: string): string {
  const known = kinds.find((one) => one === kind.replaceAll(" ", "_"));
  return known ? connectionWords(locale)(known) : kind;
}
