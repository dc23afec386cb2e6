// How somebody proves an email: a code by mail, typed into the browser that asked. Rules: docs/decisions/0005.
import type { Proof, ProofStore } from "../data/queries/proofs.ts";
import type { Email } from "../domain/email.ts";
import type { Clock } from "../lib/clock.ts";
import { codeHash, drawCode, drawToken, isSameHash, PHONE_CODE_LENGTH, tokenId } from "./secrets.ts";
import type { SignInLink } from "./sign-in-link.ts";

const CODE_LIFE_MS = 15 * 60_000;
const PROOF_LIFE_MS = 60 * 60_000;
const TRIES_MAX = 5;
/** A second mail is not sent before this time has passed. */
export const RESEND_AFTER_MS = 30_000;

export type ProofParts = {
  store: ProofStore;
  clock: Clock;
  codeKey: Buffer;
  /** Spends the code that the firm read out to this person on the phone; null where there are none. */
  spendPhoneCode: ((email: Email, code: string) => Promise<boolean>) | null;
};

/** A code to be mailed, and the secret for the cookie of the browser that asked. */
export type StartedProof = { secret: string; code: string; proof: Proof };

/**
 * Starts a proof. Every email is treated alike: whether anybody knows it is not looked at. Where `isMailed` is false its code
 * goes to nobody; what counts is a later one, or one by phone.
 */
export async function startProof(
  parts: ProofParts,
  { email, nextPath, isMailed }: { email: Email; nextPath: string; isMailed: boolean },
): Promise<StartedProof> {
  const secret = drawToken();
  const id = tokenId(secret);
  const code = drawCode();
  const now = parts.clock.now();
  const proof: Proof = {
    id,
    email,
    codeHash: codeHash(parts.codeKey, id, code),
    codeExpiresAt: later(now, CODE_LIFE_MS),
    olderCodeHash: null,
    olderCodeExpiresAt: null,
    wrongTries: 0,
    sentCount: isMailed ? 1 : 0,
    sentAt: now,
    nextPath,
    expiresAt: later(now, PROOF_LIFE_MS),
  };
  await parts.store.start(proof);
  return { secret, code, proof };
}

/** The link that does what typing this code does. */
export function linkOf(proof: Proof, code: string): SignInLink {
  const { id, email, codeExpiresAt } = proof;
  return { proofId: id, code, email, expiresAt: codeExpiresAt };
}

/** All tries were taken: nothing that is typed counts until a further code is sent. */
export function isUsedUp({ wrongTries }: Proof): boolean {
  return wrongTries >= TRIES_MAX;
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
export async function renewCode(
  { store, clock, codeKey }: ProofParts,
  proof: Proof,
): Promise<{ code: string; proof: Proof } | null> {
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
  const isRenewed = await store.renew(renewed, { sentCount: proof.sentCount, triesMax: TRIES_MAX });
  return isRenewed ? { code, proof: renewed } : null;
}

export type LinkState =
  | { kind: "live"; proof: Proof }
  | { kind: "expired" | "replaced" | "already_used" | "no_tries_left"; proof: Proof | null };

/** How a link stands. Looking spends nothing and counts as no try: whoever opens a link may be a machine. */
export async function readLink({ store, clock, codeKey }: ProofParts, link: SignInLink): Promise<LinkState> {
  const now = clock.now();
  const proof = await store.find(link.proofId, now);
  if (link.expiresAt <= now) return { kind: "expired", proof };
  if (!proof) return { kind: "already_used", proof };
  if (isUsedUp(proof)) return { kind: "no_tries_left", proof };
  const hash = codeHash(codeKey, proof.id, link.code);
  const isNewestTwo = [proof.codeHash, proof.olderCodeHash].some((kept) => kept !== null && isSameHash(kept, hash));
  return isNewestTwo ? { kind: "live", proof } : { kind: "replaced", proof };
}

export type ProofResult =
  | { kind: "proved"; email: Email; nextPath: string }
  | { kind: "wrong"; triesLeft: number }
  | { kind: "expired" }
  | { kind: "already_used" }
  | { kind: "no_tries_left" };

/** Tries a code. A right one counts once; a wrong one costs a try, however many are sent at the same moment. */
export async function tryCode(parts: ProofParts, secret: string, typed: string): Promise<ProofResult> {
  const { store, clock } = parts;
  const now = clock.now();
  const id = tokenId(secret);
  const proof = await store.takeTry(id, now, TRIES_MAX);
  if (!proof) return (await store.find(id, now)) ? { kind: "no_tries_left" } : { kind: "already_used" };
  const verdict = await verdictOn(parts, proof, typed.replace(/[\s-]/g, ""));
  if (verdict === "wrong") return { kind: "wrong", triesLeft: TRIES_MAX - proof.wrongTries };
  if (verdict === "expired") return { kind: "expired" };
  if (!(await store.spend(id))) return { kind: "already_used" };
  return { kind: "proved", email: proof.email, nextPath: proof.nextPath };
}

async function verdictOn(parts: ProofParts, proof: Proof, code: string): Promise<"right" | "wrong" | "expired"> {
  if (code.length === PHONE_CODE_LENGTH && parts.spendPhoneCode)
    return (await parts.spendPhoneCode(proof.email, code)) ? "right" : "wrong";
  const hash = codeHash(parts.codeKey, proof.id, code);
  const isNewest = isSameHash(hash, proof.codeHash);
  const isOlder = proof.olderCodeHash !== null && isSameHash(hash, proof.olderCodeHash);
  if (!isNewest && !isOlder) return "wrong";
  const expiresAt = isNewest ? proof.codeExpiresAt : proof.olderCodeExpiresAt;
  return expiresAt && expiresAt > parts.clock.now() ? "right" : "expired";
}

function later(moment: Date, byMs: number): Date {
  return new Date(moment.getTime() + byMs);
}
