import type { PsaTrouble } from "../../access/facts.ts";
import { retell } from "../../domain/psa-texts/retell.ts";
import type { FieldName } from "../../domain/template.ts";
import { type CopyLabels, copyLabels } from "../../ui/components/copy-words.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import {
  type PageAsked,
  type PageOfRows,
  type PagesModel,
  presentPages,
  presentRange,
  ROWS_MAX,
} from "../../ui/pages.ts";
import { LIMITS_PATH } from "../diagnose/paths.ts";
import { DEFAULTS_PATH, PORTALS_PATH, PREFLIGHT_PATH, TEMPLATES_PATH, WATCH_PATH } from "../frame.ts";
import { frameWords } from "../frame-words.ts";
import type { ListedModel, ReadingModel } from "../present-listed.ts";
import { presentTrouble } from "../present-trouble.ts";
import { namedFields } from "../visibility/named-fields.ts";
import { type ChosenRows, type Entry, nameOf } from "./choose-rows.ts";
import { orphanRow, orphanText, type PortalRow, presentRow, type RowInput } from "./present-row.ts";
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
  /** That what was asked for was not done, and what to do; null where nothing was asked for, or it was done. */
  undone: string | null;
  /** What is missing from the page because the PSA does not answer; null when it does. */
  trouble: string | null;
  links: Link[];
  /** What every address below begins with. */
  addressesBegin: string;
  table: PortalTable;
  /** In place of the table, where too many stand on one page; null where the table does. */
  sheet: PortalSheet | null;
  /** "51–100 of 2,000"; null where all stand here. */
  range: string | null;
  pages: PagesModel | null;
  /** Why no row stands here; null where one does, or where only the trouble above says it. */
  emptyText: string | null;
};

export type PortalTable = {
  label: string;
  columns: Record<"company" | "address" | "template" | "contacts" | "lastVisit" | "state", string>;
  actionsLabel: string;
  copyLabels: CopyLabels;
  rows: PortalRow[];
};

/** All that is found on one page, for paper and for whoever searches it themselves: each address, and nothing that can be done. */
export type PortalSheet = {
  label: string;
  columns: Record<"company" | "address" | "state", string>;
  rows: { key: string; company: string; address: string | null; state: string }[];
  /** What is missing here, and the way to it. */
  note: string;
  back: Link;
};

export type PortalsInput = Omit<RowInput, "here"> & {
  chosen: ChosenRows;
  /** The sensitive fields that a portal shows that is made now. */
  shownByNew: readonly FieldName[];
  /** Why the PSA does not answer, in its own words. */
  trouble: PsaTrouble | null;
  /** How old the companies are, or that they are still being read; null where they are as they are now. */
  listed: ListedModel;
  /** Records of the PSA that could not be read: whom they are about may be missing here. */
  gaps: { place: string; message: string }[];
  query: string;
  page: PageAsked;
  /** They asked for portals to be made, and the companies could not be read while that page waited. */
  isNotCreated: boolean;
};

/**
 * Every client company with its door: where it is, who can enter, when somebody last did. A portal whose company is gone
 * from the PSA or archived there stays on the list, so that its address can be explained.
 */
export function presentPortals(input: PortalsInput): PortalsModel {
  const { chosen, query, listed, trouble, locale } = input;
  const say = portalsWords(locale);
  const { page, without, portals } = chosen;
  const isOld = listed.reading !== null || listed.trouble !== null;
  return {
    title: say("title"),
    heading: trouble
      ? say("heading_portals", { portals })
      : say("heading", { companies: chosen.companies, portals: chosen.companies - without }),
    filter: presentFilter(query, page.count, locale),
    createAll: without === 0 || isOld ? null : createAll(without, locale),
    createShows: without === 0 || isOld ? null : createShows(input),
    reading: listed.reading,
    undone: input.isNotCreated ? say("not_created") : null,
    trouble: listed.reading ? null : (listed.trouble ?? troubleText(input)),
    links: linksOf(locale),
    addressesBegin: say("addresses_begin", { origin: input.baseUrl }),
    table: presentTable(input, isOld),
    sheet: isSheet(page) ? presentSheet(input) : null,
    range: presentRange(page, locale),
    pages: presentPages(page, { locale, hrefOf: (to) => `${registerHref(query, to)}#${TABLE_ANCHOR}` }),
    emptyText: page.count === 0 ? emptyText(query, input) : null,
  };
}

/** Whether so many stand on one page that only their addresses do. */
export function isSheet({ count, isWhole }: PageOfRows): boolean {
  return isWhole && count > ROWS_MAX;
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
  return portalsWords(locale)("trouble", { why: presentTrouble(trouble, locale) });
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

/** `isOld`: nothing is made from what the PSA may not say any more. */
function presentTable(input: PortalsInput, isOld: boolean): PortalTable {
  const { chosen, query, page, locale } = input;
  const say = portalsWords(locale);
  const here = registerHref(query, page);
  const entries = isSheet(chosen.page) ? [] : chosen.entries;
  const rows = entries.map((entry) => presentEntry(entry, { ...input, here }));
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
    rows: isOld ? rows.map((row) => ({ ...row, create: null })) : rows,
  };
}

function presentSheet({ chosen, baseUrl, query, locale }: PortalsInput): PortalSheet {
  const say = portalsWords(locale);
  return {
    label: say("title"),
    columns: { company: say("company"), address: say("address"), state: say("state") },
    rows: chosen.entries.map((entry) => ({
      key: (entry.company ?? entry.portal).id,
      company: nameOf(entry),
      address: entry.portal && `${baseUrl}/${entry.portal.slug}`,
      state: entry.company ? say(entry.portal?.state ?? "no_portal") : orphanText(entry.portal, locale),
    })),
    note: say("sheet_note"),
    back: { label: say("sheet_back", { count: ROWS_MAX }), href: registerHref(query, 1) },
  };
}
