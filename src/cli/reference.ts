import { inFirmRead } from "../data/database.ts";
import { findDecision } from "../data/queries/decisions.ts";
import { unscopedListFirmsOfReference } from "../data/queries/firms.ts";
import { parseReference } from "../domain/reference.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import type { CommandContext } from "./context.ts";

/** The stored decision behind a reference that somebody read out. */
export async function showReference({ db }: CommandContext, typed: string, firmSlug?: string): Promise<Answer> {
  const reference = parseReference(typed);
  if (!reference)
    throw new WrongUse(`"${typed}" is no reference; one looks like PL-7K3M-9Q, and a mistyped letter is noticed`);
  const givers = await unscopedListFirmsOfReference(db, reference);
  const firms = givers.filter((firm) => firmSlug === undefined || firm.slug === firmSlug);
  if (firms.length > 1) {
    const slugs = firms.map((firm) => firm.slug).join(", ");
    throw new WrongUse(`${reference} was given out by several firms; say which one with --firm: ${slugs}`);
  }
  const stored = await Promise.all(firms.map((firm) => inFirmRead(db, firm.id, (tx) => findDecision(tx, reference))));
  const [decision] = stored.flatMap((one) => (one ? [one] : []));
  if (!decision) throw new WrongUse(`nothing is stored under ${reference}; decisions are kept for 90 days`);
  const stopped = decision.steps.find((step) => step.verdict === "fail" || step.verdict === "unknown");
  const lines = [
    `${decision.decidedAt}  ${decision.person?.email ?? "nobody signed in"} at /${decision.asked} of ${decision.firm}: ${decision.outcome}`,
    ...(stopped ? [`Why: ${stopped.reason}`, `What to do: ${stopped.remedy?.firm}`] : []),
  ];
  return { json: decision, lines, exitCode: exitCodes.done };
}
