// Which companies and portals the page of the register is about, before anything is said of them. Pure.
import type { Company } from "../../domain/contact.ts";
import type { Portal } from "../../domain/firm.ts";
import { type PageAsked, type PageOfRows, pageOf } from "../../ui/pages.ts";

/** A row before anything is said in it. A portal without a company: it is gone from the PSA, or archived there. */
export type Entry = { company: Company; portal: Portal | null } | { company: null; portal: Portal };

export type ChosenRows = {
  /** Those of the page. */
  entries: Entry[];
  /** Which these are, of all that the filter finds. */
  page: PageOfRows;
  /** Active companies, those of them without a portal, and all portals, whatever the filter. */
  companies: number;
  without: number;
  portals: number;
};

export type RowsAsked = { companies: Company[]; portals: Portal[]; query: string; page: PageAsked; locale: string };

/** The part of the filtered register that is asked for, in order of names; archived companies are left out. */
export function chooseRows({ companies, portals, query, page: asked, locale }: RowsAsked): ChosenRows {
  const active = companies.filter(({ isArchived }) => !isArchived);
  const all = listEntries(active, portals, locale);
  const found = all.filter((entry) => matches(entry, query));
  const page = pageOf(found.length, asked);
  return {
    entries: found.slice(page.from, page.to),
    page,
    companies: active.length,
    without: all.filter(({ portal }) => portal === null).length,
    portals: portals.length,
  };
}

/** By name: the companies, and the portals that are no longer theirs. */
function listEntries(companies: Company[], portals: Portal[], locale: string): Entry[] {
  const byCompany = new Map(portals.map((portal) => [portal.companyId, portal]));
  const ids = new Set(companies.map(({ id }) => id));
  const orphans = portals.filter(({ companyId }) => !ids.has(companyId));
  const order = new Intl.Collator(locale, { numeric: true });
  return [
    ...companies.map((company) => ({ company, portal: byCompany.get(company.id) ?? null })),
    ...orphans.map((portal) => ({ company: null, portal })),
  ].sort((a, b) => order.compare(nameOf(a), nameOf(b)));
}

/** The company's name; as it was last known where the PSA does not have it any more. */
export function nameOf(entry: Entry): string {
  return entry.company === null ? entry.portal.companyName : entry.company.name;
}

function matches(entry: Entry, query: string): boolean {
  const address = entry.portal === null ? "" : ` /${entry.portal.slug}`;
  return `${nameOf(entry)}${address}`.toLowerCase().includes(query.toLowerCase());
}
