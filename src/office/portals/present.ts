import type { Company } from "../../domain/contact.ts";
import type { Portal } from "../../domain/firm.ts";
import { retell } from "../../domain/psa-texts/retell.ts";
import type { FieldName } from "../../domain/template.ts";
import { type CopyLabels, copyLabels } from "../../ui/components/copy-words.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { type PageAsked, type PagesModel, pageOf, presentPages, presentRange } from "../../ui/pages.ts";
import { LIMITS_PATH } from "../diagnose/paths.ts";
import { DEFAULTS_PATH, PORTALS_PATH, PREFLIGHT_PATH, TEMPLATES_PATH, WATCH_PATH } from "../frame.ts";
import { frameWords } from "../frame-words.ts";
import type { ListedModel, ReadingModel } from "../present-listed.ts";
import { namedFields } from "../visibility/named-fields.ts";
import { orphanRow, type PortalRow, presentRow, type RowInput } from "./present-row.ts";
import { portalsWords } from "./words.ts";

/** Where the rows begin, so that the next page opens there. */
export const TABLE_ANCHOR = "portals";

export type PortalsModel = {
  title: string;
  /** "14 client companies, 11 with a portal". */
  heading: string;
  filter: {
    action: string;
    label: string;
    query: string;
    button: string;
    /** What was found, and the way back to all; null where nothing was searched. */
    result: { text: string; all: Link } | null;
  };
  /** Null when every company has a portal. */
  createAll: { label: string; target: FormTarget } | null;
  /** What a portal that is made now shows of what many agreements keep from clients; null where none is made, or it shows nothing of that. */
  createShows: string | null;
  /** That the companies are still being read; null when they are not. */
  reading: ReadingModel | null;
  /** The page has nothing new to show yet and loads itself again. */
  isWaiting: boolean;
  /** What is missing from the page because the PSA does not answer; null when it does. */
  trouble: string | null;
  links: Link[];
  /** What every address below begins with. */
  addressesBegin: string;
  table: PortalTable;
  /** "51–100 of 2,000"; null where all stand here. */
  range: string | null;
  pages: PagesModel | null;
  /** Why no row stands here; null where only the trouble above says it. */
  emptyText: string | null;
};

export type PortalTable = {
  label: string;
  columns: Record<"company" | "address" | "template" | "contacts" | "lastVisit" | "state", string>;
  actionsLabel: string;
  copyLabels: CopyLabels;
  rows: PortalRow[];
};

export type PortalsInput = Omit<RowInput, "here"> & {
  companies: Company[];
  portals: Portal[];
  /** The sensitive fields that a portal shows that is made now. */
  shownByNew: readonly FieldName[];
  /** Why the PSA does not answer, in its own words. */
  trouble: { detail: string } | null;
  /** How old the companies are, or that they are still being read; null where they are as they are now. */
  listed: ListedModel;
  /** Records of the PSA that could not be read: whom they are about may be missing here. */
  gaps: { place: string; message: string }[];
  query: string;
  page: PageAsked;
};

/** A row before anything is said in it. */
type Entry = { company: Company; portal: Portal | null } | { company: null; portal: Portal };

/**
 * Every client company with its door: where it is, who can enter, when somebody last did. A portal whose company is gone
 * from the PSA or archived there stays on the list, so that its address can be explained.
 */
export function presentPortals(input: PortalsInput): PortalsModel {
  const { portals, trouble, locale } = input;
  const say = portalsWords(locale);
  const query = input.query.trim();
  const companies = input.companies.filter(({ isArchived }) => !isArchived);
  const byCompany = new Map(portals.map((portal) => [portal.companyId, portal]));
  const without = companies.filter(({ id }) => !byCompany.has(id)).length;
  const { listed } = input;
  const isOld = listed.reading !== null || listed.trouble !== null;
  const found = listEntries(companies, input).filter((entry) => matches(entry, query));
  const page = pageOf(found.length, input.page);
  const here = registerHref(query, input.page);
  const rows = found.slice(page.from, page.to).map((entry) => presentEntry(entry, { ...input, here }));
  return {
    title: say("title"),
    heading: trouble
      ? say("heading_portals", { portals: portals.length })
      : say("heading", { companies: companies.length, portals: companies.length - without }),
    filter: presentFilter(query, found.length, locale),
    createAll: without === 0 || isOld ? null : createAll(without, locale),
    createShows: without === 0 || isOld ? null : createShows(input),
    reading: listed.reading,
    isWaiting: listed.isWaiting,
    trouble: listed.reading ? null : (listed.trouble ?? troubleText(input)),
    links: linksOf(locale),
    addressesBegin: say("addresses_begin", { origin: input.baseUrl }),
    // Nothing is made from what the PSA may not say any more.
    table: presentTable(isOld ? rows.map((row) => ({ ...row, create: null })) : rows, locale),
    range: presentRange(page, locale),
    pages: presentPages(page, { locale, hrefOf: (to) => `${registerHref(query, to)}#${TABLE_ANCHOR}` }),
    emptyText: emptyText(query, input),
  };
}

