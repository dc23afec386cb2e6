import { expect, test } from "vitest";
import { byId } from "./by-id.ts";

test("rows that are shared stay in the order in which they came", () => {
  const rows = Object.freeze([{ id: "b" }, { id: "a" }]);
  expect(byId(rows)).toEqual([{ id: "a" }, { id: "b" }]);
  expect(rows).toEqual([{ id: "b" }, { id: "a" }]);
});
