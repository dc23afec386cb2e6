import { randomUUID } from "node:crypto";
import type { FirmId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import { audit } from "../schema/tables.ts";

/** Who did it and when; `actor` is a team member's email, or "command line". */
export type Doer = { firmId: FirmId; actor: string; now: Date };

/** Writes down what is done in this very transaction: both happen or neither. */
export async function insertAudit(
  tx: Tx,
  { firmId, actor, now }: Doer,
  action: string,
  subject: Record<string, string | number | null>,
): Promise<void> {
  await tx.insert(audit).values({ firmId, id: randomUUID(), at: now, actor, action, subject });
}
