// "This is the same person": from the refused visitor to the approval and the next page load, and back.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approveAlias } from "../../src/commands/approve-alias.ts";
import { revokeAlias } from "../../src/commands/revoke-alias.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { listAliases } from "../../src/data/queries/aliases.ts";
import { mailRecord } from "../../src/data/schema/rescue-tables.ts";
import type { Email } from "../../src/domain/email.ts";
import type { ContactId } from "../../src/domain/ids.ts";
import { auditCounts, expectCause } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const DIAGNOSE = "/settings/client-portals/diagnose";
const APPROVALS = `${DIAGNOSE}/approvals`;
const HOME = "/acme-northmark";
const DOE = "jane.doe@acme.north.example" as Email;
const JANE = "jane@acme.north.example" as Email;
const wish = { email: DOE, contactId: "k-1", contactEmail: JANE, next: APPROVALS };

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
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  for (const { email } of await aliases()) await revokeAlias(firms.database.db, doer, email);
});
afterAll(() => firms.stop());

const aliases = () => inFirmRead(firms.database.db, firms.north.firm.id, listAliases);
const inForce = async () => (await aliases()).filter(({ revokedAt }) => revokedAt === null);
const approve = (form: Record<string, string> = wish) => admin.post(`${DIAGNOSE}/approve`, form);
const mailsTo = (email: string) =>
  firms.mailbox.list().filter(({ to, subject }) => to === email && !/is your code/.test(subject));

function changeContact(id: string, change: Record<string, string>): Promise<void> {
  const rows = contactsOf("north").map((row) => (row.id === id ? { ...row, ...change } : row));
  return firms.north.csv.write("contacts.csv", rows);
}

describe("an approved address", () => {
  test("opens the projects on the next load and closes them on the load after it is revoked", async () => {
    await expectCause(firms, firms.north, { page: await doe.get(HOME), status: 403, cause: "who.no_contact" });
    const list = await approve();
    expect([list.status, headingOf(list)]).toEqual([200, "1\u00a0approved address"]);
    expect((await doe.get(HOME)).text).toContain("Library renewal");
    expect((await doe.get("/birch-northmark")).status).toBe(403);
    const after = await admin.post(`${DIAGNOSE}/revoke`, { email: DOE, next: APPROVALS });
    expect(wordsOf(after)).toMatch(/Revoked just now, by admin-/);
    await expectCause(firms, firms.north, { page: await doe.get(HOME), status: 403, cause: "who.no_contact" });
  });

  test("tells the person by mail where their projects are, once, in the firm's name, and that is on record", async () => {
    const before = mailsTo(DOE).length;
    await approve();
    await approve();
    const [mail, ...older] = mailsTo(DOE);
    expect(older).toHaveLength(before);
    expect(mail).toMatchObject({ fromName: "North Studio", subject: "You can now see your projects at North Studio" });
    expect(mail?.text).toContain(`http://north-studio.portal.test${HOME}?for=`);
    expect(mail?.text).toContain(DOE);
    expect(mail?.text).not.toContain(JANE);
    const records = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
      tx
        .select()
        .from(mailRecord)
        .where(and(eq(mailRecord.email, DOE), eq(mailRecord.kind, "access_open"))),
    );
    expect(records.at(-1)?.state).toBe("accepted");
  });

  test("promises nothing to somebody who would still not get in", async () => {
    await changeContact("k-1", { company_id: "" });
    const before = mailsTo(DOE).length;
    await approve();
    expect(await inForce()).toHaveLength(1);
    expect(mailsTo(DOE)).toHaveLength(before);
  });

  test.each([
    ["is archived", { archived: "true" }],
    ["carries another email", { email: "jane.new@acme.north.example" }],
  ])("gives nothing once the contact %s in the PSA", async (_, change) => {
    await approve();
    expect((await doe.get(HOME)).status).toBe(200);
    await changeContact("k-1", change);
    const page = await doe.get(HOME);
    const isArchived = "archived" in change;
    const cause = isArchived ? "who.inactive" : "who.alias_broken";
    await expectCause(firms, firms.north, { page, status: 403, cause });
    expect(wordsOf(await admin.get(APPROVALS))).toContain(`Leads nowhere: no active contact has ${JANE} any more`);
  });

  test("gives nothing once the contact's email belongs to somebody else", async () => {
    await approve();
    const moved = contactsOf("north").map((row) =>
      row.id === "k-1" ? { ...row, email: "left@acme.north.example" } : row,
    );
    const heir = { id: "k-9", email: JANE, name: "Jane Other", company_id: "c-acme", archived: "false" };
    await firms.north.csv.write("contacts.csv", [...moved, heir]);
    await expectCause(firms, firms.north, { page: await doe.get(HOME), status: 403, cause: "who.alias_broken" });
  });

  test("counts at its own firm only", async () => {
    const southAdmin = firms.visitOffice();
    await southAdmin.signIn(firms.south.admin);
    await approve();
    expect(wordsOf(await southAdmin.get(APPROVALS))).not.toContain(DOE);
    await southAdmin.post(`${DIAGNOSE}/revoke`, { email: DOE, next: APPROVALS });
    expect(await inForce()).toHaveLength(1);
    const page = await southAdmin.post(`${DIAGNOSE}/approve`, wish);
    expect([page.status, headingOf(page)]).toEqual([422, "Nothing was approved"]);
  });
});

