import { describe, expect, onTestFinished, test } from "vitest";
import { answerStatus, editJson, type LooseJson } from "../../../demo/stand-ins/faults.ts";
import { endlessPages, pageLoop, repeatLastRow } from "../../../demo/stand-ins/productive/page-faults.ts";
import { contactId, staffId } from "../../../demo/stand-ins/productive/people.ts";
import { idOf } from "../../../demo/stand-ins/productive/resource.ts";
import { serviceId } from "../../../demo/stand-ins/productive/services.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "../../../demo/stand-ins/productive/stand-in.ts";
import type { FirmRecords } from "../../../demo/stand-ins/records.ts";
import { organization, token } from "../../../demo/stand-ins/testing/json-api.ts";
import { smallFirm } from "../../../demo/stand-ins/testing/small-firm.ts";
import { type Email, parseEmail } from "../../domain/email.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { systemClock } from "../../lib/clock.ts";
import { invariant } from "../../lib/invariant.ts";
import { getJson } from "../http/get-json.ts";
import type { PsaConnector } from "../port.ts";
import { createProductiveConnector } from "./adapter.ts";

const call = { signal: new AbortController().signal, isUrgent: true };
const northbank = idOf("companies", "northbank") as CompanyId;

type Opened = { connector: PsaConnector; standIn: ProductiveStandIn; asked: () => string[] };

/** A connector to the small firm's stand-in. `asked`: the collections that were asked since the last time. */
async function open(records: FirmRecords = smallFirm(), organizationId = organization.id): Promise<Opened> {
  const standIn = await startProductiveStandIn({ records, organization, token });
  onTestFinished(() => standIn.close());
  const vendor = { clock: systemClock, origin: standIn.url, send: getJson, token: () => token };
  const asked = () => standIn.requests.splice(0).map(({ path }) => path.replace("/api/v2/", ""));
  return { connector: createProductiveConnector(vendor, organizationId), standIn, asked };
}

function email(text: string): Email {
  const parsed = parseEmail(text);
  invariant(parsed !== null, `${text} is an email`);
  return parsed;
}

/** Changes the rows of an answer that are of this id, among the records that come along too. */
function editRow(id: string, edit: (row: LooseJson) => LooseJson) {
  const edited = (rows: LooseJson[] = []) => rows.map((row) => (row.id === id ? edit(row) : row));
  return editJson((json) => ({ ...json, data: edited(json.data), included: edited(json.included) }));
}

function without(field: string) {
  return (row: LooseJson) => ({ ...row, attributes: { ...row.attributes, [field]: undefined } });
}

