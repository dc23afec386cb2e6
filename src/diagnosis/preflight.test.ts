import { describe, expect, test } from "vitest";
import type { Alias } from "../access/facts.ts";
import { company, contact, email, firm, now, portalOf, project } from "../access/scenarios/people.ts";
import type { Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { ContactId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import { templateBlocks } from "../domain/template-shape.ts";
import { type PreflightInput, preflight } from "./preflight.ts";

function input(contacts: Contact[], changed: Partial<PreflightInput> = {}): PreflightInput {
  return {
    now,
    firm,
    psaKind: "csv",
    portals: [portalOf("acme")],
    directory: { value: { contacts, companies: [company("acme"), company("birch")] }, gaps: [], readAt: now },
    projects: { value: [project("p-1", "acme"), project("p-2", "birch")], gaps: [], readAt: now },
    templates: templateBlocks,
    switches: [],
    ownSwitches: [],
    aliases: [],
    limits: [],
    teamEmails: new Set(),
    ...changed,
  };
}

function rows(given: PreflightInput) {
  return preflight(given).flatMap(({ portal, contacts }) =>
    contacts.map(({ contactId, email: at, decision }) => [
      portal.slug,
      contactId,
      at,
      decision.cause ?? decision.visibleProjectIds.length,
    ]),
  );
}

describe("who has a row", () => {
  test("each email of each contact of the company, archived contacts last", () => {
    const contacts = [
      contact("k-0", ["old@a.example"], ["acme"], true),
      contact("k-1", ["a@a.example", "b@a.example"], ["acme"]),
    ];
    expect(rows(input(contacts))).toEqual([
      ["acme", "k-1", "a@a.example", 1],
      ["acme", "k-1", "b@a.example", 1],
      ["acme", "k-0", "old@a.example", "who.inactive"],
    ]);
  });

  test("a contact without an email, and one whose email is no address, each once and with what is wrong", () => {
    const none = contact("k-1", [], ["acme"]);
    const bad = { ...contact("k-2", [], ["acme"]), unusableEmails: ["jane at acme"] };
    const [portal] = preflight(input([none, bad]));
    expect(portal?.contacts.map(({ decision }) => decision.cause)).toEqual(["who.no_email", "who.bad_email"]);
    expect(portal?.contacts[1]?.decision.steps[1]?.evidence).toEqual({
      email: null,
      names: ["k-2"],
      unusable: ["jane at acme"],
    });
  });

  test("contacts that share an email have one row, of the one that is not archived", () => {
    const contacts = [contact("k-1", ["a@a.example"], ["acme"], true), contact("k-2", ["a@a.example"], ["acme"])];
    expect(rows(input(contacts))).toEqual([["acme", "k-2", "a@a.example", 1]]);
  });

  test("an approved address is a row of its contact, and of no other", () => {
    const alias: Alias = {
      email: email("j@x.example"),
      contactId: "k-1" as ContactId,
      contactEmail: email("a@a.example"),
    };
    const contacts = [contact("k-1", ["a@a.example"], ["acme"]), contact("k-2", ["b@a.example"], ["acme"])];
    expect(rows(input(contacts, { aliases: [alias] }))).toEqual([
      ["acme", "k-1", "a@a.example", 1],
      ["acme", "k-1", "j@x.example", 1],
      ["acme", "k-2", "b@a.example", 1],
    ]);
    const changed = [contact("k-1", ["new@a.example"], ["acme"])];
    expect(rows(input(changed, { aliases: [alias] }))).toContainEqual([
      "acme",
      "k-1",
      "j@x.example",
      "who.alias_broken",
    ]);
  });

  test("somebody of two companies has a row at each portal", () => {
    const contacts = [contact("k-1", ["a@a.example"], ["acme", "birch"])];
    const portals = [portalOf("acme"), portalOf("birch"), portalOf("cedar")];
    expect(rows(input(contacts, { portals }))).toEqual([
      ["acme", "k-1", "a@a.example", 1],
      ["birch", "k-1", "a@a.example", 1],
    ]);
  });
});

test("projects that cannot be read are no empty page: it cannot be told", () => {
  const down = { kind: "trouble", cause: "psa.down", detail: "no answer" } as const;
  expect(rows(input([contact("k-1", ["a@a.example"], ["acme"])], { projects: down }))).toEqual([
    ["acme", "k-1", "a@a.example", "psa.down"],
  ]);
});

test("a row that could not be read stops only whom it may hide", () => {
  const gap = {
    place: "contacts.csv, line 9",
    message: "cut",
    hides: { record: "contact", keys: ["a@a.example"] },
  } as const;
  const contacts = [contact("k-1", ["a@a.example"], ["acme"], true), contact("k-2", ["b@a.example"], ["acme"], true)];
  const directory = { value: { contacts, companies: [company("acme")] }, gaps: [gap], readAt: now };
  expect(rows(input([], { directory })).map((row) => row[3])).toEqual(["psa.partial", "who.inactive"]);
});

test("the work grows with the number of contacts and projects, not with their product", () => {
  const [one, two] = [readsOf(200), readsOf(400)];
  expect(two / one).toBeLessThan(2.1);
});

/** How often a contact's emails and a project's company are looked at, for this many companies. */
function readsOf(companies: number): number {
  let reads = 0;
  const counted = <T extends object>(item: T): T =>
    new Proxy(item, {
      get(target, name, receiver) {
        if (name === "emails" || name === "companyId") reads++;
        return Reflect.get(target, name, receiver);
      },
    });
  const ids = Array.from({ length: companies }, (_, index) => `c-${index}`);
  const contacts = ids.flatMap((id) =>
    [1, 2, 3].map((n) => counted<Contact>(contact(`k-${id}-${n}`, [`p${n}@${id}.example`], [id]))),
  );
  const projects = ids.flatMap((id) => [1, 2, 3, 4].map((n) => counted<Project>(project(`p-${id}-${n}`, id))));
  const teamEmails = new Set<Email>();
  const found = preflight(
    input([], {
      portals: ids.map((id) => portalOf(id)),
      directory: { value: { contacts, companies: ids.map((id) => company(id)) }, gaps: [], readAt: now },
      projects: { value: projects, gaps: [], readAt: now },
      teamEmails,
    }),
  );
  expect(found.every(({ contacts: own }) => own.length === 3)).toBe(true);
  return reads;
}
