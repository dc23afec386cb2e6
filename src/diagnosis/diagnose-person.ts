// The firm's question about a person: would they get in at this door, now, and why. The same `decide` that guards the pages,
// with what only the firm may know beside it. Used by the office, the command line and the API.
import { type CheckedAccess, checkAccess } from "../access/check-access.ts";
import { knownCompanies } from "../access/checks/company.ts";
import { decide } from "../access/decide.ts";
import type { Decision } from "../access/decision.ts";
import type { AddressFact, Facts, FirmContext, PsaTrouble } from "../access/facts.ts";
import { findOwnPortal, isProjectMissing, otherCompanies } from "../access/find-own-portal.ts";
import { grantFirmRead } from "../access/granted.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import { readOtherDoors } from "../data/queries/other-doors.ts";
import { findSeesLess, readPersonHistory } from "../data/queries/person-history.ts";
import { listPortalsOfCompanies } from "../data/queries/portals.ts";
import { type Door, readDoor } from "../data/queries/read-door.ts";
import type { Email } from "../domain/email.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { PsaGateway } from "../psa/gateway.ts";
import { openReading } from "../psa/open-reading.ts";
import { readDirectory } from "../psa/read-directory.ts";
import type { DoorAsked } from "./door-asked.ts";
import { findNearMatches } from "./near-matches.ts";
import { settleDoor } from "./settle-door.ts";

export type DiagnosisParts = { db: Database; now: Date; firm: Firm; gateway: PsaGateway | PsaTrouble };

export type Diagnosis = { decision: Decision; facts: Facts; portal: Portal | null };

/** Decides for this email at this door, asking the PSA now. Nothing is stored, and no visit is counted. */
export async function diagnosePerson(parts: DiagnosisParts, email: Email, typed: DoorAsked): Promise<Diagnosis> {
  const { now, firm, gateway } = parts;
  const asked = await settleDoor(parts, email, typed);
  const reading = openReading(gateway);
  const door = await openDoor(parts, email, asked);
  const question = {
    ...door,
    now,
    firm,
    askedProjectId: asked.kind === "slug" ? asked.projectId : null,
    identity: { kind: "assumed", email } as const,
    context: null,
  };
  const checked = await checkAccess(question, reading.facts);
  const { facts: plain } = (await atOtherPortal(parts, email, checked)) ?? checked;
  const facts = { ...plain, context: await gatherContext(parts, email, plain) };
  return { decision: decide(facts), facts, portal: plain.address.kind === "found" ? plain.address.portal : null };
}

/** A link below one company's portal to a project of the person's other company leads on; so does the question. */
async function atOtherPortal({ db, firm, now, gateway }: DiagnosisParts, email: Email, checked: CheckedAccess) {
  const companies = isProjectMissing(checked) ? otherCompanies(checked) : [];
  if (companies.length === 0) return null;
  const whose = { firmId: firm.id, email, now };
  const doors = await inFirmRead(db, firm.id, (tx) => readOtherDoors(tx, companies, whose));
  return findOwnPortal(checked, doors, openReading(gateway).facts);
}

/** What only the firm's own questions look up: its records of the person and, where the PSA's answer is a no, who is near. */
export async function gatherContext(parts: DiagnosisParts, email: Email, facts: Facts): Promise<FirmContext> {
  const { db, firm, gateway } = parts;
  const portal = facts.address.kind === "found" ? facts.address.portal : null;
  const { history, seesLess } = await inFirmRead(db, firm.id, async (tx) => ({
    history: await readPersonHistory(tx, email, portal?.id ?? null),
    seesLess: await findSeesLess(tx),
  }));
  const isSettled = facts.people.kind !== "read" || facts.work.kind !== "not_asked";
  const directory = isSettled ? null : await readDirectory(gateway);
  if (directory === null || "kind" in directory)
    return { ...history, seesLess, nearMatches: null, isCompanyGone: null, companyWork: null };
  const { companies } = directory.value;
  const isListed = companies.some(({ id }) => id === portal?.companyId);
  const mayRead = isListed ? grantFirmRead(facts) : null;
  return {
    ...history,
    seesLess,
    nearMatches: findNearMatches(email, directory.value),
    // A record that could not be read may be the company's.
    isCompanyGone: portal === null || (directory.gaps.length > 0 && !isListed) ? null : !isListed,
    companyWork: mayRead && (await openReading(gateway).facts.readWork(mayRead)),
  };
}

type Opened = Pick<Facts, "psaKind" | "askedSlug" | "address" | "rules">;

async function openDoor(parts: DiagnosisParts, email: Email, asked: DoorAsked): Promise<Opened> {
  switch (asked.kind) {
    case "slug":
      return doorOfSlug(parts, email, asked.slug);
    case "own":
      return ownDoor(parts, email);
    default: {
      const address: AddressFact = asked.kind === "office" ? { kind: "office" } : { kind: "nothing" };
      return { ...(await doorOfSlug(parts, email, "")), askedSlug: asked.typed, address };
    }
  }
}

async function doorOfSlug({ db, firm, now }: DiagnosisParts, email: Email, slug: string): Promise<Opened> {
  const door: Door = await inFirmRead(db, firm.id, (tx) => readDoor(tx, { firmId: firm.id, slug, email, now }));
  const address: AddressFact = door.found ? { kind: "found", ...door.found } : { kind: "nothing" };
  return { psaKind: door.connection?.kind ?? null, askedSlug: slug, address, rules: door.rules };
}

/** No door was named: the portal of the company that the PSA links the person to, an open one before a paused one. */
async function ownDoor(parts: DiagnosisParts, email: Email): Promise<Opened> {
  const { db, firm, gateway } = parts;
  const nowhere = await doorOfSlug(parts, email, "");
  const question = { ...nowhere, now: parts.now, firm, askedProjectId: null, context: null, address: notAsked };
  const identity = { kind: "assumed", email } as const;
  const { facts } = await checkAccess({ ...question, identity }, openReading(gateway).facts);
  const companies = facts.people.kind === "read" ? knownCompanies(facts.people).map(({ id }) => id) : [];
  const portals = await inFirmRead(db, firm.id, (tx) => listPortalsOfCompanies(tx, companies));
  const portal = portals.find(({ state }) => state === "open") ?? portals[0];
  return portal ? doorOfSlug(parts, email, portal.slug) : { ...nowhere, address: notAsked };
}

const notAsked: AddressFact = { kind: "not_asked" };
