import type { Company } from "../../domain/contact.ts";
import { type Portal, templateLabels } from "../../domain/firm.ts";
import type { CompanyId, PortalId } from "../../domain/ids.ts";
import { formatAge } from "../../ui/format/age.ts";
import { formatCount, formatQuantity } from "../../ui/format/number.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { searchPath } from "../diagnose/paths.ts";
import { PORTALS_PATH, portalVisibilityPath } from "../frame.ts";
import { choosePreviewPath } from "../preview-paths.ts";
import { templatePath } from "../template/present.ts";

export type PortalsModel = {
  /** "14 client companies, 11 with a portal". */
  heading: string;
  filter: { action: string; query: string; resultText: string | null };
  /** Null when every company has a portal. */
  createAll: { label: string; target: FormTarget } | null;
  /** What is missing from the page because the PSA does not answer; null when it does. */
  trouble: string | null;
  rows: PortalRow[];
  emptyText: string;
};

export type PortalRow = {
  companyId: string;
  companyName: string;
  /** The whole address, to copy; null while there is none. */
  address: string | null;
  template: { label: string; href: string } | null;
  /** "3 can sign in"; what keeps everybody out is flagged. */
  contacts: { text: string; isTrouble: boolean };
  /** Everybody of this company, in Diagnose. */
  peopleHref: string;
  /** Everybody at this portal, in Diagnose; null while there is none. */
  diagnoseHref: string | null;
  switchesHref: string | null;
  /** To look at it as a client would; null while there is none. */
  previewHref: string | null;
  /** "yesterday", or "never"; null while there is no portal. */
  lastVisit: string | null;
  state: string;
  actions: { label: string; target: FormTarget }[];
};

export type PortalsInput = {
  companies: Company[];
  portals: Portal[];
  /** Active contacts with a usable email, by company; null when the PSA does not answer. */
  contactCounts: ReadonlyMap<CompanyId, number> | null;
  /** Why the PSA does not answer, in its own words. */
  trouble: { detail: string } | null;
  /** Records of the PSA that could not be read: whom they are about may be missing here. */
  gaps: { place: string; message: string }[];
  lastVisits: ReadonlyMap<PortalId, Date>;
  /** The firm's host with its scheme, without a slash at the end. */
  baseUrl: string;
  query: string;
  now: Date;
  locale: string;
};

/**
 * Every client company with its door: where it is, who can enter, when somebody last did. A portal whose company is gone
 * from the PSA or archived there stays on the list, so that its address can be explained.
 */
export function presentPortals(input: PortalsInput): PortalsModel {
  const { portals, trouble, locale } = input;
  const query = input.query.trim();
  const companies = input.companies.filter(({ isArchived }) => !isArchived);
  const byCompany = new Map(portals.map((portal) => [portal.companyId, portal]));
  const without = companies.filter(({ id }) => !byCompany.has(id)).length;
  const order = new Intl.Collator(locale, { numeric: true });
  const rows = [
    ...companies.map((company) => presentRow(company, byCompany.get(company.id) ?? null, input)),
    ...portals
      .filter(({ companyId }) => !companies.some(({ id }) => id === companyId))
      .map((portal) => orphanRow(portal, input)),
  ]
    .filter((row) => matches(row, query))
    .sort((a, b) => order.compare(a.companyName, b.companyName));
  return {
    heading: headingOf(companies.length, companies.length - without, input),
    filter: {
      action: PORTALS_PATH,
      query,
      resultText: query ? `${formatCount(rows.length, locale)} shown for “${query}”` : null,
    },
    createAll: presentCreateAll(without, locale),
    trouble: trouble
      ? `Companies and contacts cannot be read from the PSA right now. It answered: “${trouble.detail}”`
      : gapsText(input.gaps, locale),
    rows,
    emptyText: query ? `No company or address contains “${query}”.` : "The PSA has no client companies yet.",
  };
}

