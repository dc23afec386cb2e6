import { and, eq } from "drizzle-orm";
import type { DecisionJson } from "../../access/decision-json.ts";
import type { Email } from "../../domain/email.ts";
import type { Tx } from "../database.ts";
import { decision } from "../schema/tables.ts";

/** The stored decision behind a reference of this firm, or null. */
export async function findDecision(tx: Tx, reference: string): Promise<DecisionJson | null> {
  const [row] = await tx.select({ body: decision.body }).from(decision).where(eq(decision.reference, reference));
  return row?.body ?? null;
}

/** Whether a portal of this firm has opened for this email, as far back as decisions are kept. */
export async function hasGotIn(tx: Tx, email: Email): Promise<boolean> {
  const gotIn = and(eq(decision.email, email), eq(decision.source, "visit"), eq(decision.outcome, "granted"));
  const rows = await tx.select({ id: decision.id }).from(decision).where(gotIn).limit(1);
  return rows.length > 0;
}
