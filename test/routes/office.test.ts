// The office: who may look, who may change, whose portals, and what the register shows.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { listPortals } from "../../src/data/queries/portals.ts";
import { portalAddress } from "../../src/data/schema/tables.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser, removeTeamUser, setTeamRole } from "../support/team.ts";
import type { TestFirm } from "../support/test-app.ts";
import { companiesOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import { Visitor } from "../support/visitor.ts";

const REGISTER = "/settings/client-portals";

let firms: TwoFirms;
let admin: Visitor;
let southAdmin: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  [admin, southAdmin] = [firms.visitOffice(), firms.visitOffice()];
  await admin.signIn(firms.north.admin);
  await southAdmin.signIn(firms.south.admin);
});
beforeEach(() => writeSample(firms.north.csv, "north"));
afterAll(() => firms.stop());

function idOf(firm: TestFirm, company: string): string {
  const portal = firm.portals.get(company);
  if (!portal) throw new Error(`no portal for ${company}`);
  return portal.id;
}

/** Everything that a change could change about a firm's portals. */
function register({ firm }: TestFirm) {
  return inFirmRead(firms.database.db, firm.id, async (tx) => ({
    portals: await listPortals(tx),
    addresses: await tx
      .select({ slug: portalAddress.slug, portalId: portalAddress.portalId, isCurrent: portalAddress.isCurrent })
      .from(portalAddress)
      .orderBy(portalAddress.slug),
  }));
}

const changes = (firm: TestFirm): [string, Record<string, string>][] => [
  [`${REGISTER}/create-missing`, {}],
  [`${REGISTER}/create`, { company: "c-new" }],
  [`${REGISTER}/${idOf(firm, "c-acme")}/rotate`, {}],
  [`${REGISTER}/${idOf(firm, "c-acme")}/pause`, {}],
  [`${REGISTER}/${idOf(firm, "c-acme")}/resume`, {}],
];

function addCompany(id = "c-new"): Promise<void> {
  return firms.north.csv.write("companies.csv", [...companiesOf("north"), { id, name: "New NORTHMARK" }]);
}

describe("somebody who is not signed in", () => {
  test("sees the sign-in page at every address of the office, and changes nothing", async () => {
    await addCompany();
    const before = await register(firms.north);
    for (const [path, form] of changes(firms.north)) {
      const page = await firms.visitOffice().post(path, form);
      expect(headingOf(page)).toBe("Sign in to your firm’s office");
      expect(page.text).not.toMatch(/NORTHMARK|North Studio/);
    }
    const page = await firms.visitOffice().get(REGISTER);
    expect(headingOf(page)).toBe("Sign in to your firm’s office");
    expect(page.text).toContain(`name="next" value="${REGISTER}"`);
    expect(await register(firms.north)).toEqual(before);
  });

  test("whose email is in no team is told so after the proof, and which firms there are is not", async () => {
    const visitor = firms.visitOffice();
    const page = await visitor.signIn("who@elsewhere.example", REGISTER);
    expect([page.status, headingOf(page)]).toEqual([403, "This email is in no firm’s team"]);
    expect(page.text).not.toMatch(/Studio|NORTHMARK|SOUTHMARK/);
    expect(headingOf(await visitor.get(REGISTER))).toBe("Sign in to your firm’s office");
  });
});

