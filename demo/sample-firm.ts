// Harbor & Finch, the sample firm: a believable practice as a folder of CSV files. `data/` holds its story, `generate/`
// dates and numbers it; everything here is invented, under addresses and phone numbers reserved for examples.
import { addDays, type CalendarDate, daysBetween } from "../src/domain/calendar-date.ts";
import { type Email, parseEmail } from "../src/domain/email.ts";
import type { Template } from "../src/domain/firm.ts";
import { invariant } from "../src/lib/invariant.ts";
import { companies } from "./data/companies.ts";
import { mondayOf } from "./generate/calendar.ts";
import { csvText } from "./generate/csv.ts";
import { plannedProjects } from "./generate/plan.ts";
import {
  type Almanac,
  assignmentRows,
  bookingRows,
  companyRows,
  contactRows,
  dealRows,
  invoiceRows,
  milestoneRows,
  peopleRows,
  phaseRows,
  projectRows,
  taskRows,
  timeEntryRows,
} from "./generate/rows.ts";
import { readFolderState, writeFolder } from "./generate/written-folder.ts";

const FRESH_DAYS_MAX = 7;

/** The firm's first admin in its own dashboard. */
export const sampleAdmin = { name: "Nora Whitfield", email: "office@harbor-finch.example" };

/** Who else of the practice signs in at its office, as what. */
export const sampleTeam = [
  { name: "Declan O'Brien", email: "declan.obrien@harbor-finch.example", role: "member" },
  { name: "Ruth Harbor", email: "ruth@harbor-finch.example", role: "viewer" },
] as const;

/** The address of somebody of the sample firm, or of one of its clients' people. */
export function sampleEmail(person: { email: string }): Email {
  const email = parseEmail(person.email);
  invariant(email, "everybody who is named has an email");
  return email;
}

export type SampleClient = {
  companyId: string;
  companyName: string;
  contactName: string;
  email: string;
  template: Template;
};

/** One contact for each of three templates who gets in and sees several active projects. */
export const sampleClients: SampleClient[] = [
  {
    companyId: "c-12",
    companyName: "Acme Corp",
    contactName: "Jane Doe",
    email: "jane@acme.example",
    template: "owner",
  },
  {
    companyId: "c-17",
    companyName: "Lindqvist + Okafor Architects",
    contactName: "Søren Lindqvist",
    email: "soren@lindqvist-okafor.example",
    template: "architect",
  },
  {
    companyId: "c-22",
    companyName: "Keystone, O'Brien & Sons Builders",
    contactName: "Fiona O'Brien",
    email: "fiona@keystone-obrien.example",
    template: "contractor",
  },
];

/** The template each company's portal should have. */
export const sampleTemplates: Record<string, Template> = Object.fromEntries(
  companies.map(({ id, kind }) => [id, kind]),
);

export type LockoutExample = {
  kind:
    | "no_company"
    | "email_differs"
    | "archived_contact"
    | "several_companies"
    | "archived_company"
    | "no_visible_project"
    | "plus_address"
    | "no_email"
    | "bad_email";
  /** What the person types at the door: what they would, where the PSA has nothing that they could. */
  email: string;
  contactName: string;
  /** The company at whose door they stand. */
  companyId: string;
  companyName: string;
  wrong: string;
};

/** The mailbox that several people of a client read; whoever of them proves it gets in. */
export const sharedMailbox = { email: "office@saltmarshschools.example", companyId: "c-14" };

