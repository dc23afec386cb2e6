// What a page says where not all of a project could be read. Sums are left out; a list keeps the rows that were read, and says so.
import type { UnreadField } from "../access/content.ts";
import { unreadWords } from "./unread-words.ts";

/** What stands where a block would, or a part of it, and why it does not. */
export type UnreadModel = { heading: string; text: string };

/** The fields that are lists: each row of them is true by itself. */
export const listFields = ["phase", "milestones", "tasks", "teamNames", "invoices"] as const;
export type ListField = (typeof listFields)[number];

/** `too_much`, `not_yet`: no row of it was read; `not_readable`: rows may be missing; `done_tasks`: those that are done are left out. */
type Loss = UnreadField["why"] | "done_tasks";

/** What of this list was not read; null where it is whole. */
export function lossOf(unread: readonly UnreadField[], list: ListField): Loss | null {
  const own = unread.filter(({ field }) => field === list);
  if (own.some(({ part, why }) => why === "too_much" && part !== "doneTasks")) return "too_much";
  if (own.some(({ why }) => why === "not_yet")) return "not_yet";
  if (own.some(({ why }) => why === "not_readable")) return "not_readable";
  return own.length > 0 ? "done_tasks" : null;
}

type Told = { firmName: string; locale: string };

/** What stands in the place of a list that was not read at all; null where its rows stand there. */
export function presentLeftOut(unread: readonly UnreadField[], list: ListField, told: Told): UnreadModel | null {
  const loss = lossOf(unread, list);
  if (loss !== "too_much" && loss !== "not_yet") return null;
  const say = unreadWords(told.locale);
  const why = list === "teamNames" && loss === "too_much" ? "people" : loss;
  return { heading: say(list), text: say(why, { firm: told.firmName }) };
}

/** What a list says of itself whose rows may not be all: a heading that counts nothing, and why; null where it is whole, or not there. */
export function presentPartial(unread: readonly UnreadField[], list: ListField, told: Told): PartialModel | null {
  const loss = lossOf(unread, list);
  if (loss === null || loss === "too_much" || loss === "not_yet") return null;
  const say = unreadWords(told.locale);
  const note = say(loss === "done_tasks" ? "done_tasks" : `${list}_partial`, { firm: told.firmName });
  return { heading: say(`${list}_heading`), note };
}

export type PartialModel = { heading: string; note: string };
