import { expect, test } from "vitest";
import type { FirmId } from "../domain/ids.ts";
import { claimOfKey, drawApiKey } from "./api-key.ts";

const FIRM = "0b6c8a52-1f0e-4f7e-9a3b-2d4c6e8f0a1b" as FirmId;

test("a key names its firm, and what is stored of it is neither the key nor a part of it", () => {
  const { key, keyHash } = drawApiKey(FIRM);
  expect(key).toMatch(/^plk_0b6c8a521f0e4f7e9a3b2d4c6e8f0a1b_[\w-]{43}$/);
  expect(claimOfKey(key)).toEqual({ firmId: FIRM, keyHash });
  expect(key).not.toContain(keyHash);
  expect(drawApiKey(FIRM).key).not.toBe(key);
});

test("a text that is no key claims no firm, and is still something to look up", () => {
  const { key } = drawApiKey(FIRM);
  for (const text of [
    "",
    "plk_",
    key.slice(0, -1),
    `${key}x`,
    ` ${key}`,
    key.toUpperCase(),
    key.replace("plk_", "plx_"),
  ]) {
    const { firmId, keyHash } = claimOfKey(text);
    expect([text, firmId]).toEqual([text, "00000000-0000-0000-0000-000000000000"]);
    expect(keyHash).toHaveLength(43);
  }
});

test("one key's secret under another firm's name is another key", () => {
  const { key, keyHash } = drawApiKey(FIRM);
  const moved = key.replace("plk_0b", "plk_1b");
  expect(claimOfKey(moved).firmId).toBe("1b6c8a52-1f0e-4f7e-9a3b-2d4c6e8f0a1b");
  expect(claimOfKey(moved).keyHash).not.toBe(keyHash);
});
