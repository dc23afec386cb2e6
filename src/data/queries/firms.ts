// Which firm: most of these questions come before one is known, and go through one narrow function of the database each
// (migration 0001).
import { sql } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { Firm } from "../../domain/firm.ts";
import { invariant } from "../../lib/invariant.ts";
import type { Database, Tx } from "../database.ts";
import { firm } from "../schema/columns.ts";

/** The firm at this slug, or null. */
export async function unscopedFindFirmBySlug(db: Database, slug: string): Promise<Firm | null> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_firm_by_slug(${slug})`,
  );
  return rows[0] ?? null;
}

/** The firms in whose team this email is. */
export async function unscopedListFirmsOfTeamEmail(db: Database, email: Email): Promise<Firm[]> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_firms_of_team_email(${email})`,
  );
  return rows;
}

/** The firms at whose portals this email was proved. To be asked only by whoever has proved it. */
export async function unscopedListFirmsOfAccountEmail(db: Database, email: Email): Promise<Firm[]> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_firms_of_account_email(${email})`,
  );
  return rows;
}

/** All firms on this installation when there are at most so many, else none. */
export async function unscopedListFewFirms(db: Database, atMost: number): Promise<Firm[]> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_few_firms(${atMost})`,
  );
  return rows;
}

/** The firms that gave out this reference; nearly always one. */
export async function unscopedListFirmsOfReference(db: Database, reference: string): Promise<Firm[]> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_firms_of_reference(${reference})`,
  );
  return rows;
}

/** The firms with a connection at which the drift watch has not begun a look since a moment; the longest ago first. */
export async function unscopedListFirmsToWatch(db: Database, startedBefore: Date): Promise<Firm[]> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_firms_to_watch(${startedBefore.toISOString()}::timestamptz)`,
  );
  return rows;
}

/** The firms with a connection whose token is sealed. */
export async function unscopedListFirmsWithCredentials(db: Database): Promise<Firm[]> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_firms_with_credentials()`,
  );
  return rows;
}

/** The firms whose connection has not been checked since a moment; the longest ago first. */
export async function unscopedListFirmsToCheck(db: Database, checkedBefore: Date): Promise<Firm[]> {
  const { rows } = await db.orm.execute<Firm>(
    sql`select id, slug, name, "contactEmail" from prolens_firms_to_check(${checkedBefore.toISOString()}::timestamptz)`,
  );
  return rows;
}

/** Deletes decisions and audit rows from before `recordsBefore`, and sessions and proofs that ended before `expiredBefore`. */
export async function unscopedPurge(db: Database, recordsBefore: Date, expiredBefore: Date): Promise<void> {
  await db.orm.execute(
    sql`select prolens_purge(${recordsBefore.toISOString()}::timestamptz, ${expiredBefore.toISOString()}::timestamptz)`,
  );
}

/** The firm of this transaction. */
export async function readFirm(tx: Tx): Promise<Firm> {
  const [row] = await tx
    .select({ id: firm.id, slug: firm.slug, name: firm.name, contactEmail: firm.contactEmail })
    .from(firm);
  invariant(row, "a transaction of a firm sees that firm");
  return row;
}