function gapsText(gaps: PortalsInput["gaps"], locale: string): string | null {
  const [first] = gaps;
  if (!first) return null;
  const count = formatQuantity(gaps.length, "record", "records", locale);
  return `${count} of the PSA could not be read, and who is in them may be missing below. First: ${first.place}: ${first.message}`;
}

function headingOf(companies: number, withPortal: number, { portals, trouble, locale }: PortalsInput): string {
  if (trouble) return formatQuantity(portals.length, "client portal", "client portals", locale);
  const all = formatQuantity(companies, "client company", "client companies", locale);
  return `${all}, ${formatCount(withPortal, locale)} with a portal`;
}

function presentCreateAll(without: number, locale: string): PortalsModel["createAll"] {
  if (without === 0) return null;
  const label =
    without === 1
      ? "Create a portal for the 1 company that has none"
      : `Create portals for the ${formatCount(without, locale)} companies that have none`;
  return { label, target: { action: `${PORTALS_PATH}/create-missing`, fields: {} } };
}

function presentRow(company: Company, portal: Portal | null, input: PortalsInput): PortalRow {
  const { contactCounts, locale } = input;
  const row = portal ? portalRow(portal, input) : NO_PORTAL;
  return {
    ...row,
    companyId: company.id,
    companyName: company.name,
    peopleHref: searchPath(company.name),
    contacts: contactCounts ? contactsText(contactCounts.get(company.id) ?? 0, locale) : UNKNOWN_CONTACTS,
    actions: portal ? portalActions(portal) : [{ label: "Create", target: createTarget(company) }],
  };
}

function orphanRow(portal: Portal, input: PortalsInput): PortalRow {
  return {
    ...portalRow(portal, input),
    companyId: portal.companyId,
    companyName: portal.companyName,
    peopleHref: searchPath(portal.companyName),
    contacts: { text: "company archived or gone in the PSA", isTrouble: true },
    actions: portalActions(portal),
  };
}

type DoorCells = Pick<
  PortalRow,
  "address" | "diagnoseHref" | "switchesHref" | "previewHref" | "template" | "lastVisit" | "state"
>;

const NO_PORTAL: DoorCells = {
  address: null,
  diagnoseHref: null,
  switchesHref: null,
  previewHref: null,
  template: null,
  lastVisit: null,
  state: "No portal",
};
const UNKNOWN_CONTACTS = { text: "cannot tell", isTrouble: false };

function portalRow(
  { id, slug, template, isTemplateInherited, state }: Portal,
  { lastVisits, baseUrl, now, locale }: PortalsInput,
): DoorCells {
  const visit = lastVisits.get(id);
  return {
    address: `${baseUrl}/${slug}`,
    diagnoseHref: searchPath(`${baseUrl}/${slug}`),
    switchesHref: portalVisibilityPath(id),
    previewHref: choosePreviewPath(id),
    template: {
      label: `${templateLabels[template]}${isTemplateInherited ? " (default)" : ""}`,
      href: templatePath(id),
    },
    lastVisit: visit ? formatAge(visit, now, locale) : "never",
    state: { open: "Open", paused: "Paused" }[state],
  };
}

function contactsText(count: number, locale: string): PortalRow["contacts"] {
  if (count === 0) return { text: "nobody can sign in", isTrouble: true };
  return { text: `${formatCount(count, locale)} can sign in`, isTrouble: false };
}

function createTarget({ id }: Company): FormTarget {
  return { action: `${PORTALS_PATH}/create`, fields: { company: id } };
}

function portalActions({ id, state }: Portal): PortalRow["actions"] {
  const path = `${PORTALS_PATH}/${encodeURIComponent(id)}`;
  const switchState =
    state === "open"
      ? { label: "Pause", target: { action: `${path}/pause`, fields: {} } }
      : { label: "Resume", target: { action: `${path}/resume`, fields: {} } };
  return [{ label: "New address", target: { action: `${path}/rotate`, fields: {} } }, switchState];
}

function matches({ companyName, address }: PortalRow, query: string): boolean {
  return `${companyName} ${address ?? ""}`.toLowerCase().includes(query.toLowerCase());
}
