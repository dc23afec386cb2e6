// Projects with what stands in other records about them: their budgets, and who is a member.
import type { CompanyId, ContactId, ProjectId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project.ts";
import { byId } from "../by-id.ts";
import type { Call } from "../port.ts";
import type { UnreadRow } from "../unread.ts";
import type { Listing, ProductiveClient, Query } from "./client.ts";
import { type Included, type LostRow, parseIncluded, parseRows } from "./document.ts";
import { isContact } from "./map.ts";
import { type ClientProject, mapProject } from "./map-work.ts";
import { orForbidden } from "./optional.ts";
import { PROJECTS_PER_CALL } from "./shown-projects.ts";
import * as wire from "./wire.ts";

/** Somebody who came along with a project or an hour. The discipline is the name of their team, where there is exactly one. */
export type Person = { row: wire.MemberRow; discipline: string | null };

/** A record that could not be understood, and the company whose work it may hide; null: any. */
export type LostWork = LostRow & { companyId: string | null };

export type ProjectReading = {
  projects: Project[];
  budgetsOf: ReadonlyMap<string, wire.DealRow[]>;
  /** The people on each project, the client's too. */
  membersOf: ReadonlyMap<string, string[]>;
  /** Members and managers. */
  people: ReadonlyMap<string, Person>;
  lost: LostWork[];
  /** Budgets that could not be understood, and the project of each; null: it may be any. */
  lostBudgets: UnreadRow[];
  lostProjects: LostWork[];
  /** Memberships that could not be understood, and the project of each; null: it may be any. */
  lostMembers: UnreadRow[];
  lostPeople: LostRow[];
  /** Which of these the token's owner may not read. */
  notSupplied: string[];
};

const memberFields = "first_name,last_name,email,title,archived_at,deactivated_at,hrm_type_id,is_user";
/** What is asked of people who come along with something else. */
export const memberQuery: Query = {
  "fields[people]": `${memberFields},placeholder,agent,virtual,teams`,
  "fields[teams]": "name",
};

const projectQuery: Query = {
  include: "company,project_manager.teams",
  "fields[projects]": "name,number,project_number,archived_at,description,template,company,project_manager",
  "fields[companies]": "name",
  ...memberQuery,
};

const budgetQuery: Query = {
  "filter[type]": "2",
  include: "company,project",
  "fields[deals]": "budget,closed_at,deleted_at,date,end_date,currency,budget_total,revenue,profit,company,project",
  "fields[companies]": "name",
  "fields[projects]": "name",
};

const membershipQuery: Query = {
  include: "project,person.teams",
  "fields[memberships]": "person,project",
  "fields[projects]": "name",
  ...memberQuery,
};

/** The projects of one company, or those of all: 3 calls while nothing has more than a page. */
export async function readProjects(
  client: ProductiveClient,
  companyId: CompanyId | null,
  call: Call,
): Promise<ProjectReading> {
  const filter: Query = companyId === null ? {} : { "filter[company_id]": companyId };
  const listed = client.list("projects", { ...filter, ...projectQuery }, call);
  const [projects, deals, memberships] = await Promise.all([
    listed,
    orForbidden(client.list("deals", { ...filter, ...budgetQuery }, call)),
    companyId === null
      ? readMemberships(client, null, call)
      : listed.then(({ rows }) => readMemberships(client, rows, call)),
  ]);
  const isAsked = (row: LostWork) => companyId === null || row.companyId === null || row.companyId === companyId;
  const parsed = parseRows(wire.projects, projects.rows);
  const lostProjects = parsed.lost.map(ofItsCompany).filter(isAsked);
  const own = parsed.rows.flatMap((row) => clientProjectOf(row, companyId));
  const companyOf = new Map<string, CompanyId>(own.map((project) => [project.row.id, project.companyId]));
  const budgets = budgetsIn(deals?.rows ?? [], companyOf);
  const members = membersIn(memberships?.flatMap(({ rows }) => rows) ?? [], companyOf);
  const people = personsOf(
    [projects, ...(memberships ?? [])].map(({ included }) => included),
    [...own.flatMap(({ row }) => row.project_manager ?? []), ...[...members.byProject.values()].flat()],
  );
  return {
    projects: byId(
      own.map((project) =>
        mapProject(project, {
          budgets: budgets.byProject.get(project.row.id) ?? [],
          contactIds: contactsOf(members.byProject.get(project.row.id) ?? [], people.persons),
        }),
      ),
    ),
    budgetsOf: budgets.byProject,
    membersOf: members.byProject,
    people: people.persons,
    lost: [...lostProjects, ...[...budgets.lost, ...members.lost, ...people.lost].filter(isAsked)],
    lostProjects,
    lostBudgets: budgets.unread,
    lostMembers: members.unread,
    lostPeople: people.lost,
    notSupplied: [...(deals ? [] : ["budgets"]), ...(memberships ? [] : ["memberships"])],
  };
}

/** Memberships of these projects, or of all; null where the token's owner may not read them. */
function readMemberships(client: ProductiveClient, projects: unknown[] | null, call: Call): Promise<Listing[] | null> {
  const list = (filter: Query) => client.list("memberships", { ...filter, ...membershipQuery }, call);
  if (projects === null) return orForbidden(Promise.all([list({ "filter[target_type]": "project" })]));
  const ids = parseRows(wire.projects, projects).rows.map(({ id }) => id);
  const chunks = Array.from({ length: Math.ceil(ids.length / PROJECTS_PER_CALL) }, (_, index) =>
    ids.slice(index * PROJECTS_PER_CALL, (index + 1) * PROJECTS_PER_CALL),
  );
  return orForbidden(Promise.all(chunks.map((chunk) => list({ "filter[project_id]": chunk.join(",") }))));
}

/** Projects of the firm itself belong to no client, and a template is no project. */
function clientProjectOf(row: wire.ProjectRow, companyId: CompanyId | null): ClientProject[] {
  if (row.company === null || row.template || (companyId !== null && row.company !== companyId)) return [];
  return [{ row, companyId: row.company as CompanyId }];
}

type CompanyOf = ReadonlyMap<string, CompanyId>;

function budgetsIn(rows: unknown[], companyOf: CompanyOf) {
  const parsed = parseRows(wire.deals, rows);
  const own = parsed.rows.filter((row) => {
    const company = row.project === null ? undefined : companyOf.get(row.project);
    return row.budget && !row.deleted_at && company !== undefined && company === row.company;
  });
  const unread = parsed.lost.filter(({ fields }) => mayBeOneOf(companyOf, fields.project));
  return {
    byProject: groupBy(own, ({ project }) => project),
    lost: parsed.lost.map(ofItsCompany),
    unread: unread.map(ofItsProject),
  };
}

/** Whether a record that could not be understood may belong to one of these. */
export function mayBeOneOf(known: ReadonlyMap<string, unknown>, value: LostRow["fields"][string]): boolean {
  return typeof value === "string" ? known.has(value) : value !== null;
}

/** The ids of the people on each project. */
function membersIn(rows: unknown[], companyOf: CompanyOf) {
  const parsed = parseRows(wire.memberships, rows);
  const own = parsed.rows.filter(
    ({ project, person }) => project !== null && person !== null && companyOf.has(project),
  );
  const lost = parsed.lost.map((row): LostWork => {
    const project = textOf(row.fields.project);
    return { ...row, companyId: project === null ? null : (companyOf.get(project) ?? OF_NOBODY) };
  });
  const byProject = new Map(
    [...groupBy(own, ({ project }) => project)].map(([project, rows]) => [
      project,
      [...new Set(rows.flatMap(({ person }) => person ?? []))],
    ]),
  );
  const unread = parsed.lost.filter(({ fields }) => mayBeOneOf(companyOf, fields.project));
  return { byProject, lost, unread: unread.map(ofItsProject) };
}

function ofItsProject({ gap, fields }: LostRow): UnreadRow {
  return { gap, projectId: textOf(fields.project) as ProjectId | null };
}

/** No company has this id: what is known to be about no client's project hides nothing. */
const OF_NOBODY = "";

function ofItsCompany(row: LostRow): LostWork {
  return { ...row, companyId: row.fields.company === null ? OF_NOBODY : textOf(row.fields.company) };
}

function contactsOf(personIds: string[], people: ReadonlyMap<string, Person>): ContactId[] {
  return personIds.filter((id) => isKnownContact(people.get(id))).toSorted() as ContactId[];
}

function isKnownContact(person: Person | undefined): boolean {
  return person !== undefined && isContact(person.row);
}

/** The people of these ids among what came along. */
export function personsOf(included: Included[], ids: string[]): { persons: Map<string, Person>; lost: LostWork[] } {
  const all: Included = new Map(included.flatMap((records) => [...records]));
  const people = parseIncluded(wire.members, all, ids);
  const teams = parseIncluded(
    wire.teams,
    all,
    people.rows.flatMap((row) => row.teams ?? []),
  );
  const nameOf = new Map(teams.rows.map(({ id, name }) => [id, name]));
  const persons = people.rows.map((row): [string, Person] => {
    const [team, ...others] = row.teams ?? [];
    const discipline = team === undefined || others.length > 0 ? null : (nameOf.get(team) ?? null);
    return [row.id, { row, discipline }];
  });
  return { persons: new Map(persons), lost: people.lost.map((row) => ({ ...row, companyId: null })) };
}

/** Items by key, in their order; those without a key are left out. */
export function groupBy<T>(items: T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
