// Hours as totals: who worked them, and when, stays here.
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { HoursTotal } from "../../domain/project.ts";
import type { Left } from "../not-yet.ts";
import type { Call } from "../port.ts";
import type { Listing, ProductiveClient, Query } from "./client.ts";
import { parseRows } from "./document.ts";
import { orForbidden } from "./optional.ts";
import { mayBeOneOf, memberQuery, personsOf } from "./projects.ts";
import { listShown, type ShownFilter } from "./shown-projects.ts";
import { hoursOf } from "./units.ts";
import * as wire from "./wire.ts";

/** More entries than these would keep a page waiting: then the services' own totals have to do. */
const ENTRIES_MAX = 1_000;

const timeEntryQuery: Query = {
  include: "service,person.teams",
  "fields[time_entries]": "time,draft,rejected,person,service",
  "fields[services]": "name",
  ...memberQuery,
};

type ProjectOf = ReadonlyMap<string, ProjectId>;

/**
 * The entries of a company, or else of its projects that are shown; null where there are too many of them or the token's owner may not
 * read them.
 */
export async function readTimeEntries(
  client: ProductiveClient,
  { companyId, findFilter }: { companyId: CompanyId; findFilter: () => Promise<ShownFilter> },
  call: Call,
): Promise<Listing | Left> {
  const list = (query: Query) => client.listUpTo(ENTRIES_MAX, "time_entries", query, call);
  const query = { "filter[company_id]": companyId, ...timeEntryQuery };
  return orForbidden(listShown(list, query, findFilter).then(({ listing }) => listing));
}

/** Hours by project, phase and discipline. Drafts and what was rejected do not count. */
export function hoursByDiscipline({ rows, included }: Listing, projectOf: ProjectOf) {
  const parsed = parseRows(wire.timeEntries, rows);
  const { persons } = personsOf(
    [included],
    parsed.rows.flatMap(({ person }) => person ?? []),
  );
  const minutes = new Map<string, { total: HoursTotal; minutes: number }>();
  for (const { service, person, time, draft, rejected } of parsed.rows) {
    const projectId = projectOf.get(service ?? "");
    if (projectId === undefined || draft || rejected || time === 0) continue;
    const discipline = persons.get(person ?? "")?.discipline ?? null;
    const key = JSON.stringify([service, discipline]);
    const total = { projectId, phaseId: service, discipline, hours: 0, billed: null };
    const sum = minutes.get(key) ?? { total, minutes: 0 };
    minutes.set(key, { total: sum.total, minutes: sum.minutes + time });
  }
  const value = [...minutes.values()].map(({ total, minutes: sum }) => ({ ...total, hours: hoursOf(sum) }));
  const lost = parsed.lost.filter(({ fields }) => mayBeOneOf(projectOf, fields.service));
  const unread = lost.map(({ gap, fields: { service } }) => ({
    gap,
    projectId: projectOf.get(String(service)) ?? null,
  }));
  return { value, unread };
}

/** Hours by project and phase, as the services say. */
export function hoursByService(services: wire.ServiceRow[], projectOf: ProjectOf): HoursTotal[] {
  return services.flatMap(({ id, worked_time: minutes }) => {
    const projectId = projectOf.get(id);
    if (projectId === undefined || !minutes) return [];
    return [{ projectId, phaseId: id, discipline: null, hours: hoursOf(minutes), billed: null }];
  });
}
