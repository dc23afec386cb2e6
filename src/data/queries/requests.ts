// Whoever asked the firm for help at a closed door. A request that its person has outlived by getting in is no longer open.
import { and, count, desc, eq, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { Tx } from "../database.ts";
import { accessRequest, type MailState, mailRecord } from "../schema/rescue-tables.ts";
import { decision } from "../schema/tables.ts";

export type AccessRequest = typeof accessRequest.$inferSelect;

/** When the person first got in after asking; null while they have not. */
export function gotInAt(): SQL<Date | null> {
  return sql<Date | null>`(select min(${decision.at}) from ${decision}
    where ${decision.firmId} = ${accessRequest.firmId} and ${decision.email} = ${accessRequest.email}
    and ${decision.at} > ${accessRequest.createdAt} and ${decision.source} = 'visit' and ${decision.outcome} = 'granted')`;
}

function stillOpen(): SQL {
  return sql`(${accessRequest.closedAt} is null and ${gotInAt()} is null)`;
}

/** The person's open request, or null. */
export async function findOpenRequest(tx: Tx, email: Email): Promise<AccessRequest | null> {
  const [row] = await tx
    .select()
    .from(accessRequest)
    .where(and(eq(accessRequest.email, email), stillOpen()));
  return row ?? null;
}

/** How many of the firm's requests for help wait for an answer. */
export async function countOpenRequests(tx: Tx): Promise<number> {
  const [row] = await tx.select({ open: count() }).from(accessRequest).where(stillOpen());
  return row?.open ?? 0;
}

/** Every open request, the newest first. */
export function listOpenRequests(tx: Tx): Promise<AccessRequest[]> {
  return tx.select().from(accessRequest).where(stillOpen()).orderBy(desc(accessRequest.createdAt), accessRequest.id);
}

/** The requests that were closed last. */
export function listClosedRequests(tx: Tx, limit: number): Promise<AccessRequest[]> {
  return tx
    .select()
    .from(accessRequest)
    .where(not(isNull(accessRequest.closedAt)))
    .orderBy(desc(accessRequest.closedAt), accessRequest.id)
    .limit(limit);
}

/** The newest mail about their access to each of these people. */
export async function listAccessMails(tx: Tx, emails: Email[]): Promise<Map<Email, AccessMail>> {
  if (emails.length === 0) return new Map();
  const rows = await tx
    .select({ email: mailRecord.email, at: mailRecord.queuedAt, state: mailRecord.state })
    .from(mailRecord)
    .where(and(inArray(mailRecord.email, emails), eq(mailRecord.kind, "access_open")))
    .orderBy(mailRecord.queuedAt);
  return new Map(rows.map(({ email, ...mail }) => [email, mail]));
}

export type AccessMail = { at: Date; state: MailState };

/** What the person stood before when they got this reference; null when the reference is not theirs, or none. */
export async function findAskedDoor(tx: Tx, reference: string, email: Email) {
  const [row] = await tx
    .select({ portalId: decision.portalId, body: decision.body })
    .from(decision)
    .where(and(eq(decision.reference, reference), eq(decision.email, email), eq(decision.source, "visit")));
  return row ? { reference, portalId: row.portalId, askedSlug: row.body.asked } : null;
}
