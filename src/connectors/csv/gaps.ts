// What could not be understood in one file, and which lookups that can falsify.
import { csvText } from "../../domain/psa-texts/csv-words.ts";
import type { Gap, Hidden } from "../port.ts";

/**
 * What a gap can hide: nothing (a detail of a row that is there), a row under these lookup keys, or a row under any key.
 * A reading carries only gaps that can hide what was asked for; the report carries all.
 */
export type Hides = "nothing" | "anything" | readonly string[];

export type GapLog = {
  reported: Gap[];
  reportedNot: number;
  hidingAny: Gap[];
  hidingByKey: Map<string, Gap[]>;
};

/** A file in which every row is wrong must not fill the memory or the screen. */
const GAPS_MAX = 100;

/** The log of one file, before anything in it was found to be wrong. */
export function createGapLog(): GapLog {
  return { reported: [], reportedNot: 0, hidingAny: [], hidingByKey: new Map() };
}

/** `contacts.csv, line 12, column email` */
export function placeOf(file: string, line: number, column?: string): string {
  return column === undefined ? csvText("line", { file, line }) : csvText("cell", { file, line, column });
}

/** Adds a gap to the log of its file. */
export function logGap(log: GapLog, gap: Gap, hides: Hides): void {
  if (log.reported.length < GAPS_MAX) log.reported.push(gap);
  else log.reportedNot++;
  if (hides === "nothing") return;
  if (hides !== "anything") for (const key of hides) logByKey(log, gap, key);
  else if (log.hidingAny.length < GAPS_MAX) log.hidingAny.push(gap);
}

function logByKey(log: GapLog, gap: Gap, key: string): void {
  const gaps = log.hidingByKey.get(key);
  if (gaps) gaps.push(gap);
  else log.hidingByKey.set(key, [gap]);
}

/** The gaps that can hide a row of one of these keys. No key, no gap. */
export function gapsHiding(log: GapLog, keys: readonly string[]): Gap[] {
  if (keys.length === 0) return [];
  return [...new Set([...log.hidingAny, ...keys.flatMap((key) => log.hidingByKey.get(key) ?? [])])];
}

/** What may hide rows of these keys, each told once: `key` null, where it may hide any. */
export function lostBy(log: GapLog, keys: readonly string[]): { gap: Gap; key: string | null }[] {
  if (keys.length === 0) return [];
  return [
    ...log.hidingAny.map((gap) => ({ gap, key: null })),
    ...keys.flatMap((key) => (log.hidingByKey.get(key) ?? []).map((gap) => ({ gap, key }))),
  ];
}

/** Every gap that can hide a row, with the keys of what it may hide. */
export function gapsOfListing(log: GapLog, record: Hidden["record"]): Gap[] {
  const keyed = new Map<Gap, string[]>();
  for (const [key, gaps] of log.hidingByKey) {
    for (const gap of gaps) keyed.set(gap, [...(keyed.get(gap) ?? []), key]);
  }
  return [
    ...log.hidingAny.map((gap) => ({ ...gap, hides: { record, keys: null } })),
    ...[...keyed].map(([gap, keys]) => ({ ...gap, hides: { record, keys } })),
  ];
}

/** All gaps for the report; beyond a bound only their number. */
export function reportGaps(log: GapLog, file: string): Gap[] {
  if (log.reportedNot === 0) return log.reported;
  return [...log.reported, { place: file, message: csvText("more", { count: log.reportedNot }) }];
}
