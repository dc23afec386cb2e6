// What a company's work does not say because something of it was not read: told as gaps, by every connector in one way.
import type { ProjectId } from "../domain/ids.ts";
import type { Invoice, WorkPart } from "../domain/project.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import type { RowGap } from "./http/rows.ts";
import type { Answer, Gap } from "./port.ts";

/** A row that could not be read, and the project whose row it is; null: it may be any. */
export type UnreadRow = { gap: Gap; projectId: ProjectId | null };

/** The rows that could not be read and may be of one of these projects; a row that does not say whose it is may be of any. */
export function lostAmong(gaps: readonly RowGap[], projects: { has(id: string): boolean }): UnreadRow[] {
  const own = gaps.filter(({ key }) => key === null || projects.has(key));
  return own.map((gap) => ({ gap, projectId: gap.key as ProjectId | null }));
}

/** Rows of these parts could not be read. One of them is enough to say so of a project, however many there are. */
export function unreadRows(parts: readonly WorkPart[], rows: readonly UnreadRow[]): Gap[] {
  const ofProjects = Map.groupBy(rows, ({ projectId }) => projectId);
  return [...ofProjects].flatMap(([projectId, own]) =>
    own.slice(0, 1).map(({ gap: { place, message } }): Gap => {
      return { place, message, unread: { parts, projectId, why: "not_readable" } };
    }),
  );
}

/** A listing is longer than a page can wait for, so it was left: nothing in it is wrong. */
export function tooMuch(place: string, rowsMax: number, parts: readonly WorkPart[]): Gap {
  return {
    place,
    message: vendorText(parts.includes("team") ? "too_many_people" : "too_much", { max: rowsMax.toLocaleString("en") }),
    unread: { parts, projectId: null, why: "too_much" },
  };
}

/**
 * People of the firm who could not be read, named by projects: of each such project a manager or a team is not whole. `managers`
 * and `members`: who is one, by project; `lostOf`: what was lost of a person who was not read.
 */
export function unreadPeople(
  { managers, members }: Record<"managers" | "members", readonly (readonly [ProjectId, personId: string])[]>,
  lostOf: (personId: string) => readonly Gap[],
): Gap[] {
  const lost = (named: typeof managers) =>
    named.flatMap(([projectId, personId]) => lostOf(personId).map((gap) => ({ gap, projectId })));
  return [...unreadRows(["manager"], lost(managers)), ...unreadRows(["team"], lost(members))];
}

/**
 * The invoices for the company as a whole or for a project that it has. One that names another project is shown nowhere: one of the two
 * is wrong, or the project was moved, or could not be read. Any sum without it is too small, so the invoices are not all there.
 */
export function invoicesOf(
  projects: { has(id: string): boolean },
  { invoices, projectGaps }: { invoices: readonly Invoice[]; projectGaps: readonly Gap[] },
  { system, place }: { system: string; place: string },
): Answer<Invoice[]> {
  const isOwn = ({ projectId }: Invoice) => projectId === null || projects.has(projectId);
  const strays = invoices.filter((invoice) => !isOwn(invoice));
  if (strays.length === 0) return { value: [...invoices], gaps: [] };
  const message = vendorText("no_project", { vendor: system });
  const lost = strays.map(({ id }) => ({ place: vendorText("record", { place, id }), message }));
  // A project that could not be read says more than that one is missing.
  const gaps = unreadOfAny(["invoices"], projectGaps.length > 0 ? projectGaps : lost);
  return { value: invoices.filter(isOwn), gaps };
}

/** Rows of these parts could not be read, and nothing says of which project they are. */
export function unreadOfAny(parts: readonly WorkPart[], gaps: readonly Gap[]): Gap[] {
  return unreadRows(
    parts,
    gaps.map((gap) => ({ gap, projectId: null })),
  );
}
