import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Envelope, EnvelopeFault, keyIdOf, openEnvelope, rewrapEnvelope, sealEnvelope } from "./envelope.ts";

const [first, second] = [randomBytes(32), randomBytes(32)];
const ring = { current: first, former: [] };
const place = ["firm-1", "connection-1"];
const SECRET = "pat-5f3a";

test("what is sealed for a place opens there, and stands nowhere in the envelope", () => {
  const envelope = sealEnvelope(SECRET, place, ring);
  expect(openEnvelope(envelope, place, ring)).toBe(SECRET);
  expect(JSON.stringify(envelope)).not.toContain(Buffer.from(SECRET).toString("base64").slice(0, 8));
});

test("the same secret never makes the same envelope twice", () => {
  const [one, other] = [sealEnvelope(SECRET, place, ring), sealEnvelope(SECRET, place, ring)];
  expect(one.sealed).not.toBe(other.sealed);
  expect(one.wrappedKey).not.toBe(other.wrappedKey);
});

describe("an envelope opens in no other way", () => {
  const envelope = sealEnvelope(SECRET, place, ring);
  const flipped = (text: string) => {
    const bytes = Buffer.from(text, "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return bytes.toString("base64");
  };
  const other = sealEnvelope("another", ["firm-2", "connection-1"], ring);
  test.each<[string, Envelope, string[], Buffer]>([
    ["in another firm's row", envelope, ["firm-2", "connection-1"], first],
    ["in another row of the firm", envelope, ["firm-1", "connection-2"], first],
    ["where the parts of the place run into each other", envelope, ["firm-1connection-1"], first],
    ["under another master key", envelope, place, second],
    ["with a changed secret", { ...envelope, sealed: flipped(envelope.sealed) }, place, first],
    ["with a changed data key", { ...envelope, wrappedKey: flipped(envelope.wrappedKey) }, place, first],
    ["with the data key of another row", { ...envelope, wrappedKey: other.wrappedKey }, place, first],
    ["cut short", { ...envelope, sealed: envelope.sealed.slice(0, 8) }, place, first],
  ])("%s", (_, changed, where, current) => {
    const open = () => openEnvelope(changed, where, { current, former: [] });
    expect(open).toThrow(EnvelopeFault);
    expect(open).not.toThrow(SECRET);
  });
});

test("a new master key: the former one still opens, wrapping anew needs the secret of nobody, and then the new one is enough", () => {
  const envelope = sealEnvelope(SECRET, place, ring);
  const both = { current: second, former: [first] };
  expect(openEnvelope(envelope, place, both)).toBe(SECRET);
  const rewrapped = rewrapEnvelope(envelope, place, both);
  expect(rewrapped).toMatchObject({ sealed: envelope.sealed, keyId: keyIdOf(second) });
  expect(openEnvelope(rewrapped, place, { current: second, former: [] })).toBe(SECRET);
  expect(() => openEnvelope(rewrapped, place, ring)).toThrow(EnvelopeFault);
});