describe("approving", () => {
  test.each([
    ["an email that is a contact's own", { email: "both@firms.north.example" }, "carries this very email"],
    ["the email of an archived contact", { email: "old@acme.north.example" }, "carries this very email"],
    ["a contact who is archived", { contactId: "k-3", contactEmail: "old@acme.north.example" }, "Old Hand is archived"],
    ["a contact who does not carry that email", { contactEmail: "bo@birch.north.example" }, "no longer carries"],
    ["a contact who is not there", { contactId: "k-99" }, "no longer carries"],
    ["no email", { email: "not one" }, "choose the person again"],
    ["no contact's email", { contactEmail: "" }, "choose the person again"],
    ["an endless email", { email: `${"x".repeat(5000)}@acme.example` }, "choose the person again"],
    ["a NUL", { contactId: "\u0000" }, "no longer carries"],
  ])("is refused for %s, in words", async (_, change, words) => {
    const page = await approve({ ...wish, ...change });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain(words);
    expect(await inForce()).toEqual([]);
  });

  test("is refused while the PSA does not answer: unknown never grants", async () => {
    await firms.north.csv.remove("contacts.csv");
    const page = await approve();
    expect([page.status, headingOf(page)]).toEqual([503, "Nothing was approved"]);
    expect(await inForce()).toEqual([]);
    expect((await admin.get(APPROVALS)).status).toBe(200);
  });

  test("for a second contact is refused until the first approval is revoked", async () => {
    await approve();
    const page = await approve({ ...wish, contactId: "k-5", contactEmail: "both@firms.north.example" });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain("approved already, for Jane Doe");
  });

  test("by two admins at once makes one approval, one audit row and one mail", async () => {
    const other = firms.visitOffice();
    await other.signIn(await addTeamUser(firms, firms.north, "admin"));
    const [before, mails] = [await auditCounts(firms, firms.north), mailsTo(DOE).length];
    await Promise.all([admin, other, admin, other].map((one) => one.postOnly(`${DIAGNOSE}/approve`, wish)));
    const after = await auditCounts(firms, firms.north);
    expect((after["alias.approve"] ?? 0) - (before["alias.approve"] ?? 0)).toBe(1);
    expect(await inForce()).toHaveLength(1);
    expect(mailsTo(DOE)).toHaveLength(mails + 1);
  });

  test("of two contacts at once for one email makes one of them count", async () => {
    const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
    const results = await Promise.all(
      ["k-1", "k-5"].map((id) => {
        const contactId = id as ContactId;
        return approveAlias(firms.database.db, doer, { email: DOE, contactId, contactEmail: JANE, contactName: id });
      }),
    );
    expect(results.map(({ kind }) => kind).sort()).toEqual(["approved", "other_in_force"]);
  });

  test("leads back to a page of this host only", async () => {
    const to = async (next: string) => (await admin.postOnly(`${DIAGNOSE}/approve`, { ...wish, next })).location;
    expect(await to("/settings/client-portals?q=acme")).toBe("/settings/client-portals?q=acme");
    expect(await to("https://evil.example/")).toBe("/");
    expect(await to("//evil.example")).toBe("/");
  });
});

