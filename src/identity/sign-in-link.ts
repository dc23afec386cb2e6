// The link in a code's mail: the code itself, sealed. Only we can open it, and it counts only where the code does.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type Email, parseEmail } from "../domain/email.ts";

/** What a link carries: which proof it belongs to, its code, whom it was mailed to, and until when it counts. */
export type SignInLink = { proofId: string; code: string; email: Email; expiresAt: Date };

export const LINK_PATH = "/sign-in/link";

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** The longest email and what stands around it, sealed; anything longer is none of ours and costs no work. */
const TOKEN_LENGTH_MAX = 600;

/** Seals a link for one door (AES-256-GCM): at another firm's host, or at the office, it cannot be opened. */
export function sealLink(key: Buffer, scope: string, { proofId, code, email, expiresAt }: SignInLink): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(scope));
  const text = [proofId, code, expiresAt.getTime().toString(36), email].join(" ");
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What the link carries, or null for whatever we have not sealed for this door: cut off, altered, made up. */
export function openLink(key: Buffer, scope: string, token: string): SignInLink | null {
  if (token.length > TOKEN_LENGTH_MAX) return null;
  const sealed = Buffer.from(token, "base64url");
  if (sealed.length <= IV_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES)).setAAD(Buffer.from(scope));
    decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const opened = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return parseLink(opened.toString("utf8"));
  } catch {
    return null;
  }
}

function parseLink(text: string): SignInLink | null {
  const [proofId = "", code = "", until = "", address = ""] = text.split(" ");
  const email = parseEmail(address);
  return email && { proofId, code, email, expiresAt: new Date(Number.parseInt(until, 36)) };
}
