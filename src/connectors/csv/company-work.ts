// One company's work out of ten files: what belongs to its projects, checked row by row, and added up where single rows are
// nobody's business.
import { randomUUID } from "node:crypto";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { CompanyWork, Project, WorkPart } from "../../domain/project.ts";
import { byId } from "../by-id.ts";
import type { Gap } from "../port.ts";
import { invoicesOf, unreadOfAny, unreadPeople, unreadRows } from "../unread.ts";
import { lostBy } from "./gaps.ts";
import { marginsOf, sumHours, utilisationOf } from "./hours.ts";
import { mapInvoice, mapMilestone, mapPhase, mapProject, mapStaffMember, mapTask, mapTeamMember } from "./map.ts";
import { missingFault, readOptional, readRequired, type Sources } from "./source.ts";
import { lookUp, type Table } from "./table.ts";
import { invoices, ofPerson, ofProject } from "./wire.ts";

type Asked = { companyId: CompanyId; today: CalendarDate };
type Part = Partial<CompanyWork>;

/** The company's projects of every status and what belongs to them. */
export async function readCompanyWork(
  sources: Sources,
  { companyId, today }: Asked,
  signal: AbortSignal,
): Promise<{ value: CompanyWork; gaps: Gap[] }> {
  const found = lookUp(await readRequired(sources.projects, signal), [companyId]);
  const projects = byId(found.rows.map(mapProject).filter((project) => project.companyId === companyId));
  const known = new Map<string, Project>(projects.map((project) => [project.id, project]));
  const [plan, people, listed, tasks] = await Promise.all([
    readPlan(sources, known, signal),
    readPeople(sources, { known, today }, signal),
    readInvoices(sources, companyId, signal),
    readTasks(sources, known, signal),
  ]);
  const billed = invoicesOf(
    known,
    { invoices: listed.value, projectGaps: found.gaps },
    { system: invoices.file, place: invoices.file },
  );
  return {
    value: { companyId, projects, ...plan.value, ...people.value, ...tasks.value, invoices: byId(billed.value) },
    gaps: [...found.gaps, ...plan.gaps, ...people.gaps, ...listed.gaps, ...billed.gaps, ...tasks.gaps],
  };
}

type Known = ReadonlyMap<string, Project>;

async function readPlan(sources: Sources, known: Known, signal: AbortSignal) {
  const [phases, milestones] = await Promise.all([
    readOptional(sources.phases, signal),
    readOptional(sources.milestones, signal),
  ]);
  const ids = [...known.keys()];
  const ofPhases = lookUp(phases, ids);
  const ofMilestones = lookUp(milestones, ids);
  const value = {
    phases: byId(
      ofPhases.rows.flatMap((row) => {
        const project = known.get(row.project_id);
        return project ? [mapPhase(row, project.currency)] : [];
      }),
    ),
    milestones: byId(ofMilestones.rows.map(mapMilestone).filter(({ projectId }) => known.has(projectId))),
  };
  const gaps = [...unreadIn(phases, ["phases"], known), ...unreadIn(milestones, ["milestones"], known)];
  return { value, gaps };
}

/** A lost row of a project's hides nobody's work: of the project, or of all where it does not say which, these parts are not whole. */
function unreadIn(
  { gaps }: Table<unknown>,
  parts: readonly WorkPart[],
  known: Known,
  keyOf: (projectId: ProjectId) => string = (id) => id,
): Gap[] {
  const projectOf = new Map([...known.values()].map(({ id }) => [keyOf(id), id]));
  const lost = lostBy(gaps, [...projectOf.keys()]);
  return unreadRows(
    parts,
    lost.map(({ gap, key }) => ({ gap, projectId: key === null ? null : (projectOf.get(key) ?? null) })),
  );
}

