// A firm changes its PSA: addresses, approvals, limits and what was written survive, and nobody ever sees what is another's. The
// ids of the new PSA are those of other records in the old one.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerPulse } from "../../src/commands/answer-pulse.ts";
import { approveAlias } from "../../src/commands/approve-alias.ts";
import { limitContact } from "../../src/commands/limit-contact.ts";
import { setPortalSwitch } from "../../src/commands/set-portal-switch.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { createUpdate } from "../../src/commands/write-update.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { listAliases } from "../../src/data/queries/aliases.ts";
import { listLimits } from "../../src/data/queries/limits.ts";
import { readPsaLinks } from "../../src/data/queries/psa-links.ts";
import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId, ContactId, PortalId, ProjectId } from "../../src/domain/ids.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { plainProject } from "../support/project.ts";
import { addTeamUser } from "../support/team.ts";
import { contact, startTwoPsas, type TwoPsas } from "../support/two-psas.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const REVIEW = "/settings/connections/review";
const PREFLIGHT = "/settings/client-portals/preflight";
const JANE = "jane@acme.north.example" as Email;
const BOTH = "both@firms.north.example" as Email;

let firms: TwoPsas;
let admin: Visitor;
let jane: Visitor;
beforeEach(async () => {
  firms = await startTwoPsas();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  jane = firms.visit(firms.north);
  await jane.signIn(JANE);
});
afterEach(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });
const read = <T>(work: Parameters<typeof inFirmRead<T>>[2]) => inFirmRead(firms.database.db, firms.north.firm.id, work);
const portalId = (company: string) => firms.north.portals.get(company)?.id as PortalId;
const limit = (company: string, id: string, projectIds: string[]) =>
  limitContact(firms.database.db, doer(), {
    portalId: portalId(company),
    contact: { id: id as ContactId, name: id === "k-5" ? "Both Ways" : "Jane Doe" },
    projectIds: projectIds as ProjectId[],
  });
const approve = (email: string, contactId: string, contactEmail: string, contactName: string) =>
  approveAlias(firms.database.db, doer(), {
    email: email as Email,
    contactId: contactId as ContactId,
    contactEmail: contactEmail as Email,
    contactName,
  });

function seenOn(page: Answer): string {
  return /name="seen" value="([0-9a-f]+)"/.exec(page.text)?.[1] ?? "";
}

async function switchNow(choices: Record<string, string> = {}): Promise<Answer> {
  const page = await admin.get(`${REVIEW}?${new URLSearchParams(choices)}`);
  return admin.post(REVIEW, { ...choices, seen: seenOn(page) });
}

async function signedIn(email: string): Promise<Visitor> {
  const visitor = firms.visit(firms.north);
  await visitor.signIn(email);
  return visitor;
}

describe("before the switch", () => {
  test("clients read on from the old PSA, whatever is pending", async () => {
    await firms.propose();
    await admin.get(REVIEW);
    expect((await jane.get("/acme-northmark")).text).toContain("Library renewal");
    expect((await jane.get("/birch-northmark")).text).not.toContain("Clinic");
  });

  test("the review says what is carried over, and that as many people get in as before", async () => {
    await firms.propose();
    const words = wordsOf(await admin.get(REVIEW));
    expect(words).toContain("Switch from CSV files to Productive?");
    expect(words).toContain("3 portals keep their clients, none stays closed.");
    expect(words).toContain("4 get in as before, 0 gain access, 0 lose it, 0 see other projects.");
    for (const row of ["Approved addresses 0", "Limits 0", "of 0"]) expect(words).not.toContain(row);
  });

  test("the review says what is sensitive and seen then, and nothing is switched when that has grown", async () => {
    await firms.propose();
    const before = await admin.get(REVIEW);
    expect(wordsOf(before)).not.toContain("people then see");
    await setVisibility(firms.database.db, doer(), { name: "profitability", isOn: true });
    await setPortalSwitch(firms.database.db, doer(), {
      portalId: portalId("c-birch"),
      name: "profitability",
      to: "off",
    });
    const stale = await admin.post(REVIEW, { seen: seenOn(before) });
    const said = "At 2 portals, people then see profitability and invoices, which many agreements keep from clients";
    expect([stale.status, wordsOf(stale).replaceAll("\u00a0", " ")]).toEqual([422, expect.stringContaining(said)]);
    expect((await read(readPsaLinks)).current?.kind).toBe("csv");
  });

  test("without another connection there is nothing to review, and nothing to switch to", async () => {
    expect(headingOf(await admin.get(REVIEW))).toBe("No switch is under way");
    expect((await admin.post(REVIEW, { seen: "" })).status).toBe(422);
    expect((await jane.get("/acme-northmark")).text).toContain("Library renewal");
  });

  test("the old one can be kept: the other goes, and nothing has changed", async () => {
    await firms.propose();
    await admin.post(`${REVIEW}/keep`, {});
    expect((await read(readPsaLinks)).pending).toBeNull();
    expect((await jane.get("/acme-northmark")).text).toContain("Library renewal");
  });

  test("when the new PSA does not answer, nothing is said and nothing can be done", async () => {
    await firms.propose();
    firms.newPsa.faults = { people: "unavailable", work: null };
    const page = await admin.get(REVIEW);
    expect(wordsOf(page)).toContain("Productive: no answer, so nothing can be said about the switch");
    expect(page.text).not.toContain("Switch now");
    expect((await admin.post(REVIEW, { seen: "x" })).status).toBe(422);
    expect((await read(readPsaLinks)).current?.kind).toBe("csv");
  });

  test("only an admin reviews and switches", async () => {
    await firms.propose();
    for (const role of ["member", "viewer"] as const) {
      const other = firms.visitOffice();
      await other.signIn(await addTeamUser(firms, firms.north, role));
      expect((await other.get(REVIEW)).status).toBe(403);
      expect((await other.post(REVIEW, { seen: "x" })).status).toBe(403);
      expect((await other.post(`${REVIEW}/keep`, {})).status).toBe(403);
    }
    expect((await read(readPsaLinks)).pending).not.toBeNull();
  });

  test("another firm's admin switches nothing here", async () => {
    await firms.propose();
    const page = await admin.get(REVIEW);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    await south.post(REVIEW, { seen: seenOn(page) });
    await south.post(`${REVIEW}/keep`, {});
    expect((await read(readPsaLinks)).pending).not.toBeNull();
  });
});

