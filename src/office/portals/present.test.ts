import { describe, expect, test } from "vitest";
import type { PsaTrouble } from "../../access/facts.ts";
import type { Company } from "../../domain/contact.ts";
import type { Portal } from "../../domain/firm.ts";
import type { CompanyId, FirmId, PortalId } from "../../domain/ids.ts";
import { chooseRows, type RowsAsked } from "./choose-rows.ts";
import { type PortalsInput, presentPortals } from "./present.ts";

const company = (name: string, overrides: Partial<Company> = {}): Company => ({
  id: name as CompanyId,
  name,
  isArchived: false,
  domains: [],
  ...overrides,
});

const down: PsaTrouble = { kind: "trouble", cause: "psa.down", detail: "503" };

const portal = (name: string, overrides: Partial<Portal> = {}): Portal => ({
  id: `portal of ${name}` as PortalId,
  firmId: "f" as FirmId,
  slug: name.toLowerCase(),
  companyId: name as CompanyId,
  companyName: name,
  template: "owner",
  isTemplateInherited: false,
  ownLanguage: null,
  state: "open",
  ...overrides,
});

type Overrides = Partial<Omit<PortalsInput, "chosen"> & Pick<RowsAsked, "companies" | "portals">>;

function present({ companies, portals, ...overrides }: Overrides = {}) {
  const { query = "", page = 1, locale = "en-GB" } = overrides;
  const listed = [company("Beta"), company("Acme"), company("Old", { isArchived: true })];
  const asked = { companies: companies ?? listed, portals: portals ?? [portal("Acme")], query, page, locale };
  return presentPortals({
    chosen: chooseRows(asked),
    isNotCreated: false,
    shownByNew: [],
    contactCounts: new Map([["Acme" as CompanyId, 3]]),
    trouble: null,
    listed: { reading: null, trouble: null },
    gaps: [],
    lastVisits: new Map(),
    baseUrl: "https://hf.example",
    query,
    page,
    now: new Date("2026-03-03T12:00:00Z"),
    locale,
    ...overrides,
  });
}

test("every active company has a row, with its door or the way to make one", () => {
  const model = present();
  expect(model.heading).toBe("2\u00a0client companies, 1 with a portal");
  expect(model.createAll?.label).toBe("Create a portal for the 1 company that has none");
  expect(model.table.rows).toEqual([
    expect.objectContaining({
      companyName: "Acme",
      address: { label: "/acme", href: "https://hf.example/acme" },
      contacts: { text: "3 can sign in", isTrouble: false },
      lastVisit: "never",
      state: "Open",
    }),
    expect.objectContaining({
      companyName: "Beta",
      address: null,
      contacts: { text: "nobody can sign in", isTrouble: true },
      lastVisit: null,
      create: {
        label: "Create",
        about: "for Beta",
        target: { action: "/settings/client-portals/create", fields: { company: "Beta" } },
      },
      more: null,
    }),
  ]);
});

test("a portal whose company is archived or gone stays on the list and says why nobody gets in", () => {
  const rows = present({ portals: [portal("Old"), portal("Gone")] }).table.rows;
  expect(
    rows.filter(({ address }) => address).map(({ companyName, contacts }) => [companyName, contacts.isTrouble]),
  ).toEqual([
    ["Gone", true],
    ["Old", true],
  ]);
});

test("a paused portal can be resumed, an open one paused", () => {
  const labels = (state: Portal["state"]) =>
    present({ portals: [portal("Acme", { state })] }).table.rows[0]?.more?.actions.map(({ label }) => label);
  expect(labels("open")).toEqual(["New address", "Pause"]);
  expect(labels("paused")).toEqual(["New address", "Resume"]);
});

test("the filter looks at names and addresses, whatever the case", () => {
  expect(present({ query: "ACM" }).table.rows.map(({ companyName }) => companyName)).toEqual(["Acme"]);
  expect(present({ query: "zz" })).toMatchObject({
    table: { rows: [] },
    emptyText: "No company or address contains “zz”.",
  });
});

test("the filter looks at names and addresses alone: no word of the page's own finds a row", () => {
  const portals = [portal("Acme", { slug: "ac-me" })];
  const names = (query: string) => present({ portals, query }).table.rows.map(({ companyName }) => companyName);
  expect(names("/ac-m")).toEqual(["Acme"]);
  expect(names("object")).toEqual([]);
});

