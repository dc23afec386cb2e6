import type { Decision } from "../access/decision.ts";
import { explainForFirm, stepToMend, summariseForFirm } from "../access/explain/firm.ts";
import { diagnosePerson } from "../diagnosis/diagnose-person.ts";
import type { DoorAsked } from "../diagnosis/door-asked.ts";
import { doorOfUrl } from "../diagnosis/door-of-url.ts";
import { parseEmail } from "../domain/email.ts";
import type { Firm } from "../domain/firm.ts";
import { LOCALE } from "../lib/locale.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, gatewayOf, requireFirm } from "./context.ts";

export type DiagnoseOptions = { firm: string; email: string; url?: string; portal?: string };

/** The access decision for this person at this door, now: by the same function that guards the pages. */
export async function diagnose(context: CommandContext, options: DiagnoseOptions): Promise<Answer> {
  const email = parseEmail(options.email);
  if (!email) throw new WrongUse(`"${options.email}" is no email address`);
  const firm = await requireFirm(context, options.firm);
  const parts = { db: context.db, now: context.now, firm, gateway: await gatewayOf(context, firm) };
  const { decision, portal } = await diagnosePerson(parts, email, doorAsked(context, firm, options));
  const json = await context.decisions.store({ decision, source: "diagnose", portalId: portal?.id ?? null });
  const exitCode = { granted: exitCodes.done, refused: exitCodes.refused, unavailable: exitCodes.cannotTell }[
    decision.outcome
  ];
  return { json, lines: describe(decision, json.reference), exitCode };
}

function doorAsked(context: CommandContext, firm: Firm, { url, portal }: DiagnoseOptions): DoorAsked {
  if (url !== undefined && portal !== undefined) throw new WrongUse("name one door: --url or --portal");
  if (url === undefined)
    return portal === undefined ? { kind: "own" } : { kind: "slug", slug: portal, projectId: null };
  const door = doorOfUrl(url, firm, context.config);
  if (!door) throw new WrongUse(`"${url}" is no address; paste the whole one, with http:// or https://`);
  return door;
}

const marks = { pass: "✓", fail: "✗", unknown: "?", skipped: "–" } as const;

function describe(decision: Decision, reference: string | null): string[] {
  const toMend = stepToMend(decision);
  const advice = toMend?.cause ? explainForFirm(toMend.cause, decision, toMend, LOCALE) : null;
  const steps = decision.steps.map((step) => {
    const noted = step.cause ? `${step.cause}: ${explainForFirm(step.cause, decision, step, LOCALE).reason}` : "";
    return `  ${marks[step.verdict]} ${step.check.padEnd(11)} ${noted}`.trimEnd();
  });
  return [
    summariseForFirm(decision, LOCALE),
    ...(advice ? ["", `What to do: ${advice.remedy}`] : []),
    ...(advice?.otherwise ? [`Otherwise: ${advice.otherwise}`] : []),
    "",
    ...steps,
    ...(reference ? ["", `Reference ${reference}`] : []),
  ];
}
