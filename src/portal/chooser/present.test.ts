import { expect, test } from "vitest";
import type { PortalId } from "../../domain/ids.ts";
import { presentChooser } from "./present.ts";

const portals = [
  { id: "p-n" as PortalId, name: "Northwind", href: "/n" },
  { id: "p-a" as PortalId, name: "acme", href: "/a" },
];
const input = { firmName: "Harbor Finch", portals, locale: "en-GB" };

test("the portals stand by name, and each can be made the first to open", () => {
  const { rows } = presentChooser({ ...input, preferredId: null });
  expect(rows.map(({ name }) => name)).toEqual(["acme", "Northwind"]);
  expect(rows.map(({ change }) => change.target.fields.portal)).toEqual(["p-a", "p-n"]);
  expect(rows.some(({ firstLabel }) => firstLabel !== null)).toBe(false);
});

test("the one that opens first says so, and offers to be asked again", () => {
  const [, northwind] = presentChooser({ ...input, preferredId: "p-n" as PortalId }).rows;
  expect(northwind).toMatchObject({
    firstLabel: "Opens first",
    change: { label: "Ask me each time", target: { fields: { portal: "" } } },
  });
});
