import type { CompanyWork, Milestone, Phase, Project } from "../../domain/project.ts";
import { isLate, isWaitingOnClient, openMilestones } from "../project/present-milestones.ts";
import { orderPhases } from "../project/present-phases.ts";
import { type ShownProject, shownStatuses } from "../shown-projects.ts";
import type { HomeInput } from "./home-input.ts";
import type { SortKey, TableQuery } from "./table-query.ts";

/** What a row of the table says of a project, before it is put into words. */
export type ProjectFacts = {
  project: ShownProject;
  phase: string | null;
  percent: number | null;
  next: Milestone | null;
  /** How many things wait on the client, and how many of those are late. */
  waiting: number;
  late: number;
};

/** The facts of all projects; each project's own rows are found once, so that five hundred cost no more than a look each. */
export function factsOfProjects({ work, today }: Pick<HomeInput, "work" | "today">, projects: ShownProject[]) {
  const own = groupWork(work);
  return projects.map((project): ProjectFacts => {
    const isCompleted = project.status === "completed";
    const open = isCompleted ? [] : openMilestones(own.milestones.get(project.id) ?? [], project.id);
    const waiting = open.filter((one) => isWaitingOnClient(one, project, today));
    return {
      project,
      phase: phaseOf(project, own.phases.get(project.id) ?? []),
      percent: project.percentComplete,
      next: open[0] ?? null,
      waiting: waiting.length,
      late: waiting.filter((one) => isLate(one, project, today)).length,
    };
  });
}

/** Those that are asked for: in this state, and with every typed word somewhere in name, number or phase. */
export function filterFacts(facts: ProjectFacts[], { text, status }: TableQuery): ProjectFacts[] {
  const typed = folded(text).split(/\s+/).filter(Boolean);
  return facts.filter(({ project, phase }) => {
    const said = folded([project.name, project.number, phase].join(" "));
    return (status === null || project.status === status) && typed.every((word) => said.includes(word));
  });
}

/** In the order that is asked for; what is not known comes last either way, and equals stand by name. */
export function sortFacts(facts: ProjectFacts[], { sort, isDescending }: TableQuery, locale: string): ProjectFacts[] {
  const order = new Intl.Collator(locale, { numeric: true });
  const direction = isDescending ? -1 : 1;
  const compare = (a: string | number, b: string | number) =>
    typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
  return [...facts].sort((a, b) => {
    const [one, other] = [sortValues[sort](a), sortValues[sort](b)];
    const bySort = one === null || other === null ? Number(one === null) - Number(other === null) : 0;
    const byValue = one !== null && other !== null ? direction * compare(one, other) : 0;
    return bySort || byValue || order.compare(a.project.name, b.project.name);
  });
}

const sortValues: Record<SortKey, (facts: ProjectFacts) => string | number | null> = {
  name: ({ project }) => project.name,
  number: ({ project }) => project.number,
  state: ({ project }) => shownStatuses.indexOf(project.status),
  phase: ({ phase }) => phase,
  percent: ({ percent }) => percent,
  next: ({ next }) => next?.dueDate ?? null,
  waiting: ({ waiting }) => waiting || null,
};

function groupWork({ phases, milestones }: CompanyWork) {
  return {
    phases: Map.groupBy(phases, ({ projectId }) => projectId),
    milestones: Map.groupBy(milestones, ({ projectId }) => projectId),
  };
}

/** The phase it is in; what the PSA says, else the first one that is begun and not done. A completed project is in none. */
function phaseOf({ status, phase }: Project, phases: Phase[]): string | null {
  if (status === "completed") return null;
  const isBegun = ({ percentComplete }: Phase) =>
    percentComplete !== null && percentComplete > 0 && percentComplete < 100;
  return phase?.trim() || orderPhases(phases).find(isBegun)?.name || null;
}

/** As people type: without accents, in small letters. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
