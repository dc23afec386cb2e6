import { beforeEach, expect, onTestFinished, test } from "vitest";
import { smallFirm } from "../testing/small-firm.ts";
import { idOf } from "./row.ts";
import { type HarvestStandIn, startHarvestStandIn } from "./stand-in.ts";

const token = "a-token-of-nora";
const account = { id: "1001", name: "Harbor Example" };
const caller = { authorization: `Bearer ${token}`, "harvest-account-id": account.id, "user-agent": "a test" };

let standIn: HarvestStandIn;

beforeEach(async () => {
  const records = smallFirm();
  records.companies.push(
    ...Array.from({ length: 5 }, (_, at) => ({ id: `c-${at}`, name: `C ${at}`, archived: "", domains: "" })),
  );
  standIn = await startHarvestStandIn({ records, account, token });
  onTestFinished(() => standIn.close());
});

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const url = path.startsWith("http") ? path : `${standIn.url}/v2${path}`;
  const response = await fetch(url, { method, headers: { ...caller, ...headers } });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

test.each([
  ["without a User-Agent", 400, { "user-agent": "" }],
  ["with a wrong token", 401, { authorization: "Bearer other" }],
  ["for another account", 404, { "harvest-account-id": "1" }],
])("whoever asks %s is told %i", async (_, status, headers) => {
  expect((await ask("/company", headers)).status).toBe(status);
});

test("cursors lead through every row once, and have a page number at both ends alone", async () => {
  const [ids, pages]: [number[], (number | null)[]] = [[], []];
  for (let next = "/clients?per_page=3"; next; ) {
    const { json } = await ask(next);
    ids.push(...json.clients.map(({ id }: { id: number }) => id));
    pages.push(json.page);
    next = json.links.next;
  }
  expect([new Set(ids).size, ids.length, pages]).toEqual([7, 7, [1, null, 3]]);
});

test("time entries and invoices come by number; a page has 2,000 rows when nothing is said, and no more", async () => {
  expect((await ask("/time_entries?per_page=1&page=2")).json).toMatchObject({
    page: 2,
    previous_page: 1,
    next_page: null,
  });
  expect((await ask("/contacts")).json.per_page).toBe(2_000);
  expect((await ask("/contacts?per_page=2001")).status).toBe(422);
});

test("there is no filter by email: a parameter that is not known changes nothing", async () => {
  expect((await ask("/contacts?email=dana@northbank.example")).json).toEqual({
    ...(await ask("/contacts")).json,
    links: expect.anything(),
  });
});

test("where an email stands there is an email address or nothing", async () => {
  const records = smallFirm();
  const spoilt = ["dana(at)northbank.example", "dana@;dana@northbank.example", "dana"];
  records.contacts = records.contacts
    .slice(0, 1)
    .flatMap((dana) => spoilt.map((email, at) => ({ ...dana, id: `dana-${at}`, email })));
  records.people = records.people.map((person) => ({ ...person, email: "nora at firm" }));
  standIn.setRecords(records);
  const emailsIn = async (name: string) =>
    new Set((await ask(`/${name}`)).json[name].map(({ email }: { email: unknown }) => email));
  expect(await emailsIn("contacts")).toEqual(new Set([null, "dana@northbank.example"]));
  expect(await emailsIn("users")).toEqual(new Set(["nora@staff.example", "omar@staff.example"]));
});

test("what changed is listed from then on; what was deleted is nowhere, and nothing says that it was there", async () => {
  const records = smallFirm();
  records.contacts.shift();
  Object.assign(records.contacts[0] ?? {}, { title: "Director" });
  standIn.setRecords(records);
  const { json } = await ask("/contacts?updated_since=2026-02-01T00:00:00Z");
  expect(json.contacts).toMatchObject([
    { title: "Director" },
    { title: "Director" },
    { title: "Director" },
    { title: "Director" },
  ]);
  expect((await ask(`/contacts/${idOf("contacts", "dana")}`)).status).toBe(404);
});

test("the hundred and first request in fifteen seconds is refused, and told when to come back", async () => {
  for (let asked = 0; asked < 100; asked += 1) await ask("/company");
  const { status, headers } = await ask("/company");
  expect([status, Number(headers.get("retry-after"))]).toEqual([429, expect.closeTo(15, -1)]);
});

test("writes are refused and counted, whatever they are", async () => {
  expect((await ask("/contacts", {}, "POST")).status).toBe(405);
  expect((await ask(`/contacts/${idOf("contacts", "dana")}`, {}, "DELETE")).status).toBe(405);
  expect(standIn.countWrites()).toBe(2);
});

test("who is no administrator is refused contacts, and shown the projects that they manage as if these were all", async () => {
  standIn.behaviour.accessRoles = ["manager"];
  expect((await ask("/contacts")).status).toBe(403);
  expect((await ask("/projects")).json).toMatchObject({ total_entries: 1, projects: [{ name: "Quay House" }] });
});
