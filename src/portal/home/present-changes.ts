import { type CalendarDate, calendarDateOf, daysBetween } from "../../domain/calendar-date.ts";
import type { Invoice, Project } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import { formatDay, formatPlainDay } from "../../ui/format/day.ts";
import { formatMoney } from "../../ui/format/money.ts";
import { projectHref } from "../shown-projects.ts";
import type { HomeInput } from "./home-input.ts";
import { shownInvoices } from "./present-invoices.ts";
import { words } from "./words.ts";

const DAYS_MAX = 30;
const CHANGES_MAX = 6;

type Change = {
  day: CalendarDate;
  name: string;
  what: "done" | "issued" | "paid" | "published";
  project: Project | null;
};

/** What was finished, billed, paid or written, the newest first. `note`: what the list does not say itself. */
export type ChangesModel = { heading: string; items: MilestoneModel[]; note: string | null };

/**
 * What the figures and the updates themselves date since the day of the last visit, that day included; where that is nothing, or there was no
 * visit, within the last days.
 */
export function presentChanges(input: HomeInput, projects: Project[]): ChangesModel {
  const { today, locale, lastVisitOn = null } = input;
  const say = words(locale);
  const changes = listChanges(input, projects);
  const news = changes.filter(({ day }) => lastVisitOn !== null && day >= lastVisitOn);
  const since = lastVisitOn && { day: formatPlainDay(lastVisitOn, today, locale) };
  if (since && news.length > 0) {
    const count = news.length - CHANGES_MAX;
    const items = presentItems(news, input);
    return { heading: say("changed_since", since), items, note: count > 0 ? say("more_since", { count }) : null };
  }
  const recent = changes.filter(({ day }) => daysBetween(day, today) <= DAYS_MAX);
  return {
    heading: say("changed"),
    items: presentItems(recent, input),
    note: since && say("nothing_since", since),
  };
}

/** Everything that the figures and the firm's updates date up to today, the newest first. */
function listChanges(input: HomeInput, projects: Project[]): Change[] {
  const { today, locale } = input;
  const byId = new Map(projects.map((project) => [project.id, project]));
  return [...milestoneChanges(input, byId), ...invoiceChanges(input), ...updateChanges(input, byId)]
    .filter(({ day }) => day <= today)
    .sort((a, b) => b.day.localeCompare(a.day) || a.name.localeCompare(b.name, locale));
}

function presentItems(changes: Change[], { today, locale, portalSlug }: HomeInput): MilestoneModel[] {
  const say = words(locale);
  return changes.slice(0, CHANGES_MAX).map(({ day, name, what, project }) => ({
    name,
    when: formatDay(day, today, locale),
    who: say(what),
    flag: null,
    project: project && {
      name: project.name,
      href: `${projectHref(portalSlug, project)}${what === "published" ? "#updates" : ""}`,
    },
  }));
}

type ById = ReadonlyMap<Project["id"], Project>;

function milestoneChanges({ work }: HomeInput, byId: ById): Change[] {
  return work.milestones.flatMap(({ name, doneDate, projectId }) => {
    const project = byId.get(projectId);
    if (!project || doneDate === null) return [];
    return [{ day: doneDate, name, what: "done" as const, project }];
  });
}

/** An update is new on the day on which it was published, whatever day it is about. */
function updateChanges({ news = [], today, locale }: HomeInput, byId: ById): Change[] {
  const say = words(locale);
  return news.flatMap(({ projectId, datedOn, publishedAt }) => {
    const project = byId.get(projectId);
    if (!project) return [];
    const name = say("update", { day: formatPlainDay(datedOn, today, locale) });
    return [{ day: calendarDateOf(publishedAt), name, what: "published" as const, project }];
  });
}

function invoiceChanges({ work, locale }: HomeInput): Change[] {
  const say = words(locale);
  const { invoices, projectOf } = shownInvoices(work);
  return invoices.flatMap((invoice) => {
    const { number, amount } = invoice;
    const project = projectOf(invoice);
    const name = say("invoice", { number, amount: formatMoney(amount, locale) });
    return invoiceEvents(invoice).map((event) => ({ ...event, project, name }));
  });
}

function invoiceEvents({ issuedOn, paidOn, isPaid }: Invoice): Pick<Change, "day" | "what">[] {
  const issued = { day: issuedOn, what: "issued" as const };
  return isPaid && paidOn !== null ? [issued, { day: paidOn, what: "paid" as const }] : [issued];
}
