import { describe, expect, onTestFinished, test } from "vitest";
import { idOf } from "../../demo/stand-ins/harvest/row.ts";
import { type HarvestStandIn, startHarvestStandIn } from "../../demo/stand-ins/harvest/stand-in.ts";
import { completeRecords, type FirmRecords, type SparseRecords } from "../../demo/stand-ins/records.ts";
import { smallFirm } from "../../demo/stand-ins/testing/small-firm.ts";
import { day, parsedFirm } from "../../demo/testing/parsed-firm.ts";
import { createHarvestConnector } from "../../src/connectors/harvest/adapter.ts";
import { openHarvest } from "../../src/connectors/harvest/client.ts";
import * as wire from "../../src/connectors/harvest/wire.ts";
import { getJson } from "../../src/connectors/http/get-json.ts";
import type { Send } from "../../src/connectors/http/vendor.ts";
import { type Email, parseEmail } from "../../src/domain/email.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { TestClock } from "../support/test-clock.ts";
import { type Exchanged, faultsOfDescription, findDescription, openDescription } from "./harvest-openapi.ts";

const path = findDescription();
const token = "a-token-of-nora";
const account = { id: "1001", name: "Harbor Example" };
const caller = { authorization: `Bearer ${token}`, "harvest-account-id": account.id, "user-agent": "a test" };
const call = { signal: new AbortController().signal, isUrgent: true };
const kinds = [
  ...[wire.clients, wire.contacts, wire.users, wire.projects],
  ...[wire.taskAssignments, wire.userAssignments, wire.timeEntries, wire.invoices],
];

// The description is somebody else's and no part of the project. Where it is not at hand, the report says so and the rest goes on.
if (path === null) {
  test.skip("the published description of Harvest's API is not on this machine: name it with HARVEST_OPENAPI");
} else {
  describe("against the published description of Harvest's API", () => {
    const { faultsOf, faultsOfAnswer } = openDescription(path);

    test("the description is one", async () => {
      expect(await faultsOfDescription(path)).toBeNull();
    });

    test("in a large account, every question that the connector has, and every answer of the stand-in, is as described", async () => {
      const exchanged = await askLargeAccount();
      expect([...new Set(exchanged.map(({ url }) => questionOf(url)))].sort()).toEqual(allQuestions);
      expect(exchanged.flatMap(faultsOf)).toEqual([]);
    });

    test("of the sample firm, all listings, each record by its id, and every question about each of its people and companies", async () => {
      const exchanged = await askAboutSampleFirm();
      const asked = (pattern: RegExp) => exchanged.filter(({ url }) => pattern.test(url.pathname)).length;
      const { companies, contacts } = sampleFirm();
      expect(asked(/clients\/\d+$/)).toBeGreaterThanOrEqual(2 * companies.length);
      expect(asked(/contacts\/\d+$/)).toBeGreaterThan(contacts.length - 5);
      expect(exchanged.flatMap(faultsOf)).toEqual([]);
    });

    test("each refusal is what the description has for all of them", async () => {
      const refused = await refusals();
      expect(refused.map(({ status }) => status)).toEqual([400, 401, 403, 404, 404, 422, 422, 429]);
      expect(refused.flatMap(faultsOfAnswer)).toEqual([]);
    });

    test("the check can fail: a wrong type, an unknown parameter, a missing header and a path of nothing are noticed", async () => {
      const [first] = await askAboutSampleFirm();
      invariant(first, "something was asked");
      const noticed = (change: Partial<Exchanged>) => faultsOf({ ...first, ...change });
      expect(noticed({ headers: {} })).toHaveLength(3);
      expect(noticed({ body: { ...Object(first.body), links: 7 } })).toHaveLength(1);
      expect(noticed({ url: new URL(`${first.url.href}&email=x`) })).toEqual(["email is not described"]);
      expect(noticed({ url: new URL("/v2/people", first.url) })).toEqual(["/v2/people is not described"]);
      expect(noticed({ status: 404, body: { message: { text: "not there" } } })).toHaveLength(1);
    });
  });
}

/** Every path, and the parameters that it is asked with beside those of the vendor's own links. */
const allQuestions = [
  ...["/v2/clients per_page", "/v2/clients/{id}", "/v2/company"],
  ...["client_id per_page", "per_page", "per_page updated_since"].map((asked) => `/v2/contacts ${asked}`),
  ...["/v2/contacts/{id}", "/v2/invoices client_id per_page", "/v2/invoices per_page"],
  ...["/v2/projects client_id per_page", "/v2/projects per_page"],
  ...["/v2/projects/{id}/task_assignments per_page", "/v2/projects/{id}/user_assignments per_page"],
  "/v2/task_assignments per_page",
  ...["client_id per_page", "from per_page to", "per_page"].map((asked) => `/v2/time_entries ${asked}`),
  ...["/v2/user_assignments per_page", "/v2/users per_page", "/v2/users/me"],
];

function questionOf({ pathname, searchParams }: URL): string {
  const own = [...searchParams.keys()].filter((name) => name !== "cursor" && name !== "ref");
  return [pathname.replace(/\/\d+/g, "/{id}"), ...own.sort()].join(" ");
}

/**
 * More contacts than a page, so that one who is known is asked for by id and one who is not in what changed; more companies
 * than are asked one by one; and more tasks and teams than a page, so that those of the few active projects are asked for.
 */
