// A portal that a switch has left without a company gets one later, from the office or by a command: nobody's limit widens by it.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { disconnectPsa } from "../../src/commands/disconnect-psa.ts";
import { limitContact } from "../../src/commands/limit-contact.ts";
import { setPortalSwitch } from "../../src/commands/set-portal-switch.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { createUpdate } from "../../src/commands/write-update.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findConnection } from "../../src/data/queries/connections.ts";
import { listLimits } from "../../src/data/queries/limits.ts";
import { readPsaLinks } from "../../src/data/queries/psa-links.ts";
import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import type { CompanyId, ContactId, PortalId, ProjectId } from "../../src/domain/ids.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { plainProject } from "../support/project.ts";
import { addTeamUser } from "../support/team.ts";
import { contact, startTwoPsas, type TwoPsas } from "../support/two-psas.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const REGISTER = "/settings/client-portals";
const REVIEW = "/settings/connections/review";

let firms: TwoPsas;
let admin: Visitor;
let jane: Visitor;
let acme: PortalId;
let link: string;
beforeEach(async () => {
  firms = await startTwoPsas();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
  acme = firms.north.portals.get("c-acme")?.id as PortalId;
  link = `${REGISTER}/${acme}/link`;
});
afterEach(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });
const read = <T>(work: Parameters<typeof inFirmRead<T>>[2]) => inFirmRead(firms.database.db, firms.north.firm.id, work);
const seenOn = (page: Answer) => /name="seen" value="([0-9a-f]+)"/.exec(page.text)?.[1] ?? "";
const home = async () => headingOf(await jane.get("/acme-northmark"));
const companyOf = async (id: PortalId) => (await read(readPsaLinks)).portals.find((one) => one.id === id)?.companyId;

/** The switch leaves Acme closed; afterwards its company is there, under a name that nothing can be told from. */
async function leaveAcmeClosed(): Promise<void> {
  const { companies } = firms.newPsa;
  firms.newPsa.companies = companies.filter(({ id }) => id !== "c-birch");
  await firms.propose();
  await admin.post(REVIEW, { seen: seenOn(await admin.get(REVIEW)) });
  firms.newPsa.companies = companies.map((one) => (one.id === "c-birch" ? { ...one, name: "Riverside Holding" } : one));
}

async function linkNow(fields: Record<string, string> = { "company.acme-northmark": "id:c-birch" }): Promise<Answer> {
  const page = await admin.get(`${link}?${new URLSearchParams(fields)}`);
  return admin.post(link, { ...fields, seen: seenOn(page) });
}

