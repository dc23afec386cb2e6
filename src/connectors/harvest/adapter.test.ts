import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { answerStatus, editJson, type LooseJson } from "../../../demo/stand-ins/faults.ts";
import { idOf, secretOf } from "../../../demo/stand-ins/harvest/row.ts";
import { type HarvestStandIn, startHarvestStandIn } from "../../../demo/stand-ins/harvest/stand-in.ts";
import type { FirmRecords } from "../../../demo/stand-ins/records.ts";
import { smallFirm } from "../../../demo/stand-ins/testing/small-firm.ts";
import { TestClock } from "../../../test/support/test-clock.ts";
import type { Email } from "../../domain/email.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { getJson } from "../http/get-json.ts";
import type { PsaConnector } from "../port.ts";
import { createHarvestConnector } from "./adapter.ts";

const token = "a-token-of-nora";
const account = { id: "1001", name: "Harbor Example" };
const call = { signal: new AbortController().signal, isUrgent: true };
const dana = "dana@northbank.example" as Email;
const northbank = String(idOf("clients", "northbank")) as CompanyId;
const quay = String(idOf("projects", "quay"));

let standIn: HarvestStandIn;
let clock: TestClock;
let connector: PsaConnector;

beforeEach(() => start(smallFirm()));

async function start(records: FirmRecords): Promise<void> {
  clock = new TestClock();
  standIn = await startHarvestStandIn({ records, account, token, now: () => clock.now() });
  onTestFinished(() => standIn.close());
  const parts = { clock, origin: standIn.url, send: getJson, token: () => token };
  connector = createHarvestConnector(parts, account.id);
}

/** What the question asked of Harvest. */
async function callsOf(ask: () => Promise<unknown>): Promise<string[]> {
  const before = standIn.requests.length;
  await ask();
  return standIn.requests.slice(before).map(({ path }) => path.replace(/\d+$/, "{id}"));
}

async function find(...emails: Email[]) {
  const found = await connector.findByEmails(emails, call);
  return found.map(({ value, gaps }) => ({ people: value.contacts.length, companies: value.companies, gaps }));
}

/** More than are read whole for every question. */
function manyContacts(count = 250): FirmRecords {
  const crowd = crowdOf(count).map((email) => contactOf(email));
  const { contacts, ...others } = smallFirm();
  return { ...others, contacts: [...contacts, ...crowd] };
}

function crowdOf(count: number): Email[] {
  return Array.from({ length: count }, (_, at) => `p${at}@northbank.example` as Email);
}

describe("calls", () => {
  test("where the contacts are few, a load costs two calls: all of them, and the client", async () => {
    for (const _ of ["the first", "and every other"])
      expect((await callsOf(() => find(dana))).sort()).toEqual(["/v2/clients/{id}", "/v2/contacts"]);
  });

  test("where they are many, whoever is known costs two calls a load; the first lists all contacts", async () => {
    await start(manyContacts());
    expect(await callsOf(() => find(dana))).toEqual(["/v2/contacts", "/v2/clients/{id}"]);
    expect((await callsOf(() => find(dana))).sort()).toEqual(["/v2/clients/{id}", "/v2/contacts/{id}"]);
  });

  test("forty people of one company who are asked about together cost two calls", async () => {
    await start(manyContacts());
    await find(dana);
    expect((await callsOf(() => find(...crowdOf(40)))).sort()).toEqual(["/v2/clients/{id}", "/v2/contacts"]);
    const listing = standIn.requests.slice(-2).find(({ path }) => path.endsWith("/contacts"));
    expect(listing?.query.client_id).toBe(northbank);
  });

  test("strangers who knock at the same moment cost one listing together: of all, as long as that is one page", async () => {
    await start(manyContacts());
    await find(dana);
    expect(await callsOf(() => find(...strangers(30)))).toEqual(["/v2/contacts"]);
    expect(standIn.requests.at(-1)?.query).toEqual({ per_page: "2000" });
  });

  test("where it is more, somebody new is found in what changed, and nobody is told that they are none without a listing of all", async () => {
    await start(manyContacts(2_000));
    const { contacts, ...others } = manyContacts(2_000);
    contacts.push(contactOf("last@northbank.example" as Email));
    standIn.setRecords({ ...others, contacts });
    await find(dana);
    const asked = async (...emails: Email[]) => {
      const before = standIn.requests.length;
      const [found] = await find(...emails);
      const contacts = standIn.requests.slice(before).filter(({ path }) => path.endsWith("/contacts"));
      return { people: found?.people, listings: contacts.map(({ query }) => Object.keys(query).join(" ")) };
    };
    const all = ["per_page", "cursor per_page ref"];
    expect(await asked(...strangers(30))).toEqual({ people: 0, listings: ["updated_since per_page", ...all] });
    const added = "new@northbank.example" as Email;
    standIn.setRecords({ ...others, contacts: [...contacts, contactOf(added)] });
    expect(await asked(added)).toEqual({ people: 1, listings: ["updated_since per_page"] });
  });

  test("all contacts are read again after a quarter of an hour", async () => {
    await start(manyContacts());
    await find(dana);
    clock.advance(15 * 60_000);
    expect((await callsOf(() => find(dana))).sort()).toEqual(["/v2/clients/{id}", "/v2/contacts"]);
    expect(standIn.requests.slice(-2).map(({ query }) => query)).toContainEqual({ per_page: "2000" });
  });

  test("a company's work costs seven calls, and two where it has no project", async () => {
    expect(await callsOf(() => connector.readCompanyWork(northbank, call))).toHaveLength(7);
    standIn.setRecords({ ...smallFirm(), projects: [] });
    expect(await callsOf(() => connector.readCompanyWork(northbank, call))).toHaveLength(2);
  });
});

