import type { ShownWork } from "../../access/content.ts";
import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project.ts";
import { invariant } from "../../lib/invariant.ts";
import type { Inside } from "../enter.tsx";
import { onlyProject } from "../shown-projects.ts";
import type { ProjectInput } from "./project-input.ts";

/** Everything that the project's page shows, out of what the decision lets this person see. */
export function loadProject({ work, granted, slug, firm, readAt, now, locale }: Inside, id: ProjectId): ProjectInput {
  const project = projectOf({ work }, id);
  return {
    portalSlug: slug,
    firmName: firm.name,
    project,
    isOnly: onlyProject(work) !== null,
    phases: work.phases.filter((phase) => phase.projectId === id),
    milestones: work.milestones.filter((milestone) => milestone.projectId === id),
    manager: work.managers.find((manager) => manager.id === project.managerId) ?? null,
    more: partsOf(work, id),
    order: granted.blocks,
    readAt,
    now,
    today: calendarDateOf(now),
    locale,
  };
}

/** The project for whose page somebody was let in. */
export function projectOf({ work }: Pick<Inside, "work">, id: ProjectId): Project {
  const project = work.projects.find((candidate) => candidate.id === id);
  invariant(project, "the decision has said yes to this very project");
  return project;
}

function partsOf(work: ShownWork, id: ProjectId): ProjectInput["more"] {
  const isOwn = ({ projectId }: { projectId: string | null }) => projectId === id;
  const team = work.team.filter(isOwn);
  return {
    disciplines: work.disciplines.filter(isOwn),
    hours: work.hours.filter(isOwn),
    margins: work.margins.filter(isOwn),
    invoices: work.invoices.filter(isOwn),
    tasks: work.tasks.filter(isOwn),
    team,
    staff: work.staff.filter((member) => team.some(({ personId }) => personId === member.id)),
    utilisation: work.utilisation,
    unread: work.unread.filter((one) => one.projectId === null || isOwn(one)),
  };
}
