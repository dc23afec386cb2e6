import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { EnvelopeFault, type KeyRing, keyIdOf, rewrapEnvelope } from "./envelope.ts";
import { openVault } from "./vault.ts";

const place = ["connection", "firm-1", "c-1"];
const [first, second] = [randomBytes(32), randomBytes(32)];

test("a vault that is open while the keys are rotated beside it goes on opening, and seals with the new key", () => {
  let keys: KeyRing = { current: first, former: [] };
  const vault = openVault(() => keys);
  const before = vault.seal("hush", place);
  keys = { current: second, former: [first] };
  expect(vault.open(rewrapEnvelope(before, place, keys), place)).toBe("hush");
  expect(vault.open(before, place)).toBe("hush");
  expect(vault.seal("hush", place).keyId).toBe(keyIdOf(second));
});

test("what is sealed with a key that is nowhere does not open", () => {
  const elsewhere = openVault(() => ({ current: second, former: [] })).seal("hush", place);
  expect(() => openVault(() => ({ current: first, former: [] })).open(elsewhere, place)).toThrow(EnvelopeFault);
});
