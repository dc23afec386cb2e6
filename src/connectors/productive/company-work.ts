// One company's work: its projects and what belongs to them, asked at once and checked row by row.
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { CompanyWork, Project, WorkPart } from "../../domain/project.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { byId } from "../by-id.ts";
import { isLeft, type Left, leftOut, NOT_YET, orNotYet } from "../not-yet.ts";
import type { Call, Gap } from "../port.ts";
import { unreadOfAny, unreadPeople, unreadRows } from "../unread.ts";
import { type Listing, type ProductiveClient, type Query, ROWS_MAX } from "./client.ts";
import { parseIncluded, parseRows } from "./document.ts";
import { hoursByDiscipline, hoursByService, readTimeEntries } from "./hours.ts";
import { isStaff, mapStaffMember } from "./map.ts";
import { mapInvoice, mapPhase, marginOf } from "./map-work.ts";
import { readOptional } from "./optional.ts";
import { mayBeOneOf, type ProjectReading, readProjects } from "./projects.ts";
import { listShown, nothing, shownFilter } from "./shown-projects.ts";
import { readTasks, tasksIn } from "./tasks.ts";
import * as wire from "./wire.ts";

export const serviceQuery: Query = {
  include: "deal",
  "fields[services]": "name,position,deleted_at,currency,budget_total,budgeted_time,worked_time,deal",
  "fields[deals]": "name",
};

const amounts = "amount_with_tax,amount_credited_with_tax,amount_paid,amount_unpaid";
export const invoiceQuery: Query = {
  include: "company,invoice_attributions.budget",
  "fields[invoices]": `number,invoice_type_id,invoiced_on,pay_on,paid_on,sent_on,finalized_at,deleted_at,currency,${amounts},company,invoice_attributions`,
  "fields[companies]": "name",
  "fields[invoice_attributions]": "budget",
  "fields[deals]": "name",
};

/**
 * 7 calls while nothing has more than a page: projects, budgets, members, services, tasks, hours, invoices. What grows with the years
 * is read up to a bound, beyond it of those projects alone that are shown, and where that is too long as well it is told as not known.
 * Where calls run short, all but projects, budgets and members is left for now.
 */
export async function readCompanyWork(
  client: ProductiveClient,
  companyId: CompanyId,
  call: Call,
): Promise<{ value: CompanyWork; gaps: Gap[] }> {
  const { reading, services, tasks, invoices, entries } = await readListings(client, companyId, call);
  const known = new Map<string, Project>(reading.projects.map((project) => [project.id, project]));
  const projectOf = projectsOfBudgets(reading);
  const phases = phasesIn(isLeft(services) ? nothing : services, projectOf);
  const lostPlaces = [...reading.lostProjects, ...reading.lostBudgets].map(({ gap }) => gap);
  const { projectOfService } = phases;
  const ofTasks = tasksIn(tasks, { known, projectOfService });
  const ofInvoices = invoicesIn(isLeft(invoices) ? nothing : invoices, { companyId, projectOf, lostPlaces });
  const hours = isLeft(entries) ? null : hoursByDiscipline(entries, projectOfService);
  const people = peopleOf(reading);
  return {
    value: {
      companyId,
      projects: reading.projects,
      ...people.value,
      utilisation: [],
      margins: reading.projects.flatMap((project) => marginOf(project, reading.budgetsOf.get(project.id) ?? [])),
      phases: phases.value,
      ...ofTasks.value,
      hours: hours?.value ?? hoursByService(phases.rows, projectOfService),
      invoices: ofInvoices.value,
    },
    gaps: [
      ...reading.lost.map(({ gap }) => gap),
      ...people.gaps,
      // What a budget comes to is in all of these; its services are phases with their hours.
      ...unreadRows(["fee", "margins"], reading.lostBudgets),
      ...unreadRows(["phases"], [...reading.lostBudgets, ...phases.unread]),
      ...unreadRows(["hours"], [...reading.lostBudgets, ...phases.unread, ...(hours?.unread ?? [])]),
      ...ofTasks.gaps,
      ...unreadOfAny(["invoices"], ofInvoices.unread),
      ...leftGaps({ services, invoices, entries }),
    ],
  };
}

async function readListings(client: ProductiveClient, companyId: CompanyId, call: Call) {
  const list = (collection: string) => (query: Query) =>
    orNotYet(call, (second) =>
      readOptional(client.listUpTo(ROWS_MAX, collection, { "filter[company_id]": companyId, ...query }, second)),
    );
  const ofProjects = readProjects(client, companyId, call);
  const findFilter = async () => shownFilter((await ofProjects).projects);
  const [reading, services, tasks, invoices, entries] = await Promise.all([
    ofProjects,
    listShown(list("services"), serviceQuery, findFilter),
    readTasks(list("tasks"), findFilter),
    list("invoices")(invoiceQuery),
    orNotYet(call, (second) => readTimeEntries(client, { companyId, findFilter }, second)),
  ]);
  return { reading, services: services.listing, tasks, invoices, entries };
}

type Listed = Record<"services" | "invoices" | "entries", Listing | Left>;