describe.each([
  ["few", smallFirm],
  ["many", manyContacts],
])("what changed in Harvest counts on the next load, where contacts are %s", (_, records) => {
  beforeEach(async () => {
    await start(records());
    await find(dana);
  });
  const change = (edit: (changed: FirmRecords) => void) => {
    const changed = records();
    edit(changed);
    clock.advance(1_000);
    standIn.setRecords(changed);
  };

  test("a deleted contact is gone", async () => {
    change(({ contacts }) => contacts.shift());
    expect(await find(dana)).toMatchObject([{ people: 0, companies: [], gaps: [] }]);
  });

  test("a contact who was moved belongs to the other company alone", async () => {
    change(({ contacts: [contact] }) => Object.assign(contact ?? {}, { company_id: "old-mill" }));
    expect(await find(dana)).toMatchObject([{ people: 1, companies: [{ name: "Old Mill Trust", isArchived: true }] }]);
  });

  test("a company that was archived is told to be", async () => {
    change(({ companies: [company] }) => Object.assign(company ?? {}, { archived: "true" }));
    expect(await find(dana)).toMatchObject([{ companies: [{ isArchived: true }] }]);
  });

  test("an email that was changed is no longer theirs, and the new one is", async () => {
    const changed = "d.ito@northbank.example" as Email;
    change(({ contacts: [contact] }) => Object.assign(contact ?? {}, { email: changed }));
    expect(await find(dana, changed)).toMatchObject([{ people: 0 }, { people: 1 }]);
  });

  test("a second contact with a known email counts at once, and where contacts are many within a minute", async () => {
    change(({ contacts }) => contacts.push(contactOf(dana, "old-mill")));
    if (records === manyContacts) clock.advance(60_000);
    expect(await find(dana)).toMatchObject([{ people: 2 }]);
  });

  test("an answer that others wait for at the same time is nobody else's", async () => {
    const asked = [dana, "gil@northbank.example", "nobody@northbank.example"] as Email[];
    const answers = await Promise.all(asked.map((email) => find(email)));
    expect(answers.flat().map(({ people }) => people)).toEqual([1, 2, 0]);
  });
});

function strangers(count: number): Email[] {
  return Array.from({ length: count }, (_, at) => `s${at}@nowhere.example` as Email);
}

