// What a company's work does not say because something of it was not read: told as gaps, by every connector in one way.
import type { ProjectId } from "../domain/ids.ts";
import type { Invoice, WorkPart } from "../domain/project.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import type { Answer, Gap } from "./port.ts";

/** A row that could not be read, and the project whose row it is; null: it may be any. */
export type UnreadRow = { gap: Gap; projectId: ProjectId | null };

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
 * The invoices for the company as a whole or for a project that it has. One that names another company's project is shown nowhere:
 * one of the two is wrong. Where it may be a project that could not be read, the invoices are not all there.
 */
export function invoicesOf(
  projects: { has(id: string): boolean },
  invoices: readonly Invoice[],
  projectGaps: readonly Gap[],
): Answer<Invoice[]> {
  const own = invoices.filter(({ projectId }) => projectId === null || projects.has(projectId));
  const lost = own.length < invoices.length ? projectGaps : [];
  return { value: own, gaps: unreadOfAny(["invoices"], lost) };
}

/** Rows of these parts could not be read, and nothing says of which project they are. */
export function unreadOfAny(parts: readonly WorkPart[], gaps: readonly Gap[]): Gap[] {
  return unreadRows(
    parts,
    gaps.map((gap) => ({ gap, projectId: null })),
  );
}