function leftGaps({ services, invoices, entries }: Listed): Gap[] {
  const left = (listing: Listing | Left, place: string, parts: readonly WorkPart[]) =>
    leftOut(listing, { place, rowsMax: ROWS_MAX, parts });
  return [
    // Without services nobody knows to which project an hour belongs.
    ...left(services, wire.services.type, ["phases", "hours"]),
    ...left(invoices, wire.invoices.type, ["invoices"]),
    // Where there are too many, the services' own totals stand for them.
    ...(entries === NOT_YET ? left(entries, wire.timeEntries.type, ["hours"]) : []),
  ];
}

type ProjectOf = ReadonlyMap<string, ProjectId>;

function projectsOfBudgets({ budgetsOf }: ProjectReading): ProjectOf {
  const pairs = [...budgetsOf].flatMap(([project, budgets]) =>
    budgets.map(({ id }) => [id, project as ProjectId] as const),
  );
  return new Map(pairs);
}

function phasesIn({ rows }: Listing, projectOf: ProjectOf) {
  const parsed = parseRows(wire.services, rows);
  const own = parsed.rows.flatMap((row) => {
    const projectId = row.deal === null ? undefined : projectOf.get(row.deal);
    return projectId === undefined || row.deleted_at ? [] : [{ row, projectId }];
  });
  const lost = parsed.lost.filter(({ fields }) => mayBeOneOf(projectOf, fields.deal));
  return {
    value: byId(own.map(({ row, projectId }) => mapPhase(row, projectId))),
    rows: own.map(({ row }) => row),
    projectOfService: new Map(own.map(({ row, projectId }) => [row.id, projectId])),
    unread: lost.map(({ gap, fields: { deal } }) => ({ gap, projectId: projectOf.get(String(deal)) ?? null })),
  };
}

/**
 * An invoice that is attributed to a budget of no project of this company is shown nowhere: one of the two is wrong, or the budget was
 * not sent. Then the invoices are not all there.
 */
function invoicesIn(
  { rows, included }: Listing,
  { companyId, projectOf, lostPlaces }: { companyId: CompanyId; projectOf: ProjectOf; lostPlaces: Gap[] },
) {
  const parsed = parseRows(wire.invoices, rows);
  const own = parsed.rows.filter(({ company }) => company === companyId);
  const attributions = parseIncluded(
    wire.invoiceAttributions,
    included,
    own.flatMap((row) => row.invoice_attributions ?? []),
  );
  const budgetOf = new Map(attributions.rows.map(({ id, budget }) => [id, budget]));
  const projectsOf = ({ invoice_attributions: ids }: wire.InvoiceRow) =>
    new Set((ids ?? []).map((id) => projectOf.get(budgetOf.get(id) ?? "") ?? null));
  const sent = own.flatMap((row) => {
    const projects = projectsOf(row);
    const [projectId = null] = projects;
    const invoice = mapInvoice(row, { companyId, projectId: projects.size === 1 ? projectId : null });
    return invoice === null ? [] : [{ invoice, isPlaced: !projects.has(null) }];
  });
  const placed = sent.filter(({ isPlaced }) => isPlaced);
  const unplaced = sent.flatMap(({ invoice, isPlaced }): Gap[] =>
    isPlaced ? [] : [{ place: `invoices ${invoice.id}`, message: vendorText("no_budget") }],
  );
  const lost = [...parsed.lost.filter(({ fields }) => isOf(companyId, fields.company)), ...attributions.lost];
  return {
    value: byId(placed.map(({ invoice }) => invoice)),
    // What could not be read of the budgets says more than that one is missing.
    unread: [...lost.map(({ gap }) => gap), ...(unplaced.length > 0 ? lostPlaces : []), ...unplaced],
  };
}

/** Managers, and whoever of the firm is a member of a project. Who could not be read may be one of them. */
function peopleOf({ projects, membersOf, people, lostMembers, lostPeople }: ProjectReading) {
  const staffOf = (ids: string[]) =>
    byId(
      [...new Set(ids)].flatMap((id) => {
        const person = people.get(id);
        return person ? [mapStaffMember(person.row, person.discipline)] : [];
      }),
    );
  const isOnTeam = (id: string) => {
    const person = people.get(id);
    return person !== undefined && isStaff(person.row);
  };
  const team = projects.flatMap(({ id: projectId }) =>
    (membersOf.get(projectId) ?? [])
      .filter(isOnTeam)
      .toSorted()
      .map((personId) => ({ projectId, personId, role: null })),
  );
  const managers = projects.flatMap(({ id, managerId }) => (managerId ? [[id, managerId] as const] : []));
  const members = projects.flatMap(({ id }) => (membersOf.get(id) ?? []).map((personId) => [id, personId] as const));
  const lostOf = (personId: string) => lostPeople.flatMap(({ gap, fields }) => (fields.id === personId ? gap : []));
  return {
    value: {
      managers: staffOf(managers.map(([, personId]) => personId)),
      team,
      staff: staffOf(team.map(({ personId }) => personId)),
    },
    gaps: [...unreadRows(["team"], lostMembers), ...unreadPeople({ managers, members }, lostOf)],
  };
}

function isOf(companyId: CompanyId, value: unknown): boolean {
  return typeof value === "string" ? value === companyId : value !== null;
}