describe("nobody is told that they are no contact unless all contacts were read for it", () => {
  test.each(["few", "many"])("not after a time in which nothing was there: %s", async (size) => {
    await start(size === "many" ? manyContacts() : smallFirm());
    await find(dana);
    standIn.fail(deny404);
    await expect(find(dana)).rejects.toMatchObject({ code: "not_found" });
    standIn.recover();
    expect(await find(dana)).toMatchObject([{ people: 1, gaps: [] }]);
  });

  test("not because the contact alone is said not to be there", async () => {
    await start(manyContacts());
    await find(dana);
    standIn.fail(deny404, { path: /contacts\/\d+$/ });
    expect(await find(dana)).toMatchObject([{ people: 1, gaps: [] }]);
  });

  test("not because the vendor's clock was set back since somebody changed last", async () => {
    await start(manyContacts());
    clock.advance(60 * 60_000);
    const { contacts, ...others } = manyContacts();
    const withTitle = contacts.map((contact, at) => (at === 0 ? { ...contact, title: "Director" } : contact));
    standIn.setRecords({ ...others, contacts: withTitle });
    await find(dana);
    clock.advance(-30 * 60_000);
    const added = "new@northbank.example" as Email;
    standIn.setRecords({ ...others, contacts: [...withTitle, contactOf(added)] });
    expect(await find(added)).toMatchObject([{ people: 1 }]);
  });

  test("not because the email that they have now is not dated anew", async () => {
    await start(manyContacts());
    await find(dana);
    const changed = "d.ito@northbank.example" as Email;
    const undated = (json: LooseJson, url: URL): LooseJson => {
      if (url.searchParams.has("updated_since")) return { ...json, contacts: [], total_entries: 0 };
      const edited = (row: LooseJson) => (row.email?.toLowerCase() === dana ? { ...row, email: changed } : row);
      return json.contacts ? { ...json, contacts: json.contacts.map(edited) } : edited(json);
    };
    standIn.fail(editJson(undated), { path: /contacts/ });
    expect(await find(changed, dana)).toMatchObject([{ people: 1 }, { people: 0 }]);
  });

  test("and one answer that could not be read leaves nothing behind for the next", async () => {
    await start(manyContacts());
    await find(dana);
    standIn.fail(
      editJson(({ id: _, ...row }: LooseJson) => row),
      { path: /contacts\/\d+$/ },
    );
    expect(await find(dana)).toMatchObject([{ people: 1, gaps: [] }]);
    standIn.recover();
    expect(await find(...strangers(1))).toMatchObject([{ people: 0, gaps: [] }]);
    standIn.fail(
      editJson((json: LooseJson) => ({ ...json, contacts: json.contacts?.map(() => ({})) })),
      { path: /contacts$/ },
    );
    const [unread] = await find(...strangers(1));
    expect(unread?.gaps.length).toBeGreaterThan(0);
    standIn.recover();
    expect(await find(...strangers(1), dana)).toMatchObject([
      { people: 0, gaps: [] },
      { people: 1, gaps: [] },
    ]);
  });
});

describe("an answer that leaves out what decides is none", () => {
  test.each([
    ["few", smallFirm],
    ["many", manyContacts],
  ])("contacts without a field for the email, where they are %s", async (_, records) => {
    await start(records());
    standIn.fail(
      editJson((json: LooseJson) => ({
        ...json,
        contacts: json.contacts.map(({ email: _, ...row }: LooseJson) => row),
      })),
      { path: /contacts$/ },
    );
    const [found] = await find(dana);
    expect(found?.people).toBe(0);
    expect(found?.gaps[0]).toMatchObject({ message: expect.stringContaining("email") });
  });

  test("a contact who has no email hides nobody", async () => {
    standIn.fail(
      editJson((json: LooseJson) => ({
        ...json,
        contacts: json.contacts.map((row: LooseJson) => ({ ...row, email: null })),
      })),
      { path: /contacts$/ },
    );
    expect(await find(dana)).toMatchObject([{ people: 0, gaps: [] }]);
  });

  test.each([
    ["by their id", [dana]],
    ["in a listing", Array.from({ length: 6 }, (_, at) => `p${at}@client-${at}.example` as Email)],
  ])("a client whom a contact names and who is not sent, asked for %s", async (_, emails) => {
    const firm = smallFirm();
    const crowd = emails.map((email, at) => ({ ...contactOf(email, `client-${at}`), id: `c-${at}` }));
    const clients = crowd.map((_, at) => ({ id: `client-${at}`, name: `Client ${at}`, archived: "", domains: "" }));
    const isMany = emails.length > 1;
    await start(
      isMany ? { ...firm, companies: [...firm.companies, ...clients], contacts: [...firm.contacts, ...crowd] } : firm,
    );
    expect((await find(...emails)).flatMap(({ companies, gaps }) => [companies.length, gaps.length])).toEqual(
      emails.flatMap(() => [1, 0]),
    );
    standIn.fail(isMany ? editJson((json: LooseJson) => ({ ...json, clients: [], total_entries: 0 })) : deny404, {
      path: /clients/,
    });
    for (const { companies, gaps } of await find(...emails)) {
      expect(companies).toEqual([]);
      expect(gaps).toMatchObject([{ place: expect.stringMatching(/^\/v2\/clients, record \d+$/) }]);
    }
  });
});

