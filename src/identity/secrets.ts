// Tokens and codes: how they are drawn, and in which form they are kept. Nothing stored here opens anything by itself.
import { createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";

/** 256 random bits for a cookie. */
export function drawToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The form in which a token is stored: a copy of the table opens no session. */
export function tokenId(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Six digits, every combination equally likely. */
export function drawCode(): string {
  return randomInt(1_000_000).toString().padStart(6, "0");
}

/** Eight digits for the phone: longer than a mailed code, for it counts in whatever browser asks for this email. */
export function drawPhoneCode(): string {
  return randomInt(10 ** PHONE_CODE_LENGTH)
    .toString()
    .padStart(PHONE_CODE_LENGTH, "0");
}

export const PHONE_CODE_LENGTH = 8;

/** A key for one purpose, derived from the master key (RFC 5869). */
export function deriveKey(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, Buffer.alloc(0), purpose, 32));
}

/** A code's stored form, bound to the proof it belongs to. A million codes are quickly tried, hence the key. */
export function codeHash(key: Buffer, proofId: string, code: string): string {
  return createHmac("sha256", key).update(`${proofId} ${code}`).digest("base64url");
}

/** The stored form of a code by phone, bound to the person at this firm for whom it was given. */
export function phoneCodeHash(key: Buffer, whose: { firmId: FirmId; email: Email }, code: string): string {
  return codeHash(key, `${whose.firmId} ${whose.email}`, code);
}

/** Takes as long for a wrong one as for the right one, so that nothing can be learned from how long it takes. */
export function isSameHash(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}
