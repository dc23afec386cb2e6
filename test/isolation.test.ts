// The seed of the isolation proof: everybody asks for everything, and no answer contains a byte of somebody else's.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPortals } from "../src/commands/create-portals.ts";
import { rotateAddress } from "../src/commands/rotate-address.ts";
import type { CompanyId } from "../src/domain/ids.ts";
import { type Side, startTwoFirms, type TwoFirms } from "./support/two-firms.ts";
import type { Visitor } from "./support/visitor.ts";
import { type Fill, type Fills, leaksIn, requireEveryRoute, routesOf, walk } from "./support/walk.ts";

const sides: Side[] = ["north", "south"];
const companies = ["acme", "birch", "cedar"];
const REGISTER = "/settings/client-portals";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
  for (const side of sides) {
    const { firm, portals } = firms[side];
    const doer = { firmId: firm.id, actor: "test", now: firms.clock.now() };
    // An earlier address for each firm, so that the roads that lead on are walked too.
    const cedar = portals.get("c-cedar");
    if (cedar) await rotateAddress(firms.database.db, doer, cedar.id, `cedar-${side}mark-new`);
    const dune = { id: "c-dune" as CompanyId, name: `Dune ${side.toUpperCase()}MARK` };
    await createPortals(firms.database.db, doer, [{ company: dune, template: "owner" }]);
  }
});
afterAll(() => firms.stop());

const slugs = sides.flatMap((side) => [
  ...companies.map((company) => `${company}-${side}mark`),
  `cedar-${side}mark-new`,
  `dune-${side}mark`,
]);
const projectIds = ["p-1", "p-3", "p-4", "p-x"];

function signInFills(nexts: string[], emails: string[]): Fills {
  const echo = [...nexts, ...emails];
  return {
    "GET /sign-in": nexts.map((next) => ({ path: `/sign-in?next=${encodeURIComponent(next)}` })),
    "POST /sign-in": emails.map((email, index) => ({
      path: "/sign-in",
      form: { email, next: nexts[index % nexts.length] ?? "/" },
    })),
    "GET /sign-in/code": [{ path: "/sign-in/code", echo }],
    "POST /sign-in/code": [{ path: "/sign-in/code", form: { code: "123456" }, echo }],
    "POST /sign-in/resend": [{ path: "/sign-in/resend", echo }],
    "POST /sign-out": nexts.slice(0, 1).map((next) => ({ path: "/sign-out", form: { next } })),
  };
}

const emails = sides.flatMap((side) => [`jane@acme.${side}.example`, "not an email"]);

function portalFills(): Fills {
  const homes: Fill[] = [...slugs, "no-such-portal"].map((slug) => ({ path: `/${slug}` }));
  return {
    ...signInFills(["/acme-northmark", "/acme-southmark"], emails),
    "GET /": [{ path: "/" }, { path: "/?portal=acme-northmark" }],
    "GET /:portal": homes,
    "GET /:portal/projects/:id": homes.flatMap(({ path }) =>
      projectIds.map((id) => ({ path: `${path}/projects/${id}` })),
    ),
  };
}

function officeFills(): Fills {
  const ids = sides.flatMap((side) => [...firms[side].portals.values()].map(({ id }) => String(id)));
  const each = (action: string): Fill[] => [...ids, "none"].map((id) => ({ path: `${REGISTER}/${id}/${action}` }));
  return {
    ...signInFills([REGISTER], [...emails, firms.north.admin, firms.south.admin]),
    "GET /": [{ path: "/" }],
    [`GET ${REGISTER}`]: ["", "?q=acme", "?q=mark", "?firm=south-studio"].map((query) => ({
      path: `${REGISTER}${query}`,
    })),
    [`POST ${REGISTER}/create-missing`]: [{ path: `${REGISTER}/create-missing` }],
    [`POST ${REGISTER}/create`]: ["c-acme", "c-dune", "c-x"].map((company) => ({
      path: `${REGISTER}/create`,
      form: { company },
    })),
    [`POST ${REGISTER}/:id/rotate`]: each("rotate"),
    [`POST ${REGISTER}/:id/pause`]: each("pause"),
    [`POST ${REGISTER}/:id/resume`]: each("resume"),
    "GET /mailbox": [{ path: "/mailbox" }],
  };
}

/** What nobody but this firm's people may read; addresses and ids of the other firm's things count too. */
function marksOf(side: Side): string[] {
  const { firm, csv, portals } = firms[side];
  const ids = [...portals.values()].map(({ id }) => String(id));
  return [`${side}mark`, `.${side}.example`, firm.id, firm.name, csv.dir, ...ids];
}