const deny404 = answerStatus(404, "{}");

describe("a row that cannot be read is told", () => {
  const breakFirst = (field: string, value: unknown) =>
    editJson((json: LooseJson) => ({
      ...json,
      contacts: json.contacts.map((row: LooseJson) => ({ ...row, [field]: value })),
    }));

  test("to whoever it may hide, and to nobody else", async () => {
    standIn.fail(breakFirst("id", null), { path: /contacts$/ });
    const [own, other] = await find(dana, "nobody@else.example" as Email);
    expect(own?.gaps).toMatchObject([{ place: "/v2/contacts, record without an id" }]);
    expect(other?.gaps).toEqual([]);
  });

  test("to everybody where its email cannot be read either, and never with what stands in it", async () => {
    standIn.fail(breakFirst("email", 7), { path: /contacts$/ });
    const [found] = await find("nobody@else.example" as Email);
    expect(found?.gaps.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain("northbank");
  });
});

test.each([
  [
    "leads back to itself",
    "partial",
    (json: LooseJson, url: URL) => ({ ...json, links: { ...json.links, next: url.href } }),
  ],
  ["does not say whether it goes on", "invalid_response", ({ links, ...json }: LooseJson) => json],
])("a listing that %s is no answer", async (_, code, edit) => {
  standIn.fail(editJson(edit), { path: /contacts$/ });
  await expect(find(dana)).rejects.toMatchObject({ code });
});

test("a token of somebody who is no administrator is refused, and told whose it is", async () => {
  expect(await connector.identify(call)).toEqual({ organisation: "Harbor Example", tokenOwner: "Nora Quist" });
  standIn.behaviour.accessRoles = ["manager"];
  await expect(connector.identify(call)).rejects.toMatchObject({
    code: "forbidden",
    detail: expect.stringContaining("Nora Quist, who has manager"),
  });
  await expect(find(dana)).rejects.toMatchObject({ code: "forbidden" });
});

describe("a company's work", () => {
  test("has hours as the account rounds them, money in its currency, and people with their roles", async () => {
    const { value, gaps } = await connector.readCompanyWork(northbank, call);
    expect(gaps).toEqual([]);
    expect(value.projects.find(({ id }) => id === quay)).toMatchObject({
      ...{ number: "24-01", status: "active", startDate: "2026-02-02", fee: { amount: "120000.50", currency: "EUR" } },
    });
    expect(value.hours.toSorted((one, other) => one.hours - other.hours)).toMatchObject([
      { hours: 1.5, discipline: "Architecture", billed: { amount: "200.00", currency: "EUR" } },
      { hours: 2, discipline: "Structure", billed: { amount: "0.00", currency: "EUR" } },
    ]);
    expect(value.phases.map(({ name, budgetHours }) => [name, budgetHours]).sort()).toEqual([
      ["Design", 20],
      ["Other work", null],
    ]);
    expect(value.invoices).toMatchObject([
      { number: "INV-1", amount: { amount: "10000.10" }, paid: { amount: "4000.00" }, isPaid: false, projectId: quay },
    ]);
    expect(value.staff).toMatchObject([{ name: "Nora Quist", role: "Architecture, Principal" }]);
  });

  test("carries no cost, no note and no key of Harvest's own client pages", async () => {
    const said = JSON.stringify([
      await connector.readCompanyWork(northbank, call),
      await connector.listDirectory(call),
    ]);
    for (const secret of ["statement", "invoice"]) {
      for (const id of ["northbank", "i-1"]) expect(said).not.toContain(secretOf(secret, id));
    }
    expect(said).not.toMatch(/Facade|cost|_key/i);
  });

  test("shows no invoice for another client's project, and no sum is made without it", async () => {
    const ofAnother = (invoice: LooseJson) => ({ ...invoice, line_items: [{ project: { id: 99_999 } }] });
    standIn.fail(
      editJson((json: LooseJson) => ({ ...json, invoices: json.invoices.map(ofAnother) })),
      { path: /invoices/ },
    );
    const { value, gaps } = await connector.readCompanyWork(northbank, call);
    expect(value.invoices).toEqual([]);
    expect(gaps).toMatchObject([
      { message: expect.stringContaining("project"), unread: { parts: ["invoices"], projectId: null } },
    ]);
  });

  const spoilt = (listing: string, field: string) =>
    editJson((json: LooseJson) => ({
      ...json,
      ...(json[listing] && { [listing]: json[listing].map((row: LooseJson) => ({ ...row, [field]: 7 })) }),
    }));

  test.each([
    ["task_assignments", "task", [["phases"]]],
    ["user_assignments", "user", [["team"], ["manager"]]],
    ["users", "roles", [["manager"], ["team"]]],
  ] as const)("tells that what %s list is not whole where a row cannot be read", async (listing, field, parts) => {
    standIn.fail(spoilt(listing, field), { path: new RegExp(`/${listing}$`) });
    const { value, gaps } = await connector.readCompanyWork(northbank, call);
    expect(value.projects).toHaveLength(2);
    expect(gaps.map(({ unread }) => [unread?.parts, unread?.why])).toEqual(parts.map((part) => [part, "not_readable"]));
    expect(gaps.map(({ unread }) => unread?.projectId)).toEqual(parts.map(() => quay));
  });

  test("has no invoices where the account has them switched off, and is no answer where they are refused otherwise", async () => {
    standIn.fail(answerStatus(403, "{}"), { path: /invoices/ });
    await expect(connector.readCompanyWork(northbank, call)).rejects.toMatchObject({ code: "forbidden" });
    standIn.fail(
      editJson((json: LooseJson) => ({ ...json, invoice_feature: false })),
      { path: /company/ },
    );
    expect((await connector.readCompanyWork(northbank, call)).value.invoices).toEqual([]);
  });
});

describe("the connection test", () => {
  test.each([
    ["time_entries", "time entries", 2],
    ["task_assignments", "phases", 2],
    ["user_assignments", "assignments", 1],
    ["invoices", "invoices", 2],
  ])("counts %s with one row of them, however many there are", async (listing, kind, rows) => {
    const { counts, gaps } = await connector.inspect(call);
    expect(counts).toContainEqual({ kind, rows });
    expect(gaps).toEqual([]);
    const asked = standIn.requests.filter(({ path }) => path === `/v2/${listing}`);
    expect(asked.map(({ query }) => query)).toEqual([{ per_page: "1" }]);
  });

  test.each([
    ["are refused", answerStatus(403, "{}")],
    ["are not counted", editJson(({ total_entries: _, ...json }: LooseJson) => json)],
  ])("says so where the hours %s, and goes on", async (_, fault) => {
    standIn.fail(fault, { path: /time_entries/ });
    const { counts, gaps } = await connector.inspect(call);
    expect(counts).toContainEqual({ kind: "time entries", rows: 0 });
    expect(gaps.map(({ place }) => place)).toEqual(["/v2/time_entries"]);
  });

  test("names everybody and every project that cannot be read", async () => {
    const spoilt = editJson((json: LooseJson) => ({
      ...json,
      ...(json.projects && { projects: json.projects.map((row: LooseJson) => ({ ...row, name: 7 })) }),
    }));
    standIn.fail(spoilt, { path: /projects$/ });
    const { gaps } = await connector.inspect(call);
    expect(gaps.length).toBeGreaterThan(0);
    for (const { place } of gaps) expect(place).toMatch(/^\/v2\/projects, record \d+$/);
  });
});

test("nothing is ever written", async () => {
  await connector.inspect(call);
  expect(standIn.countWrites()).toBe(0);
});

function contactOf(email: Email, companyId = "northbank"): FirmRecords["contacts"][number] {
  const [name = ""] = email.split("@");
  return { id: `${name} of ${companyId}`, email, name, company_id: companyId, title: "", phone: "", archived: "" };
}
