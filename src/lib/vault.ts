import { type Envelope, isKeyAtHand, type KeyRing, openEnvelope, sealEnvelope } from "./envelope.ts";

/** Seals and opens secrets at rest with the master keys of this installation; see envelope.ts. */
export type Vault = {
  seal(text: string, place: readonly string[]): Envelope;
  /** Throws an EnvelopeFault. */
  open(envelope: Envelope, place: readonly string[]): string;
};

/**
 * `readKeys` gives the master keys as they stand now. They are read anew before something is sealed, and when an envelope names
 * a key that was not among them, so that a running program goes on when the keys are rotated beside it.
 */
export function openVault(readKeys: () => KeyRing): Vault {
  let keys = readKeys();
  return {
    seal: (text, place) => {
      keys = readKeys();
      return sealEnvelope(text, place, keys);
    },
    open: (envelope, place) => {
      if (!isKeyAtHand(envelope, keys)) keys = readKeys();
      return openEnvelope(envelope, place, keys);
    },
  };
}
