import { eq } from "drizzle-orm";
import type { DecisionJson } from "../../access/decision-json.ts";
import type { Tx } from "../database.ts";
import { decision } from "../schema/tables.ts";

/** The stored decision behind a reference of this firm, or null. */
export async function findDecision(tx: Tx, reference: string): Promise<DecisionJson | null> {
  const [row] = await tx.select({ body: decision.body }).from(decision).where(eq(decision.reference, reference));
  return row?.body ?? null;
}