describe("who carries an email", () => {
  test.each([true, false])(
    "one call, whatever the capitals; the vendor minds them: %s",
    async (isEmailCaseSensitive) => {
      const { connector, standIn, asked } = await open();
      standIn.behaviour.isEmailCaseSensitive = isEmailCaseSensitive;
      const [found] = await connector.findByEmails([email("dana@northbank.example")], call);
      expect(found?.value.contacts).toMatchObject([{ name: "Dana Ito", emails: ["dana@northbank.example"] }]);
      expect(found?.value.companies).toMatchObject([{ id: northbank, name: "Northbank Housing" }]);
      await connector.findByEmails([email("nobody@northbank.example")], call);
      expect(asked()).toEqual(["people", "people"]);
    },
  );

  test("forty emails are one call, forty-one are two, and so are forty that make the address too long", async () => {
    const { connector, standIn, asked } = await open();
    const emails = Array.from({ length: 41 }, (_, index) => email(`p${index}@northbank.example`));
    expect(await connector.findByEmails(emails.slice(0, 40), call)).toHaveLength(40);
    expect(asked()).toHaveLength(1);
    const found = await connector.findByEmails([...emails.slice(1), email("gil@northbank.example")], call);
    expect(found.map(({ value }) => value.contacts.length)).toEqual([...Array(40).fill(0), 2]);
    expect(asked()).toHaveLength(2);
    const long = emails.slice(0, 40).map((one) => email(`${"a".repeat(50)}${one}`));
    const ofLong = await connector.findByEmails([...long, email("gil@northbank.example")], call);
    expect(ofLong.map(({ value }) => value.contacts.length)).toEqual([...Array(40).fill(0), 2]);
    const addresses = standIn.requests.map(({ query }) => new URLSearchParams(query).toString().length);
    expect(addresses).toHaveLength(2);
    expect(Math.max(...addresses)).toBeLessThan(7_000);
  });

  test("a filter that does nothing lets nobody in", async () => {
    const { connector, standIn } = await open();
    standIn.behaviour.ignoredFilters = ["people/email"];
    const found = await connector.findByEmails(["nobody@northbank.example", "dana@northbank.example"].map(email), call);
    expect(found.map(({ value }) => value.contacts.map(({ name }) => name))).toEqual([[], ["Dana Ito"]]);
  });

  test("the rows of one person in two companies count together; an address that only contains theirs does not", async () => {
    const { connector } = await open();
    const found = await connector.findByEmails(["gil@northbank.example", "il@northbank.example"].map(email), call);
    expect(found[0]?.value.companies.map(({ isArchived }) => isArchived).toSorted()).toEqual([false, true]);
    expect(found[0]?.value.contacts).toHaveLength(2);
    expect(found[1]?.value).toEqual({ contacts: [], companies: [] });
  });

  test("a plus-address is asked as it is, and whoever was archived is told as archived", async () => {
    const { connector } = await open();
    const [found] = await connector.findByEmails([email("zoe+work@northbank.example")], call);
    expect(found?.value.contacts).toMatchObject([{ name: "Zoe Lund", isArchived: true }]);
  });

  test("the firm's own people, placeholders and agents are no contacts; a client who is a user is", async () => {
    const { connector, standIn } = await open();
    const nora = await connector.findByEmails([email("nora@firm.example")], call);
    expect(nora[0]?.value.contacts).toEqual([]);
    const dana = idOf("people", contactId("dana"));
    for (const [change, isThere] of [
      [{ placeholder: true }, false],
      [{ agent: true }, false],
      [{ is_user: true, hrm_type_id: 1 }, false],
      [{ is_user: true, hrm_type_id: null }, false],
      [{ is_user: true }, true],
    ] as const) {
      standIn.fail(
        editRow(dana, (row) => ({ ...row, attributes: { ...row.attributes, ...change } })),
        { times: 1 },
      );
      const [found] = await connector.findByEmails([email("dana@northbank.example")], call);
      expect(found?.value.contacts).toHaveLength(isThere ? 1 : 0);
    }
  });

  test("a row that cannot be understood is a gap for whom it may be, and takes nobody else with it", async () => {
    const { connector, standIn } = await open();
    const dana = idOf("people", contactId("dana"));
    const ask = async (edit: (row: LooseJson) => LooseJson) => {
      standIn.behaviour.ignoredFilters = ["people/email"];
      standIn.fail(editRow(dana, edit), { times: 1 });
      const found = await connector.findByEmails(["dana@northbank.example", "gil@northbank.example"].map(email), call);
      return found.map(({ value, gaps }) => [value.contacts.length, gaps.map(({ place }) => place)]);
    };
    const place = `people ${dana}`;
    expect(await ask(without("archived_at"))).toEqual([
      [0, [place]],
      [2, []],
    ]);
    expect(await ask(without("email"))).toEqual([
      [0, [place]],
      [2, [place]],
    ]);
    expect(await ask((row) => ({ ...row, relationships: { company: { meta: { included: false } } } }))).toEqual([
      [0, [place]],
      [2, []],
    ]);
  });

  test.each(["email", "archived_at", "deactivated_at", "hrm_type_id", "is_user", "placeholder", "agent", "virtual"])(
    "a person who is sent without %s is nobody, and nobody is told that they are none",
    async (field) => {
      const { connector, standIn } = await open();
      standIn.fail(editRow(idOf("people", contactId("dana")), without(field)));
      const [found] = await connector.findByEmails([email("dana@northbank.example")], call);
      expect([found?.value.contacts.length, found?.gaps.length]).toEqual([0, 1]);
    },
  );

  test("a company that did not come along is a gap", async () => {
    const { connector, standIn } = await open();
    standIn.fail(editJson((json) => ({ ...json, included: [] })));
    const [found] = await connector.findByEmails([email("dana@northbank.example")], call);
    expect(found?.value.companies).toEqual([]);
    expect(found?.gaps).toMatchObject([{ place: `companies ${northbank}` }]);
  });
});