describe("a portal without a company", () => {
  test("stands in the register with the way to link it, and linked its people get in again", async () => {
    await leaveAcmeClosed();
    expect(await home()).not.toContain("project");
    const register = await admin.get(REGISTER);
    expect(wordsOf(register)).toContain("not linked to a company");
    expect(register.text).toContain(`href="${link}"`);
    const open = await admin.get(link);
    expect(headingOf(open)).toBe("Link the portal of Acme NORTHMARK to a company");
    expect(wordsOf(open)).toContain("Choose the company first.");
    expect(open.text).not.toContain("Birch NORTHMARK");
    const chosen = await admin.get(`${link}?company.acme-northmark=id%3Ac-birch`);
    expect(wordsOf(chosen)).toContain("Gain access (2)");
    expect(wordsOf(chosen)).toContain("jane@acme.north.example");
    expect(await companyOf(acme)).toMatch(/^unlinked:/);
    const after = await linkNow();
    expect(after.path).toBe(`${REGISTER}/preflight?portal=acme-northmark`);
    expect(await companyOf(acme)).toBe("c-birch");
    expect((await jane.get("/acme-northmark")).text).toContain("Library renewal");
    expect((await auditCounts(firms, firms.north))["portal.link"]).toBe(4);
  });

  test("is linked to no company that has a portal, whatever is sent", async () => {
    await leaveAcmeClosed();
    const page = await linkNow({ "company.acme-northmark": "id:c-cedar" });
    expect([page.status, await companyOf(acme)]).toEqual([422, expect.stringMatching(/^unlinked:/)]);
  });

  test("waits while nobody can be told to be its limited contact, and the limit stays a block", async () => {
    await limitContact(firms.database.db, doer(), {
      portalId: acme,
      contact: { id: "k-1" as ContactId, name: "Jane Doe" },
      projectIds: ["p-2" as ProjectId],
    });
    await leaveAcmeClosed();
    const renamed = contact("k-2", "J. Miller", "jane@acme.north.example", "c-birch");
    firms.newPsa.contacts = firms.newPsa.contacts.map((one) => (one.id === "k-2" ? renamed : one));
    const waiting = await linkNow();
    expect(waiting.status).toBe(422);
    expect(wordsOf(waiting)).toContain("Say first who the limited contacts are.");
    const choices = {
      "company.acme-northmark": "id:c-birch",
      [`contact.${acme}.unlinked:k-1`]: "id:k-2",
    };
    await linkNow(choices);
    expect((await read(listLimits)).map(({ contactId, projectIds }) => [contactId, projectIds])).toEqual([["k-2", []]]);
    expect((await jane.get("/acme-northmark")).text).not.toMatch(/Library|Parking/);
    const both = firms.visit(firms.north);
    await both.signIn("both@firms.north.example");
    expect((await both.get("/acme-northmark")).text).toContain("Library renewal");
  });

  test("gets its updates back with their projects, and those of no other portal move", async () => {
    const written = (id: string, companyId: string, name: string) =>
      createUpdate(firms.database.db, doer(), {
        project: plainProject(id, { companyId: companyId as CompanyId, name }),
        draft: { authorName: "Maya", datedOn: "2026-01-01" as CalendarDate, body: `About ${name}`, percents: [] },
        action: "publish",
      });
    await written("p-1", "c-acme", "Library renewal NORTHMARK ACMEMARK");
    await written("p-4", "c-birch", "Clinic fit-out NORTHMARK BIRCHMARK");
    await leaveAcmeClosed();
    await linkNow();
    const { updates } = await read(readPsaLinks);
    expect(updates.map(({ companyId, projectId }) => `${companyId} ${projectId}`).sort()).toEqual([
      "c-birch p-4",
      "c-cedar p-2",
    ]);
    expect((await jane.get("/acme-northmark/projects/p-4")).text).toContain("About Library renewal");
  });

  test("says that nothing is connected where nothing is, and quotes nobody", async () => {
    await leaveAcmeClosed();
    const { id } = (await read(findConnection)) ?? { id: "" };
    await disconnectPsa(firms.database.db, doer(), id);
    const page = wordsOf(await admin.get(link));
    expect(page).toContain("No PSA is connected");
    expect(page).not.toContain("It answered");
  });

  test("is not linked when something has changed since it was looked at, nor while the PSA does not answer", async () => {
    await leaveAcmeClosed();
    const fields = { "company.acme-northmark": "id:c-birch" };
    const seen = seenOn(await admin.get(`${link}?${new URLSearchParams(fields)}`));
    firms.newPsa.contacts = firms.newPsa.contacts.filter(({ id }) => id !== "k-2");
    const page = await admin.post(link, { ...fields, seen });
    expect([page.status, wordsOf(page)]).toEqual([422, expect.stringContaining("Something has changed")]);
    firms.newPsa.faults = { people: "unavailable", work: null };
    const silent = await admin.get(link);
    expect(wordsOf(silent)).toContain("The PSA does not answer");
    expect(silent.text).not.toContain('name="seen"');
    expect(await companyOf(acme)).toMatch(/^unlinked:/);
  });

  test("says what is sensitive and seen there once it is linked, and is not linked when that has grown", async () => {
    await leaveAcmeClosed();
    const fields = { "company.acme-northmark": "id:c-birch" };
    const look = () => admin.get(`${link}?${new URLSearchParams(fields)}`);
    const said =
      "At 1 portal, people then see fee, profitability and invoices, which many agreements keep from clients";
    const before = await look();
    expect(wordsOf(before)).not.toContain("people then see");
    for (const name of ["fee", "profitability"] as const)
      await setVisibility(firms.database.db, doer(), { name, isOn: true });
    const stale = await admin.post(link, { ...fields, seen: seenOn(before) });
    expect([stale.status, wordsOf(stale).replaceAll("\u00a0", " ")]).toEqual([422, expect.stringContaining(said)]);
    expect(wordsOf(await admin.get(link))).not.toContain("people then see");
    for (const name of ["fee", "profitability"] as const)
      await setPortalSwitch(firms.database.db, doer(), { portalId: acme, name, to: "off" });
    expect(wordsOf(await look())).not.toContain("people then see");
  });

  test("is linked by an admin of its firm alone", async () => {
    await leaveAcmeClosed();
    const member = firms.visitOffice();
    await member.signIn(await addTeamUser(firms, firms.north, "member"));
    expect([(await member.get(link)).status, (await member.post(link, { seen: "x" })).status]).toEqual([403, 403]);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    expect([(await south.get(link)).status, (await south.post(link, { seen: "x" })).status]).toEqual([404, 404]);
    expect(headingOf(await firms.visitOffice().get(link))).toBe("Sign in to your firm’s office");
  });
});

test("a portal that has a company is not linked to another", async () => {
  expect((await admin.get(link)).path).toBe(REGISTER);
  expect((await admin.post(link, { "company.acme-northmark": "id:c-birch", seen: "x" })).path).toBe(REGISTER);
  expect(await companyOf(acme)).toBe("c-acme");
});
