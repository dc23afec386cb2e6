// The connection test: everything that portals show read once, but for single hours, and what of it could not be understood.
import type { z } from "zod";
import type { Contact } from "../../domain/contact.ts";
import { vendorNames } from "../../domain/psa-connection.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { boundedGaps, emailPlace } from "../http/rows.ts";
import type { Call, ConnectionReport, Gap } from "../port.ts";
import type { ProductiveClient, Query } from "./client.ts";
import { invoiceQuery, serviceQuery } from "./company-work.ts";
import { parseRows, type RowKind } from "./document.ts";
import { isMilestone } from "./map-work.ts";
import { orForbidden } from "./optional.ts";
import { listDirectory } from "./people.ts";
import { readProjects } from "./projects.ts";
import { taskQuery } from "./tasks.ts";
import * as wire from "./wire.ts";

/** Rejects where companies, people or projects cannot be read: without them nobody can be let in. */
export async function inspectProductive(client: ProductiveClient, call: Call): Promise<ConnectionReport> {
  const { value, gaps } = await listDirectory(client, call);
  const { projects, budgetsOf, membersOf, lost, notSupplied } = await readProjects(client, null, call);
  const report: ConnectionReport = {
    counts: [
      { kind: "companies", rows: value.companies.length },
      { kind: "contacts", rows: value.contacts.length },
      { kind: "projects", rows: projects.length },
      { kind: "budgets", rows: countOf(budgetsOf) },
      { kind: "memberships", rows: countOf(membersOf) },
    ],
    notSupplied: [...notSupplied],
    gaps: [
      ...boundedGaps(vendorText("people_and_companies"), [...gaps, ...value.contacts.flatMap(emailGaps)]),
      ...boundedGaps(
        "projects",
        lost.map(({ gap }) => gap),
      ),
    ],
  };
  await inspectKind(report, client, { kind: wire.services, query: serviceQuery }, call);
  const tasks = await inspectKind(report, client, { kind: wire.tasks, query: taskQuery }, call);
  report.gaps.push(...boundedGaps("milestones", tasks.flatMap(milestoneGaps)));
  await inspectKind(report, client, { kind: wire.invoices, query: invoiceQuery }, call);
  for (const one of countedOnly) await countKind(report, client, one, call);
  return report;
}

/** Adds one kind of record to the report. */
async function inspectKind<S extends z.ZodType>(
  report: ConnectionReport,
  client: ProductiveClient,
  { kind, query }: { kind: RowKind<S>; query: Query },
  call: Call,
): Promise<z.output<S>[]> {
  const listing = await orForbidden(client.list(kind.type, query, call));
  const { rows, lost } = parseRows(kind, listing?.rows ?? []);
  if (listing === null) report.notSupplied.push(kind.type);
  report.counts.push({ kind: kind.type, rows: rows.length });
  report.gaps.push(
    ...boundedGaps(
      kind.type,
      lost.map(({ gap }) => gap),
    ),
  );
  return rows;
}

type Counted = { kind: string; collection: string; query: Query };

/** Single hours are too many to be read, and no portal shows a deal or a booking: that they are there is all there is to say. */
const countedOnly: Counted[] = [
  { kind: "time_entries", collection: "time_entries", query: {} },
  { kind: "deals", collection: "deals", query: { "filter[type]": "1" } },
  { kind: "bookings", collection: "bookings", query: {} },
];

/** Adds how many there are of one kind, which costs one row of it. */
async function countKind(
  report: ConnectionReport,
  client: ProductiveClient,
  { kind, collection, query }: Counted,
  call: Call,
): Promise<void> {
  const rows = await orForbidden(client.count(collection, query, call));
  if (rows === null) report.notSupplied.push(kind);
  report.counts.push({ kind, rows: rows ?? 0 });
}

function countOf(groups: ReadonlyMap<string, unknown[]>): number {
  return [...groups.values()].reduce((sum, { length }) => sum + length, 0);
}

function emailGaps(contact: Contact): Gap[] {
  if (contact.emails.length > 0) return [];
  const message = vendorText(contact.unusableEmails.length > 0 ? "bad_email" : "no_email", {
    vendor: vendorNames.productive,
  });
  return [{ place: emailPlace(contact, "people"), message }];
}

function milestoneGaps(row: wire.TaskRow): Gap[] {
  if (!isMilestone(row) || row.private || row.deleted_at || row.due_date) return [];
  return [{ place: `tasks ${row.id}, due_date`, message: vendorText("no_day") }];
}
