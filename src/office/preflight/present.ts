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
import type { Link } from "../../ui/frame.ts";
import { personPath } from "../diagnose/paths.ts";
import { PORTALS_PATH, PREFLIGHT_PATH } from "../frame.ts";
import { presentListed, presentReading, type ReadingModel } from "../present-listed.ts";
import { presentTrouble } from "../present-trouble.ts";
import { preflightPageWords } from "./words.ts";

export type PreflightModel = {
  /** "27 get in · 1 sees an empty page · 2 are stopped". */
  heading: string;
  /** What was just done, once; else null. */
  status: string | null;
  /** Null while everybody is being read, which says how old this is, and where nothing is connected that could be read. */
  lead: string | null;
  trouble: string | null;
  /** Null where this is as it is now. */
  reading: ReadingModel | null;
  /** Nothing is known yet: the page loads itself again. */
  isWaiting: boolean;
  filter: {
    action: string;
    label: string;
    options: { value: string; label: string; isChosen: boolean }[];
    button: string;
  };
  csv: Link | null;
  groups: GroupModel[];
  /** What stops nobody; null when there is nothing of it. */
  notes: { title: string; folds: FoldModel[] } | null;
  /** Whoever gets in, by portal; folded. */
  inside: FoldModel | null;
};

export type GroupModel = { id: string; title: string; items: ItemModel[]; more: string | null };
/** One change, and whom it helps. */
export type ItemModel = {
  people: PersonModel[];
  more: string | null;
  reason: string;
  /** The remedy, under its label. */
  remedyLabel: string;
  remedy: string;
  link: Link | null;
};
export type PersonModel = { name: string; email: string | null; href: string | null; company: string };
export type FoldModel = { title: string; rows: { person: PersonModel; text: string }[]; more: string | null };

type PreflightInput = {
  run: PreflightRun;
  slug: string | null;
  /** What has led here. */
  done: "switched" | null;
  now: Date;
  locale: string;
};

/** A page of thousands helps nobody; the file has them all. */
const ITEMS_MAX = 50;
const PEOPLE_MAX = 20;
const ROWS_MAX = 500;

/**
 * What needs mending first, by the change that mends it, then what is only to be known, then who gets in. Long lists end with how
 * many more.
 */
export function presentPreflight({ run, slug, done, now, locale }: PreflightInput): PreflightModel {
  const say = preflightPageWords(locale);
  const rows = listRows(run.portals, locale);
  const { trouble, late, readAt } = run;
  const href = pathOf(slug);
  const reading = presentReading(trouble ?? late, { readAt: late && readAt, now, locale, href });
  const isWaiting = reading !== null && late === null;
  const inside = rows.filter(({ standing }) => standing === "in");
  const problems = groupProblems(rows, locale).map(({ title, problems: own, count }, place) => ({
    id: `problem-${place}`,
    title: say("counted", { title, count }),
    items: own.slice(0, ITEMS_MAX).map((problem) => presentProblem(problem, locale)),
    more: moreText(own.length - ITEMS_MAX, locale),
  }));
  return {
    heading: isWaiting ? say("being_read") : headingOf(run, rows, locale),
    status: done && say(done),
    lead: reading || trouble?.cause === "psa.not_connected" ? null : leadOf(run, now, locale),
    trouble:
      trouble && !isWaiting ? (presentListed(trouble, { now, locale }) ?? presentTrouble(trouble, locale)) : null,
    reading,
    isWaiting,
    filter: presentFilter(run, slug, locale),
    csv: run.trouble ? null : { label: say("csv"), href: pathOf(slug, `${PREFLIGHT_PATH}.csv`) },
    groups: [...problems, ...presentWithoutCompany(run, locale), ...presentWithoutPortal(run, locale)],
    notes: presentNotes(rows, locale),
    inside: inside.length === 0 ? null : presentInside(inside, locale),
  };
}

function presentFilter({ all }: PreflightRun, slug: string | null, locale: string): PreflightModel["filter"] {
  const say = preflightPageWords(locale);
  const portals = all.map((portal) => ({
    value: portal.slug,
    label: portal.companyName,
    isChosen: portal.slug === slug,
  }));
  return {
    action: PREFLIGHT_PATH,
    label: say("portal"),
    options: [{ value: "", label: say("all_portals"), isChosen: slug === null }, ...portals],
    button: say("check"),
  };
}

