// One company's work out of Harvest's listings: what belongs to its projects, checked row by row, and added up where single rows
// are nobody's business.
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId } from "../../domain/ids.ts";
import {
  type CompanyWork,
  emptyWork,
  type HoursTotal,
  type Invoice,
  type Phase,
  type Project,
} from "../../domain/project.ts";
import { vendorNames } from "../../domain/psa-connection.ts";
import { byId } from "../by-id.ts";
import { PsaFault } from "../errors.ts";
import { ANY_LENGTH, wholeOf } from "../http/read-pages.ts";
import { gapsHiding, hiding, type Parsed } from "../http/rows.ts";
import { isLeft, type Left, leftOut, NOT_YET, orNotYet } from "../not-yet.ts";
import type { Answer, Call } from "../port.ts";
import { invoicesOf, lostAmong, tooMuch, unreadOfAny, unreadPeople, unreadRows } from "../unread.ts";
import type { HarvestClient } from "./client.ts";
import { busySince, marginsOf, sumHours, utilisationOf } from "./hours.ts";
import { listAssignments, listEntries, listRecent, ROWS_MAX, type Source } from "./listings.ts";
import { disciplineOf, mapInvoice, mapPhase, mapProject, mapStaffMember, mapTeamMember } from "./map.ts";
import {
  account,
  type InvoiceRow,
  invoices,
  type ProjectRow,
  projects,
  type TaskAssignmentRow,
  type TimeEntryRow,
  taskAssignments,
  timeEntries,
  type UserAssignmentRow,
  type UserRow,
  userAssignments,
  users,
} from "./wire.ts";

type Asked = { companyId: CompanyId; today: CalendarDate };

/**
 * The company's projects, active and archived, and what belongs to them. Two calls where there is none, else three and up, and four
 * more where no other company was read in the last minute. Invoices and hours are left for now where calls run short.
 */
export async function readCompanyWork(source: Source, asked: Asked, call: Call): Promise<Answer<CompanyWork>> {
  const { companyId } = asked;
  const { client } = source;
  const [found, billings] = await Promise.all([
    client.list(projects, { client_id: companyId }, call),
    orNotYet(call, (second) => listInvoices(client, companyId, second)),
  ]);
  const listed = isLeft(billings) ? nothing : billings;
  const rows = found.rows.filter((row) => row.client.id === companyId);
  const gaps = gapsHiding(found.gaps, new Set([companyId]));
  const billed = invoicesOf(
    new Set(rows.map(({ id }) => id)),
    { invoices: mapInvoices(listed.rows, companyId), projectGaps: gaps },
    { system: vendorNames.harvest, place: invoices.place },
  );
  const unread = [
    ...billed.gaps,
    ...unreadOfAny(["invoices"], gapsHiding(listed.gaps, new Set([companyId]))),
    ...leftOut(billings, { place: invoices.place, rowsMax: ROWS_MAX, parts: ["invoices"] }),
  ];
  const whole = { ...emptyWork(companyId), invoices: billed.value };
  if (rows.length === 0) return { value: whole, gaps: [...gaps, ...unread] };
  const parts = await readParts(source, { ...asked, rows }, call);
  return { value: { ...whole, ...parts.value }, gaps: [...gaps, ...parts.gaps, ...unread] };
}

/** All projects with their managers, each as it stands in its company's work. */
export async function listProjects(client: HarvestClient, call: Call): Promise<Answer<Project[]>> {
  const [found, assigned] = await Promise.all([
    client.list(projects, {}, call),
    client.list(userAssignments, {}, call),
  ]);
  // Who cannot be read as a manager hides no project.
  return { value: mapProjects(found.rows, assigned.rows), gaps: found.gaps.map((gap) => hiding(gap, "project")) };
}

type Asking = Asked & { rows: ProjectRow[] };

async function readParts(source: Source, asking: Asking, call: Call): Promise<Answer<Partial<CompanyWork>>> {
  const { client, firm } = source;
  const days = [busySince(asking.today), asking.today] as const;
  const [tasks, assigned, people, entries, recent] = await Promise.all([
    listAssignments(source, { kind: taskAssignments, projects: asking.rows }, call),
    listAssignments(source, { kind: userAssignments, projects: asking.rows }, call),
    firm.listUpTo(ANY_LENGTH, users, {}, call).then(wholeOf),
    orNotYet(call, (second) => listEntries(client, asking.companyId, second)),
    orNotYet(call, (second) => listRecent(firm, days, second)),
  ]);
  const teams = assigned ?? nothing;
  const projects = mapProjects(asking.rows, teams.rows);
  const known = new Map<string, Project>(projects.map((project) => [project.id, project]));
  const plan = planOf(tasks, new Map(asking.rows.map((row) => [row.id, row])));
  const crew = crewOf(known, { assigned: teams, people });
  const hours = hoursIn(entries, { known, people });
  return {
    value: {
      ...{
        projects,
        phases: plan.value,
        hours: hours.value,
        margins: marginsOf(isLeft(entries) ? [] : entries.rows, known),
      },
      ...crew.value,
      // Where too many hours were worked to be read, how busy anybody was is not known.
      utilisation: isLeft(recent) ? [] : utilisationOf(crew.members, recent.rows, days),
    },
    gaps: [
      ...[...plan.gaps, ...crew.gaps],
      ...(assigned ? [] : [tooMuch(userAssignments.place, ROWS_MAX, ["manager", "team"])]),
      ...hours.gaps,
      // Of whom an hour in these weeks was, an unreadable one does not say.
      ...(recent === NOT_YET ? leftOut(recent, recentHours) : unreadOfAny(["utilisation"], recent?.gaps ?? [])),
    ],
  };
}

