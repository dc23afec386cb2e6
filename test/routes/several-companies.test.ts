// People of several companies: choosing, remembering, changing over; and a link below the one company to the other's project.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setDefaultPortal } from "../../src/commands/set-default-portal.ts";
import { setPortalState } from "../../src/commands/set-portal-state.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Portal } from "../../src/domain/firm.ts";
import { auditCounts, decisionsAbout, expectCause } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { listenToStatements, type Statements } from "../support/statements.ts";
import { contactsOf, projectsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const BOTH = "both@firms.north.example" as Email;
const ACME = "/acme-northmark";
const BIRCH = "/birch-northmark";
const CHOOSER = "Which company’s projects?";

let firms: TwoFirms;
let both: Visitor;
let jane: Visitor;
let statements: Statements;
beforeAll(async () => {
  statements = listenToStatements();
  firms = await startTwoFirms();
  both = firms.visit(firms.north);
  await both.signIn(BOTH);
  jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
});
afterAll(async () => {
  statements.stop();
  await firms.stop();
});
beforeEach(() => setDefaultPortal(firms.database.db, doer(), BOTH, null));

function portalOf(company: string): Portal {
  const portal = firms.north.portals.get(company);
  if (!portal) throw new Error(`the sample has no portal for ${company}`);
  return portal;
}

function doer() {
  return { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
}

const ask = (visitor: Visitor, path: string) => visitor.send("GET", path, { follow: false });
const ledTo = ({ status, location }: Answer) => [status, location];

describe("the portal that opens first", () => {
  test("is asked for until one is chosen; then the firm's address opens it, and the list stays one click away", async () => {
    expect(headingOf(await both.get("/"))).toBe(CHOOSER);
    const page = await both.post("/default", { portal: portalOf("c-birch").id });
    expect(headingOf(page)).toBe(CHOOSER);
    expect(wordsOf(page)).toMatch(/Birch NORTHMARK Opens first Ask me each time/);
    expect(ledTo(await ask(both, "/"))).toEqual([303, BIRCH]);
    expect((await both.get(BIRCH)).text).toContain('href="/?choose=1"');
    await both.post("/default", { portal: "" });
    expect(headingOf(await both.get("/"))).toBe(CHOOSER);
  });

  test("counts in every browser of the person, and for nobody else", async () => {
    await both.post("/default", { portal: portalOf("c-birch").id });
    const phone = firms.visit(firms.north);
    await phone.signIn(BOTH, "/sign-in");
    expect(ledTo(await ask(phone, "/"))).toEqual([303, BIRCH]);
    expect(ledTo(await ask(jane, "/"))).toEqual([303, ACME]);
  });

  test("is passed over while it is paused, and when the person no longer belongs there", async () => {
    await both.post("/default", { portal: portalOf("c-birch").id });
    await setPortalState(firms.database.db, doer(), portalOf("c-birch").id, "paused");
    expect(ledTo(await ask(both, "/"))).toEqual([303, ACME]);
    await setPortalState(firms.database.db, doer(), portalOf("c-birch").id, "open");
    const moved = contactsOf("north").map((row) => (row.id === "k-5" ? { ...row, company_id: "c-acme;c-cedar" } : row));
    await firms.north.csv.write("contacts.csv", moved);
    expect(headingOf(await both.get("/"))).toBe(CHOOSER);
    await firms.north.csv.write("contacts.csv", contactsOf("north"));
    expect(ledTo(await ask(both, "/"))).toEqual([303, BIRCH]);
  });

  test.each(["not theirs", "another firm's", "nonsense"])(
    "cannot be %s: nothing changes, and nothing is said",
    async (what) => {
      const ids = {
        "not theirs": portalOf("c-cedar").id,
        "another firm's": firms.south.portals.get("c-acme")?.id ?? "",
        nonsense: "x'; --\0",
      } as Record<string, string>;
      const before = (await auditCounts(firms, firms.north))["portal_account.default"];
      expect(ledTo(await both.postOnly("/default", { portal: ids[what] ?? "" }))).toEqual([303, "/?choose=1"]);
      expect((await auditCounts(firms, firms.north))["portal_account.default"]).toBe(before);
      expect(headingOf(await both.get("/"))).toBe(CHOOSER);
    },
  );

  test("is recorded when it changes, and not each time that it is sent", async () => {
    await both.post("/default", { portal: portalOf("c-birch").id });
    const before = (await auditCounts(firms, firms.north))["portal_account.default"];
    await both.post("/default", { portal: portalOf("c-birch").id });
    expect((await auditCounts(firms, firms.north))["portal_account.default"]).toBe(before);
    for (const _ of [1, 2]) await both.post("/default", { portal: "" });
    expect((await auditCounts(firms, firms.north))["portal_account.default"]).toBe((before ?? 0) + 1);
  });

  test("nobody who is not signed in chooses anything", async () => {
    const answer = await firms.visit(firms.north).postOnly("/default", { portal: portalOf("c-birch").id });
    expect(ledTo(answer)).toEqual([303, "/"]);
  });
});

describe("the way from one company to the other", () => {
  test("stands on every page of a portal for people of several, and on none for people of one", async () => {
    for (const path of [ACME, `${ACME}/projects/p-1`, `${ACME}/projects/p-x`]) {
      const page = await both.get(path);
      expect(page.text).toContain(`<a href="${BIRCH}">Birch NORTHMARK</a>`);
      expect(wordsOf(page)).toContain(`Signed in as ${BOTH}`);
    }
    expect((await jane.get(ACME)).text).not.toContain("Your other companies");
  });

  test("costs no question to the PSA and one statement beyond what a load of one company costs", async () => {
    for (const visitor of [jane, both]) await visitor.get(ACME);
    const work = async (visitor: Visitor) => {
      statements.take();
      const before = (await auditCounts(firms, firms.north))["psa.find_by_email"] ?? 0;
      statements.take();
      await visitor.get(ACME);
      const sent = statements.take().filter((text) => !/^(begin|commit|select set_config)/.test(text));
      return { sent: sent.length, asked: ((await auditCounts(firms, firms.north))["psa.find_by_email"] ?? 0) - before };
    };
    expect(await work(jane)).toEqual({ sent: 3, asked: 1 });
    expect(await work(both)).toEqual({ sent: 4, asked: 1 });
  });
});

describe("a link below one company to the other's project", () => {
  test("leads on to the right portal", async () => {
    expect(ledTo(await ask(both, `${ACME}/projects/p-4`))).toEqual([303, `${BIRCH}/projects/p-4`]);
    expect(ledTo(await ask(both, `${BIRCH}/projects/p-1`))).toEqual([303, `${ACME}/projects/p-1`]);
    expect(headingOf(await both.get(`${ACME}/projects/p-4`))).toContain("Clinic fit-out");
  });

  test("stays closed where the decision for that portal is no yes: archived, paused, invented", async () => {
    for (const id of ["p-3", "p-x"]) {
      const page = await both.get(`${BIRCH}/projects/${id}`);
      await expectCause(firms, firms.north, { page, status: 404, cause: "scope.no_such_project" });
    }
    await setPortalState(firms.database.db, doer(), portalOf("c-birch").id, "paused");
    expect((await ask(both, `${ACME}/projects/p-4`)).status).toBe(404);
    await setPortalState(firms.database.db, doer(), portalOf("c-birch").id, "open");
  });

  test("leads nobody on who is not of that company, and asks the PSA nothing more for them", async () => {
    const before = (await auditCounts(firms, firms.north))["psa.find_by_email"] ?? 0;
    const page = await ask(jane, `${ACME}/projects/p-4`);
    await expectCause(firms, firms.north, { page, status: 404, cause: "scope.no_such_project" });
    expect((await auditCounts(firms, firms.north))["psa.find_by_email"]).toBe(before + 1);
    expect(page.text).not.toContain("birch");
  });

  test("is decided and recorded at the portal that it leads to", async () => {
    await both.get(`${ACME}/projects/p-4`);
    const [newest] = (await decisionsAbout(firms, firms.north, BOTH)).sort((one, other) => +other.at - +one.at);
    expect(newest).toMatchObject({ outcome: "granted", portalId: portalOf("c-birch").id });
  });

  test("leads on as well when the first company has nothing to show at all", async () => {
    await firms.north.csv.write(
      "projects.csv",
      projectsOf("north").filter(({ id }) => id === "p-4"),
    );
    expect(ledTo(await ask(both, `${ACME}/projects/p-4`))).toEqual([303, `${BIRCH}/projects/p-4`]);
    await firms.north.csv.write("projects.csv", projectsOf("north"));
  });
});
