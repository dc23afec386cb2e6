// The sample firm as far as a vendor can hold it: each loss once, with its reason. Read from a folder of files, what is left
// makes the portals that the vendor must make of the whole.
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { parseEmail } from "../../src/domain/email.ts";
import type { VendorKind } from "../../src/domain/psa-connection.ts";
import type { VisibilitySwitchName } from "../../src/domain/visibility.ts";
import type { Ability } from "../contracts/contract-sample.ts";
import { optOuts } from "../contracts/opt-outs.ts";
import type { CsvDir } from "./csv-sample.ts";

type File = keyof FirmRecords;
type Row = Record<string, string>;

/** `reason`: that of the contract's opt-out where there is one; else the vendor's guide has it under `pages`. */
export type Loss = {
  reason: string;
  take: (records: FirmRecords) => FirmRecords;
} & ({ ability: Ability } | { pages: string });

const productive = optOuts.productive;
const harvest = optOuts.harvest;

export const losses: Record<VendorKind, readonly Loss[]> = {
  productive: [
    { reason: productive.several_emails, ability: "several_emails", take: oneEmailOneCompany(1) },
    { reason: productive.drafts, ability: "drafts", take: statuses({ on_hold: "active" }) },
    {
      pages: "draft_plans",
      reason: "what is planned stands in a project's budget, and a draft has none",
      take: draftsWithoutPlan,
    },
    {
      pages: "project_facts",
      reason: "Productive has no phase, percentage or address of a project",
      take: without("projects", "phase", "percent_complete", "address"),
    },
    {
      pages: "phase_dates",
      reason: "services have no dates",
      take: without("phases", "start_date", "end_date", "percent_complete"),
    },
    { pages: "member_roles", reason: "a member of a project has no role in it", take: without("assignments", "role") },
    { pages: "phones", reason: "phones are contact details, which are not read", take: withoutPhones },
    {
      pages: "capacity",
      reason: "how much somebody should work is not read",
      take: without("people", "capacity_hours"),
    },
  ],
  harvest: [
    { reason: harvest.several_emails, ability: "several_emails", take: oneEmailOneCompany(Number.POSITIVE_INFINITY) },
    { reason: harvest.archived_contacts, ability: "archived_contacts", take: only("contacts", isNotArchived) },
    {
      reason: harvest.contacts_without_company,
      ability: "contacts_without_company",
      take: only("contacts", ({ company_id }) => company_id !== ""),
    },
    { reason: harvest.domains, ability: "domains", take: without("companies", "domains") },
    {
      reason: harvest.drafts,
      ability: "drafts",
      take: statuses({ draft: "active", on_hold: "active", completed: "active" }),
    },
    { reason: harvest.phase_order, ability: "phase_order", take: without("phases", "order") },
    { reason: harvest.milestones, ability: "milestones", take: only("milestones", () => false) },
    {
      pages: "project_facts",
      reason:
        "Harvest has no phase, percentage, address or description for clients, and names no contacts on a project",
      take: without("projects", "phase", "percent_complete", "address", "description", "contact_ids"),
    },
    {
      pages: "phase_dates_and_fees",
      reason: "tasks of a project have no dates and no fee",
      take: without("phases", "start_date", "end_date", "percent_complete", "fee"),
    },
    {
      pages: "misspelt_emails",
      reason: "where the email of a contact stands there is an email address, or nothing",
      take: edit("contacts", (row) => ({
        ...row,
        email: partsOf(row.email ?? "")
          .filter(parseEmail)
          .join(";"),
      })),
    },
    {
      pages: "tasks",
      reason: "Harvest's tasks are kinds of work, with no state and no day",
      take: only("tasks", () => false),
    },
    { pages: "member_roles", reason: "a member of a project has no role in it", take: without("assignments", "role") },
    {
      pages: "list_of_roles",
      reason: "a person has one list of roles, of which the first is the discipline",
      take: edit("people", (row) => ({ ...row, role: [row.discipline, row.role].filter(Boolean).join(", ") })),
    },
  ],
};

/** Switches that stay off, because the vendor has nothing to say there; why stands in its guide. */
export const silentSwitches: Record<VendorKind, Partial<Record<VisibilitySwitchName, string>>> = {
  productive: { rates: "a time entry of Productive says what it cost, and not what it comes to" },
  harvest: {},
};

/** What a vendor's pages lack beside what the contract leaves out, by name. */
export function pageLosses(vendor: VendorKind): Record<string, string> {
  const named = losses[vendor].flatMap((loss) => ("pages" in loss ? [[loss.pages, loss.reason]] : []));
  return { ...Object.fromEntries(named), ...silentSwitches[vendor] };
}

/** Writes a folder; what the firm has nothing of has no file. */
export async function writeRecords(csv: CsvDir, records: FirmRecords): Promise<void> {
  for (const [name, rows] of Object.entries(records)) if (rows.length > 0) await csv.write(`${name}.csv`, rows);
}

/** What is left of the records. */
export function fitRecords(records: FirmRecords, vendor: VendorKind): FirmRecords {
  return losses[vendor].reduce((left, { take }) => take(left), records);
}

function edit(file: File, change: (row: Row) => Row): Loss["take"] {
  return (records) => completeRecords({ ...records, [file]: records[file].map(change) });
}

function only(file: File, isKept: (row: Row) => boolean): Loss["take"] {
  return (records) => completeRecords({ ...records, [file]: records[file].filter(isKept) });
}

function without(file: File, ...columns: string[]): Loss["take"] {
  const nothing = Object.fromEntries(columns.map((column) => [column, ""]));
  return edit(file, (row) => ({ ...row, ...nothing }));
}

function withoutPhones(records: FirmRecords): FirmRecords {
  return without("people", "phone")(without("contacts", "phone")(records));
}

function statuses(becomes: Record<string, string>): Loss["take"] {
  return edit("projects", (row) => ({ ...row, status: becomes[row.status ?? ""] ?? row.status ?? "" }));
}

/** They are projects without dates, fee or phases. */
function draftsWithoutPlan(records: FirmRecords): FirmRecords {
  const isDraft = ({ status }: Row) => status === "draft";
  const drafts = new Set(records.projects.filter(isDraft).map(({ id }) => id));
  const planless = edit("projects", (row) =>
    isDraft(row) ? { ...row, status: "active", start_date: "", end_date: "", fee: "" } : row,
  );
  return only("phases", ({ project_id = "" }) => !drafts.has(project_id))(planless(records));
}

/** A contact for each company, and for each of the first so many emails. */
function oneEmailOneCompany(emailsMax: number): Loss["take"] {
  return (records) =>
    completeRecords({
      ...records,
      contacts: records.contacts.flatMap((row) =>
        partsOf(row.company_id).flatMap((company_id, at) =>
          partsOf(row.email)
            .slice(0, emailsMax)
            .map((email, nth) => ({
              ...row,
              id: at + nth === 0 ? row.id : `${row.id} ${at} ${nth}`,
              company_id,
              email,
            })),
        ),
      ),
    });
}

/** At least one, be it empty. */
function partsOf(list: string): string[] {
  return list.split(";").map((part) => part.trim());
}

function isNotArchived({ archived }: Row): boolean {
  return archived !== "true";
}