function largeFirm(): FirmRecords {
  const firm = smallFirm();
  const [dana, phase, nora] = [firm.contacts[0], firm.phases[0], firm.people[0]];
  const pier = firm.projects.find(({ id }) => id === "pier");
  invariant(dana && phase && nora && pier, "the small firm has one of each");
  const numbered = <Row>(count: number, make: (at: number) => Row) =>
    Array.from({ length: count }, (_, at) => make(at));
  const others = numbered(5, (at) => ({ id: `c-${at}`, name: `Client ${at}`, archived: "", domains: "" }));
  const crowd = numbered(2_001, (at) => ({ ...dana, id: `more-${at}`, email: `p${at}@northbank.example` }));
  const theirs = others.map(({ id }) => ({ ...dana, id: `of-${id}`, email: `${id}@else.example`, company_id: id }));
  const crew = numbered(100, (at) => ({ ...nora, id: `nora-${at}` }));
  const piers = numbered(21, (at) => ({ ...pier, id: `pier-${at}` }));
  return {
    ...firm,
    companies: [...firm.companies, ...others],
    contacts: [...firm.contacts, ...crowd, ...theirs],
    phases: [...firm.phases, ...numbered(2_001, (at) => ({ ...phase, id: `of-pier-${at}`, project_id: "pier" }))],
    people: [...firm.people, ...crew],
    projects: [...firm.projects, ...piers],
    assignments: [
      ...firm.assignments,
      ...piers.flatMap(({ id }) => crew.map((one) => ({ project_id: id, person_id: one.id, role: "" }))),
    ],
  };
}

/** What `prolens demo --psa harvest` serves. */
function sampleFirm(): FirmRecords {
  return completeRecords(parsedFirm(day("2026-03-16")) as SparseRecords);
}

/** A stand-in that counts no calls, and what was asked of it and answered with 200. */
async function startRecorded(records: FirmRecords) {
  const standIn = await startStandIn(records);
  standIn.behaviour.limitsRate = false;
  const exchanged: Exchanged[] = [];
  const send: Send = async (request, by) => {
    const { body, headers } = await getJson(request, by);
    exchanged.push({ url: request.url, headers: request.headers, status: 200, body });
    return { body, headers };
  };
  const parts = { clock: new TestClock(), origin: standIn.url, send, token: () => token };
  return { exchanged, client: openHarvest(parts, account.id), connector: createHarvestConnector(parts, account.id) };
}

async function startStandIn(records: FirmRecords): Promise<HarvestStandIn> {
  const standIn = await startHarvestStandIn({ records, account, token });
  onTestFinished(() => standIn.close());
  return standIn;
}

type Recorded = Awaited<ReturnType<typeof startRecorded>>;

/** The questions that are about nobody. */
async function askOfAll({ connector }: Recorded): Promise<void> {
  await connector.listDirectory(call);
  await connector.listProjects(call);
  await connector.requireProjects(call);
  await connector.identify(call);
  await connector.inspect(call);
}

async function askLargeAccount(): Promise<Exchanged[]> {
  const recorded = await startRecorded(largeFirm());
  const { connector } = recorded;
  const find = (...emails: string[]) => connector.findByEmails(emails as Email[], call);
  const company = String(idOf("clients", "northbank")) as CompanyId;
  await find("dana@northbank.example");
  await find("dana@northbank.example");
  await find("dana@northbank.example", "gil@northbank.example");
  await find("nobody@northbank.example");
  await find(...[0, 1, 2, 3, 4].map((at) => `c-${at}@else.example`));
  await connector.findCompany(company, call);
  await connector.readCompanyWork(company, call);
  await askOfAll(recorded);
  return recorded.exchanged;
}

async function askAboutSampleFirm(): Promise<Exchanged[]> {
  const records = sampleFirm();
  const recorded = await startRecorded(records);
  const { client, connector, exchanged } = recorded;
  for (const kind of kinds) await client.list<{ id: string }>(kind, {}, call);
  for (const kind of [wire.clients, wire.contacts]) {
    const { rows } = await client.list<{ id: string }>(kind, {}, call);
    for (const { id } of rows) await client.find<{ id: string }>(kind, id, call);
  }
  for (const { id } of records.companies) {
    const company = String(idOf("clients", id)) as CompanyId;
    await connector.findCompany(company, call);
    await connector.readCompanyWork(company, call);
  }
  const emails = records.contacts.flatMap(({ email }) => email.split(";").flatMap((one) => parseEmail(one) ?? []));
  for (const email of emails) await connector.findByEmails([email], call);
  await askOfAll(recorded);
  return exchanged;
}

/** One of each refusal that the stand-in knows, in the order of their numbers; but for writes, which the connector has none of. */
async function refusals(): Promise<Omit<Exchanged, "headers">[]> {
  const standIn = await startStandIn(smallFirm());
  const ask = async (asked: string, headers: Record<string, string> = {}) => {
    const url = new URL(`/v2${asked}`, standIn.url);
    const response = await fetch(url, { headers: { ...caller, ...headers } });
    return { url, status: response.status, body: await response.json() };
  };
  const refused = [
    await ask("/company", { "user-agent": "" }),
    await ask("/company", { authorization: "Bearer other" }),
  ];
  standIn.behaviour.accessRoles = ["manager"];
  refused.push(await ask("/contacts"));
  standIn.behaviour.accessRoles = ["administrator"];
  refused.push(await ask("/contacts/1"), await ask("/company", { "harvest-account-id": "1" }));
  refused.push(await ask("/contacts?per_page=2001"), await ask("/contacts?updated_since=once"));
  for (let asked = 0; asked < 100; asked += 1) refused.splice(7, 1, await ask("/company"));
  return refused;
}
