import { expect, test } from "vitest";
import { safeError } from "./safe-error.ts";

test("the values of a failed statement stay out, however deep they stand", () => {
  const inner = new Error("Failed query: select 1 where email = $1\nparams: jane@acme.example");
  const outer = new Error("could not store", { cause: inner });
  const text = JSON.stringify(safeError(outer));
  expect(text).toContain("Failed query: select 1");
  expect(text).not.toContain("jane@acme.example");
});

test("a code is kept, and what is no error is named and not shown", () => {
  expect(safeError(Object.assign(new Error("x"), { code: "23505" })).code).toBe("23505");
  expect(JSON.stringify(safeError("jane@acme.example"))).not.toContain("jane");
});

test("errors that cause each other end", () => {
  const one: Error = new Error("one");
  one.cause = one;
  expect(() => safeError(one)).not.toThrow();
});
