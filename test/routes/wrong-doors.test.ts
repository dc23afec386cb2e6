// Doors that are the wrong ones: each says where to go after the person is proved, and nothing before.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPortals } from "../../src/commands/create-portals.ts";
import type { Company } from "../../src/domain/contact.ts";
import { expectCause, referenceOf, signInCauses } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

const ask = (visitor: Visitor, path: string) => visitor.send("GET", path, { follow: false });
const ledTo = ({ status, location }: Answer) => [status, location];
const guesses = [
  "/login",
  "/SignIn",
  "/portal",
  "/portals/",
  "/client",
  "/Clients",
  "/dashboard",
  "/projects",
  "/home",
];
const more = ["/account", "/index.html", "/start", "/LOGIN/"];

const known = new Map<string, Visitor>();
async function signedIn(email: string): Promise<Visitor> {
  const visitor = known.get(email) ?? firms.visit(firms.north);
  if (!known.has(email)) await visitor.signIn(email, "/sign-in");
  known.set(email, visitor);
  return visitor;
}

describe("a path that people guess, at a firm's portals", () => {
  test.each([...guesses, ...more])("%s signs in first, like every address", async (path) => {
    const page = await firms.visit(firms.north).get(path);
    expect([page.status, headingOf(page)]).toEqual([200, "See your projects"]);
  });

  test.each([...guesses, ...more])("%s then leads to the start, whoever it is", async (path) => {
    for (const email of ["jane@acme.north.example", "both@firms.north.example", "who@elsewhere.example"]) {
      expect(ledTo(await ask(await signedIn(email), path))).toEqual([303, "/"]);
    }
  });

  test("opens the portal that stands there already, to its members and to nobody else", async () => {
    const company = { id: "c-dune" as Company["id"], name: "Dune" };
    const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
    await firms.north.csv.write("companies.csv", [{ id: "c-dune", name: "Dune", archived: "false" }]);
    await createPortals(firms.database.db, doer, [{ company, template: "owner", slug: "clients" }]);
    const di = await signedIn("di@dune.north.example");
    expect(headingOf(await di.get("/clients"))).toBe("No projects yet");
    const who = await signedIn("who@elsewhere.example");
    expect(ledTo(await ask(who, "/clients"))).toEqual([303, "/"]);
    await firms.stop();
    firms = await startTwoFirms();
    known.clear();
  });
});

describe("somebody of the firm's team at a portal", () => {
  test("is shown to the office, at every address alike", async () => {
    const admin = await signedIn(firms.north.admin);
    for (const path of ["/acme-northmark", "/no-such-portal", "/acme-northmark/projects/p-1"]) {
      const page = await admin.get(path);
      await expectCause(firms, firms.north, {
        page,
        status: 403,
        cause: path === "/no-such-portal" ? "door.unknown_url" : "who.team_member",
      });
      expect(headingOf(page)).toBe("You work here");
      expect(page.text).toContain('href="http://office.test/"');
    }
  });

  test("gets in as a client where a contact carries the email, with the way to the office at the foot", async () => {
    const email = firms.north.admin;
    await firms.north.csv.write("contacts.csv", [
      ...contactsOf("north"),
      { id: "k-99", email, name: "Ad Min", company_id: "c-acme", archived: "false" },
    ]);
    const page = await (await signedIn(email)).get("/acme-northmark");
    expect(headingOf(page)).toContain("project under way");
    expect(page.text).toContain('href="http://office.test/">Your firm’s office</a>');
    await firms.north.csv.write("contacts.csv", contactsOf("north"));
  });

  test("nobody else is told where the office is", async () => {
    for (const email of ["jane@acme.north.example", "who@elsewhere.example", firms.south.admin]) {
      expect((await (await signedIn(email)).get("/acme-northmark")).text).not.toContain("office.test");
    }
  });
});

test("a mistyped address of somebody with one portal names it, with one button and no redirect", async () => {
  const page = await ask(await signedIn("jane@acme.north.example"), "/acme-northmrk");
  await expectCause(firms, firms.north, { page, status: 403, cause: "door.unknown_url" });
  expect(headingOf(page)).toBe("Your projects have their own address");
  expect(page.text.match(/class="button button-primary" href="([^"]+)"/)?.[1]).toBe("/acme-northmark");
  expect(wordsOf(page)).toContain("Signed in as jane@acme.north.example");
});