describe("the register", () => {
  test("shows an admin every client company with its address, contacts, state and last visit", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn("jane@acme.north.example", "/acme-northmark");
    const page = await admin.get(REGISTER);
    const words = wordsOf(page);
    expect(page.status).toBe(200);
    expect(page.text).toContain('href="http://north-studio.portal.test/acme-northmark"');
    expect(words).toMatch(/Acme NORTHMARK .*?Owner 2 can sign in (now|just now|.*ago|.*seconds?) Open/);
    expect(words).toMatch(/Birch NORTHMARK .*?Owner 2 can sign in never Open/);
    expect(words).toMatch(/Cedar NORTHMARK .*?Owner 1 can sign in never Open/);
    expect(words).not.toContain("Dune");
    expect(page.text).not.toContain("SOUTHMARK");
  });

  test("is the page that the office's bare address leads to", async () => {
    const page = await admin.send("GET", "/", { follow: false });
    expect([page.status, page.location]).toEqual([302, REGISTER]);
  });

  test("counts neither refusals nor pages of other portals as a visit", async () => {
    const bo = firms.visit(firms.north);
    await bo.signIn("bo@birch.north.example", "/cedar-northmark");
    expect(wordsOf(await admin.get(REGISTER))).toMatch(/Cedar NORTHMARK .*?1 can sign in never Open/);
  });

  test("filters by company and address, and shows what was typed as text", async () => {
    const found = wordsOf(await admin.get(`${REGISTER}?q=birch`));
    expect(found).toContain("Birch NORTHMARK");
    expect(found).not.toContain("Acme NORTHMARK");
    for (const markup of [
      '"><script>alert(1)</script>',
      "<img src=x onerror=alert(1)>",
      "'\"--><svg onload=alert(1)>",
    ]) {
      const page = await admin.get(`${REGISTER}?q=${encodeURIComponent(markup)}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/<script>alert|<img|<svg onload/);
      expect(wordsOf(page)).toContain(`No company or address contains “${markup}”`);
    }
  });

  test.each(["%00", "%E0%A4%A", "x".repeat(10_240), "%F0%9F%8F%9B", "(((", "%25"])(
    "takes any filter (%#) without a fault",
    async (typed) => {
      expect((await admin.get(`${REGISTER}?q=${typed}&q=other&p=1`)).status).toBe(200);
    },
  );

  test("shows the portals when the PSA cannot be read, says so, and creates nothing meanwhile", async () => {
    await firms.north.csv.writeText("companies.csv", "nothing\n");
    const before = await register(firms.north);
    const page = await admin.get(REGISTER);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toMatch(/as read (just now|\d+ minutes? ago)\. \S/);
    expect(wordsOf(page)).toContain("Acme NORTHMARK");
    expect(page.text).not.toMatch(/action="[^"]*\/create/);
    await admin.post(`${REGISTER}/create-missing`, {});
    expect(await register(firms.north)).toEqual(before);
    firms.clock.advance(15 * 60_000);
    const later = wordsOf(await admin.get(REGISTER));
    expect(later).toContain("Companies and contacts cannot be read right now.");
    expect(later).toContain("Acme NORTHMARK");
  });
});

describe.each(["viewer", "member"] as const)("a %s", (role) => {
  test("may look and may not change anything", async () => {
    await addCompany();
    const visitor = firms.visitOffice();
    await visitor.signIn(await addTeamUser(firms, firms.north, role));
    const before = await register(firms.north);
    expect((await visitor.get(REGISTER)).text).toContain("Acme NORTHMARK");
    for (const [path, form] of changes(firms.north)) {
      const page = await visitor.post(path, form);
      expect([path, page.status, headingOf(page)]).toEqual([path, 403, "Only an admin can do this"]);
    }
    expect(await register(firms.north)).toEqual(before);
  });
});

describe("a role", () => {
  test("counts as it is now: an admin who was made a viewer changes nothing more, one who was removed is signed out", async () => {
    const email = await addTeamUser(firms, firms.north, "admin");
    const visitor = firms.visitOffice();
    await visitor.signIn(email);
    expect((await visitor.post(`${REGISTER}/create-missing`, {})).status).toBe(200);
    await setTeamRole(firms, firms.north, email, "viewer");
    expect((await visitor.post(`${REGISTER}/create-missing`, {})).status).toBe(403);
    await removeTeamUser(firms, firms.north, email);
    expect(headingOf(await visitor.get(REGISTER))).toBe("Sign in to your firm’s office");
  });
});

describe("an admin of another firm", () => {
  test("changes nothing of this firm's portals by their ids, and gets the same answer as for an id that is none", async () => {
    const before = await register(firms.north);
    const auditsBefore = await auditCounts(firms, firms.north);
    for (const action of ["rotate", "pause", "resume"]) {
      const answers = [];
      for (const id of [
        idOf(firms.north, "c-acme"),
        "00000000-0000-0000-0000-000000000000",
        "none",
        "%00",
        "..%2f..",
      ]) {
        const { status, location, text } = await southAdmin.postOnly(`${REGISTER}/${id}/${action}`, {});
        answers.push({ status, location, text });
      }
      expect(answers).toEqual(answers.map(() => ({ status: 303, location: REGISTER, text: "" })));
    }
    expect(await register(firms.north)).toEqual(before);
    expect(await auditCounts(firms, firms.north)).toEqual(auditsBefore);
    expect((await southAdmin.get(REGISTER)).text).not.toContain("NORTHMARK");
  });

  test("makes no portal for a company of this firm", async () => {
    await addCompany();
    const before = [await register(firms.south), await register(firms.north)];
    await southAdmin.post(`${REGISTER}/create`, { company: "c-new" });
    await southAdmin.post(`${REGISTER}/create`, { company: "" });
    await southAdmin.post(`${REGISTER}/create`, {});
    expect([await register(firms.south), await register(firms.north)]).toEqual(before);
  });
});

describe("an admin", () => {
  test("pauses and resumes a portal, with an audit row of each", async () => {
    const path = `${REGISTER}/${idOf(firms.north, "c-cedar")}`;
    const before = await auditCounts(firms, firms.north);
    expect(wordsOf(await admin.post(`${path}/pause`, {}))).toMatch(/Cedar NORTHMARK .*? Paused/);
    expect(wordsOf(await admin.post(`${path}/resume`, {}))).not.toContain("Paused");
    const after = await auditCounts(firms, firms.north);
    expect([after["portal.pause"], after["portal.resume"]]).toEqual([
      (before["portal.pause"] ?? 0) + 1,
      (before["portal.resume"] ?? 0) + 1,
    ]);
  });

  test("gives a portal a new address; the old one stays the portal's own for ever", async () => {
    const path = `${REGISTER}/${idOf(firms.north, "c-birch")}/rotate`;
    const page = await admin.post(path, {});
    expect(page.text).toContain("http://north-studio.portal.test/birch-northmark-2");
    await admin.post(path, {});
    const { addresses } = await register(firms.north);
    const own = addresses.filter(({ portalId }) => portalId === idOf(firms.north, "c-birch"));
    expect(own.map(({ slug, isCurrent }) => `${slug} ${isCurrent}`)).toEqual([
      "birch-northmark false",
      "birch-northmark-2 false",
      "birch-northmark-3 true",
    ]);
  });

  test("rotating the same portal ten times at once leaves exactly one current address", async () => {
    const id = idOf(firms.north, "c-cedar");
    await Promise.all(Array.from({ length: 10 }, () => admin.postOnly(`${REGISTER}/${id}/rotate`, {})));
    const own = (await register(firms.north)).addresses.filter(({ portalId }) => portalId === id);
    expect([own.length, own.filter(({ isCurrent }) => isCurrent).length]).toEqual([11, 1]);
  });

  test("creates what is missing once, however often and however many at once press the button", async () => {
    await addCompany("c-once");
    const offer = await admin.get(REGISTER);
    expect(wordsOf(offer)).toContain("Create a portal for the 1 company that has none");
    const before = (await register(firms.north)).portals.length;
    await Promise.all([1, 2, 3, 4].map(() => admin.postOnly(`${REGISTER}/create-missing`, {})));
    const page = await admin.post(`${REGISTER}/create-missing`, {});
    const { portals } = await register(firms.north);
    expect(portals.length).toBe(before + 1);
    expect(portals.filter(({ companyId }) => companyId === "c-once")).toHaveLength(1);
    expect(wordsOf(page)).not.toContain("that has none");
    await admin.post(`${REGISTER}/create`, { company: "c-once" });
    expect((await register(firms.north)).portals.length).toBe(before + 1);
  });

  test("makes no portal for an archived company, nor for one that is not there", async () => {
    const before = await register(firms.north);
    for (const company of ["c-dune", "c-none", "", "\u0000", "x".repeat(10_240)]) {
      expect((await admin.postOnly(`${REGISTER}/create`, { company })).status).toBe(303);
    }
    expect(await register(firms.north)).toEqual(before);
  });

  test("is not made to change anything by another site's page", async () => {
    const before = await register(firms.north);
    for (const [path, form] of changes(firms.north)) {
      for (const headers of [{ origin: "http://north-studio.portal.test" }, { "sec-fetch-site": "same-site" }]) {
        expect((await admin.postOnly(path, form, headers as Record<string, string>)).status).toBe(403);
      }
      expect((await admin.get(path)).status).toBe(404);
    }
    expect(await register(firms.north)).toEqual(before);
  });
});

describe("the development mailbox", () => {
  test("answers this machine alone, also not behind a proxy", async () => {
    const visitor = firms.visitOffice();
    expect((await visitor.get("/mailbox")).status).toBe(404);
    visitor.address = "127.0.0.1";
    expect((await visitor.get("/mailbox")).status).toBe(200);
    expect((await visitor.get("/mailbox", { "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
    for (const address of ["::ffff:203.0.113.9", "1127.0.0.1", ""]) {
      visitor.address = address;
      expect([address, (await visitor.get("/mailbox")).status]).toEqual([address, 404]);
    }
    const portals = new Visitor({ app: firms.app, mailbox: firms.mailbox }, firms.visit(firms.north).host);
    portals.address = "127.0.0.1";
    expect((await portals.get("/mailbox")).text).not.toContain("Development mailbox");
  });
});
