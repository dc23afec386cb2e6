import { type DecisionJson, presentDecision } from "../access/decision-json.ts";
import { stepToMend, stoppingStep, summariseForFirm } from "../access/explain/firm.ts";
import { inFirmRead } from "../data/database.ts";
import { findDecision } from "../data/queries/decisions.ts";
import { unscopedListFirmsOfReference } from "../data/queries/firms.ts";
import { decideAgain } from "../diagnosis/decide-again.ts";
import type { Firm } from "../domain/firm.ts";
import { parseReference } from "../domain/reference.ts";
import { LOCALE } from "../lib/locale.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, gatewayOf } from "./context.ts";

export type ReferenceOptions = { firm?: string; now?: boolean };

/** The stored decision behind a reference that somebody read out, and if asked for, how it would be decided now. */
export async function showReference(
  context: CommandContext,
  typed: string,
  options: ReferenceOptions,
): Promise<Answer> {
  const { firm, decision } = await requireStored(context, typed, options.firm);
  const stopped = stoppingStep(decision);
  const toMend = stepToMend(decision);
  const lines = [
    `${decision.decidedAt}  ${decision.person?.email ?? "nobody signed in"} at /${decision.asked} of ${decision.firm}: ${decision.outcome}`,
    ...(stopped ? [`Why: ${stopped.reason}`] : []),
    ...(stopped && toMend !== stopped && toMend ? [`Besides: ${toMend.reason}`] : []),
    ...(stopped && toMend ? [`What to do: ${toMend.remedy?.firm}`] : []),
  ];
  if (!options.now) return { json: decision, lines, exitCode: exitCodes.done };
  const parts = { db: context.db, now: context.now, firm, gateway: await gatewayOf(context, firm) };
  const again = await decideAgain(parts, decision, context.config);
  const now = again ? summariseForFirm(again, LOCALE) : "nobody was signed in, so there is nobody to decide about.";
  const json = { ...decision, now: again && presentDecision(again, null) };
  return { json, lines: [...lines, "", `Now: ${now}`], exitCode: exitCodes.done };
}

async function requireStored(
  { db }: CommandContext,
  typed: string,
  firmSlug: string | undefined,
): Promise<{ firm: Firm; decision: DecisionJson }> {
  const reference = parseReference(typed);
  if (!reference)
    throw new WrongUse(`"${typed}" is no reference; one looks like PL-7K3M-9Q, and a mistyped letter is noticed`);
  const givers = await unscopedListFirmsOfReference(db, reference);
  const firms = givers.filter((firm) => firmSlug === undefined || firm.slug === firmSlug);
  if (firms.length > 1) {
    const slugs = firms.map((firm) => firm.slug).join(", ");
    throw new WrongUse(`${reference} was given out by several firms; say which one with --firm: ${slugs}`);
  }
  const [firm] = firms;
  const decision = firm && (await inFirmRead(db, firm.id, (tx) => findDecision(tx, reference)));
  if (!decision) throw new WrongUse(`nothing is stored under ${reference}; decisions are kept for 90 days`);
  return { firm, decision };
}
