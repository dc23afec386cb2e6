// Requests in the office: who waits, the one thing that mends it, and how a request ends.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeRequest } from "../../src/commands/close-requests.ts";
import { requestAccess } from "../../src/commands/request-access.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { listClosedRequests, listOpenRequests } from "../../src/data/queries/requests.ts";
import type { Email } from "../../src/domain/email.ts";
import { auditCounts, referenceOf } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import type { TestFirm } from "../support/test-app.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const REQUESTS = "/settings/client-portals/requests";
const HOME = "/acme-northmark";
const DOE = "jane.doe@acme.north.example";

let firms: TwoFirms;
let admin: Visitor;
let doe: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  [admin, doe] = [firms.visitOffice(), firms.visit(firms.north)];
  await admin.signIn(firms.north.admin);
  await doe.signIn(DOE);
});
beforeEach(async () => {
  await writeSample(firms.north.csv, "north");
  for (const { id } of await openRequests()) await closeRequest(firms.database.db, doer(), id);
  firms.clock.advance(1000);
});
afterAll(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });
const openRequests = ({ firm }: TestFirm = firms.north) => inFirmRead(firms.database.db, firm.id, listOpenRequests);
const closedRequests = () => inFirmRead(firms.database.db, firms.north.firm.id, (tx) => listClosedRequests(tx, 1));

/** As the button does it, without its allowance. */
async function askAs(email: string, at = firms.north, reference: string | null = null): Promise<string> {
  const wish = { firmId: at.firm.id, email: email as Email, reference, now: firms.clock.now() };
  const requested = await requestAccess(firms.database.db, wish);
  if (requested.kind !== "asked") throw new Error(`${email} has asked already`);
  return requested.request.id;
}

/** The hidden fields of the form whose button says this. */
function formOf(text: string, label: string): { action: string; fields: Record<string, string> } {
  const forms = [...text.matchAll(/<form method="post" action="([^"]*)"[^>]*>(.*?)<\/form>/gs)];
  const found = forms.find(([, , inner]) => inner?.includes(label));
  if (!found) throw new Error(`no form says ${label}`);
  const inputs = [...(found[2] ?? "").matchAll(/name="([^"]*)" value="([^"]*)"/g)];
  return { action: found[1] ?? "", fields: Object.fromEntries(inputs.map(([, name, value]) => [name, value])) };
}

/** Reads of the PSA are written down behind the pages, in the order in which they were made. */
function readsAreStored(): Promise<void> {
  const row = { firmId: firms.north.firm.id, at: firms.clock.now(), actor: "test", action: "test.last", subject: {} };
  return firms.app.decisions.audit(row);
}

describe("the page", () => {
  test("shows who asks, where, why they are stopped, and the one click that mends it; after it they get in", async () => {
    const refused = await doe.get(HOME);
    await askAs(DOE, firms.north, referenceOf(refused));
    const page = await admin.get(REQUESTS);
    expect([page.status, headingOf(page)]).toEqual([200, "1\u00a0open request"]);
    const words = wordsOf(page);
    expect(words).toContain(`${DOE} Asked just now at /acme-northmark (Acme NORTHMARK) , reference`);
    expect(words).toContain("Jane Doe has jane@acme.north.example, which is nearly the same");
    const { action, fields } = formOf(page.text, `${DOE} is Jane Doe`);
    const after = await admin.post(action, fields);
    expect(after.path).toBe(REQUESTS);
    expect(wordsOf(after)).toContain("gets in at /acme-northmark and sees 2 projects. The request ends when they load");
    firms.clock.advance(1000);
    expect((await doe.get(HOME)).text).toContain("Library renewal");
    const done = await admin.get(REQUESTS);
    expect(headingOf(done)).toBe("No open requests");
    expect(wordsOf(done)).toContain("They got in");
    expect(await closedRequests()).toMatchObject([{ email: DOE, closedBy: "got in" }]);
    await admin.post("/settings/client-portals/diagnose/revoke", { email: DOE });
  });

  test("says when the person was mailed their address, so that nobody mails it twice", async () => {
    const cy = firms.visit(firms.north);
    await cy.signIn("cy@cedar.north.example", "/sign-in");
    await askAs("cy@cedar.north.example", firms.north, referenceOf(await cy.get(HOME)));
    const page = await admin.get(REQUESTS);
    const { action, fields } = formOf(page.text, "Send them their address");
    expect(wordsOf(page)).not.toContain("They were mailed");
    expect(wordsOf(await admin.post(action, fields))).toContain("They were mailed their address just now.");
  });

  test("says the exact words where only the PSA can be changed", async () => {
    await askAs("nobody@acme.north.example");
    const words = wordsOf(await admin.get(REQUESTS));
    expect(words).toContain("No Company (nobody@acme.north.example) is linked to no company");
    expect(words).toContain("In contacts.csv, write");
  });

  test("shows a person who was let in meanwhile as such, and does not end the request before they came", async () => {
    const email = "soon@acme.north.example";
    await askAs(email);
    const added = { id: "k-9", email, name: "Soon There", company_id: "c-acme", archived: "false" };
    await firms.north.csv.write("contacts.csv", [...contactsOf("north"), added]);
    const page = await admin.get(REQUESTS);
    expect(wordsOf(page)).toContain("The request ends when they load their page");
    expect(headingOf(page)).toBe("1\u00a0open request");
  });

  test("cannot tell while the PSA does not answer, and still opens", async () => {
    await askAs(DOE);
    await firms.north.csv.remove("contacts.csv");
    const page = await admin.get(REQUESTS);
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("cannot be told");
  });

  test("asks the PSA about the newest twenty, and shows the others as they were stored", async () => {
    for (let index = 0; index < 23; index++) await askAs(`many-${index}@acme.north.example`);
    await readsAreStored();
    const before = await auditCounts(firms, firms.north);
    const page = await admin.get(REQUESTS);
    await readsAreStored();
    const after = await auditCounts(firms, firms.north);
    expect(headingOf(page)).toBe("23\u00a0open requests");
    expect((after["psa.find_by_email"] ?? 0) - (before["psa.find_by_email"] ?? 0)).toBeLessThanOrEqual(40);
    expect(page.text.match(/Open the person’s page: it asks the PSA now/g)).toHaveLength(3);
  });

  test("shows nothing of another firm", async () => {
    await askAs("jane.doe@acme.south.example", firms.south);
    const page = await admin.get(REQUESTS);
    expect(page.text).not.toContain("south");
    const [foreign] = await openRequests(firms.south);
    await admin.post(`${REQUESTS}/${foreign?.id}/done`, {});
    expect(await openRequests(firms.south)).toHaveLength(1);
  });
});

