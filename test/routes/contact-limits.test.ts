// Contacts who see only some projects, or none: from the office's form to the client's next page.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { listLimits } from "../../src/data/queries/limits.ts";
import { auditCounts, expectCause } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const DIAGNOSE = "/settings/client-portals/diagnose";
const jane = { email: "jane@acme.north.example", portal: "acme-northmark", contact: "k-1", next: `${DIAGNOSE}/limits` };

let firms: TwoFirms;
let admin: Visitor;
let client: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  client = firms.visit(firms.north);
  await client.signIn(jane.email, "/acme-northmark");
});
beforeEach(async () => {
  await writeSample(firms.north.csv, "north");
  await lift();
});
afterAll(() => firms.stop());

function portalId(): string {
  return String(firms.north.portals.get("c-acme")?.id);
}

function lift() {
  return admin.postOnly(`${DIAGNOSE}/lift`, { portal: portalId(), contact: "k-1", next: `${DIAGNOSE}/limits` });
}

function limits() {
  return inFirmRead(firms.database.db, firms.north.firm.id, listLimits);
}

test("a blocked contact sees no projects on the next load, and all of them again when the block is lifted", async () => {
  expect(wordsOf(await client.get("/acme-northmark"))).toContain("Library renewal");
  const listed = await admin.post(`${DIAGNOSE}/limit`, { ...jane, block: "yes" });
  expect(wordsOf(listed)).toMatch(/1 limited contact .*Jane Doe Acme NORTHMARK no project \(blocked\)/);
  const page = await client.get("/acme-northmark");
  expect(headingOf(page)).toBe("No projects here");
  expect(page.text).not.toContain("by itself");
  await expectCause(firms, firms.north, { page, status: 200, cause: "scope.contact_limit" });
  const person = await admin.get(`${DIAGNOSE}/person?email=${jane.email}`);
  expect(headingOf(person)).toMatch(/limited|blocked/);
  expect(person.text).toContain(`action="${DIAGNOSE}/lift"`);
  expect(wordsOf(person)).toContain("Jane Doe is blocked here and sees no project, by");
  expect((await lift()).status).toBe(303);
  expect(wordsOf(await client.get("/acme-northmark"))).toContain("Library renewal");
});

test("who is limited is one click from the register of portals, and from Diagnose", async () => {
  for (const path of ["/settings/client-portals", DIAGNOSE])
    expect((await admin.get(path)).text).toContain(`<a href="${DIAGNOSE}/limits">Limited contacts</a>`);
});

test("a contact limited to one project sees it alone, in the list and by any other project's address", async () => {
  await admin.post(`${DIAGNOSE}/limit`, { ...jane, project: "p-1" });
  expect((await limits()).map(({ projectIds }) => projectIds)).toEqual([["p-1"]]);
  const home = wordsOf(await client.get("/acme-northmark"));
  expect(home).toContain("Library renewal");
  expect(home).not.toContain("Parking repair");
  expect((await client.get("/acme-northmark/projects/p-1")).status).toBe(200);
  const page = await client.get("/acme-northmark/projects/p-2");
  const stored = await expectCause(firms, firms.north, { page, status: 404, cause: "scope.no_such_project" });
  expect(stored.projects.hidden).toContainEqual({ id: "p-2", cause: "scope.contact_limit" });
  const both = firms.visit(firms.north);
  await both.signIn("both@firms.north.example", "/acme-northmark");
  expect(wordsOf(await both.get("/acme-northmark"))).toContain("Parking repair");
});

test("limiting and lifting leave an audit row each; lifting what is not there leaves none", async () => {
  const before = await auditCounts(firms, firms.north);
  await admin.post(`${DIAGNOSE}/limit`, { ...jane, block: "yes" });
  await lift();
  await lift();
  const after = await auditCounts(firms, firms.north);
  const more = (action: string) => (after[action] ?? 0) - (before[action] ?? 0);
  expect([more("contact.limit"), more("contact.lift_limit")]).toEqual([1, 1]);
});

test("several boxes that were ticked all count, and projects that are not the company's count for nothing", async () => {
  const body = new URLSearchParams({ ...jane, project: "p-1" });
  for (const id of ["p-2", "p-4", "p-x"]) body.append("project", id);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await admin.send("POST", `${DIAGNOSE}/limit`, { body: body.toString(), headers, follow: false });
  expect([answer.status, answer.location]).toEqual([303, `${DIAGNOSE}/limits`]);
  expect((await limits()).map(({ projectIds }) => projectIds)).toEqual([["p-1", "p-2"]]);
});

test.each([
  ["no project is chosen", {}, 422],
  ["another company's project alone is chosen", { project: "p-4" }, 422],
  ["the contact is not of this company", { contact: "k-2", block: "yes" }, 422],
  ["the email is none", { email: "none", block: "yes" }, 422],
  ["no portal stands there", { portal: "acme-southmark", block: "yes" }, 422],
])("nothing is limited when %s", async (_, change, status) => {
  const page = await admin.post(`${DIAGNOSE}/limit`, { ...jane, ...change });
  expect(page.status).toBe(status);
  expect(wordsOf(page)).toContain("Nothing was changed");
  expect(await limits()).toEqual([]);
});

test("nothing is limited while the PSA does not answer", async () => {
  await firms.north.csv.writeText("contacts.csv", "nothing\n");
  expect((await admin.post(`${DIAGNOSE}/limit`, { ...jane, block: "yes" })).status).toBe(503);
  expect(await limits()).toEqual([]);
});

test("a viewer sees who is limited and changes nothing; neither does anybody without a session, or another firm", async () => {
  await admin.post(`${DIAGNOSE}/limit`, { ...jane, block: "yes" });
  const before = await limits();
  const [viewer, south, nobody] = [firms.visitOffice(), firms.visitOffice(), firms.visitOffice()];
  await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
  await south.signIn(firms.south.admin);
  const list = await viewer.get(`${DIAGNOSE}/limits`);
  expect(wordsOf(list)).toContain("Jane Doe");
  expect(list.text).not.toContain(`action="${DIAGNOSE}/lift"`);
  expect(wordsOf(await south.get(`${DIAGNOSE}/limits`))).toContain("Nobody is limited");
  for (const visitor of [viewer, south, nobody]) {
    await visitor.postOnly(`${DIAGNOSE}/lift`, { portal: portalId(), contact: "k-1" });
    await visitor.postOnly(`${DIAGNOSE}/lift`, { portal: "\u0000", contact: "\u0000" });
    await visitor.postOnly(`${DIAGNOSE}/limit`, { ...jane, project: "p-1" });
  }
  expect(await limits()).toEqual(before);
});

test("what stands in the form leads nowhere but to this host", async () => {
  const answer = await admin.postOnly(`${DIAGNOSE}/lift`, {
    portal: portalId(),
    contact: "k-1",
    next: "//evil.example",
  });
  expect([answer.status, answer.location]).toEqual([303, "/"]);
});