describe("a client at the office", () => {
  const LEADS_ON = "Your projects have their own address";
  const office = async (email: string, path = "/") => {
    const visitor = firms.visitOffice();
    const before = await visitor.get(path);
    const page = await visitor.signIn(email, path);
    return { visitor, before, page };
  };

  test.each(["/", "/settings/client-portals", "/acme-northmark", "/acme-northmark/projects/p-1", "/no/such/path"])(
    "who opened %s signs in and is led to the portals of the firm whose PSA knows the email",
    async (path) => {
      const { before, page } = await office("jane@acme.north.example", path);
      expect(headingOf(before)).toBe("Sign in to your firm’s office");
      expect([page.status, headingOf(page)]).toEqual([403, LEADS_ON]);
      expect(page.text).toContain('href="http://north-studio.portal.test/">Open your projects at North Studio<');
      expect(page.text).not.toMatch(/South Studio|NORTHMARK/);
    },
  );

  test("leaves a reference, behind which the firm finds what stopped them and the one click that mends it", async () => {
    const email = "cy@cedar.north.example";
    const { page } = await office(email, "/acme-northmark");
    const stored = await expectCause(firms, firms.north, { page, status: 403, cause: "door.staff_url" });
    expect(stored).toMatchObject({ person: { email }, asked: "http://office.test/acme-northmark", outcome: "refused" });
    const admin = firms.visitOffice();
    await admin.signIn(firms.north.admin);
    const found = await admin.get(`/settings/client-portals/diagnose/references/${stored.reference}`);
    expect(wordsOf(found)).toContain("Send them their address");
    expect(wordsOf(await admin.get("/settings/client-portals/diagnose"))).toContain(email);
  });

  test("of two firms gets no reference, which would be one firm's, and both firms find them", async () => {
    const email = "bo@birch.north.example";
    await firms.visit(firms.south).signIn(email);
    const { page } = await office(email);
    for (const name of ["North Studio", "South Studio"]) expect(page.text).toContain(`Open your projects at ${name}`);
    expect(referenceOf(page)).toBeNull();
    for (const firm of [firms.north, firms.south])
      expect(await signInCauses(firms, firm, email)).toEqual(["door.staff_url"]);
  });

  test("is led to where the email was proved before, though the PSA does not answer", async () => {
    const email = "both@firms.south.example";
    await firms.visit(firms.south).signIn(email);
    await firms.south.csv.remove("companies.csv");
    const { page } = await office(email);
    expect(page.text).toContain("Open your projects at South Studio");
    expect(page.text).not.toContain("North Studio");
  });

  test("whom a PSA that does not answer may know counts as not known, and so does whoever nobody knows", async () => {
    for (const email of ["bo@birch.south.example", "nobody@elsewhere.example", "old@acme.north.example"]) {
      const { page } = await office(email);
      expect([page.status, headingOf(page)]).toEqual([403, "This email is in no firm’s team"]);
      expect(page.text).not.toMatch(/Studio/);
    }
    await firms.stop();
    firms = await startTwoFirms();
    known.clear();
  });

  test("who is of the team as well finds the office as ever, with a quiet way to their own projects", async () => {
    const admin = firms.north.admin;
    expect((await office(admin)).page.text).not.toContain("Your own projects");
    const client = await signedIn(admin);
    await client.get("/acme-northmark");
    // Who only tried a client's address would be sent straight back to the office.
    expect((await office(admin)).page.text).not.toContain("Your own projects");
    const own = { id: "k-of-team", email: admin, name: "Of the team", company_id: "c-acme", archived: "false" };
    await firms.north.csv.write("contacts.csv", [...contactsOf("north"), own]);
    expect((await client.get("/acme-northmark")).status).toBe(200);
    const { page } = await office(admin);
    expect(headingOf(page)).toContain("client companies");
    expect(page.text).toContain('<a href="http://north-studio.portal.test/">Your own projects at North Studio</a>');
  });

  test.each(["/login", "/Portal/", "/dashboard", "/index.html"])("at %s is led to the start", async (path) => {
    expect(ledTo(await ask(firms.visitOffice(), path))).toEqual([302, "/"]);
  });

  test("files that are not there stay missing, and the team still reads that nothing is at a wrong path", async () => {
    expect((await firms.visitOffice().get("/favicon.ico")).status).toBe(404);
    const { visitor } = await office(firms.north.admin);
    expect((await visitor.get("/no/such/path")).status).toBe(404);
  });

  test("of more firms than a few is led only to where the email was proved: no PSA is asked", async () => {
    for (const name of ["a", "b", "c", "d"])
      await firms.addFirm(`more-${name}`, `More ${name}`, (csv) => writeSample(csv, "south"));
    expect(headingOf((await office("jane@acme.north.example")).page)).toBe("This email is in no firm’s team");
    await firms.visit(firms.north).signIn("jane@acme.north.example");
    expect((await office("jane@acme.north.example")).page.text).toContain("Open your projects at North Studio");
  });
});
