// One company's work out of Harvest's listings: what belongs to its projects, checked row by row, and added up where single rows
// are nobody's business.
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { type CompanyWork, emptyWork, type Invoice, type Project } from "../../domain/project.ts";
import { byId } from "../by-id.ts";
import { PsaFault } from "../errors.ts";
import { gapsHiding, hiding, type Parsed, plain } from "../http/rows.ts";
import type { Answer, Call, Gap } from "../port.ts";
import type { HarvestClient } from "./client.ts";
import { busySince, marginsOf, sumHours, utilisationOf } from "./hours.ts";
import { disciplineOf, mapInvoice, mapPhase, mapProject, mapStaffMember, mapTeamMember } from "./map.ts";
import {
  account,
  invoices,
  type ProjectRow,
  projects,
  taskAssignments,
  timeEntries,
  type UserAssignmentRow,
  userAssignments,
  users,
} from "./wire.ts";

type Asked = { companyId: CompanyId; today: CalendarDate };

/** The company's projects, active and archived, and what belongs to them. Two calls where there is none, else seven and up. */
export async function readCompanyWork(client: HarvestClient, asked: Asked, call: Call): Promise<Answer<CompanyWork>> {
  const { companyId } = asked;
  const [found, billed] = await Promise.all([
    client.list(projects, { client_id: companyId }, call),
    readInvoices(client, companyId, call),
  ]);
  const rows = found.rows.filter((row) => row.client.id === companyId);
  const gaps = gapsHiding(found.gaps, new Set([companyId]));
  const ids = new Set<string>(rows.map(({ id }) => id));
  const own = billed.filter(({ projectId }) => projectId === null || ids.has(projectId));
  if (rows.length === 0) return { value: { ...emptyWork(companyId), invoices: own }, gaps };
  const parts = await readParts(client, { ...asked, rows }, call);
  return { value: { ...emptyWork(companyId), ...parts.value, invoices: own }, gaps: [...gaps, ...parts.gaps] };
}

/** All projects with their managers, each as it stands in its company's work. */
export async function listProjects(client: HarvestClient, call: Call): Promise<Answer<Project[]>> {
  const [found, assigned] = await Promise.all([
    client.list(projects, {}, call),
    client.list(userAssignments, {}, call),
  ]);
  const value = mapProjects(found.rows, assigned.rows);
  const companyOf = new Map<string, string>(value.map(({ id, companyId }) => [id, companyId]));
  const keysOf = (projectId: string | null) => {
    const companyId = projectId === null ? undefined : companyOf.get(projectId);
    return companyId === undefined ? null : [companyId];
  };
  return {
    value,
    gaps: [
      ...found.gaps.map((gap) => hiding(gap, "project")),
      ...assigned.gaps.map((gap): Gap => ({ ...plain(gap), hides: { record: "project", keys: keysOf(gap.key) } })),
    ],
  };
}

/** A gap is told where it can hide a project, its plan or its manager: a lost time entry hides nobody's work. */
async function readParts(
  client: HarvestClient,
  { companyId, today, rows }: Asked & { rows: ProjectRow[] },
  call: Call,
): Promise<Answer<Partial<CompanyWork>>> {
  const since = busySince(today);
  const [tasks, assigned, people, entries, recent] = await Promise.all([
    client.list(taskAssignments, {}, call),
    client.list(userAssignments, {}, call),
    client.list(users, {}, call),
    client.list(timeEntries, { client_id: companyId }, call),
    client.list(timeEntries, { from: since, to: today }, call),
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const own = mapProjects(rows, assigned.rows);
  const known = new Map<string, Project>(own.map((project) => [project.id, project]));
  const userOf = new Map(people.rows.map((row) => [row.id, row]));
  const usersOf = (ids: readonly (string | null)[]) =>
    [...new Set(ids)].flatMap((id) => (id === null ? [] : (userOf.get(id) ?? [])));
  const team = assigned.rows.filter(({ project, is_active }) => is_active && known.has(project.id)).map(mapTeamMember);
  const members = usersOf(team.map(({ personId }) => personId));
  const managerIds = own.map(({ managerId }) => managerId);
  const disciplines = (id: string) => {
    const user = userOf.get(id);
    return user ? disciplineOf(user) : null;
  };
  const ids = new Set(known.keys());
  return {
    value: {
      projects: own,
      phases: byId(tasks.rows).flatMap((row) =>
        mapKnown(rowOf.get(row.project.id), (project) => mapPhase(row, project)),
      ),
      managers: usersOf(managerIds).map(mapStaffMember),
      team,
      staff: members.map(mapStaffMember),
      utilisation: utilisationOf(members, recent.rows, [since, today]),
      hours: sumHours(entries.rows, known, disciplines),
      margins: marginsOf(entries.rows, known),
    },
    gaps: [
      ...gapsHiding(tasks.gaps, ids),
      ...gapsHiding(assigned.gaps, ids),
      ...gapsHiding(people.gaps, new Set(managerIds.flatMap((id) => id ?? []))),
    ],
  };
}

function mapKnown<Row, T>(row: Row | undefined, map: (row: Row) => T): T[] {
  return row === undefined ? [] : [map(row)];
}

/** The manager of a project is the first who is assigned as one. */
function mapProjects(rows: ProjectRow[], assigned: UserAssignmentRow[]): Project[] {
  const managers = byId(assigned.filter(({ is_active, is_project_manager }) => is_active && is_project_manager));
  const managerOf = (projectId: string) => managers.find(({ project }) => project.id === projectId)?.user.id ?? null;
  return byId(rows).map((row) => mapProject(row, managerOf(row.id)));
}

/** None where the account has invoices switched off. An invoice that is not this company's is left out. */
async function readInvoices(client: HarvestClient, companyId: CompanyId, call: Call): Promise<Invoice[]> {
  const { rows } = await client
    .list(invoices, { client_id: companyId }, call)
    .catch((err: unknown) => noneIfSwitchedOff(client, err, call));
  return byId(rows).flatMap((row) => (row.client.id === companyId ? (mapInvoice(row) ?? []) : []));
}

async function noneIfSwitchedOff(client: HarvestClient, err: unknown, call: Call): Promise<Parsed<never>> {
  if (!(err instanceof PsaFault && (err.code === "forbidden" || err.code === "not_found"))) throw err;
  const { invoice_feature } = await client.read("company", account, call);
  if (invoice_feature !== false) throw err;
  return { rows: [], gaps: [] };
}
