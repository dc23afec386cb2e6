// What our own storage knows of people across all portals: who came, who was stopped and why, whose mail came back, who asked.
// A few statements for everybody, however many there are; and everything about one person for the person's own page.
import { and, desc, eq, gt, inArray, isNotNull, isNull, max, ne, or, sql } from "drizzle-orm";
import type { DecisionJson } from "../../access/decision-json.ts";
import type { Email } from "../../domain/email.ts";
import type { PortalId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import { accessRequest, emailAlias, type MailState, mailRecord } from "../schema/rescue-tables.ts";
import { type DecisionSource, decision, portalAccount } from "../schema/tables.ts";

export type LastKnock = {
  id: string;
  at: Date;
  outcome: DecisionJson["outcome"];
  /** The address as it was asked for. */
  asked: string;
  portalId: PortalId | null;
};

export type KnownPerson = {
  email: Email;
  /** The newest time they stood at a door, whatever came of it. */
  knock: LastKnock | null;
  lastVisitAt: Date | null;
  /** The newest mail to them. */
  mail: { state: MailState; at: Date } | null;
  /** Since when their request for help is open. */
  askedAt: Date | null;
};

const knocks: DecisionSource[] = ["visit", "sign_in"];

/** Everybody who left a trace since then; a question of the firm itself is none. Five statements, however many people. */
export async function listKnownPeople(tx: Tx, since: Date): Promise<Map<string, KnownPerson>> {
  const people = new Map<string, KnownPerson>();
  const personOf = (email: string): KnownPerson => {
    const known = people.get(email) ?? { ...nobodyYet, email: email as Email };
    people.set(email, known);
    return known;
  };
  for (const { email, ...knock } of await newestKnocks(tx, since)) personOf(email ?? "").knock = knock;
  for (const { email, at } of await lastVisits(tx, since)) personOf(email ?? "").lastVisitAt = at;
  for (const { email, ...mail } of await newestMails(tx, since)) personOf(email).mail = mail;
  const requests = await tx
    .select({ email: accessRequest.email, at: accessRequest.createdAt })
    .from(accessRequest)
    .where(isNull(accessRequest.closedAt));
  for (const { email, at } of requests) personOf(email).askedAt = at;
  for (const { email } of await tx.select({ email: portalAccount.email }).from(portalAccount)) personOf(email);
  return people;
}

const nobodyYet = { knock: null, lastVisitAt: null, mail: null, askedAt: null };

function newestKnocks(tx: Tx, since: Date) {
  return tx
    .selectDistinctOn([decision.email], {
      email: decision.email,
      id: decision.id,
      at: decision.at,
      outcome: decision.outcome,
      asked: sql<string>`${decision.body} ->> 'asked'`,
      portalId: decision.portalId,
    })
    .from(decision)
    .where(and(isNotNull(decision.email), gt(decision.at, since), inArray(decision.source, knocks)))
    .orderBy(decision.email, desc(decision.at));
}

function lastVisits(tx: Tx, since: Date) {
  return tx
    .select({ email: decision.email, at: max(decision.at) })
    .from(decision)
    .where(
      and(
        isNotNull(decision.email),
        gt(decision.at, since),
        eq(decision.source, "visit"),
        eq(decision.outcome, "granted"),
      ),
    )
    .groupBy(decision.email);
}

function newestMails(tx: Tx, since: Date) {
  return tx
    .selectDistinctOn([mailRecord.email], { email: mailRecord.email, state: mailRecord.state, at: mailRecord.queuedAt })
    .from(mailRecord)
    .where(gt(mailRecord.queuedAt, since))
    .orderBy(mailRecord.email, desc(mailRecord.queuedAt));
}

/** The stored decisions of these ids. */
export async function readDecisionBodies(tx: Tx, ids: string[]): Promise<Map<string, DecisionJson>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: decision.id, body: decision.body })
    .from(decision)
    .where(inArray(decision.id, ids));
  return new Map(rows.map(({ id, body }) => [id, body]));
}

export type PersonRecords = Awaited<ReturnType<typeof readPersonRecords>>;

const TROUBLES_MAX = 10;
const VISITS_MAX = 5;
const MAILS_MAX = 8;

/** What happened with one email lately, and what the firm has settled about it. */
export async function readPersonRecords(tx: Tx, email: Email) {
  const isVisitIn = and(eq(decision.source, "visit"), eq(decision.outcome, "granted"));
  const stopped = or(ne(decision.source, "visit"), ne(decision.outcome, "granted"));
  return {
    stops: await selectDecisions(tx, and(eq(decision.email, email), stopped), TROUBLES_MAX),
    visits: await selectDecisions(tx, and(eq(decision.email, email), isVisitIn), VISITS_MAX),
    mails: await tx
      .select()
      .from(mailRecord)
      .where(eq(mailRecord.email, email))
      .orderBy(desc(mailRecord.queuedAt))
      .limit(MAILS_MAX),
    request: (
      await tx
        .select()
        .from(accessRequest)
        .where(and(eq(accessRequest.email, email), isNull(accessRequest.closedAt)))
    )[0],
    approval: (
      await tx
        .select()
        .from(emailAlias)
        .where(and(eq(emailAlias.email, email), isNull(emailAlias.revokedAt)))
    )[0],
  };
}

function selectDecisions(tx: Tx, where: ReturnType<typeof and>, rowsMax: number) {
  return tx
    .select({ at: decision.at, source: decision.source, body: decision.body })
    .from(decision)
    .where(where)
    .orderBy(desc(decision.at))
    .limit(rowsMax);
}
