import { expect, test } from "vitest";
import { company, contact, email, portalOf } from "../../../access/scenarios/people.ts";
import type { KnownPerson } from "../../../data/queries/people.ts";
import { findPeople, ROWS_MAX } from "./find-people.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 2, 12, 10, minute));
const known = (address: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ email: email(address), knock: null, lastVisitAt: null, mail: null, askedAt: null },
  ...more,
});
const knock = (outcome: "granted" | "refused" | "unavailable", minute: number) => ({
  knock: { id: `${minute}`, at: at(minute), outcome, asked: "acme", portalId: portalOf("acme").id },
});

const directory = {
  companies: [company("acme"), company("birch")],
  contacts: [
    contact("Jane Doe", ["jane@acme.example", "j.doe@acme.example"], ["acme"]),
    contact("Bo Birch", ["bo@birch.example"], ["birch"]),
    contact("No Mail", [], ["acme"]),
  ],
};
const portals = [portalOf("acme"), portalOf("birch")];

function find(traces: KnownPerson[], query = "", more: Partial<Parameters<typeof findPeople>[0]> = {}) {
  const people = new Map(traces.map((person) => [person.email, person]));
  return findPeople({ known: people, directory, portals, query, portal: null, ...more });
}

const emails = (found: ReturnType<typeof find>) => found.rows.map((row) => row.email);

test("every word of the search must stand somewhere in the row, whatever its case", () => {
  expect(emails(find([], "DOE acme"))).toEqual(["jane@acme.example", "j.doe@acme.example"]);
  expect(emails(find([], "doe birch"))).toEqual([]);
});

test("a contact without an email is found by name, and nobody can sign in as them", () => {
  expect(find([], "no mail").rows).toMatchObject([{ email: null, state: "no_email" }]);
});

test("without a query only who did not get in is shown, the newest first", () => {
  const traces = [
    known("jane@acme.example", { ...knock("granted", 5), lastVisitAt: at(5) }),
    known("bo@birch.example", knock("refused", 1)),
    known("who@else.example", knock("unavailable", 3)),
    known("mail@else.example", { mail: { state: "refused", at: at(2) } }),
    known("help@else.example", { askedAt: at(0) }),
  ];
  expect(emails(find(traces))).toEqual([
    "who@else.example",
    "mail@else.example",
    "bo@birch.example",
    "help@else.example",
  ]);
});

test.each([
  ["an open request is more urgent than a refusal", { ...knock("refused", 3), askedAt: at(1) }, "asked_for_help"],
  [
    "a mail that came back after the last visit is trouble",
    { lastVisitAt: at(1), mail: { state: "failed" as const, at: at(2) } },
    "mail_bounced",
  ],
  [
    "one from before the last visit is none",
    { ...knock("granted", 3), lastVisitAt: at(3), mail: { state: "refused" as const, at: at(2) } },
    "active",
  ],
  ["an account alone is no visit", {}, "never_came"],
])("%s", (_, traces, state) => {
  expect(find([known("jane@acme.example", traces)], "jane@").rows[0]?.state).toBe(state);
});

test("whoever is no contact stands at the door where they knocked last", () => {
  const { rows } = find([known("who@else.example", knock("refused", 1))], "who@");
  expect(rows[0]?.portals.map(({ slug }) => slug)).toEqual(["acme"]);
});

test("when the PSA is away, what our own storage knows is found all the same", () => {
  expect(emails(find([known("jane@acme.example")], "jane", { directory: null }))).toEqual(["jane@acme.example"]);
});

test("of many the first are shown, and all are counted", () => {
  const contacts = Array.from({ length: 120 }, (_, index) =>
    contact(`c${index}`, [`x${index}@acme.example`], ["acme"]),
  );
  const found = find([], "acme", { directory: { ...directory, contacts } });
  expect([found.rows.length, found.count]).toEqual([ROWS_MAX, 120]);
});