/** By name: the companies, and the portals that are no longer theirs. */
function listEntries(companies: Company[], { portals, locale }: PortalsInput): Entry[] {
  const byCompany = new Map(portals.map((portal) => [portal.companyId, portal]));
  const ids = new Set(companies.map(({ id }) => id));
  const orphans = portals.filter(({ companyId }) => !ids.has(companyId));
  const order = new Intl.Collator(locale, { numeric: true });
  return [
    ...companies.map((company) => ({ company, portal: byCompany.get(company.id) ?? null })),
    ...orphans.map((portal) => ({ company: null, portal })),
  ].sort((a, b) => order.compare(nameOf(a), nameOf(b)));
}

function nameOf(entry: Entry): string {
  return entry.company === null ? entry.portal.companyName : entry.company.name;
}

function matches(entry: Entry, query: string): boolean {
  const address = entry.portal === null ? "" : ` /${entry.portal.slug}`;
  return `${nameOf(entry)}${address}`.toLowerCase().includes(query.toLowerCase());
}

function presentEntry({ company, portal }: Entry, input: RowInput): PortalRow {
  return company === null ? orphanRow(portal, input) : presentRow(company, portal, input);
}

/** The register with this filter, at this page. */
export function registerHref(query: string, page: PageAsked): string {
  const fields = new URLSearchParams({ ...(query && { q: query }), ...(page !== 1 && { page: String(page) }) });
  return fields.size === 0 ? PORTALS_PATH : `${PORTALS_PATH}?${fields}`;
}

function presentFilter(query: string, found: number, locale: string): PortalsModel["filter"] {
  const say = portalsWords(locale);
  const all = { label: say("show_all"), href: PORTALS_PATH };
  return {
    action: PORTALS_PATH,
    label: say("search"),
    query,
    button: say("filter"),
    result: query ? { text: say("shown", { count: found, query }), all } : null,
  };
}

function createAll(count: number, locale: string): NonNullable<PortalsModel["createAll"]> {
  const target = { action: `${PORTALS_PATH}/create-missing`, fields: {} };
  return { label: portalsWords(locale)("create_all", { count }), target };
}

function createShows({ shownByNew, locale }: PortalsInput): string | null {
  if (shownByNew.length === 0) return null;
  return portalsWords(locale)("create_shows", { names: namedFields(shownByNew, locale) });
}

function troubleText({ trouble, gaps, locale }: PortalsInput): string | null {
  if (!trouble) return gapsText(gaps, locale);
  return portalsWords(locale)("trouble", { detail: retell(trouble.detail, locale) });
}

function gapsText(gaps: PortalsInput["gaps"], locale: string): string | null {
  const [first] = gaps;
  if (!first) return null;
  const { place, message } = first;
  const said = { place: retell(place, locale), message: retell(message, locale) };
  return portalsWords(locale)("gaps", { count: gaps.length, ...said });
}

function linksOf(locale: string): Link[] {
  const say = portalsWords(locale);
  return [
    { label: say("check_everyone"), href: PREFLIGHT_PATH },
    { label: say("lost_access"), href: WATCH_PATH },
    { label: say("defaults"), href: DEFAULTS_PATH },
    { label: say("templates"), href: TEMPLATES_PATH },
    { label: say("limits"), href: LIMITS_PATH },
  ];
}

/** While the PSA has not been read, nothing is said of companies that may well be there. */
function emptyText(query: string, { trouble, locale }: PortalsInput): string | null {
  const say = portalsWords(locale);
  if (query) return say(trouble ? "none_found_unread" : "none_found", { query });
  return trouble ? null : say("empty");
}

function presentTable(rows: PortalRow[], locale: string): PortalTable {
  const say = portalsWords(locale);
  return {
    label: say("title"),
    columns: {
      company: say("company"),
      address: say("address"),
      template: say("template"),
      contacts: say("contacts"),
      lastVisit: say("last_visit"),
      state: say("state"),
    },
    actionsLabel: frameWords(locale)("row_actions"),
    copyLabels: copyLabels(locale),
    rows,
  };
}