/** Managers, teams, and their hours as totals. */
async function readPeople(
  sources: Sources,
  { known, today }: { known: Known; today: CalendarDate },
  signal: AbortSignal,
) {
  const [people, assignments, entries] = await Promise.all([
    readOptional(sources.people, signal),
    readOptional(sources.assignments, signal),
    readOptional(sources.timeEntries, signal),
  ]);
  const ids = [...known.keys()];
  const own = lookUp(entries, ids.map(ofProject)).rows.filter((entry) => known.has(entry.project_id));
  const rowOf = new Map(people.rows.map((row) => [row.id, row]));
  // Whoever has left the firm is on no team any more; as the manager of a project they stay named.
  const team = lookUp(assignments, ids)
    .rows.map(mapTeamMember)
    .filter(({ projectId, personId }) => known.has(projectId) && !rowOf.get(personId)?.archived);
  const rowsOf = (wanted: string[]) => [...new Set(wanted)].flatMap((id) => rowOf.get(id) ?? []);
  const managers = [...known.values()].flatMap(({ id, managerId }) => (managerId ? [[id, managerId] as const] : []));
  const members = rowsOf(team.map(({ personId }) => personId));
  const value = {
    managers: byId(rowsOf(managers.map(([, personId]) => personId)).map(mapStaffMember)),
    team: team.sort((one, other) => (teamKey(one) < teamKey(other) ? -1 : 1)),
    staff: byId(members.map(mapStaffMember)),
    utilisation: utilisationOf(members, (id) => lookUp(entries, [ofPerson(id)]).rows, today),
    hours: sumHours(own, known, (id) => rowOf.get(id)?.discipline ?? null),
    margins: marginsOf(own, known),
  } satisfies Part;
  const ofMembers = lookUp(
    entries,
    members.map(({ id }) => ofPerson(id)),
  );
  const named = { managers, members: team.map(({ projectId, personId }) => [projectId, personId] as const) };
  return {
    value,
    gaps: [
      ...unreadPeople(named, (id) => (rowOf.has(id) ? [] : lookUp(people, [id]).gaps)),
      ...unreadIn(assignments, ["team"], known),
      ...unreadIn(entries, ["hours", "margins"], known, ofProject),
      ...unreadOfAny(["utilisation"], ofMembers.gaps),
    ],
  };
}

function teamKey({ projectId, personId, role }: CompanyWork["team"][number]): string {
  return JSON.stringify([projectId, personId, role]);
}

async function readInvoices(sources: Sources, companyId: CompanyId, signal: AbortSignal) {
  const { rows, gaps } = lookUp(await readOptional(sources.invoices, signal), [companyId]);
  const own = rows.flatMap((row) => mapInvoice(row) ?? []).filter((invoice) => invoice.companyId === companyId);
  return { value: own, gaps: unreadOfAny(["invoices"], gaps) };
}

async function readTasks(sources: Sources, known: Known, signal: AbortSignal) {
  const table = await readOptional(sources.tasks, signal);
  const { rows } = lookUp(table, [...known.keys()]);
  const tasks = byId(rows.map(mapTask).filter(({ projectId }) => known.has(projectId)));
  return { value: { tasks }, gaps: unreadIn(table, ["tasks"], known) };
}

/** The stats of all files behind `readCompanyWork`; a token that never comes again while a coarse file clock could hide an edit. */
export async function readWorkVersion(sources: Sources, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const { projects, phases, milestones, people, assignments, timeEntries, invoices, tasks } = sources;
  const files = [projects, phases, milestones, people, assignments, timeEntries, invoices, tasks];
  const states = await Promise.all(files.map(({ file }) => file.look()));
  if (states[0] === null) throw await missingFault(projects.dir, projects.file.name);
  signal.throwIfAborted();
  // A file so young that its times cannot tell two edits apart: a token that never comes again, so that nothing is reused.
  if (states.some((state) => state?.isTrusted === false)) return `unsettled ${randomUUID()}`;
  return states.map((state) => state?.version ?? "absent").join("|");
}
