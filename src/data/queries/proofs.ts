import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { FirmId } from "../../domain/ids.ts";
import { type Database, inFirmWrite, inTransaction, type Tx } from "../database.ts";
import { officeProof, portalProof } from "../schema/tables.ts";

export type Proof = typeof officeProof.$inferSelect;

/** Where one user system keeps its proofs; the portal's live inside their firm, the office's outside any. */
export interface ProofStore {
  find(id: string, now: Date): Promise<Proof | null>;
  start(proof: Proof): Promise<void>;
  /**
   * Replaces a proof that is still as it was when `before.sentCount` codes had been sent; false when it is not, or was spent.
   * The tries taken stay taken. Where all `before.triesMax` were, the older code ends and the tries start again.
   */
  renew(proof: Proof, before: { sentCount: number; triesMax: number }): Promise<boolean>;
  /** Notes that the mail did not go: no code is on its way to anybody. */
  markUnsent(id: string): Promise<void>;
  /** Takes one of the tries, in one statement, so that guesses sent at once each cost one. Null when none is left. */
  takeTry(id: string, now: Date, triesMax: number): Promise<Proof | null>;
  /** Spends the proof. False when it was spent meanwhile. */
  spend(id: string): Promise<boolean>;
}

/** The proofs at one firm's portals. */
export function portalProofStore(db: Database, firmId: FirmId): ProofStore {
  // The office's table has the same columns without firm_id, which the row policy and the default below take care of.
  return proofStore(portalProof as unknown as typeof officeProof, { firmId }, (work) => inFirmWrite(db, firmId, work));
}

/** The proofs at the office. */
export function officeProofStore(db: Database): ProofStore {
  return proofStore(officeProof, {}, (work) => inTransaction(db, work));
}

type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

function proofStore(table: typeof officeProof, keys: { firmId?: FirmId }, run: Run): ProofStore {
  return {
    find: (id, now) =>
      run(async (tx) => {
        const [row] = await tx
          .select()
          .from(table)
          .where(and(eq(table.id, id), gt(table.expiresAt, now)));
        return row ?? null;
      }),
    start: (proof) =>
      run(async (tx) => {
        await tx.insert(table).values({ ...proof, ...keys });
      }),
    renew: ({ id, wrongTries: _, olderCodeHash, ...renewed }, { sentCount, triesMax }) =>
      run(async (tx) => {
        const isUsedUp = sql`${table.wrongTries} >= ${triesMax}`;
        const tries = {
          wrongTries: sql`case when ${isUsedUp} then 0 else ${table.wrongTries} end`,
          olderCodeHash: sql`case when ${isUsedUp} then null else ${olderCodeHash} end`,
        };
        const rows = await tx
          .update(table)
          .set({ ...renewed, ...tries })
          .where(and(eq(table.id, id), eq(table.sentCount, sentCount)))
          .returning({ id: table.id });
        return rows.length === 1;
      }),
    markUnsent: (id) =>
      run(async (tx) => {
        await tx.update(table).set({ sentCount: 0 }).where(eq(table.id, id));
      }),
    takeTry: (id, now, triesMax) =>
      run(async (tx) => {
        const [row] = await tx
          .update(table)
          .set({ wrongTries: sql`${table.wrongTries} + 1` })
          .where(and(eq(table.id, id), gt(table.expiresAt, now), lt(table.wrongTries, triesMax)))
          .returning();
        return row ?? null;
      }),
    spend: (id) =>
      run(async (tx) => (await tx.delete(table).where(eq(table.id, id)).returning({ id: table.id })).length === 1),
  };
}
