// The listings behind a company's work that have no end of their own, each read up to a bound: so that a page has its answer in time,
// and the connection its calls. docs/guides/harvest.md counts them.
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { type Kind, type Parsed, unite } from "../http/rows.ts";
import type { Call } from "../port.ts";
import { type HarvestClient, ROWS_OF_PAGE } from "./client.ts";
import type { FirmReading } from "./firm-listings.ts";
import { type ProjectRow, type TimeEntryRow, timeEntries } from "./wire.ts";

/** Five pages one after the other: with the other listings no more calls than background work has in a window. */
export const ROWS_MAX = 5 * ROWS_OF_PAGE;
/** So many projects asked one by one are no more calls than the pages of the whole account. */
const BY_PROJECT_MAX = 4;

/** `firm`: what is the same for all its clients. */
export type Source = { client: HarvestClient; firm: FirmReading };

/** All hours of a company; null where they are too many. */
export function listEntries(
  client: HarvestClient,
  companyId: CompanyId,
  call: Call,
): Promise<Parsed<TimeEntryRow> | null> {
  return client.listUpTo(ROWS_MAX, timeEntries, { client_id: companyId }, call);
}

/** The hours of everybody between two days; null where they are too many. */
export function listRecent(
  firm: FirmReading,
  [from, to]: readonly [CalendarDate, CalendarDate],
  call: Call,
): Promise<Parsed<TimeEntryRow> | null> {
  return firm.listUpTo(ROWS_MAX, timeEntries, { from, to }, call);
}

/**
 * Assignments of these projects; null where the account has too many of them. They are listed for the whole account. Where that
 * is more than a page and few projects are active, those are asked one by one: of the others no portal shows anything.
 */
export async function listAssignments<Row extends { id: string }>(
  { client, firm }: Source,
  { kind, projects }: { kind: Kind<Row>; projects: readonly ProjectRow[] },
  call: Call,
): Promise<Parsed<Row> | null> {
  const active = projects.filter(({ is_active }) => is_active);
  if (active.length > BY_PROJECT_MAX) return firm.listUpTo(ROWS_MAX, kind, {}, call);
  const ofProject = ({ id }: ProjectRow) => client.list({ ...kind, path: `projects/${id}/${kind.path}` }, {}, call);
  return (await firm.listUpTo(ROWS_OF_PAGE, kind, {}, call)) ?? unite(await Promise.all(active.map(ofProject)));
}
