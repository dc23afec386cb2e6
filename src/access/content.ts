// What the client's pages may show of a project. Hidden facts are dropped here, before any view sees them.
import type { CompanyWork, HoursTotal, Phase, Project, StaffMember, Unread, WorkPart } from "../domain/project.ts";
import { type FieldName, wholeOfField } from "../domain/template.ts";
import type { Cause } from "./causes.ts";

export type FieldVisibility = { visible: boolean; cause: Cause | null };
export type Fields = Partial<Record<FieldName, FieldVisibility>>;

/** How much of a project's hours each discipline has worked, as a share; says nothing of how many there were. */
export type DisciplineShare = { projectId: string; discipline: string; percent: number };

/** A field of which not all was read, and what of it was not: of a project or, where `projectId` is null, of any. */
export type UnreadField = { field: FieldName; part: WorkPart; projectId: string | null; why: Unread["why"] };

/** A company's work as far as this person may see it. */
export type ShownWork = CompanyWork & { disciplines: DisciplineShare[]; unread: UnreadField[] };

type IsShown = (field: FieldName) => boolean;

/** The same work without what the decision hides. A field that the decision does not mention is hidden. */
export function dropHidden(work: CompanyWork, fields: Fields, unread: readonly Unread[]): ShownWork {
  const isShown: IsShown = (field) => fields[field]?.visible === true;
  const only = <T>(field: FieldName, rows: T[]): T[] => (isShown(field) ? rows : []);
  return {
    companyId: work.companyId,
    projects: work.projects.map((project) => dropProjectFields(project, isShown)),
    phases: only("phase", work.phases).map((phase) => dropPhaseFields(phase, isShown)),
    milestones: only("milestones", work.milestones),
    managers: only("manager", work.managers).map(profileBy(isShown("managerProfile"))),
    disciplines: only("disciplines", disciplineShares(work.hours)),
    hours: only("hours", work.hours).map((total) => ({
      ...total,
      discipline: isShown("disciplines") ? total.discipline : null,
      billed: isShown("rates") ? total.billed : null,
    })),
    margins: only("profitability", work.margins),
    invoices: only("invoices", work.invoices),
    tasks: only("tasks", work.tasks).map((task) => ({
      ...task,
      internalNotes: isShown("taskNotes") ? task.internalNotes : null,
    })),
    team: only("teamNames", work.team),
    staff: only("teamNames", work.staff).map(profileBy(isShown("teamProfiles"))),
    utilisation: only("teamNames", only("utilisation", work.utilisation)),
    unread: unread.flatMap((one) => unreadFields(one, isShown)),
  };
}

/** In which field each part would stand, or else in which. What is one figure within a block is left out of it without a word. */
const fieldsOfPart: Record<WorkPart, readonly FieldName[]> = {
  phases: ["phase"],
  milestones: ["milestones"],
  manager: ["manager"],
  team: ["teamNames"],
  utilisation: [],
  hours: ["hours", "disciplines"],
  fee: ["budget"],
  margins: ["profitability"],
  invoices: ["invoices"],
  tasks: ["tasks"],
  doneTasks: ["tasks"],
};

/** Hours and the shares of them are missed once. */
function unreadFields({ parts, projectId, why }: Unread, isShown: IsShown): UnreadField[] {
  return parts.flatMap((part) => {
    const field = fieldsOfPart[part].find(isShown);
    return field ? [{ field, part, projectId, why }] : [];
  });
}

/**
 * Which fields the PSA supplies anything for, in any of the company's projects. What is not known counts as supplied, with all
 * that stands inside it: it is said.
 */
export function suppliedFields(work: CompanyWork, unread: readonly Unread[]): FieldName[] {
  const unknown = new Set(unread.flatMap(({ parts }) => parts.flatMap((part) => fieldsOfPart[part])));
  const has = (isThere: (project: Project) => boolean) => work.projects.some(isThere);
  const isSupplied: Record<FieldName, boolean> = {
    phase: has(({ phase }) => phase !== null) || work.phases.length > 0,
    percentComplete: has(({ percentComplete }) => percentComplete !== null),
    dates: has(({ startDate, endDate }) => startDate !== null || endDate !== null),
    milestones: work.milestones.length > 0,
    disciplines: work.hours.some(({ discipline }) => discipline !== null),
    hours: work.hours.length > 0,
    rates: work.hours.some(({ billed }) => billed !== null),
    budget: has(({ fee }) => fee !== null),
    profitability: work.margins.length > 0,
    invoices: work.invoices.length > 0,
    tasks: work.tasks.length > 0,
    taskNotes: work.tasks.some(({ internalNotes }) => internalNotes !== null),
    teamNames: work.team.length > 0,
    teamProfiles: work.staff.some(({ email, phone }) => email !== null || phone !== null),
    utilisation: work.utilisation.length > 0,
    manager: has(({ managerId }) => managerId !== null),
    managerProfile: work.managers.length > 0,
    address: has(({ address }) => address !== null),
    description: has(({ description }) => description !== null),
    // The firm's own, which no PSA has to supply.
    updates: true,
    pulse: true,
  };
  const isUnknown = (field: FieldName | undefined) => field !== undefined && unknown.has(field);
  return (Object.keys(isSupplied) as FieldName[]).filter(
    (field) => isSupplied[field] || isUnknown(field) || isUnknown(wholeOfField[field]),
  );
}

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
    budgetHours: isShown("hours") ? phase.budgetHours : null,
  };
}

function profileBy(isFull: boolean): (member: StaffMember) => StaffMember {
  return isFull ? (member) => member : shortProfile;
}

/** "Maya O.": first name and initial, and what she does. */
function shortProfile({ id, name, role, discipline }: StaffMember): StaffMember {
  return { id, name: shortName(name), role, discipline, email: null, phone: null };
}

function shortName(name: string): string {
  const [first = "", ...others] = name.trim().split(/\s+/);
  const initial = others.at(-1)?.charAt(0).toUpperCase();
  return initial ? `${first} ${initial}.` : first;
}

/**
 * How a portal names somebody of the firm who signs what they have written, as it names the team: whole, short, or not at all.
 * That the PSA supplies no team hides nobody, for what is signed comes from the firm itself.
 */
export function nameOfAuthor(typed: string, { teamNames, teamProfiles }: Fields): string | null {
  const isHidden = (field: FieldVisibility | undefined) => !field?.visible && field?.cause !== "scope.no_data";
  if (isHidden(teamNames)) return null;
  return isHidden(teamProfiles) ? shortName(typed) : typed;
}

function disciplineShares(hours: HoursTotal[]): DisciplineShare[] {
  const projectIds = [...new Set(hours.map(({ projectId }) => projectId))];
  return projectIds.flatMap((projectId) => {
    const own = hours.filter((total) => total.projectId === projectId && total.discipline !== null);
    const all = own.reduce((sum, total) => sum + total.hours, 0);
    const names = [...new Set(own.map(({ discipline }) => discipline ?? ""))].sort();
    return all <= 0
      ? []
      : names.map((discipline) => ({ projectId, discipline, percent: shareOf(own, discipline, all) }));
  });
}

function shareOf(own: HoursTotal[], discipline: string, all: number): number {
  const hours = own.filter((total) => total.discipline === discipline).reduce((sum, total) => sum + total.hours, 0);
  return Math.round((hours / all) * 100);
}
