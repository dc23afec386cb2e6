// What the catalogue says of a cause.
import type { Check } from "./decision.ts";

/** What a cause does where it is found: it stops, leaves the answer open, is only noted, or hides a project or a field. */
export type Effect = "stops" | "cannot tell" | "noted" | "hides a project" | "hides a field";

/** Who comes upon it: a page load, the sign-in, the firm's own question, the pre-flight, the watch over the PSA. */
export type Finder = "load" | "sign-in" | "question" | "pre-flight" | "watch";

export type Rule = {
  /** The check that finds it first; a missing fact may leave later ones open too. */
  check: Check;
  effects: Effect[];
  means: string;
  mends: string;
  finders: Finder[];
  /** What ProLens does so that it does not come to this. */
  prevents: string;
};