describe("listings are whole, or no answer", () => {
  const withPages = async () => {
    const records = smallFirm();
    for (let index = 0; index < 450; index += 1) {
      records.contacts.push({
        ...{ id: `c-${index}`, email: `c${index}@northbank.example`, name: `C ${index}`, company_id: "northbank" },
        ...{ title: "", phone: "", archived: "" },
      });
    }
    return open(records);
  };

  test("all pages are read, and a row that comes twice counts once", async () => {
    const { connector, standIn, asked } = await withPages();
    standIn.fail(repeatLastRow(), { path: /people/ });
    const { value, gaps } = await connector.listDirectory(call);
    expect(value.contacts).toHaveLength(454);
    expect(gaps).toEqual([]);
    expect(asked().toSorted()).toEqual(["companies", "people", "people", "people"]);
  });

  test.each([
    ["a page leads back", () => pageLoop()],
    ["pages never end", () => endlessPages()],
    ["a row is missing", () => editJson((json) => ({ ...json, data: json.data.slice(1) }))],
    ["neither an end nor a count is told", () => editJson(({ data, included }) => ({ data, included }))],
    ["what tells them is empty", () => editJson((json) => ({ ...json, links: {}, meta: {} }))],
    ["a page that is shorter than asked says neither", () => editJson(({ data }) => ({ data: data.slice(0, 30) }))],
    ["the count goes on and the links do not", () => editJson(({ links: _, ...json }) => json)],
  ])("%s: partial", async (_, fault) => {
    const { connector, standIn } = await withPages();
    standIn.behaviour.limitsRate = false;
    standIn.fail(fault(), { path: /people/ });
    await expect(connector.listDirectory(call)).rejects.toMatchObject({ code: "partial" });
  });

  test.each([
    ["links alone", ({ meta: _, ...json }: LooseJson) => json],
    ["a count alone", ({ links: _, ...json }: LooseJson) => json],
    ["neither, but with fewer rows than any page", ({ links: _, meta: _meta, ...json }: LooseJson) => json],
  ])("a listing of one page is whole with %s", async (_, edit) => {
    const { connector, standIn } = await open();
    const { contacts } = (await connector.listDirectory(call)).value;
    standIn.fail(editJson(edit));
    expect((await connector.listDirectory(call)).value.contacts).toEqual(contacts);
  });

  test.each([
    ["no data", () => editJson(({ meta }) => ({ meta }))],
    ["an array", () => editJson(() => [])],
  ])("%s: invalid_response", async (_, fault) => {
    const { connector, standIn } = await open();
    standIn.fail(fault());
    await expect(connector.listProjects(call)).rejects.toMatchObject({ code: "invalid_response" });
    await expect(connector.findCompany(northbank, call)).rejects.toMatchObject({ code: "invalid_response" });
  });

  test("the directory has the clients, not the firm's own company, and a lost row says whom it may hide", async () => {
    const { connector, standIn } = await open();
    standIn.fail(editRow(idOf("people", contactId("dana")), without("archived_at")), { path: /people/ });
    standIn.fail(editRow(northbank, without("name")), { path: /companies/ });
    const { value, gaps } = await connector.listDirectory(call);
    expect(value.companies.map(({ name }) => name)).toEqual(["Old Mill Trust"]);
    expect(gaps.map(({ hides }) => hides)).toEqual([
      { record: "contact", keys: ["dana@northbank.example"] },
      { record: "company", keys: [northbank] },
    ]);
  });
});