describe("the switch", () => {
  test("keeps addresses, and the same people get in to their own company's projects and to no other's", async () => {
    await firms.propose();
    const words = wordsOf(await admin.get(REVIEW));
    expect(words).toContain("The files stay in their folder and are not read any more.");
    expect(wordsOf(await switchNow())).toContain("Switched. From now on your portals read from the PSA");
    expect(wordsOf(await admin.get(PREFLIGHT))).not.toContain("Switched.");
    const { current, pending, portals } = await read(readPsaLinks);
    expect([current?.kind, pending]).toEqual(["productive", null]);
    expect(portals.map(({ slug, companyId }) => [slug, companyId])).toEqual([
      ["acme-northmark", "c-birch"],
      ["birch-northmark", "c-cedar"],
      ["cedar-northmark", "c-acme"],
    ]);
    const home = await jane.get("/acme-northmark");
    expect(home.text).toContain("Library renewal");
    expect(home.text).not.toContain("BIRCHMARK");
    const bo = await signedIn("bo@birch.north.example");
    expect((await bo.get("/birch-northmark")).text).toContain("Clinic fit-out");
    expect((await bo.get("/acme-northmark")).text).not.toContain("ACMEMARK");
    const both = await signedIn(BOTH);
    expect((await both.get("/acme-northmark")).text).toContain("Library renewal");
    expect((await both.get("/birch-northmark")).text).toContain("Clinic fit-out");
  });

  test("stands in the audit, with every portal that was linked anew", async () => {
    await firms.propose();
    await switchNow();
    const counts = await auditCounts(firms, firms.north);
    expect([counts["connection.switch"], counts["portal.link"]]).toEqual([1, 3]);
  });

  test("carries an approved address to the contact who carries the same email, and ends one that nobody carries", async () => {
    await approve("jane@home.example", "k-1", JANE, "Jane Doe");
    await approve("old@home.example", "k-3", "old@acme.north.example", "Old Hand");
    await firms.propose();
    expect(wordsOf(await admin.get(REVIEW))).toContain("1 goes on counting, 1 stops.");
    await switchNow();
    const [kept, ended] = await read(listAliases);
    expect([kept?.contactId, kept?.revokedAt]).toEqual(["k-2", null]);
    expect([ended?.email, ended?.revokedAt === null]).toEqual(["old@home.example", false]);
    const home = await signedIn("jane@home.example");
    expect((await home.get("/acme-northmark")).text).toContain("Library renewal");
  });

  test("carries a limit to the same person and the same projects", async () => {
    await limit("c-acme", "k-1", ["p-2"]);
    await firms.propose();
    await switchNow();
    const home = await jane.get("/acme-northmark");
    expect(home.text).toContain("Parking repair");
    expect(home.text).not.toContain("Library renewal");
  });

  test("makes a limit a block where its projects cannot be found", async () => {
    await limit("c-acme", "k-1", ["p-2"]);
    firms.newPsa.projects = firms.newPsa.projects.filter(({ name }) => !name.startsWith("Parking"));
    await firms.propose();
    expect(wordsOf(await admin.get(REVIEW))).toContain("none of the projects can be found in Productive: blocked");
    await switchNow();
    const home = await jane.get("/acme-northmark");
    expect(home.text).not.toContain("Library renewal");
    expect((await read(listLimits)).map(({ projectIds }) => projectIds)).toEqual([[]]);
  });

  test("waits while nobody can be told to be the limited person, until the admin says who it is", async () => {
    await limit("c-acme", "k-1", []);
    const renamed = contact("k-2", "J. Miller", "jm@acme.north.example", "c-birch");
    firms.newPsa.contacts = firms.newPsa.contacts.map((one) => (one.id === "k-2" ? renamed : one));
    await firms.propose();
    const page = await admin.get(REVIEW);
    expect(page.text).not.toContain("Switch now");
    expect((await admin.post(REVIEW, { seen: "x" })).status).toBe(422);
    expect((await read(readPsaLinks)).current?.kind).toBe("csv");
    await switchNow({ [`contact.${portalId("c-acme")}.k-1`]: "id:k-2" });
    expect((await read(listLimits)).map(({ contactId }) => contactId)).toEqual(["k-2"]);
    const miller = await signedIn("jm@acme.north.example");
    expect((await miller.get("/acme-northmark")).text).not.toContain("Library renewal");
  });

  test("lets a limit go only when the admin says that nobody is the person", async () => {
    await limit("c-acme", "k-1", []);
    firms.newPsa.contacts = firms.newPsa.contacts.filter(({ id }) => id !== "k-2");
    await firms.propose();
    await switchNow({ [`contact.${portalId("c-acme")}.k-1`]: "none" });
    expect(await read(listLimits)).toEqual([]);
  });

  test("leaves a portal closed whose company is not there, even where the new PSA gives the same id to another", async () => {
    firms.newPsa.companies = firms.newPsa.companies.filter(({ name }) => !name.startsWith("Acme"));
    await firms.propose();
    const words = wordsOf(await admin.get(REVIEW));
    expect(words).toContain("2 portals keep their clients, 1 stays closed.");
    await switchNow();
    for (const email of [JANE, "cy@cedar.north.example", "bo@birch.north.example"]) {
      const page = await (await signedIn(email)).get("/acme-northmark");
      expect(page.text).not.toMatch(/ACMEMARK|BIRCHMARK|Library|Clinic/);
    }
  });

  test("links a portal to the company that the admin chose, and says who gains access by it", async () => {
    firms.newPsa.companies = firms.newPsa.companies.filter(({ name }) => !name.startsWith("Acme"));
    await firms.propose();
    const choices = { "company.acme-northmark": "id:c-x" };
    const words = wordsOf(await admin.get(`${REVIEW}?${new URLSearchParams(choices)}`));
    expect(words).toContain("Lose access (2)");
    await switchNow(choices);
    expect((await read(readPsaLinks)).portals.map(({ companyId }) => companyId)).toContain("c-x");
  });

  test("moves updates and answers with their projects, and keeps what has no project as history", async () => {
    const written = (id: string, name: string) =>
      createUpdate(firms.database.db, doer(), {
        project: plainProject(id, { companyId: "c-acme" as CompanyId, name }),
        draft: { authorName: "Maya", datedOn: "2026-01-01" as CalendarDate, body: `About ${name}`, percents: [] },
        action: "publish",
      });
    await written("p-1", "Library renewal NORTHMARK ACMEMARK");
    await written("p-9", "Gone for good");
    const asked = { firmId: doer().firmId, now: doer().now, portalId: portalId("c-acme"), email: JANE };
    const answer = { every: "month", projectName: "Library renewal NORTHMARK ACMEMARK", score: 4 } as const;
    await answerPulse(firms.database.db, { ...asked, projectId: "p-1" as ProjectId }, answer);
    await firms.propose();
    await switchNow();
    const { updates, answers } = await read(readPsaLinks);
    expect(updates.map(({ companyId, projectId }) => [companyId, projectId]).sort()).toEqual([
      ["c-birch", "p-4"],
      ["c-birch", "unlinked:p-9"],
    ]);
    expect(answers.map(({ projectId }) => projectId)).toEqual(["p-4"]);
    expect((await jane.get("/acme-northmark/projects/p-4")).text).toContain("About Library renewal");
    expect((await jane.get("/acme-northmark")).text).not.toContain("Gone for good");
  });

  test("does nothing when something has changed since the review was read, and says so", async () => {
    await firms.propose();
    const seen = seenOn(await admin.get(REVIEW));
    await limit("c-acme", "k-1", []);
    const page = await admin.post(REVIEW, { seen });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain("Something has changed since you looked, so nothing was done.");
    expect((await read(readPsaLinks)).current?.kind).toBe("csv");
    firms.newPsa.contacts = firms.newPsa.contacts.filter(({ id }) => id !== "k-2");
    expect((await admin.post(REVIEW, { seen: seenOn(page) })).status).toBe(422);
  });

  test("of a PSA that does not answer any more goes by what is stored, and makes every limit to some projects a block", async () => {
    await jane.get("/acme-northmark");
    await limit("c-acme", "k-1", ["p-2"]);
    await firms.propose();
    await firms.north.csv.drop();
    expect(wordsOf(await admin.get(REVIEW))).toContain("CSV files cannot be read any more.");
    await switchNow();
    expect((await jane.get("/acme-northmark")).text).not.toMatch(/Library|Parking/);
    const both = await signedIn(BOTH);
    expect((await both.get("/acme-northmark")).text).toContain("Library renewal");
  });
});
