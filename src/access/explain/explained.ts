// What an explanation for the firm is made from, and what it is.
import type { Cause } from "../causes.ts";
import type { Decision } from "../decision.ts";

/** `remedy` is the one recommendation; `otherwise`, for when it is not what the firm wants, is folded under it. */
export type FirmExplanation = { reason: string; remedy: string; otherwise?: string };
/** What an explanation rests on: of a decision that was just made, or of one that was stored. */
export type Explainable = Pick<Decision, "email" | "psaKind" | "portal" | "company" | "steps" | "hiddenProjects">;
/** Of each cause, its words; said when they are asked for, as all causes stand side by side here. */
export type Explained<Prefix extends string> = Record<Extract<Cause, `${Prefix}.${string}`>, () => FirmExplanation>;
