// One page load's view of a PSA: what the decision rests on, and of the same snapshot what the person may see.
import type { FactSource } from "../access/check-access.ts";
import { dropHidden, type ShownWork, suppliedFields } from "../access/content.ts";
import type { PsaTrouble, WorkFact } from "../access/facts.ts";
import type { Granted } from "../access/granted.ts";
import type { Reading } from "../connectors/port.ts";
import type { ProjectId } from "../domain/ids.ts";
import type { CompanyWork, Unread } from "../domain/project.ts";
import { invariant } from "../lib/invariant.ts";
import type { PsaGateway } from "./gateway.ts";
import { unreadOf } from "./leave-out-unread.ts";
import type { Wait } from "./shared-question.ts";
import { gapTexts, hidesProjects } from "./trouble.ts";

/**
 * One page load's view of a PSA: the facts for the decision, and afterwards the content out of the same snapshot. All its
 * questions together take no longer than the gateway's deadline. `left` aborts when the visitor has gone.
 */
export function openReading(gateway: PsaGateway | PsaTrouble, left: AbortSignal | null = null) {
  const openedAt = performance.now();
  const waitAt = ({ deadlineMs }: PsaGateway): Wait => ({
    waitMs: Math.max(0, openedAt + deadlineMs - performance.now()),
    left,
    limitMs: deadlineMs,
  });
  let work: Reading<CompanyWork> | null = null;
  const facts: FactSource = {
    readPeople: async (email) => ("kind" in gateway ? gateway : gateway.readPeople(email, waitAt(gateway))),
    readWork: async (granted): Promise<WorkFact> => {
      const answer = "kind" in gateway ? gateway : await gateway.readWork(granted, waitAt(gateway));
      if ("kind" in answer) return answer;
      work = answer;
      const hiding = answer.gaps.filter(hidesProjects);
      return {
        kind: "read",
        projects: answer.value.projects,
        supplies: suppliedFields(answer.value, unreadOf(answer)),
        gaps: gapTexts(hiding),
        readAt: answer.readAt,
      };
    },
  };
  /** What the person may see of it, and when it was read. */
  function content(granted: Granted<"portal.view">): { work: ShownWork; readAt: Date } {
    invariant(work && work.value.companyId === granted.companyId, "the proof rests on this very reading");
    return {
      work: dropHidden(onlyVisible(work.value, granted), granted.fields, unreadOfVisible(work, granted)),
      readAt: work.readAt,
    };
  }
  return { facts, content };
}

type Sight = Pick<Granted<"portal.view">, "visibleProjectIds" | "seesWholeCompany">;

/** A company's work without what belongs to its other projects, and without what is for the company as a whole where that is not to be seen. */
export function onlyVisible(work: CompanyWork, sight: Sight): CompanyWork {
  const { visibleProjectIds: visible } = sight;
  const projects = work.projects.filter((project) => visible.has(project.id));
  const managerIds = new Set(projects.map((project) => project.managerId));
  return {
    companyId: work.companyId,
    projects,
    phases: work.phases.filter((phase) => visible.has(phase.projectId)),
    milestones: work.milestones.filter((milestone) => visible.has(milestone.projectId)),
    managers: work.managers.filter((manager) => managerIds.has(manager.id)),
    ...partsOfVisible(work, sight),
  };
}

function unreadOfVisible(work: Reading<CompanyWork>, { visibleProjectIds: visible }: Sight): Unread[] {
  return unreadOf(work).filter(({ projectId }) => projectId === null || visible.has(projectId));
}

function partsOfVisible(work: CompanyWork, { visibleProjectIds: visible, seesWholeCompany }: Sight) {
  const isOwn = ({ projectId }: { projectId: ProjectId }) => visible.has(projectId);
  const team = work.team.filter(isOwn);
  const people = new Set(team.map(({ personId }) => personId));
  return {
    team,
    staff: work.staff.filter(({ id }) => people.has(id)),
    utilisation: work.utilisation.filter(({ personId }) => people.has(personId)),
    hours: work.hours.filter(isOwn),
    margins: work.margins.filter(isOwn),
    tasks: work.tasks.filter(isOwn),
    invoices: work.invoices.filter(({ projectId }) => (projectId === null ? seesWholeCompany : visible.has(projectId))),
  };
}
