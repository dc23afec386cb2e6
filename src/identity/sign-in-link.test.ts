import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Email } from "../domain/email.ts";
import { openLink, type SignInLink, sealLink } from "./sign-in-link.ts";

const key = randomBytes(32);
const link: SignInLink = {
  proofId: "q".repeat(43),
  code: "012345",
  email: "jané+x@acme.example" as Email,
  expiresAt: new Date("2026-11-25T03:00:00.123Z"),
};

test("what was sealed is what is opened", () => {
  expect(openLink(key, "firm-1", sealLink(key, "firm-1", link))).toEqual(link);
});

test("an address fits, however long the email is", () => {
  const email = `${"x".repeat(64)}@${"a.".repeat(93)}ex` as Email;
  const token = sealLink(key, "firm-1", { ...link, email });
  expect(token).toMatch(/^[\w-]+$/);
  expect(openLink(key, "firm-1", token)?.email).toBe(email);
});

test("the token says nothing: neither code nor email can be read in it, and no two are alike", () => {
  const token = sealLink(key, "firm-1", link);
  const bytes = Buffer.from(token, "base64url").toString("latin1");
  for (const part of [link.code, "acme", link.proofId]) expect(token + bytes).not.toContain(part);
  expect(sealLink(key, "firm-1", link)).not.toBe(token);
});

test("another door, another key, a changed letter or a cut end opens nothing", () => {
  const token = sealLink(key, "firm-1", link);
  expect(openLink(key, "firm-2", token)).toBeNull();
  expect(openLink(randomBytes(32), "firm-1", token)).toBeNull();
  for (let at = 0; at < token.length - 1; at++) {
    const other = token[at] === "A" ? "B" : "A";
    expect(openLink(key, "firm-1", `${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBeNull();
  }
  for (const cut of [
    "",
    "x",
    token.slice(0, 30),
    token.slice(0, -4),
    `${token}AAAA`,
    "é".repeat(50),
    "A".repeat(10_000),
  ])
    expect(openLink(key, "firm-1", cut)).toBeNull();
});
