// Links that we mail by ourselves carry a tag of whom they were mailed to. It proves nothing and opens nothing: it only lets
// a page notice that somebody opens it while they are signed in with another email.
import { createHmac } from "node:crypto";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";
import { deriveKey, isSameHash } from "./secrets.ts";

/** The name of the tag in an address. */
export const LINK_TAG = "for";
const TAG_LENGTH = 16;

/** Of the master key; for `makeLinkTag` and `isLinkTagOf`. */
export function linkTagKey(masterKey: Buffer): Buffer {
  return deriveKey(masterKey, "link tags");
}

/** The tag for links to this person at this firm's portals. Without the key nobody can tell whose it is. */
export function makeLinkTag(key: Buffer, firmId: FirmId, email: Email): string {
  return createHmac("sha256", key).update(`${firmId} ${email}`).digest("base64url").slice(0, TAG_LENGTH);
}

/** Whether a tag, as it came in an address, is this person's at this firm. Mails are old: former keys count as well. */
export function isLinkTagOf(keys: readonly Buffer[], tag: string, whom: { firmId: FirmId; email: Email }): boolean {
  return keys.some((key) => isSameHash(tag, makeLinkTag(key, whom.firmId, whom.email)));
}

/** The address with the tag of whom it is mailed to. */
export function addressFor(address: string, key: Buffer, whom: { firmId: FirmId; email: Email }): string {
  const url = new URL(address);
  url.searchParams.set(LINK_TAG, makeLinkTag(key, whom.firmId, whom.email));
  return url.href;
}