function presentNotes(rows: PreflightRow[], locale: string): PreflightModel["notes"] {
  const say = preflightPageWords(locale);
  const folds = groupNotes(rows, locale).map(({ title, rows: noted }) => ({
    title: say("counted", { title, count: noted.length }),
    rows: noted.slice(0, ROWS_MAX).map(({ row, reason }) => ({ person: personOf(row), text: reason })),
    more: moreText(noted.length - ROWS_MAX, locale),
  }));
  return folds.length === 0 ? null : { title: say("notes"), folds };
}

function headingOf({ trouble, all, withoutCompany }: PreflightRun, rows: PreflightRow[], locale: string): string {
  const say = preflightPageWords(locale);
  if (trouble && rows.length === 0) return say("cannot_tell");
  if (all.length === 0) return say("no_portal");
  return rows.length === 0 ? say("no_contacts") : standingsText(rows, withoutCompany.length, locale);
}

function leadOf({ readAt, portals }: PreflightRun, now: Date, locale: string): string {
  const say = preflightPageWords(locale);
  if (readAt === null) return say("lead_unread");
  return say(portals.length === 1 ? "lead_one" : "lead", { age: formatAge(readAt, now, locale) });
}

function presentProblem({ rows, reason, remedy }: Problem, locale: string): ItemModel {
  const people = rows.slice(0, PEOPLE_MAX).map(personOf);
  const remedyLabel = preflightPageWords(locale)("what_to_do");
  return { people, more: moreText(rows.length - PEOPLE_MAX, locale), reason, remedyLabel, remedy, link: null };
}

function presentWithoutCompany({ withoutCompany }: PreflightRun, locale: string): GroupModel[] {
  if (withoutCompany.length === 0) return [];
  const say = preflightPageWords(locale);
  const remedyLabel = say("what_to_do");
  const items = withoutCompany.slice(0, ITEMS_MAX).map(({ name, email, reason, remedy }) => {
    const href = email === null ? null : personPath(email);
    return { people: [{ name, email, href, company: "" }], more: null, reason, remedyLabel, remedy, link: null };
  });
  const title = say("counted", { title: say("without_company"), count: withoutCompany.length });
  return [{ id: "without-company", title, items, more: moreText(withoutCompany.length - ITEMS_MAX, locale) }];
}

function presentWithoutPortal({ withoutPortal }: PreflightRun, locale: string): GroupModel[] {
  if (withoutPortal.length === 0) return [];
  const say = preflightPageWords(locale);
  return [
    {
      id: "without-portal",
      title: say("counted", { title: say("without_portal"), count: withoutPortal.length }),
      items: withoutPortal.slice(0, ITEMS_MAX).map(({ company, contacts }) => ({
        people: [{ name: company.name, email: null, href: null, company: "" }],
        more: null,
        reason: say("no_address", { count: contacts }),
        remedyLabel: say("what_to_do"),
        remedy: say("create"),
        link: { label: say("portals"), href: `${PORTALS_PATH}?${new URLSearchParams({ q: company.name })}` },
      })),
      more: moreText(withoutPortal.length - ITEMS_MAX, locale),
    },
  ];
}

function presentInside(inside: PreflightRow[], locale: string): FoldModel {
  const say = preflightPageWords(locale);
  return {
    title: say("counted", { title: say("inside"), count: inside.length }),
    rows: inside.slice(0, ROWS_MAX).map((row) => ({
      person: personOf(row),
      text: say("sees", { count: row.decision.visibleProjectIds.length }),
    })),
    more: moreText(inside.length - ROWS_MAX, locale),
  };
}

function personOf({ name, email, slug, companyName }: PreflightRow): PersonModel {
  const href = email === null ? null : personPath(email, { portal: slug });
  return { name, email, href, company: companyName };
}

function moreText(count: number, locale: string): string | null {
  return count > 0 ? preflightPageWords(locale)("more", { count }) : null;
}

function pathOf(slug: string | null, path: string = PREFLIGHT_PATH): string {
  return slug === null ? path : `${path}?${new URLSearchParams({ portal: slug })}`;
}
