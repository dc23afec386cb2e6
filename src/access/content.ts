// What the client's pages may show of a project. Hidden facts are dropped here, before any view sees them.
import type { CompanyWork, Phase, Project } from "../domain/project.ts";
import type { Cause } from "./causes.ts";

/** The fields of a project that a portal can show; a field that is not listed is never shown. */
export const fieldNames = [
  "phase",
  "percentComplete",
  "dates",
  "address",
  "description",
  "manager",
  "milestones",
  "budget",
] as const;
export type FieldName = (typeof fieldNames)[number];
export type FieldVisibility = { visible: boolean; cause: Cause | null };
export type Fields = Partial<Record<FieldName, FieldVisibility>>;

/** The same work without what the decision hides. A field that the decision does not mention is hidden. */
export function dropHidden(work: CompanyWork, fields: Fields): CompanyWork {
  const isShown = (field: FieldName) => fields[field]?.visible === true;
  return {
    companyId: work.companyId,
    projects: work.projects.map((project) => dropProjectFields(project, isShown)),
    phases: isShown("phase") ? work.phases.map((phase) => dropPhaseFields(phase, isShown)) : [],
    milestones: isShown("milestones") ? work.milestones : [],
    managers: isShown("manager") ? work.managers : [],
  };
}

type IsShown = (field: FieldName) => boolean;

function dropProjectFields(project: Project, isShown: IsShown): Project {
  return {
    ...project,
    phase: isShown("phase") ? project.phase : null,
    percentComplete: isShown("percentComplete") ? project.percentComplete : null,
    startDate: isShown("dates") ? project.startDate : null,
    endDate: isShown("dates") ? project.endDate : null,
    address: isShown("address") ? project.address : null,
    description: isShown("description") ? project.description : null,
    managerId: isShown("manager") ? project.managerId : null,
    fee: isShown("budget") ? project.fee : null,
    contactIds: [],
  };
}

function dropPhaseFields(phase: Phase, isShown: IsShown): Phase {
  return {
    ...phase,
    percentComplete: isShown("percentComplete") ? phase.percentComplete : null,
    startDate: isShown("dates") ? phase.startDate : null,
    endDate: isShown("dates") ? phase.endDate : null,
    fee: isShown("budget") ? phase.fee : null,
    budgetHours: isShown("budget") ? phase.budgetHours : null,
  };
}
