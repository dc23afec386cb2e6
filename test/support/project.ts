import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../src/domain/ids.ts";
import type { Milestone, Phase, Project } from "../../src/domain/project.ts";

/** A project under way of which the PSA supplies nothing but a name, save for what is overridden. */
export function plainProject(id: string, overrides: Partial<Project> & { companyId: CompanyId }): Project {
  return {
    id: id as ProjectId,
    number: null,
    name: id,
    status: "active",
    phase: null,
    startDate: null,
    endDate: null,
    percentComplete: null,
    managerId: null,
    contactIds: [],
    address: null,
    currency: null,
    fee: null,
    description: null,
    ...overrides,
  };
}

/** A phase of which the PSA supplies nothing but a name, save for what is overridden. */
export function plainPhase(name: string, overrides: Partial<Phase> & { projectId: ProjectId }): Phase {
  return {
    ...{
      id: name,
      name,
      order: null,
      startDate: null,
      endDate: null,
      percentComplete: null,
      fee: null,
      budgetHours: null,
    },
    ...overrides,
  };
}

/** A milestone that is the firm's to reach and is not done, save for what is overridden. */
export function plainMilestone(
  name: string,
  dueDate: string,
  overrides: Partial<Milestone> & { projectId: ProjectId },
): Milestone {
  return { id: name, name, dueDate: dueDate as CalendarDate, doneDate: null, owner: "firm", ...overrides };
}
