// How somebody proves an email: a code by mail, typed into the browser that asked. Rules: docs/decisions/0005.
import type { Proof, ProofStore } from "../data/queries/proofs.ts";
import type { Email } from "../domain/email.ts";
import type { Clock } from "../lib/clock.ts";
import { codeHash, drawCode, drawToken, isSameHash, tokenId } from "./secrets.ts";

const CODE_LIFE_MS = 15 * 60_000;
const PROOF_LIFE_MS = 60 * 60_000;
const TRIES_MAX = 5;
/** A second mail is not sent before this time has passed. */
export const RESEND_AFTER_MS = 30_000;

export type ProofParts = { store: ProofStore; clock: Clock; codeKey: Buffer };

/** A code to be mailed, and the secret for the cookie of the browser that asked. */
export type StartedProof = { secret: string; code: string };

/** Starts a proof. Every email is treated alike: whether anybody knows it is not looked at. */
export async function startProof(parts: ProofParts, email: Email, nextPath: string): Promise<StartedProof> {
  const secret = drawToken();
  const id = tokenId(secret);
  const code = drawCode();
  const now = parts.clock.now();
  await parts.store.start({
    id,
    email,
    codeHash: codeHash(parts.codeKey, id, code),
    codeExpiresAt: later(now, CODE_LIFE_MS),
    olderCodeHash: null,
    olderCodeExpiresAt: null,
    wrongTries: 0,
    sentCount: 1,
    sentAt: now,
    nextPath,
    expiresAt: later(now, PROOF_LIFE_MS),
  });
  return { secret, code };
}

/** The proof that this browser has under way, or null. */
export function findProof({ store, clock }: ProofParts, secret: string | undefined): Promise<Proof | null> {
  return secret ? store.find(tokenId(secret), clock.now()) : Promise.resolve(null);
}

/**
 * A further code for the same proof. The one before it stays valid for its time, and both share the tries that are left; once
 * none is, the one before ends and the tries start again. Null when the proof was renewed or spent meanwhile, as by a double
 * click.
 */
export async function renewCode({ store, clock, codeKey }: ProofParts, proof: Proof): Promise<string | null> {
  const now = clock.now();
  const code = drawCode();
  const renewed = {
    ...proof,
    codeHash: codeHash(codeKey, proof.id, code),
    codeExpiresAt: later(now, CODE_LIFE_MS),
    olderCodeHash: proof.codeHash,
    olderCodeExpiresAt: proof.codeExpiresAt,
    wrongTries: proof.wrongTries,
    sentCount: proof.sentCount + 1,
    sentAt: now,
    expiresAt: later(now, PROOF_LIFE_MS),
  };
  return (await store.renew(renewed, { sentCount: proof.sentCount, triesMax: TRIES_MAX })) ? code : null;
}

export type ProofResult =
  | { kind: "proved"; email: Email; nextPath: string }
  | { kind: "wrong"; triesLeft: number }
  | { kind: "expired" }
  | { kind: "no_tries_left" };

/** Tries a code. A right one counts once; a wrong one costs a try, however many are sent at the same moment. */
export async function tryCode(
  { store, clock, codeKey }: ProofParts,
  secret: string,
  typed: string,
): Promise<ProofResult> {
  const now = clock.now();
  const id = tokenId(secret);
  const proof = await store.takeTry(id, now, TRIES_MAX);
  if (!proof) return (await store.find(id, now)) ? { kind: "no_tries_left" } : { kind: "expired" };
  const hash = codeHash(codeKey, id, typed.replace(/[\s-]/g, ""));
  const isNewest = isSameHash(hash, proof.codeHash);
  const isOlder = proof.olderCodeHash !== null && isSameHash(hash, proof.olderCodeHash);
  if (!isNewest && !isOlder) return { kind: "wrong", triesLeft: TRIES_MAX - proof.wrongTries };
  const expiresAt = isNewest ? proof.codeExpiresAt : proof.olderCodeExpiresAt;
  if (!expiresAt || expiresAt <= now || !(await store.spend(id))) return { kind: "expired" };
  return { kind: "proved", email: proof.email, nextPath: proof.nextPath };
}

function later(moment: Date, byMs: number): Date {
  return new Date(moment.getTime() + byMs);
}
