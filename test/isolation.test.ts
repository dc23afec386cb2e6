// The seed of the isolation proof: everybody asks for everything, and no answer contains a byte of somebody else's.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiFills } from "./support/api-fills.ts";
import { forbiddenTo, other, portalFills, sides, startIsolatedFirms } from "./support/isolation.ts";
import { officeFills } from "./support/office-fills.ts";
import { type Side, startTwoFirms, type TwoFirms } from "./support/two-firms.ts";
import { leaksIn, requireEveryRoute, routesOf, walk } from "./support/walk.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startIsolatedFirms();
});
afterAll(() => firms.stop());

const people: {
  name: string;
  own: string[];
  email: (firms: TwoFirms, side: Side) => string | null;
  sees: string | null;
}[] = [
  { name: "nobody", own: [], email: () => null, sees: null },
  { name: "an outsider", own: [], email: () => "who@elsewhere.example", sees: "No projects" },
  {
    name: "a contact of the other firm",
    own: [],
    email: (_, side) => `jane@acme.${other(side)}.example`,
    sees: "No projects",
  },
  { name: "an archived contact", own: [], email: (_, side) => `old@acme.${side}.example`, sees: "No projects" },
  { name: "a contact of Acme", own: ["acme"], email: (_, side) => `jane@acme.${side}.example`, sees: "ACMEMARK" },
  { name: "a contact of Birch", own: ["birch"], email: (_, side) => `bo@birch.${side}.example`, sees: "BIRCHMARK" },
  { name: "a contact of Cedar", own: ["cedar"], email: (_, side) => `cy@cedar.${side}.example`, sees: "Cedar" },
  {
    name: "a contact of both",
    own: ["acme", "birch"],
    email: (_, side) => `both@firms.${side}.example`,
    sees: "BIRCHMARK",
  },
  {
    name: "the firm's own admin, as a client",
    own: [],
    email: (firms, side) => firms[side].admin,
    sees: "You work here",
  },
];

test("every route of all surfaces is in the tables that are walked", () => {
  requireEveryRoute(firms.app, "portal", portalFills());
  requireEveryRoute(firms.app, "office", officeFills(firms));
  requireEveryRoute(firms.app, "api", apiFills([]));
  expect(routesOf(firms.app, "portal").length).toBeGreaterThanOrEqual(9);
  expect(routesOf(firms.app, "office").length).toBeGreaterThanOrEqual(15);
});

describe.each(sides)("at the portals of the firm in the %s", (side) => {
  test.each(people)("$name reads nothing of anybody else", async ({ own, email, sees }) => {
    const visitor = firms.visit(firms[side]);
    const address = email(firms, side);
    if (address !== null) await visitor.signIn(address, "/sign-in");
    const steps = await walk(visitor, portalFills());
    expect(leaksIn(steps, forbiddenTo(firms, { side, own, email: address }))).toEqual([]);
    expect(steps.filter(({ answer }) => answer.status >= 500).map(({ fill }) => fill.path)).toEqual([]);
    if (sees !== null) expect(steps.some(({ answer }) => answer.text.includes(sees))).toBe(true);
  });
});

test("cookies of the other firm, of the office and of other people open nothing at a portal, under any name", async () => {
  for (const side of sides) {
    const visitor = firms.visit(firms[side]);
    for (const cookie of await foreignCookies(side)) {
      for (const name of ["prolens_portal", "prolens_portal_proof", "prolens_office"]) visitor.setCookie(name, cookie);
      const steps = await walk(visitor, portalFills());
      expect(leaksIn(steps, forbiddenTo(firms, { side, own: [], email: null }))).toEqual([]);
    }
  }
});

async function foreignCookies(side: Side): Promise<string[]> {
  const client = firms.visit(firms[other(side)]);
  await client.signIn(`bo@birch.${other(side)}.example`, "/sign-in");
  const admin = firms.visitOffice();
  await admin.signIn(firms[side].admin);
  const values = [...client.cookies.values(), ...admin.cookies.values()];
  expect(values).toHaveLength(2);
  return [...values, values[1]?.split(".")[1] ?? ""];
}

describe("the proof itself", () => {
  test("notices a route that nobody filled", async () => {
    const copy = await startTwoFirms();
    copy.app.surfaces.portal.get("/:portal/documents/:id", (c) => c.text("new"));
    expect(() => requireEveryRoute(copy.app, "portal", portalFills())).toThrow("GET /:portal/documents/:id");
    expect(() => requireEveryRoute(copy.app, "office", { ...officeFills(firms), "GET /gone": [] })).toThrow(
      "GET /gone",
    );
    await copy.stop();
  });

  test.each([
    ["the body", "SOUTHMARK", {}],
    ["the body, in other letters", "x-southmark-x", {}],
    ["a header", "nothing", { "X-Portal": "acme-southmark" }],
    ["another company of the same firm", "Clinic fit-out NORTHMARK", {}],
  ])("catches a route that leaks in %s", async (_, text, headers: Record<string, string>) => {
    const copy = await startTwoFirms();
    copy.app.surfaces.portal.get("/:portal/leak", (c) => c.text(text, 200, headers));
    const visitor = copy.visit(copy.north);
    await visitor.signIn("jane@acme.north.example", "/sign-in");
    const steps = await walk(visitor, { "GET /:portal/leak": [{ path: "/acme-northmark/leak" }] });
    const leaks = leaksIn(
      steps,
      forbiddenTo(firms, { side: "north", own: ["acme"], email: "jane@acme.north.example" }),
    );
    expect(leaks.length).toBeGreaterThan(0);
    expect(leaks[0]).toContain("/acme-northmark/leak");
    await copy.stop();
  });
});
