// A secret at rest: sealed with a data key of its own, which the master key wraps. AES-256-GCM (NIST SP 800-38D) both times.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** Texts in base64. `keyId` tells which master key wraps the data key, and nothing else about it. */
export type Envelope = { keyId: string; wrappedKey: string; sealed: string };

/** 32 bytes each. What is sealed is sealed with `current`; the former ones still open until everything is wrapped anew. */
export type KeyRing = { current: Buffer; former: Buffer[] };

/** The envelope was sealed with no key that is at hand, or for another place, or was changed. */
export class EnvelopeFault extends Error {
  override name = "EnvelopeFault";
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a text. `place` says where it belongs (which row of whose): moved elsewhere it opens no more. */
export function sealEnvelope(text: string, place: readonly string[], { current }: KeyRing): Envelope {
  const dataKey = randomBytes(32);
  return {
    keyId: keyIdOf(current),
    wrappedKey: encrypt(dataKey, wrappingKey(current), place),
    sealed: encrypt(Buffer.from(text), dataKey, place),
  };
}

/** Opens what was sealed for this place. Throws an EnvelopeFault, which never says what was inside. */
export function openEnvelope(envelope: Envelope, place: readonly string[], ring: KeyRing): string {
  return decrypt(envelope.sealed, dataKeyOf(envelope, place, ring), place).toString("utf8");
}

/** The same secret under the current master key; the data key and what it seals stay as they are. */
export function rewrapEnvelope(envelope: Envelope, place: readonly string[], ring: KeyRing): Envelope {
  const dataKey = dataKeyOf(envelope, place, ring);
  return {
    ...envelope,
    keyId: keyIdOf(ring.current),
    wrappedKey: encrypt(dataKey, wrappingKey(ring.current), place),
  };
}

/** A name for a master key that tells nothing about it. */
export const keyIdOf = oncePerKey((masterKey) =>
  createHash("sha256").update(derive(masterKey, "key id")).digest("hex").slice(0, 16),
);

/** Whether the master key that wraps this envelope is among these. */
export function isKeyAtHand({ keyId }: Envelope, ring: KeyRing): boolean {
  return findKey(keyId, ring) !== undefined;
}

function findKey(keyId: string, { current, former }: KeyRing): Buffer | undefined {
  return [current, ...former].find((key) => keyIdOf(key) === keyId);
}

function dataKeyOf({ keyId, wrappedKey }: Envelope, place: readonly string[], ring: KeyRing): Buffer {
  const master = findKey(keyId, ring);
  if (!master) throw new EnvelopeFault(`sealed under master key ${keyId}, which is not at hand`);
  return decrypt(wrappedKey, wrappingKey(master), place);
}

const wrappingKey = oncePerKey((masterKey) => derive(masterKey, "credentials"));

/** What comes of a master key is worked out once: a token is opened for every call to a PSA. Gone when the key is. */
function oncePerKey<T>(workOut: (masterKey: Buffer) => T): (masterKey: Buffer) => T {
  const known = new WeakMap<Buffer, T>();
  return (masterKey) => {
    const worked = known.get(masterKey) ?? workOut(masterKey);
    known.set(masterKey, worked);
    return worked;
  };
}

function derive(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, Buffer.alloc(0), purpose, 32));
}

function encrypt(plain: Buffer, key: Buffer, place: readonly string[]): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(placeBytes(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}

function decrypt(text: string, key: Buffer, place: readonly string[]): Buffer {
  const bytes = Buffer.from(text, "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES)).setAAD(placeBytes(place));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (err) {
    throw new EnvelopeFault("the envelope was changed, or belongs elsewhere", { cause: err });
  }
}

function placeBytes(place: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(place));
}