describe("of 2,000 companies", () => {
  const companies = Array.from({ length: 2_000 }, (_, at) => company(`Company ${at + 1}`));
  const portals = companies.slice(0, 1_500).map(({ name }) => portal(name, { slug: name.replace(" ", "-") }));
  const many = (overrides: Overrides = {}) => present({ companies, portals, ...overrides });

  test("a page holds a part, says which, and the heading counts all", () => {
    const model = many({ page: 2 });
    expect(model.heading).toBe("2,000\u00a0client companies, 1,500 with a portal");
    expect(model.createAll?.label).toContain("500");
    expect(model.range).toBe("51–100 of 2,000");
    expect(model.table.rows.map(({ companyName }) => companyName)).toEqual(
      companies.slice(50, 100).map(({ name }) => name),
    );
  });

  test("all on one page are their addresses and states alone, with the way back", () => {
    const { table, sheet, range, pages } = many({ page: "all", query: "Company 1" });
    expect([table.rows, range, pages]).toEqual([[], null, null]);
    expect(sheet?.rows).toHaveLength(1_111);
    expect(sheet?.rows[0]).toEqual({
      key: "Company 1",
      company: "Company 1",
      address: "https://hf.example/Company-1",
      state: "Open",
    });
    expect(sheet?.rows.at(-1)).toMatchObject({ company: "Company 1999", address: null, state: "No portal" });
    const gone = portal("Aardvark", { companyId: "gone" as CompanyId });
    expect(many({ page: "all", portals: [gone] }).sheet?.rows[0]?.state).toBe("company archived or gone in the PSA");
    expect(sheet?.back.href).toBe("/settings/client-portals?q=Company+1");
    expect(present({ page: "all" })).toMatchObject({ sheet: null, table: { rows: [{}, {}] } });
  });

  test("the links lead through all pages to the last company, each once", () => {
    const seen: string[] = [];
    for (let page: number | null = 1; page !== null; ) {
      const { table, pages } = many({ page });
      seen.push(...table.rows.map(({ companyName }) => companyName));
      const next: string | null = pages?.next?.href ?? null;
      page = next === null ? null : Number(new URL(next, "https://hf.example").searchParams.get("page"));
    }
    expect(seen).toEqual(companies.map(({ name }) => name));
  });

  test("the filter finds over all of them, and stays on the way to the next page", () => {
    expect(many({ query: "company 2000" }).table.rows.map(({ companyName }) => companyName)).toEqual(["Company 2000"]);
    const { filter, pages } = many({ query: "Company 1" });
    expect(filter.result?.text).toBe("1,111 found for “Company 1”");
    expect(pages?.next?.href).toBe("/settings/client-portals?q=Company+1&page=2#portals");
  });

  test("what is done in a row leads back to the page on which it stands", () => {
    const next = "/settings/client-portals?page=40";
    const [first] = many({ page: 40 }).table.rows;
    expect(first?.create?.target.fields).toEqual({ company: "Company 1951", next });
    expect(many({ page: 2 }).table.rows[0]?.more?.actions[0]?.target.fields).toEqual({
      next: "/settings/client-portals?page=2",
    });
  });
});

test("when the PSA does not answer, nothing is said about who can sign in", () => {
  const model = present({ companies: [company("Acme")], contactCounts: null, trouble: down });
  expect(model.trouble).toContain("503");
  expect(model.table.rows[0]?.contacts).toEqual({ text: "cannot tell", isTrouble: false });
});

test("while the PSA has not been read, nobody is told that it has no companies", () => {
  const unread = { companies: [], portals: [], trouble: down };
  expect(present({ companies: [], portals: [] }).emptyText).toBe("The PSA has no client companies yet.");
  expect(present(unread).emptyText).toBeNull();
  expect(present({ ...unread, query: "zz" }).emptyText).toContain("are not known right now");
});

test("records that could not be read are named, for whoever is in them may be missing", () => {
  const gaps = [{ place: "contacts.csv, line 4", message: "a quote is not closed" }];
  const { trouble } = present({ companies: [company("Acme")], gaps });
  expect(trouble).toContain("1\u00a0record of the PSA could not be read");
  expect(trouble).toContain("contacts.csv, line 4: a quote is not closed");
});

test.each([
  ["de-DE", "2 Kundenunternehmen, 1 mit Portal", ["Diagnose des Portals von Acme", "Vorschau des Portals von Acme"]],
  [
    "es-ES",
    "2\u00a0empresas cliente, 1 con portal",
    ["Diagnóstico del portal de Acme", "Vista previa del portal de Acme"],
  ],
])("in %s the whole register is in that language", (locale, heading, links) => {
  const english = JSON.stringify(present());
  const model = present({ locale });
  expect(model.heading).toBe(heading);
  expect(model.table.rows[0]?.links.map(({ label, about }) => `${label} ${about}`)).toEqual(links);
  for (const word of [
    "portal address of",
    "can sign in",
    "never",
    "Owner",
    "No portal",
    "Create",
    "New address",
    "More",
  ]) {
    expect(english).toContain(word);
    expect(JSON.stringify(model)).not.toContain(word);
  }
});
