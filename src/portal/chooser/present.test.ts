import { expect, test } from "vitest";
import { presentChooser } from "./present.ts";

test("the portals stand by name", () => {
  const portals = [
    { name: "Northwind", href: "/n" },
    { name: "acme", href: "/a" },
  ];
  expect(
    presentChooser({ firmName: "Harbor Finch", portals, locale: "en-GB" }).portals.map(({ name }) => name),
  ).toEqual(["acme", "Northwind"]);
});