const nothing = { rows: [], gaps: [] };
const allHours = { place: timeEntries.place, rowsMax: ROWS_MAX, parts: ["hours", "margins"] as const };
const recentHours = { ...allHours, parts: ["utilisation"] as const };

type Known = ReadonlyMap<string, Project>;

function planOf(tasks: Parsed<TaskAssignmentRow> | null, rowOf: ReadonlyMap<string, ProjectRow>): Answer<Phase[]> {
  if (tasks === null) return { value: [], gaps: [tooMuch(taskAssignments.place, ROWS_MAX, ["phases"])] };
  const phaseIn = (row: TaskAssignmentRow) => {
    const project = rowOf.get(row.project.id);
    return project ? [mapPhase(row, project)] : [];
  };
  return { value: byId(tasks.rows).flatMap(phaseIn), gaps: unreadRows(["phases"], lostAmong(tasks.gaps, rowOf)) };
}

type Crew = { assigned: Parsed<UserAssignmentRow>; people: Parsed<UserRow> };

/** Managers and teams. Who manages a project that names nobody may stand in a row that could not be read. */
function crewOf(known: Known, { assigned, people }: Crew) {
  const userOf = new Map(people.rows.map((row) => [row.id, row]));
  const usersOf = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => userOf.get(id) ?? []);
  const team = assigned.rows.filter(({ project, is_active }) => is_active && known.has(project.id)).map(mapTeamMember);
  const members = usersOf(team.map(({ personId }) => personId));
  const managers = [...known.values()].flatMap(({ id, managerId }) => (managerId ? [[id, managerId] as const] : []));
  const named = { managers, members: team.map(({ projectId, personId }) => [projectId, personId] as const) };
  const lost = lostAmong(assigned.gaps, known);
  return {
    members,
    value: {
      managers: usersOf(managers.map(([, personId]) => personId)).map(mapStaffMember),
      team,
      staff: members.map(mapStaffMember),
    },
    gaps: [
      ...unreadRows(["team"], lost),
      ...unreadRows(
        ["manager"],
        lost.filter(({ projectId }) => projectId === null || known.get(projectId)?.managerId === null),
      ),
      ...unreadPeople(named, (id) => (userOf.has(id) ? [] : gapsHiding(people.gaps, new Set([id])))),
    ],
  };
}

function hoursIn(
  entries: Parsed<TimeEntryRow> | Left,
  { known, people }: { known: Known; people: Parsed<UserRow> },
): Answer<HoursTotal[]> {
  if (isLeft(entries)) return { value: [], gaps: leftOut(entries, allHours) };
  const disciplines = new Map(people.rows.map((row) => [row.id, disciplineOf(row)]));
  return {
    value: sumHours(entries.rows, known, (id) => disciplines.get(id) ?? null),
    gaps: unreadRows(["hours", "margins"], lostAmong(entries.gaps, known)),
  };
}

/** The manager of a project is the first who is assigned as one. */
function mapProjects(rows: ProjectRow[], assigned: UserAssignmentRow[]): Project[] {
  const managers = byId(assigned.filter(({ is_active, is_project_manager }) => is_active && is_project_manager));
  const managerOf = (projectId: string) => managers.find(({ project }) => project.id === projectId)?.user.id ?? null;
  return byId(rows).map((row) => mapProject(row, managerOf(row.id)));
}

/** None where the account has invoices switched off; null where they are too many. */
function listInvoices(client: HarvestClient, companyId: CompanyId, call: Call): Promise<Parsed<InvoiceRow> | null> {
  return client
    .listUpTo(ROWS_MAX, invoices, { client_id: companyId }, call)
    .catch((err: unknown) => noneIfSwitchedOff(client, err, call));
}

/** An invoice that is not this company's is left out. */
function mapInvoices(rows: InvoiceRow[], companyId: CompanyId): Invoice[] {
  return byId(rows).flatMap((row) => (row.client.id === companyId ? (mapInvoice(row) ?? []) : []));
}

async function noneIfSwitchedOff(client: HarvestClient, err: unknown, call: Call): Promise<Parsed<never>> {
  if (!(err instanceof PsaFault && (err.code === "forbidden" || err.code === "not_found"))) throw err;
  const { invoice_feature } = await client.read("company", account, call);
  if (invoice_feature !== false) throw err;
  return { rows: [], gaps: [] };
}