describe("sending somebody their address", () => {
  const send = (email: string) => admin.post(`${DIAGNOSE}/send-address`, { email, next: APPROVALS });

  test("is confirmed on the page from which it was sent, which promises nothing about a page load", async () => {
    const email = "cy@cedar.north.example";
    const next = `${DIAGNOSE}/person?${new URLSearchParams({ email, portal: "acme-northmark" })}`;
    const before = wordsOf(await admin.get(next));
    expect(before).toContain(`It goes by mail to ${email}. Send them their address`);
    expect(before).not.toContain("It counts on their next page load");
    expect(before).not.toContain("They were mailed their address");
    const after = await admin.post(`${DIAGNOSE}/send-address`, { email, next });
    expect(wordsOf(after)).toContain("They were mailed their address just now.");
  });

  test("mails it to a person whom the PSA confirms", async () => {
    const before = mailsTo("cy@cedar.north.example").length;
    await send("cy@cedar.north.example");
    expect(mailsTo("cy@cedar.north.example")).toHaveLength(before + 1);
    await send("bo@birch.north.example");
    const [mail] = mailsTo("bo@birch.north.example");
    expect(mail).toMatchObject({ fromName: "North Studio", subject: "Where your projects at North Studio are" });
    expect(mail?.text).toContain("http://north-studio.portal.test/birch-northmark?for=");
    const bo = firms.visit(firms.north);
    const link = new URL(/http\S+/.exec(mail?.text ?? "")?.[0] ?? "");
    const page = await bo.signIn("bo@birch.north.example", `${link.pathname}${link.search}`);
    expect(page.text).toContain("Clinic fit-out");
  });

  test.each([
    ["nobody's", "who@elsewhere.example"],
    ["of an archived company", "di@dune.north.example"],
    ["an archived contact's", "old@acme.north.example"],
    ["a contact's without a company", "nobody@acme.north.example"],
    ["no email", "none"],
  ])("mails nothing to an email that is %s, and says why", async (_, email) => {
    const page = await send(email);
    expect(page.status).toBe(422);
    expect(mailsTo(email)).toEqual([]);
  });
});

describe("who may", () => {
  const posts = ["approve", "revoke", "send-address"].map((name) => `${DIAGNOSE}/${name}`);

  test("nobody who is not signed in, and no client", async () => {
    const client = firms.visitOffice();
    await client.signIn(JANE);
    for (const visitor of [firms.visitOffice(), client]) {
      for (const path of posts) expect(headingOf(await visitor.post(path, wish))).toBe("Sign in to your firm’s office");
      expect((await visitor.get(APPROVALS)).text).not.toContain(DOE);
    }
    expect(await inForce()).toEqual([]);
  });

  test.each(["member", "viewer"] as const)("a %s reads the list and changes nothing", async (role) => {
    const visitor = firms.visitOffice();
    await visitor.signIn(await addTeamUser(firms, firms.north, role));
    for (const path of posts) {
      const page = await visitor.post(path, wish);
      expect([page.status, headingOf(page)]).toEqual([403, "Only an admin can do this"]);
    }
    expect(await inForce()).toEqual([]);
    await approve();
    const list = await visitor.get(APPROVALS);
    expect(wordsOf(list)).toContain(DOE);
    expect(list.text).not.toContain("Revoke<");
  });

  test("no other site's page", async () => {
    for (const path of posts) {
      const page = await admin.postOnly(path, wish, { origin: "http://north-studio.portal.test" });
      expect(page.status).toBe(403);
    }
    expect(await inForce()).toEqual([]);
  });
});
