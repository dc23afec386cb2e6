import { explainTrouble } from "../access/explain/firm-sources.ts";
import type { PsaTrouble } from "../access/facts.ts";

/** Why the PSA cannot be read right now and what mends it, as sentences of a page that had something to show of it. */
export function presentTrouble(trouble: PsaTrouble, locale: string): string {
  const { reason, remedy } = explainTrouble(trouble, locale);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)} ${remedy}`;
}