describe("a company's work", () => {
  test("7 calls", async () => {
    const { connector, asked } = await open();
    await connector.readCompanyWork(northbank, call);
    expect(asked().toSorted()).toEqual([
      ...["deals", "invoices", "memberships", "projects", "services", "tasks", "time_entries"],
    ]);
  });

  test("cents are money, minutes are hours, notes are text, and nothing private, draft or of another company is in it", async () => {
    const { connector } = await open();
    const { value, gaps } = await connector.readCompanyWork(northbank, call);
    expect(gaps).toEqual([]);
    expect(value.projects.map(({ name, status }) => [name, status]).toSorted()).toEqual([
      ["Boat Shed", "archived"],
      ["Quay House", "active"],
    ]);
    const quay = value.projects.find(({ name }) => name === "Quay House");
    expect(quay).toMatchObject({
      ...{ number: "24-01", startDate: "2026-02-02", endDate: null, percentComplete: null },
      ...{ currency: "EUR", fee: { amount: "120000.50", currency: "EUR" } },
      managerId: idOf("people", staffId("nora")),
      contactIds: [idOf("people", contactId("dana"))],
    });
    const design = value.phases.find(({ name }) => name === "Design");
    expect(design).toMatchObject({ order: 1, fee: { amount: "40000.00", currency: "EUR" }, budgetHours: 20 });
    expect(value.hours.toSorted((a, b) => a.hours - b.hours)).toMatchObject([
      { projectId: quay?.id, phaseId: design?.id, discipline: "Architecture", hours: 1.5, billed: null },
      { projectId: quay?.id, discipline: "Structure", hours: 2 },
    ]);
    expect(value.milestones.map(({ name, doneDate, owner }) => ({ name, doneDate, owner }))).toEqual(
      expect.arrayContaining([
        { name: "Permit in", doneDate: null, owner: "client" },
        { name: "Brief agreed", doneDate: "2026-02-19", owner: null },
      ]),
    );
    expect(value.tasks.map(({ name, status }) => [name, status]).toSorted()).toEqual([
      ["Draw the stair", "done"],
      ["Survey", "in_progress"],
    ]);
    expect(value.tasks.find(({ name }) => name === "Draw the stair")?.phaseId).toBe(design?.id);
    expect(value.invoices).toMatchObject([
      {
        ...{ number: "INV-1", projectId: quay?.id, issuedOn: "2026-04-01", dueOn: "2026-05-01", isPaid: false },
        ...{ amount: { amount: "10000.10", currency: "EUR" }, paid: { amount: "4000.00", currency: "EUR" } },
      },
    ]);
    expect(value.staff).toMatchObject([{ name: "Nora Quist", role: "Principal", discipline: "Architecture" }]);
    expect(value.margins).toEqual([{ projectId: quay?.id, percent: 55 }]);
  });

  test("nothing that costs the firm is asked for", async () => {
    const { connector, standIn } = await open();
    await connector.readCompanyWork(northbank, call);
    await connector.inspect(call);
    const fields = standIn.requests
      .flatMap(({ query }) => Object.entries(query))
      .filter(([name]) => /^fields/.test(name));
    expect(JSON.stringify(fields)).not.toMatch(/cost|note|overhead|salar/);
    expect(standIn.countWrites()).toBe(0);
  });

  test("filters that do nothing bring nothing of another company", async () => {
    const { connector, standIn } = await open();
    const kinds = ["projects", "deals", "services", "tasks", "time_entries", "invoices"];
    const expected = await connector.readCompanyWork(northbank, call);
    standIn.behaviour.ignoredFilters = [
      ...kinds.map((kind) => `${kind}/company_id`),
      "memberships/project_id",
      "deals/type",
    ];
    const { value, gaps } = await connector.readCompanyWork(northbank, call);
    expect({ value, gaps }).toEqual({ value: expected.value, gaps: [] });
  });

  test("what the token may not read is not supplied, but for projects", async () => {
    const { connector, standIn } = await open();
    const optional = /(deals|services|tasks|time_entries|invoices|memberships|bookings)$/;
    standIn.fail(answerStatus(403, "{}"), { path: optional });
    const { value } = await connector.readCompanyWork(northbank, call);
    expect(value).toMatchObject({ phases: [], tasks: [], hours: [], invoices: [], team: [] });
    expect(value.projects).toHaveLength(2);
    const report = await connector.inspect(call);
    expect(report.notSupplied).toEqual([
      ...["budgets", "memberships", "services", "tasks", "invoices", "time_entries", "deals", "bookings"],
    ]);
    standIn.fail(answerStatus(403, "{}"), { path: /projects$/ });
    await expect(connector.readCompanyWork(northbank, call)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a budget that cannot be understood is a gap of its company's work, and of the list", async () => {
    const { connector, standIn } = await open();
    standIn.fail(editRow(idOf("deals", "deal of quay"), without("closed_at")), { path: /deals/ });
    const { gaps } = await connector.readCompanyWork(northbank, call);
    const place = `deals ${idOf("deals", "deal of quay")}`;
    expect(new Set(gaps.map((gap) => gap.place))).toEqual(new Set([place]));
    expect(gaps.filter(({ unread }) => !unread)).toHaveLength(1);
    const projectId = idOf("projects", "quay");
    expect(gaps.flatMap(({ unread }) => unread ?? [])).toMatchObject([
      { parts: ["fee", "margins"], projectId },
      { parts: ["phases"], projectId },
      { parts: ["hours"], projectId },
      { parts: ["invoices"], projectId: null },
    ]);
    const list = await connector.listProjects(call);
    expect(list.gaps).toMatchObject([{ hides: { record: "project", keys: [northbank] } }]);
  });

  test.each([
    ["the token may not read budgets", answerStatus(403, "{}")],
    [
      "its budget is in no project",
      editRow(idOf("deals", "deal of quay"), (row) => ({
        ...row,
        relationships: { ...row.relationships, project: { data: null } },
      })),
    ],
    ["its budget was not sent", editJson((json) => ({ ...json, data: [], meta: {} }))],
  ])("an invoice that has no place is shown nowhere, and no sum is made without it: %s", async (_, fault) => {
    const records = smallFirm();
    const [invoice] = records.invoices;
    invariant(invoice, "there is an invoice");
    records.invoices.push({ ...invoice, id: "i-3", number: "INV-3", project_id: "" });
    const { connector, standIn } = await open(records);
    expect((await connector.readCompanyWork(northbank, call)).value.invoices).toHaveLength(2);
    standIn.fail(fault, { path: /deals$/ });
    const { value, gaps } = await connector.readCompanyWork(northbank, call);
    expect(value.invoices).toMatchObject([{ number: "INV-3", projectId: null }]);
    expect(gaps).toMatchObject([
      {
        place: `invoices ${idOf("invoices", "i-1")}`,
        message: expect.stringContaining("budget"),
        unread: { parts: ["invoices"], projectId: null },
      },
    ]);
  });

  test("with more entries than a page can wait for, the services say the hours", async () => {
    const records = smallFirm();
    const [entry] = records.time_entries;
    invariant(entry, "there is an hour");
    for (let index = 0; index < 1_000; index += 1)
      records.time_entries.push({ ...entry, id: `more-${index}`, hours: "1" });
    const { connector, asked } = await open(records);
    const { value } = await connector.readCompanyWork(northbank, call);
    const phaseId = idOf("services", serviceId({ project_id: "quay", phase_id: "quay-1" }));
    expect(value.hours).toContainEqual(expect.objectContaining({ phaseId, discipline: null, hours: 1_001.5 }));
    expect(asked().filter((path) => path === "time_entries")).toHaveLength(2);
  });
});

describe("whose eyes these are", () => {
  test("the organisation, the token's owner, and that it may read what nobody gets in without", async () => {
    const { connector, asked } = await open();
    expect(await connector.identify(call)).toEqual({ organisation: "Harbor Example", tokenOwner: "Nora Quist" });
    expect(asked()).toEqual(["organization_memberships", "companies", "people", "projects"]);
  });

  test("a token that may not read people and projects is refused, and says so", async () => {
    const { connector, standIn } = await open();
    standIn.fail(answerStatus(403), { path: /\/(people|projects)$/ });
    const fault = await connector.identify(call).catch((err: unknown) => err);
    expect(fault).toMatchObject({ code: "forbidden", detail: expect.stringContaining("people, projects") });
  });

  test("a wrong organisation is refused, and what the token sees is named", async () => {
    const { connector } = await open(smallFirm(), "12");
    const fault = await connector.identify(call).catch((err: unknown) => err);
    expect(fault).toMatchObject({ code: "forbidden" });
    expect(String(fault)).toContain("The token sees Harbor Example (999), and not the organisation 12.");
  });

  test("a wrong token says so, and is in no message", async () => {
    const { standIn } = await open();
    const vendor = { clock: systemClock, origin: standIn.url, send: getJson, token: () => "secret-t0ken" };
    const fault = await createProductiveConnector(vendor, organization.id)
      .identify(call)
      .catch((err: unknown) => err);
    expect(fault).toMatchObject({ code: "auth_expired", detail: expect.stringContaining("invalid_auth_token") });
    expect(`${fault} ${JSON.stringify(standIn.requests)}`).not.toContain("secret-t0ken");
  });
});

test("when the organisation's server time is used up, nothing is asked for as long as the vendor says, in its words", async () => {
  const { connector, standIn } = await open();
  const error = { status: 429, title: "Server time limit exceeded", detail: "Try later", limit: 1_800, period: 3_600 };
  standIn.fail(answerStatus(429, JSON.stringify({ errors: [error] }), { "x-ratelimit-reset": "840" }));
  const fault = await connector.requireProjects(call).catch((err: unknown) => err);
  expect(fault).toMatchObject({ code: "rate_limited", retryAfterMs: 840_000 });
  expect(String(fault)).toContain("Server time limit exceeded");
});

test("the inspection names what cannot sign in and what is not shown", async () => {
  const records = smallFirm();
  const [dana] = records.contacts;
  const [permit] = records.milestones;
  invariant(dana && permit, "they are there");
  dana.email = "dana at northbank";
  permit.due_date = "";
  const { connector } = await open(records);
  const { counts, gaps, notSupplied } = await connector.inspect(call);
  expect(Object.fromEntries(counts.map(({ kind, rows }) => [kind, rows]))).toEqual({
    ...{ companies: 2, contacts: 4, projects: 3, budgets: 2, memberships: 2, services: 2, tasks: 5, invoices: 2 },
    ...{ time_entries: 2, deals: 2, bookings: 1 },
  });
  expect(gaps.map(({ place }) => place)).toEqual([
    expect.stringMatching(new RegExp(`^${dana.name}, record \\d+, email$`)),
    expect.stringMatching(/^tasks \d+, due_date$/),
  ]);
  expect(notSupplied).toEqual([]);
});

test("what no portal shows is counted with one row each, and read of nobody's work", async () => {
  const { connector, standIn } = await open();
  const counted = () =>
    standIn.requests
      .filter(({ path, query }) => /bookings$/.test(path) || query["filter[type]"] === "1")
      .map(({ path, query }) => [path, query]);
  await connector.inspect(call);
  expect(counted()).toEqual([
    ["/api/v2/deals", { "page[size]": "1", "filter[type]": "1" }],
    ["/api/v2/bookings", { "page[size]": "1" }],
  ]);
  await connector.readCompanyWork(northbank, call);
  await connector.listProjects(call);
  expect(counted()).toHaveLength(2);
});
