import { and, desc, eq, gte, inArray, isNotNull, sql } from "drizzle-orm";
import type { DecisionJson } from "../../access/decision-json.ts";
import type { Email } from "../../domain/email.ts";
import type { Tx } from "../database.ts";
import { decision } from "../schema/tables.ts";

/** The stored decision behind a reference of this firm, or null. */
export async function findDecision(tx: Tx, reference: string): Promise<DecisionJson | null> {
  const [row] = await tx.select({ body: decision.body }).from(decision).where(eq(decision.reference, reference));
  return row?.body ?? null;
}

/** The stored decisions behind these references, by reference; one statement however many there are. */
export async function listDecisions(tx: Tx, references: string[]): Promise<Map<string, DecisionJson>> {
  if (references.length === 0) return new Map();
  const rows = await tx
    .select({ reference: decision.reference, body: decision.body })
    .from(decision)
    .where(inArray(decision.reference, references));
  return new Map(rows.flatMap(({ reference, body }) => (reference === null ? [] : [[reference, body] as const])));
}

/** The newest reference that this person got since a moment at this very address for this very cause, or null. */
export async function findSameRefusal(
  tx: Tx,
  { email, asked, cause, since }: { email: string; asked: string; cause: string | null; since: Date },
): Promise<string | null> {
  const [row] = await tx
    .select({ reference: decision.reference })
    .from(decision)
    .where(
      and(
        eq(decision.email, email),
        gte(decision.at, since),
        eq(decision.source, "visit"),
        sql`${decision.cause} is not distinct from ${cause}`,
        sql`${decision.body} ->> 'asked' = ${asked}`,
        isNotNull(decision.reference),
      ),
    )
    .orderBy(desc(decision.at))
    .limit(1);
  return row?.reference ?? null;
}

/** Whether a portal of this firm has opened for this email, as far back as decisions are kept. */
export async function hasGotIn(tx: Tx, email: Email): Promise<boolean> {
  const gotIn = and(eq(decision.email, email), eq(decision.source, "visit"), eq(decision.outcome, "granted"));
  const rows = await tx.select({ id: decision.id }).from(decision).where(gotIn).limit(1);
  return rows.length > 0;
}