/** Everybody in the sample firm who does not simply get in. */
export const lockoutExamples: LockoutExample[] = [
  {
    kind: "no_company",
    email: "zoe.hart@tidewaterhousing.example",
    contactName: "Zoë Hart",
    companyId: "c-16",
    companyName: "Tidewater Housing Partners",
    wrong: "The contact exists, but its company field is empty.",
  },
  {
    kind: "email_differs",
    email: "jane.doe@acme.example",
    contactName: "Jane Doe",
    companyId: "c-12",
    companyName: "Acme Corp",
    wrong: "The contact has jane@acme.example; no contact has the address used at the door.",
  },
  {
    kind: "archived_contact",
    email: "m.bell@mercypoint.example",
    contactName: "Marcus Bell",
    companyId: "c-15",
    companyName: "Mercy Point Hospital Trust",
    wrong: "The contact is archived.",
  },
  {
    kind: "several_companies",
    email: "ingrid@solheim-bim.example",
    contactName: "Ingrid Solheim",
    companyId: "c-17",
    companyName: "Lindqvist + Okafor Architects",
    wrong: "Two companies know this email: each portal must show its own projects and no others.",
  },
  {
    kind: "archived_company",
    email: "glenn@brickyardlofts.example",
    contactName: "Glenn Sawtelle",
    companyId: "c-40",
    companyName: "Brickyard Lofts LLC",
    wrong: "The company is archived.",
  },
  {
    kind: "no_visible_project",
    email: "odette@pineandpilot.example",
    contactName: "Odette Marsh",
    companyId: "c-41",
    companyName: "Pine & Pilot Brewing Co.",
    wrong: "The company has only a draft and an archived project.",
  },
  {
    kind: "plus_address",
    email: "raul.ibanez+site@acme.example",
    contactName: "Raúl Ibáñez",
    companyId: "c-12",
    companyName: "Acme Corp",
    wrong: "The contact has raul.ibanez@acme.example; a plus-address is an address of its own.",
  },
  {
    kind: "no_email",
    email: "h.norcross@saltmarshschools.example",
    contactName: "Hal Norcross",
    companyId: "c-14",
    companyName: "Saltmarsh Regional School District",
    wrong: "The contact has no email.",
  },
  {
    kind: "bad_email",
    email: "wes.tarbell@keystone-obrien.example",
    contactName: "Wes Tarbell",
    companyId: "c-22",
    companyName: "Keystone, O'Brien & Sons Builders",
    wrong: "The contact's email is written with (at), so it is no address.",
  },
];

/** Writes the sample firm's CSV folder with dates relative to `today`; same day → same bytes. Overwrites what is there. */
export async function writeSampleFirm(dir: string, today: CalendarDate): Promise<void> {
  await writeFolder(dir, sampleFirmFiles(today), today);
}

/**
 * Makes sure that a folder holds a sample firm of about today: writes it where there is none, refreshes it when it is
 * untouched and more than a week old, and keeps it as it is once anybody has edited anything.
 */
export async function ensureSampleFirm(dir: string, today: CalendarDate): Promise<"written" | "kept" | "refreshed"> {
  const state = await readFolderState(dir, Object.keys(sampleFirmFiles(today)), "companies.csv");
  if (state.kind === "edited") return "kept";
  if (state.kind === "ours" && daysBetween(state.writtenFor, today) <= FRESH_DAYS_MAX) return "kept";
  await writeSampleFirm(dir, today);
  return state.kind === "missing" ? "written" : "refreshed";
}

/** The sample firm as file texts by file name. `companies.csv` is the last to be written: with it the folder is complete. */
export function sampleFirmFiles(today: CalendarDate): Record<string, string> {
  const monday = mondayOf(today);
  const almanac: Almanac = { dateOf: (day) => addDays(monday, day), todayDay: daysBetween(monday, today) };
  const plans = plannedProjects();
  return {
    "contacts.csv": csvText(contactRows()),
    "projects.csv": csvText(projectRows(plans, almanac)),
    "phases.csv": csvText(phaseRows(plans, almanac)),
    "milestones.csv": csvText(milestoneRows(plans, almanac)),
    "people.csv": csvText(peopleRows()),
    "assignments.csv": csvText(assignmentRows(plans)),
    "time_entries.csv": csvText(timeEntryRows(plans, almanac)),
    "invoices.csv": csvText(invoiceRows(plans, almanac)),
    "tasks.csv": csvText(taskRows(plans, almanac)),
    "deals.csv": csvText(dealRows(almanac)),
    "bookings.csv": csvText(bookingRows(almanac)),
    "companies.csv": csvText(companyRows()),
  };
}