/** What nobody but this company's people may read. */
const companyMarks: Record<string, string[]> = {
  acme: ["ACMEMARK", "Acme ", "Library renewal", "Parking", "Maya Oduya", "acme-"],
  birch: ["BIRCHMARK", "Birch ", "Clinic", "Lev Stein", "birch-"],
  cedar: ["Cedar ", "cedar-"],
  dune: ["Dune ", "dune-"],
  hidden: ["Secret archive", "987654", "987,654"],
};

const people: { name: string; own: string[]; email: (side: Side) => string | null; sees: string | null }[] = [
  { name: "nobody", own: [], email: () => null, sees: null },
  { name: "an outsider", own: [], email: () => "who@elsewhere.example", sees: "No projects" },
  {
    name: "a contact of the other firm",
    own: [],
    email: (side) => `jane@acme.${other(side)}.example`,
    sees: "No projects",
  },
  { name: "an archived contact", own: [], email: (side) => `old@acme.${side}.example`, sees: "No projects" },
  { name: "a contact of Acme", own: ["acme"], email: (side) => `jane@acme.${side}.example`, sees: "ACMEMARK" },
  { name: "a contact of Birch", own: ["birch"], email: (side) => `bo@birch.${side}.example`, sees: "BIRCHMARK" },
  { name: "a contact of Cedar", own: ["cedar"], email: (side) => `cy@cedar.${side}.example`, sees: "Cedar" },
  {
    name: "a contact of both",
    own: ["acme", "birch"],
    email: (side) => `both@firms.${side}.example`,
    sees: "BIRCHMARK",
  },
  { name: "the firm's own admin, as a client", own: [], email: (side) => firms[side].admin, sees: "No projects" },
];

function other(side: Side): Side {
  return side === "north" ? "south" : "north";
}

/** What this person may not read at this firm's portals; their own email may always come back to them. */
function forbiddenTo(side: Side, own: string[], email: string | null): string[] {
  const foreign = Object.entries(companyMarks).flatMap(([company, marks]) => (own.includes(company) ? [] : marks));
  return [...marksOf(other(side)), ...foreign].filter((mark) => !email?.includes(mark.toLowerCase()));
}

test("every route of both surfaces is in the tables that are walked", () => {
  requireEveryRoute(firms.app, "portal", portalFills());
  requireEveryRoute(firms.app, "office", officeFills());
  expect(routesOf(firms.app, "portal").length).toBeGreaterThanOrEqual(9);
  expect(routesOf(firms.app, "office").length).toBeGreaterThanOrEqual(13);
});

describe.each(sides)("at the portals of the firm in the %s", (side) => {
  test.each(people)("$name reads nothing of anybody else", async ({ own, email, sees }) => {
    const visitor = firms.visit(firms[side]);
    const address = email(side);
    if (address !== null) await visitor.signIn(address, "/sign-in");
    const steps = await walk(visitor, portalFills());
    expect(leaksIn(steps, forbiddenTo(side, own, address))).toEqual([]);
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
      expect(leaksIn(steps, forbiddenTo(side, [], null))).toEqual([]);
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

describe("at the office", () => {
  test.each(["nobody", "a client of the north"])("%s reads nothing of any firm", async (name) => {
    const office = firms.visitOffice();
    if (name !== "nobody") await office.signIn("jane@acme.north.example");
    const steps = await walk(office, officeFills());
    expect(
      leaksIn(
        steps,
        sides.flatMap(marksOf).filter((mark) => mark !== ".north.example"),
      ),
    ).toEqual([]);
  });

  test.each(sides)("an admin in the %s reads nothing of the other firm, and all of their own", async (side) => {
    const office = await admin(side);
    const steps = await walk(office, officeFills());
    expect(leaksIn(steps, marksOf(other(side)))).toEqual([]);
    const shown = steps.filter(({ answer }) => answer.text.includes(`Acme ${side.toUpperCase()}MARK`));
    expect(shown.length).toBeGreaterThan(1);
  });

  async function admin(side: Side): Promise<Visitor> {
    const office = firms.visitOffice();
    await office.signIn(firms[side].admin);
    return office;
  }
});

describe("the proof itself", () => {
  test("notices a route that nobody filled", async () => {
    const copy = await startTwoFirms();
    copy.app.surfaces.portal.get("/:portal/documents/:id", (c) => c.text("new"));
    expect(() => requireEveryRoute(copy.app, "portal", portalFills())).toThrow("GET /:portal/documents/:id");
    expect(() => requireEveryRoute(copy.app, "office", { ...officeFills(), "GET /gone": [] })).toThrow("GET /gone");
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
    const leaks = leaksIn(steps, forbiddenTo("north", ["acme"], "jane@acme.north.example"));
    expect(leaks.length).toBeGreaterThan(0);
    expect(leaks[0]).toContain("/acme-northmark/leak");
    await copy.stop();
  });
});