describe("the way there", () => {
  test("says to admins, on every page of the office, how many wait", async () => {
    const navOf = async (visitor: Visitor) =>
      /<nav.*?<\/nav>/s.exec((await visitor.get("/settings/client-portals")).text)?.[0];
    expect(await navOf(admin)).toContain(">Requests</a>");
    await askAs(DOE);
    expect(await navOf(admin)).toContain(">Requests (1)</a>");
    const member = firms.visitOffice();
    await member.signIn(await addTeamUser(firms, firms.north, "member"));
    expect(await navOf(member)).not.toContain("Requests");
  });
});

describe("done", () => {
  test("closes a request once, with who did it, also when two admins press it at once", async () => {
    const id = await askAs(DOE);
    const other = firms.visitOffice();
    const email = await addTeamUser(firms, firms.north, "admin");
    await other.signIn(email);
    const before = await auditCounts(firms, firms.north);
    await Promise.all([admin, other, admin].map((one) => one.postOnly(`${REQUESTS}/${id}/done`, {})));
    const after = await auditCounts(firms, firms.north);
    expect((after["access.request_done"] ?? 0) - (before["access.request_done"] ?? 0)).toBe(1);
    expect(await openRequests()).toEqual([]);
    expect(wordsOf(await admin.get(REQUESTS))).toMatch(/Done, by admin-/);
  });

  test.each(["none", "00000000-0000-0000-0000-000000000000", "%00", "x".repeat(2000)])(
    "of what is no request changes nothing: %s",
    async (id) => {
      await askAs(DOE);
      expect((await admin.postOnly(`${REQUESTS}/${id}/done`, {})).status).toBe(303);
      expect(await openRequests()).toHaveLength(1);
    },
  );

  test("is for admins; others look, and see no button", async () => {
    const id = await askAs(DOE);
    for (const role of ["member", "viewer"] as const) {
      const visitor = firms.visitOffice();
      await visitor.signIn(await addTeamUser(firms, firms.north, role));
      const page = await visitor.post(`${REQUESTS}/${id}/done`, {});
      expect([page.status, headingOf(page)]).toEqual([403, "Only an admin can do this"]);
      const list = await visitor.get(REQUESTS);
      expect(wordsOf(list)).toContain(DOE);
      expect(list.text).not.toMatch(/action="[^"]*\/(?:done|approve)"/);
    }
    expect(await openRequests()).toHaveLength(1);
  });

  test("and the page itself are for nobody who is not signed in, and for no client", async () => {
    const id = await askAs(DOE);
    const client = firms.visitOffice();
    await client.signIn("jane@acme.north.example");
    for (const visitor of [firms.visitOffice(), client]) {
      expect(headingOf(await visitor.get(REQUESTS))).toBe("Sign in to your firm’s office");
      expect(headingOf(await visitor.post(`${REQUESTS}/${id}/done`, {}))).toBe("Sign in to your firm’s office");
    }
    expect(await openRequests()).toHaveLength(1);
  });
});
