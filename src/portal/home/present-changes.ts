import { type CalendarDate, daysBetween } from "../../domain/calendar-date.ts";
import type { Invoice, Project } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import { formatDay } from "../../ui/format/day.ts";
import { formatMoney } from "../../ui/format/money.ts";
import { projectHref } from "../shown-projects.ts";
import type { HomeInput } from "./home-input.ts";
import { words } from "./words.ts";

const DAYS_MAX = 30;
const CHANGES_MAX = 6;

type Change = { day: CalendarDate; name: string; what: "done" | "issued" | "paid"; project: Project | null };

/** What the figures themselves date within the last days, the newest first: what was finished, billed and paid. */
export function presentChanges(input: HomeInput, projects: Project[]): MilestoneModel[] {
  const { today, locale, portalSlug } = input;
  const say = words(locale);
  const byId = new Map(projects.map((project) => [project.id, project]));
  return [...milestoneChanges(input, byId), ...invoiceChanges(input, byId)]
    .sort((a, b) => b.day.localeCompare(a.day) || a.name.localeCompare(b.name, locale))
    .slice(0, CHANGES_MAX)
    .map(({ day, name, what, project }) => ({
      name,
      when: formatDay(day, today, locale),
      who: say(what),
      flag: null,
      project: project && { name: project.name, href: projectHref(portalSlug, project) },
    }));
}

type ById = ReadonlyMap<Project["id"], Project>;

function milestoneChanges({ work, today }: HomeInput, byId: ById): Change[] {
  return work.milestones.flatMap(({ name, doneDate, projectId }) => {
    const project = byId.get(projectId);
    if (!project || doneDate === null || !isRecent(doneDate, today)) return [];
    return [{ day: doneDate, name, what: "done" as const, project }];
  });
}

function invoiceChanges({ work, locale, today }: HomeInput, byId: ById): Change[] {
  const say = words(locale);
  const events = work.invoices.flatMap((invoice) => invoiceEvents(invoice).map((event) => ({ ...event, invoice })));
  return events
    .filter(({ day }) => isRecent(day, today))
    .flatMap(({ day, what, invoice: { projectId, number, amount } }) => {
      const project = projectId === null ? null : (byId.get(projectId) ?? null);
      // One for the company as a whole belongs to no project; one of a project without a page is not shown.
      if (projectId !== null && !project) return [];
      return [{ day, what, project, name: say("invoice", { number, amount: formatMoney(amount, locale) }) }];
    });
}

function invoiceEvents({ issuedOn, paidOn, isPaid }: Invoice): Pick<Change, "day" | "what">[] {
  const issued = { day: issuedOn, what: "issued" as const };
  return isPaid && paidOn !== null ? [issued, { day: paidOn, what: "paid" as const }] : [issued];
}

function isRecent(day: CalendarDate, today: CalendarDate): boolean {
  const days = daysBetween(day, today);
  return days >= 0 && days <= DAYS_MAX;
}
