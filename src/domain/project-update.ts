// A dated note about a project: what it is made of, and what can become of it.
import type { CalendarDate } from "./calendar-date.ts";

export const updateStates = ["draft", "review", "published", "withdrawn"] as const;
export type UpdateState = (typeof updateStates)[number];
export type DisciplinePercent = { discipline: string; percent: number };

/** What somebody writes. */
export type UpdateDraft = { datedOn: CalendarDate; authorName: string; body: string; percents: DisciplinePercent[] };

export const UPDATE_BODY_MAX = 5_000;
export const AUTHOR_NAME_MAX = 100;
export const DISCIPLINE_NAME_MAX = 60;
export const DISCIPLINES_MAX = 8;
export const PHOTOS_MAX = 6;
export const PHOTO_CAPTION_MAX = 200;

export const updateActions = ["save", "review", "publish", "withdraw", "draft"] as const;
export type UpdateAction = (typeof updateActions)[number];

type Move = { from: readonly UpdateState[]; to: UpdateState | null };

/** `to` null: it stays as it is. What clients read is never rewritten in place: it is withdrawn first. */
const moves: Record<UpdateAction, Move> = {
  save: { from: ["draft", "review"], to: null },
  review: { from: ["draft"], to: "review" },
  publish: { from: ["draft", "review"], to: "published" },
  withdraw: { from: ["published"], to: "withdrawn" },
  draft: { from: ["review", "withdrawn"], to: "draft" },
};

/** How the update stands after this, or null when this cannot be done to it. */
export function stateAfter(action: UpdateAction, state: UpdateState): UpdateState | null {
  const { from, to } = moves[action];
  return from.includes(state) ? (to ?? state) : null;
}

/** Only a draft, and what is in review, can be written on. */
export function isWritable(state: UpdateState): boolean {
  return state === "draft" || state === "review";
}

/** Whether a text from outside names something that can be done with an update. */
export function isUpdateAction(text: string): text is UpdateAction {
  return updateActions.some((action) => action === text);
}
