import { expect, test } from "vitest";
import { accountIdOf, parseAccountId, parseToken, vendorConnection, vendorKinds } from "./psa-connection.ts";

test.each([
  ["12345", "12345"],
  [" 12345\n", "12345"],
  ["12345-harbor-finch", "12345"],
  ["", null],
  ["harbor-finch", null],
  ["12345 678", null],
  ["1".repeat(16), null],
])("%j as an account is %j", (typed, id) => {
  expect(parseAccountId(typed)).toBe(id);
});

test("a token is taken without the blanks around it, and in one piece only", () => {
  expect(parseToken(" 1234.pt.AbC-_~\n")).toBe("1234.pt.AbC-_~");
  for (const typed of ["", "short", "Bearer 1234.pt.abc", "1234\u0000pt.abc", "1234ü.pt.abc", "x".repeat(501)]) {
    expect([typed, parseToken(typed)]).toEqual([typed, null]);
  }
});

test("each vendor’s connection gives its account back", () => {
  for (const kind of vendorKinds) expect(accountIdOf(vendorConnection(kind, "12345"))).toBe("12345");
  expect(accountIdOf({ kind: "csv", settings: { dir: "/x" } })).toBeNull();
});
