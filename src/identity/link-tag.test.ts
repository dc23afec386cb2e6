import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";
import { addressFor, isLinkTagOf, linkTagKey, makeLinkTag } from "./link-tag.ts";

const key = linkTagKey(randomBytes(32));
const firmId = "firm-1" as FirmId;
const jane = "jane@acme.example" as Email;

test("a tag is the same person's at the same firm under the same key, and nobody else's", () => {
  const tag = makeLinkTag(key, firmId, jane);
  expect(tag).toMatch(/^[A-Za-z0-9_-]{16}$/);
  expect(isLinkTagOf([key], tag, { firmId, email: jane })).toBe(true);
  expect(isLinkTagOf([key], tag, { firmId, email: "bo@acme.example" as Email })).toBe(false);
  expect(isLinkTagOf([key], tag, { firmId: "firm-2" as FirmId, email: jane })).toBe(false);
  expect(isLinkTagOf([linkTagKey(randomBytes(32))], tag, { firmId, email: jane })).toBe(false);
});

test.each(["", "x", "é".repeat(8), `${makeLinkTag(key, firmId, jane)}x`])("%j is nobody's tag", (tag) => {
  expect(isLinkTagOf([key], tag, { firmId, email: jane })).toBe(false);
});

test("an address keeps its path and gets the tag", () => {
  const tagged = addressFor("https://studio.portal.example/acme", key, { firmId, email: jane });
  expect(tagged).toBe(`https://studio.portal.example/acme?for=${makeLinkTag(key, firmId, jane)}`);
});
