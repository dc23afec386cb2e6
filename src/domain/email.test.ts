import { describe, expect, test, vi } from "vitest";
import { parseEmail } from "./email.ts";

describe("one address has one form", () => {
  test.each([
    ["Jane@Acme.example", "jane@acme.example"],
    ["  jane@acme.example\t", "jane@acme.example"],
    ["jose\u0301@acme.example", "jos\u00e9@acme.example"],
    ["jane@Münch.example", "jane@xn--mnch-0ra.example"],
    ["jane@xn--mnch-0ra.example", "jane@xn--mnch-0ra.example"],
  ])("%j is %s", (typed, email) => {
    expect(parseEmail(typed)).toBe(email);
  });

  test("a plus-address is another address", () => {
    expect(parseEmail("jane+site@acme.example")).not.toBe(parseEmail("jane@acme.example"));
  });
});

test("a text that is far too long is refused before any work is done on it", () => {
  const reordering = `a${"\u0302".repeat(16_000)}${"\u0323".repeat(16_000)}@acme.example`;
  const normalize = vi.spyOn(String.prototype, "normalize");
  expect(parseEmail(reordering)).toBeNull();
  expect(normalize).not.toHaveBeenCalled();
  expect(parseEmail("jane@acme.example")).not.toBeNull();
  expect(normalize).toHaveBeenCalled();
  normalize.mockRestore();
});

test.each([
  "",
  "jane",
  "jane@",
  "@acme.example",
  "jane@acme",
  "jane@@acme.example",
  "ja ne@acme.example",
  "jane@ac me.example",
  ".jane@acme.example",
  "jane.@acme.example",
  "ja..ne@acme.example",
  "jane@-acme.example",
  "jane@acme.example\r\nBcc: x@y.example",
  "jane@acme.example,bo@acme.example",
  '"jane doe"@acme.example',
  "jane@[127.0.0.1]",
  // Invisible, or turning the text after them around: what the firm reads would be another address than the one that was proved.
  "jane\u200b@acme.example",
  "jane\u00ad@acme.example",
  "\u202eelpmaxe.emca\u202c@evil.example",
  "jane\u2066@acme.example",
  "jane\ufeffdoe@acme.example",
  "jane\ue000@acme.example",
  "jane\ud800@acme.example",
  `${"x".repeat(65)}@acme.example`,
  `jane@${"x".repeat(60)}.${"y".repeat(63)}.${"z".repeat(63)}.${"w".repeat(63)}.example`,
])("%j is no address", (typed) => {
  expect(parseEmail(typed)).toBeNull();
});
