// What our own storage knows of a person besides the PSA: when they last got in, and what lately went wrong.
import { and, between, desc, eq, inArray } from "drizzle-orm";
import type { Cause } from "../../access/causes.ts";
import type { FirmContext } from "../../access/facts.ts";
import type { Email } from "../../domain/email.ts";
import type { PortalId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import { mailRecord, watchRun } from "../schema/rescue-tables.ts";
import { decision } from "../schema/tables.ts";

export type PersonHistory = Pick<FirmContext, "lastGrantedAt" | "mailTrouble" | "proofTrouble">;

/** `portalId`: at which portal "last got in" is asked; null: at none. */
export async function readPersonHistory(tx: Tx, email: Email, portalId: PortalId | null): Promise<PersonHistory> {
  const [granted] =
    portalId === null
      ? []
      : await tx
          .select({ at: decision.at })
          .from(decision)
          .where(
            and(
              eq(decision.email, email),
              eq(decision.portalId, portalId),
              eq(decision.source, "visit"),
              eq(decision.outcome, "granted"),
            ),
          )
          .orderBy(desc(decision.at))
          .limit(1);
  return {
    lastGrantedAt: granted?.at ?? null,
    mailTrouble: await findMailTrouble(tx, email),
    proofTrouble: await findProofTrouble(tx, email),
  };
}

/** The newest mail decides: one that was taken after a refusal ends the trouble. */
async function findMailTrouble(tx: Tx, email: Email): Promise<FirmContext["mailTrouble"]> {
  const [newest] = await tx
    .select({ state: mailRecord.state, words: mailRecord.words, at: mailRecord.queuedAt })
    .from(mailRecord)
    .where(eq(mailRecord.email, email))
    .orderBy(desc(mailRecord.queuedAt))
    .limit(1);
  if (newest?.state === "refused") return { cause: "mail.refused", words: newest.words ?? "", at: newest.at };
  return newest?.state === "failed" ? { cause: "mail.not_sent", words: newest.words ?? "", at: newest.at } : null;
}

/** The newest thing that happened to the person: a sign-in that stopped, unless they have been signed in since. */
async function findProofTrouble(tx: Tx, email: Email): Promise<FirmContext["proofTrouble"]> {
  const [newest] = await tx
    .select({ source: decision.source, cause: decision.cause, at: decision.at })
    .from(decision)
    .where(and(eq(decision.email, email), inArray(decision.source, ["visit", "sign_in"])))
    .orderBy(desc(decision.at))
    .limit(1);
  if (newest?.source !== "sign_in" || !isProofCause(newest.cause)) return null;
  if (isOldLink(newest.cause) && (await wasSignedInBefore(tx, email, newest.at))) return null;
  return { cause: newest.cause, at: newest.at };
}

const OLD_LINK_MS = 12 * 60 * 60_000;

/** Whoever has just got in may open the mail's link once more, and so may a machine that reads their mail: no trouble. */
async function wasSignedInBefore(tx: Tx, email: Email, at: Date): Promise<boolean> {
  const isJustBefore = between(decision.at, new Date(at.getTime() - OLD_LINK_MS), at);
  const visits = await tx
    .select({ at: decision.at })
    .from(decision)
    .where(and(eq(decision.email, email), eq(decision.source, "visit"), isJustBefore))
    .limit(1);
  return visits.length > 0;
}

function isOldLink(cause: Cause): boolean {
  return cause === "proof.already_used" || cause === "proof.expired";
}

type ProofCause = NonNullable<FirmContext["proofTrouble"]>["cause"];

function isProofCause(cause: string | null): cause is ProofCause & Cause {
  return cause !== null && (cause.startsWith("proof.") || cause === "sess.cookies_off");
}

/** Whether the drift watch found that the PSA suddenly shows far fewer contacts, and not yet that it is mended. */
export async function findSeesLess(tx: Tx): Promise<FirmContext["seesLess"]> {
  const [run] = await tx.select({ before: watchRun.contactsBefore, now: watchRun.contacts }).from(watchRun);
  return run?.before && run.now !== null ? { before: run.before, now: run.now } : null;
}
