import {
  groupNotes,
  groupProblems,
  listRows,
  type PreflightRow,
  type Problem,
  standingsText,
} from "../../diagnosis/preflight-findings.ts";
import type { PreflightRun } from "../../diagnosis/run-preflight.ts";
import { formatAge } from "../../ui/format/age.ts";
import { formatCount, formatQuantity } from "../../ui/format/number.ts";
import type { Link } from "../../ui/frame.ts";
import { personPath } from "../diagnose/paths.ts";
import { PORTALS_PATH, PREFLIGHT_PATH } from "../frame.ts";

export type PreflightModel = {
  /** "27 get in · 1 sees an empty page · 2 are stopped". */
  heading: string;
  lead: string;
  trouble: string | null;
  filter: { action: string; options: { value: string; label: string; isChosen: boolean }[] };
  csv: Link | null;
  groups: GroupModel[];
  notes: FoldModel[];
  /** Whoever gets in, by portal; folded. */
  inside: FoldModel | null;
};

export type GroupModel = { id: string; title: string; items: ItemModel[]; more: string | null };
/** One change, and whom it helps. */
export type ItemModel = {
  people: PersonModel[];
  more: string | null;
  reason: string;
  remedy: string;
  link: Link | null;
};
export type PersonModel = { name: string; email: string | null; href: string | null; company: string };
export type FoldModel = { title: string; rows: { person: PersonModel; text: string }[]; more: string | null };

type PreflightInput = { run: PreflightRun; slug: string | null; now: Date; locale: string };

/** A page of thousands helps nobody; the file has them all. */
const ITEMS_MAX = 50;
const PEOPLE_MAX = 20;
const ROWS_MAX = 500;

export function presentPreflight({ run, slug, now, locale }: PreflightInput): PreflightModel {
  const rows = listRows(run.portals, locale);
  const inside = rows.filter(({ standing }) => standing === "in");
  const problems = groupProblems(rows, locale).map(({ title, problems: own, count }) => ({
    id: idOf(title),
    title: `${title} (${formatCount(count, locale)})`,
    items: own.slice(0, ITEMS_MAX).map((problem) => presentProblem(problem, locale)),
    more: moreText(own.length - ITEMS_MAX, locale),
  }));
  return {
    heading: headingOf(run, rows, locale),
    lead: leadOf(run, now, locale),
    trouble: run.trouble
      ? `The PSA does not answer, so nothing can be told right now.${run.trouble.detail ? ` It answered: “${run.trouble.detail}”` : ""}`
      : null,
    filter: {
      action: PREFLIGHT_PATH,
      options: [
        { value: "", label: "All portals", isChosen: slug === null },
        ...run.all.map((portal) => ({
          value: portal.slug,
          label: portal.companyName,
          isChosen: portal.slug === slug,
        })),
      ],
    },
    csv: run.trouble ? null : { label: "Download as a table (CSV)", href: csvPath(slug) },
    groups: [...problems, ...presentWithoutCompany(run, locale), ...presentWithoutPortal(run, locale)],
    notes: groupNotes(rows, locale).map(({ title, rows: noted }) => ({
      title: `${title} (${formatCount(noted.length, locale)})`,
      rows: noted.slice(0, ROWS_MAX).map(({ row, reason }) => ({ person: personOf(row), text: reason })),
      more: moreText(noted.length - ROWS_MAX, locale),
    })),
    inside: inside.length === 0 ? null : presentInside(inside, locale),
  };
}

function headingOf({ trouble, all, withoutCompany }: PreflightRun, rows: PreflightRow[], locale: string): string {
  if (trouble && rows.length === 0) return "Who gets in cannot be told right now";
  if (all.length === 0) return "There is no portal yet";
  return rows.length === 0 ? "No contacts yet" : standingsText(rows, withoutCompany.length, locale);
}

function leadOf({ readAt, portals }: PreflightRun, now: Date, locale: string): string {
  if (readAt === null) return "This page asks the PSA whenever it is loaded. Load it again in a minute.";
  const where = portals.length === 1 ? "this portal" : "their company’s portal";
  return `Every contact of the PSA, as if each opened ${where} now. Read ${formatAge(readAt, now, locale)}; nobody is mailed, and nothing counts as a visit.`;
}

function presentProblem({ rows, reason, remedy }: Problem, locale: string): ItemModel {
  const people = rows.slice(0, PEOPLE_MAX).map(personOf);
  return { people, more: moreText(rows.length - PEOPLE_MAX, locale), reason, remedy, link: null };
}

function presentWithoutCompany({ withoutCompany }: PreflightRun, locale: string): GroupModel[] {
  if (withoutCompany.length === 0) return [];
  const items = withoutCompany.slice(0, ITEMS_MAX).map(({ name, email, reason, remedy }) => {
    const href = email === null ? null : personPath(email);
    return { people: [{ name, email, href, company: "" }], more: null, reason, remedy, link: null };
  });
  const title = `Contacts without a company (${formatCount(withoutCompany.length, locale)})`;
  return [{ id: "without-company", title, items, more: moreText(withoutCompany.length - ITEMS_MAX, locale) }];
}

function presentWithoutPortal({ withoutPortal }: PreflightRun, locale: string): GroupModel[] {
  if (withoutPortal.length === 0) return [];
  return [
    {
      id: "without-portal",
      title: `Companies without a portal (${formatCount(withoutPortal.length, locale)})`,
      items: withoutPortal.slice(0, ITEMS_MAX).map(({ company, contacts }) => ({
        people: [{ name: company.name, email: null, href: null, company: "" }],
        more: null,
        reason: `${formatQuantity(contacts, "active contact has", "active contacts have", locale)} no address to open.`,
        remedy: "Create its portal in Settings → Client Portals.",
        link: { label: "Client portals", href: `${PORTALS_PATH}?${new URLSearchParams({ q: company.name })}` },
      })),
      more: moreText(withoutPortal.length - ITEMS_MAX, locale),
    },
  ];
}

function presentInside(inside: PreflightRow[], locale: string): FoldModel {
  return {
    title: `Who gets in (${formatCount(inside.length, locale)})`,
    rows: inside.slice(0, ROWS_MAX).map((row) => ({
      person: personOf(row),
      text: `sees ${formatQuantity(row.decision.visibleProjectIds.length, "project", "projects", locale)}`,
    })),
    more: moreText(inside.length - ROWS_MAX, locale),
  };
}

function personOf({ name, email, slug, companyName }: PreflightRow): PersonModel {
  const href = email === null ? null : personPath(email, { portal: slug });
  return { name, email, href, company: companyName };
}

function moreText(count: number, locale: string): string | null {
  return count > 0 ? `and ${formatCount(count, locale)} more; the table has them all` : null;
}

function csvPath(slug: string | null): string {
  return slug === null ? `${PREFLIGHT_PATH}.csv` : `${PREFLIGHT_PATH}.csv?${new URLSearchParams({ portal: slug })}`;
}

function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
}
