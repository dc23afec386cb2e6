import { checkAccess } from "../access/check-access.ts";
import { linkedCompanies } from "../access/checks/company.ts";
import type { Decision } from "../access/decision.ts";
import { explainForFirm, summariseForFirm } from "../access/explain/firm.ts";
import type { AddressFact } from "../access/facts.ts";
import { inFirmRead } from "../data/database.ts";
import { listPortalsOfCompanies } from "../data/queries/portals.ts";
import { readDoor } from "../data/queries/read-door.ts";
import { parseEmail } from "../domain/email.ts";
import type { Firm } from "../domain/firm.ts";
import { openReading } from "../psa/gateway.ts";
import { placeOf } from "../tenancy/place.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, gatewayOf, requireFirm } from "./context.ts";

export type DiagnoseOptions = { firm: string; email: string; url?: string; portal?: string };

type DoorAsked = { askedSlug: string; address: AddressFact };

/** The access decision for this person at this door, now: by the same function that guards the pages. */
export async function diagnose(context: CommandContext, options: DiagnoseOptions): Promise<Answer> {
  const email = parseEmail(options.email);
  if (!email) throw new WrongUse(`"${options.email}" is no email address`);
  const firm = await requireFirm(context, options.firm);
  const reading = openReading(await gatewayOf(context, firm));
  const door =
    (await askedDoor(context, firm, options)) ?? (await ownDoor(context, firm, await reading.facts.readPeople(email)));
  const identity = { kind: "assumed", email } as const;
  const { decision, facts } = await checkAccess(
    { now: context.now, firm, askedProjectId: null, identity, ...door },
    reading.facts,
  );
  const portalId = facts.address.kind === "found" ? facts.address.portal.id : null;
  const json = await context.decisions.store({ decision, source: "diagnose", portalId });
  const exitCode = { granted: exitCodes.done, refused: exitCodes.refused, unavailable: exitCodes.cannotTell }[
    decision.outcome
  ];
  return { json, lines: describe(decision, json.reference), exitCode };
}

async function askedDoor(
  context: CommandContext,
  firm: Firm,
  { url, portal }: DiagnoseOptions,
): Promise<DoorAsked | null> {
  if (url !== undefined && portal !== undefined) throw new WrongUse("name one door: --url or --portal");
  if (url !== undefined) return doorOfUrl(context, firm, url);
  return portal === undefined ? null : doorOfSlug(context, firm, portal);
}

async function doorOfUrl(context: CommandContext, firm: Firm, text: string): Promise<DoorAsked> {
  const { officeUrl, portalDomain } = context.config;
  if (!URL.canParse(text)) throw new WrongUse(`"${text}" is no address; paste the whole one, with http:// or https://`);
  const url = new URL(text);
  const place = placeOf(url.host, { officeHost: officeUrl.host, portalDomain });
  if (place.kind === "office") return { askedSlug: text, address: { kind: "office" } };
  if (place.kind !== "portals" || place.firmSlug !== firm.slug)
    return { askedSlug: text, address: { kind: "nothing" } };
  return doorOfSlug(context, firm, decoded(url.pathname.split("/")[1] ?? ""));
}

/** A path that is encoded wrongly names no portal; it is looked for as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function doorOfSlug({ db, now }: CommandContext, firm: Firm, slug: string): Promise<DoorAsked> {
  const { found } = await inFirmRead(db, firm.id, (tx) =>
    readDoor(tx, { firmId: firm.id, slug, sessionId: null, now }),
  );
  return { askedSlug: slug, address: found ? { kind: "found", ...found } : { kind: "nothing" } };
}

/** No door was named: the portal of the company that the PSA links the person to. */
async function ownDoor(
  { db }: CommandContext,
  firm: Firm,
  people: Awaited<ReturnType<ReturnType<typeof openReading>["facts"]["readPeople"]>>,
): Promise<DoorAsked> {
  const companies = people.kind === "read" ? linkedCompanies(people).map(({ id }) => id) : [];
  const [portal] = await inFirmRead(db, firm.id, (tx) => listPortalsOfCompanies(tx, companies));
  if (!portal) return { askedSlug: "", address: { kind: "not_asked" } };
  return { askedSlug: portal.slug, address: { kind: "found", portal, isRetired: false } };
}

const marks = { pass: "✓", fail: "✗", unknown: "?", skipped: "–" } as const;

function describe(decision: Decision, reference: string | null): string[] {
  const stopped = decision.steps.find((step) => step.verdict === "fail" || step.verdict === "unknown");
  const remedy = stopped?.cause ? explainForFirm(stopped.cause, decision, stopped).remedy : null;
  const steps = decision.steps.map((step) => {
    const noted = step.cause ? `${step.cause}: ${explainForFirm(step.cause, decision, step).reason}` : "";
    return `  ${marks[step.verdict]} ${step.check.padEnd(11)} ${noted}`.trimEnd();
  });
  return [
    summariseForFirm(decision),
    ...(remedy ? ["", `What to do: ${remedy}`] : []),
    "",
    ...steps,
    ...(reference ? ["", `Reference ${reference}`] : []),
  ];
}
