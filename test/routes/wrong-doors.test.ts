// Doors that are the wrong ones: each says where to go after the person is proved, and nothing before.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPortals } from "../../src/commands/create-portals.ts";
import type { Company } from "../../src/domain/contact.ts";
import { expectCause } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { contactsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
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
    expect(page.text).toContain('<a href="http://office.test/">Your firm’s office</a>');
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
