import { templateWords } from "../../access/explain/template-names.ts";
import type { Company } from "../../domain/contact.ts";
import type { Portal } from "../../domain/firm.ts";
import type { CompanyId, PortalId } from "../../domain/ids.ts";
import { isUnlinked } from "../../domain/psa-switch.ts";
import { formatAge } from "../../ui/format/age.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { searchPath } from "../diagnose/paths.ts";
import { PORTALS_PATH, portalVisibilityPath } from "../frame.ts";
import { linkPath } from "../link/paths.ts";
import { choosePreviewPath } from "../preview-paths.ts";
import { templatePath } from "../template/present.ts";
import { portalsWords } from "./words.ts";

/** `about`: which row it belongs to, for a screen reader. */
export type RowLink = Link & { about: string };
export type RowAction = { label: string; about: string; target: FormTarget };

export type PortalRow = {
  companyId: string;
  companyName: string;
  /** The part of the address that tells it apart, leading to all of it; null while there is none. */
  address: Link | null;
  addressLabel: string;
  template: Link | null;
  /** "3 can sign in"; what keeps everybody out is flagged. */
  contacts: { text: string; isTrouble: boolean };
  /** Everybody of this company, in Diagnose. */
  peopleHref: string;
  /** "yesterday", or "never"; null while there is no portal. */
  lastVisit: string | null;
  state: string;
  /** What is needed every day: Diagnose, and the look at the portal as a client has it. */
  links: RowLink[];
  /** To make the portal; null where there is one. */
  create: RowAction | null;
  /** What is needed seldom, folded; null while there is no portal. */
  more: { label: string; about: string; links: RowLink[]; actions: RowAction[] } | null;
};

/** Of the companies and portals that stand on the page. */
export type RowFacts = {
  /** Active contacts with a usable email, by company; null when the PSA does not answer. */
  contactCounts: ReadonlyMap<CompanyId, number> | null;
  lastVisits: ReadonlyMap<PortalId, Date>;
};

export type RowInput = RowFacts & {
  /** The firm's host with its scheme, without a slash at the end. */
  baseUrl: string;
  /** The page of the register on which the row stands: what is done there leads back to it. */
  here: string;
  now: Date;
  locale: string;
};

/** A company with its portal, or with the way to make one. */
export function presentRow(company: Company, portal: Portal | null, input: RowInput): PortalRow {
  const { contactCounts, locale } = input;
  const say = portalsWords(locale);
  return {
    ...(portal ? doorCells(portal, company, input) : noDoorCells(company, input)),
    ...companyCells(company, locale),
    contacts: contactCounts
      ? contactsText(contactCounts.get(company.id) ?? 0, locale)
      : { text: say("cannot_tell"), isTrouble: false },
  };
}

/** A portal whose company is gone from the PSA or archived there, or that a switch has left without one. */
export function orphanRow(portal: Portal, input: RowInput): PortalRow {
  const say = portalsWords(input.locale);
  const company = { id: portal.companyId, name: portal.companyName };
  const contacts = { text: orphanText(portal, input.locale), isTrouble: true };
  const cells = { ...doorCells(portal, company, input), ...companyCells(company, input.locale), contacts };
  if (!isUnlinked(portal.companyId)) return cells;
  const link = {
    label: say("link"),
    about: say("diagnose_about", { company: company.name }),
    href: linkPath(portal.id),
  };
  return { ...cells, links: [link, ...cells.links] };
}

/** Why nobody gets in at a portal whose company the PSA does not have. */
export function orphanText({ companyId }: Pick<Portal, "companyId">, locale: string): string {
  return portalsWords(locale)(isUnlinked(companyId) ? "unlinked" : "gone");
}

type NamedCompany = Pick<Company, "id" | "name">;
type CompanyCells = Pick<PortalRow, "companyId" | "companyName" | "addressLabel" | "peopleHref">;
type DoorCells = Omit<PortalRow, keyof CompanyCells | "contacts">;

function companyCells({ id, name }: NamedCompany, locale: string): CompanyCells {
  const addressLabel = portalsWords(locale)("address_of", { company: name });
  return { companyId: id, companyName: name, addressLabel, peopleHref: searchPath(name) };
}

function noDoorCells({ id, name }: NamedCompany, { here, locale }: RowInput): DoorCells {
  const say = portalsWords(locale);
  const target = { action: `${PORTALS_PATH}/create`, fields: { company: id, ...backTo(here) } };
  return {
    address: null,
    template: null,
    lastVisit: null,
    state: say("no_portal"),
    links: [],
    create: { label: say("create"), about: say("row_about", { company: name }), target },
    more: null,
  };
}

function doorCells(portal: Portal, company: NamedCompany, input: RowInput): DoorCells {
  const { id, slug, state } = portal;
  const { lastVisits, baseUrl, now, locale } = input;
  const say = portalsWords(locale);
  const visit = lastVisits.get(id);
  const address = `${baseUrl}/${slug}`;
  const about = { company: company.name };
  return {
    address: { label: `/${slug}`, href: address },
    template: { label: templateText(portal, locale), href: templatePath(id) },
    lastVisit: visit ? formatAge(visit, now, locale) : say("never"),
    state: say(state),
    links: [
      { label: say("diagnose"), about: say("diagnose_about", about), href: searchPath(address) },
      { label: say("preview"), about: say("preview_about", about), href: choosePreviewPath(id) },
    ],
    create: null,
    more: presentMore(portal, company, input),
  };
}

function templateText({ template, isTemplateInherited }: Portal, locale: string): string {
  const name = templateWords(locale)(template);
  return isTemplateInherited ? portalsWords(locale)("inherited", { template: name }) : name;
}

function presentMore(
  { id, state }: Portal,
  { name }: NamedCompany,
  { here, locale }: RowInput,
): NonNullable<PortalRow["more"]> {
  const say = portalsWords(locale);
  const about = say("row_about", { company: name });
  const action = (key: "rotate" | "pause" | "resume") => ({
    label: say(key),
    about,
    target: { action: `${PORTALS_PATH}/${encodeURIComponent(id)}/${key}`, fields: backTo(here) },
  });
  const switchesAbout = say("switches_about", { company: name });
  return {
    label: say("more"),
    about,
    links: [{ label: say("switches"), about: switchesAbout, href: portalVisibilityPath(id) }],
    actions: [action("rotate"), action(state === "open" ? "pause" : "resume")],
  };
}

/** The plain register is where every change leads without it. */
function backTo(here: string): Record<string, string> {
  return here === PORTALS_PATH ? {} : { next: here };
}

function contactsText(count: number, locale: string): PortalRow["contacts"] {
  const say = portalsWords(locale);
  if (count === 0) return { text: say("nobody"), isTrouble: true };
  return { text: say("can_sign_in", { count }), isTrouble: false };
}
