// Keys for the API: how one is drawn, and what a presented one claims.
import type { FirmId } from "../domain/ids.ts";
import { drawToken, tokenId } from "./secrets.ts";

const SHAPE = /^plk_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[\w-]{43}$/;
const NO_FIRM = "00000000-0000-0000-0000-000000000000" as FirmId;

/** A new key of this firm. It names the firm, so that the firm's own rows are the only ones ever looked at. */
export function drawApiKey(firmId: FirmId): { key: string; keyHash: string } {
  const key = `plk_${firmId.replaceAll("-", "")}_${drawToken()}`;
  return { key, keyHash: tokenId(key) };
}

/**
 * The firm that a text claims to be a key of, and the key's stored form. A text that is no key claims a firm that does not
 * exist: looking it up takes the same work as looking up a wrong key.
 */
export function claimOfKey(text: string): { firmId: FirmId; keyHash: string } {
  const [, ...parts] = SHAPE.exec(text) ?? [];
  return { firmId: parts.length > 0 ? (parts.join("-") as FirmId) : NO_FIRM, keyHash: tokenId(text) };
}
