// The connection test: everybody and all projects read once and every row checked; what grows with the years is counted.
import type { Contact } from "../../domain/contact.ts";
import { vendorNames } from "../../domain/psa-connection.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { PsaFault } from "../errors.ts";
import { boundedGaps, emailPlace, type Kind, plain } from "../http/rows.ts";
import type { Call, ConnectionReport, Gap } from "../port.ts";
import type { HarvestClient } from "./client.ts";
import { mapContact } from "./map.ts";
import { clients, contacts, invoices, projects, taskAssignments, timeEntries, userAssignments, users } from "./wire.ts";

/** What Harvest has no records for. */
const notSupplied = ["milestones", "tasks"];

/** One listing after the other, so that memory holds one at most. Rejects when the account or its rights do not allow it. */
export async function inspectHarvest(client: HarvestClient, call: Call): Promise<ConnectionReport> {
  const report: ConnectionReport = { counts: [], notSupplied, gaps: [] };
  await inspectKind(report, { name: "companies", kind: clients, isRequired: true }, { client, call });
  const people = await inspectKind(report, { name: "contacts", kind: contacts, isRequired: true }, { client, call });
  report.gaps.push(...people.map(mapContact).flatMap(unusableEmail));
  await inspectKind(report, { name: "projects", kind: projects, isRequired: true }, { client, call });
  await inspectKind(report, { name: "people", kind: users }, { client, call });
  for (const one of countedOnly) await countKind(report, client, one, call);
  return report;
}

type Inspected<Row> = { name: string; kind: Kind<Row>; isRequired?: boolean };

async function inspectKind<Row extends { id: string }>(
  report: ConnectionReport,
  { name, kind, isRequired = false }: Inspected<Row>,
  { client, call }: { client: HarvestClient; call: Call },
): Promise<Row[]> {
  try {
    const { rows, gaps } = await client.list(kind, {}, call);
    report.counts.push({ kind: name, rows: rows.length });
    report.gaps.push(...boundedGaps(kind.place, gaps.map(plain)));
    return rows;
  } catch (err) {
    if (isRequired) throw err;
    noteRefused(report, { name, kind }, err);
    return [];
  }
}

type Counted = { name: string; kind: Kind<unknown> };

/**
 * There is no end to these in a large account: one call each tells how many there are, and the test ends in time. A row of them that
 * cannot be read is told by the health of the connection, once a client's page needs it.
 */
const countedOnly: readonly Counted[] = [
  { name: "phases", kind: taskAssignments },
  { name: "assignments", kind: userAssignments },
  { name: "invoices", kind: invoices },
  { name: "time entries", kind: timeEntries },
];

async function countKind(report: ConnectionReport, client: HarvestClient, one: Counted, call: Call): Promise<void> {
  try {
    report.counts.push({ kind: one.name, rows: await client.count(one.kind, call) });
  } catch (err) {
    noteRefused(report, one, err);
  }
}

/** What cannot be read is a gap of the report. A fault of ours is thrown on. */
function noteRefused(report: ConnectionReport, { name, kind }: Counted, err: unknown): void {
  if (!(err instanceof PsaFault)) throw err;
  report.counts.push({ kind: name, rows: 0 });
  report.gaps.push({ place: kind.place, message: err.detail });
}

function unusableEmail(contact: Contact): Gap[] {
  const place = emailPlace(contact, contacts.place);
  const message = vendorText("bad_email", { vendor: vendorNames.harvest });
  return contact.unusableEmails.map(() => ({ place, message }));
}
