// The story of most tests: two firms whose records look alike but share nothing. Every value carries its firm's mark.
import type { CsvDir } from "./csv-sample.ts";
import { startTestApp, type TestApp, type TestAppOptions, type TestFirm } from "./test-app.ts";

export type TwoFirms = TestApp & { north: TestFirm; south: TestFirm };

/** North Studio (mark NORTHMARK) and South Studio (mark SOUTHMARK); the same ids, the same people's names, other emails. */
export async function startTwoFirms(options: TestAppOptions = {}): Promise<TwoFirms> {
  const app = await startTestApp(options);
  const north = await app.addFirm("north-studio", "North Studio", (csv) => writeSample(csv, "north"));
  const south = await app.addFirm("south-studio", "South Studio", (csv) => writeSample(csv, "south"));
  return { ...app, north, south };
}

/** The two firms with north's admin signed in at the office, and Jane Doe of Acme at her portal. */
export async function startWithAdminAndJane() {
  const firms = await startTwoFirms();
  const admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  const jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
  return { firms, admin, jane };
}

export type Side = "north" | "south";

/**
 * Two companies with work (Acme, Birch), one without projects (Cedar), one archived (Dune). Every value carries the firm's
 * mark, and what belongs to a company carries that company's mark (ACMEMARK, BIRCHMARK) or its name as well.
 */
export async function writeSample(csv: CsvDir, firm: Side): Promise<void> {
  const mark = `${firm.toUpperCase()}MARK`;
  await csv.write("companies.csv", companiesOf(firm));
  await csv.write("contacts.csv", contactsOf(firm));
  await csv.write("projects.csv", projectsOf(firm));
  await csv.write("phases.csv", [
    { id: "ph-1", project_id: "p-1", name: `Documents ${mark} ACMEMARK`, order: "1", percent_complete: "62" },
    { id: "ph-4", project_id: "p-4", name: `Schematics ${mark} BIRCHMARK`, order: "1", percent_complete: "10" },
  ]);
  await csv.write("milestones.csv", [
    { id: "m-1", project_id: "p-1", name: `Permit set ${mark} ACMEMARK`, due_date: "2030-05-04", owner: "client" },
    { id: "m-4", project_id: "p-4", name: `Kick-off ${mark} BIRCHMARK`, due_date: "2030-05-04", owner: "firm" },
  ]);
  await csv.write("people.csv", [
    { id: "s-1", name: `Maya Oduya ${mark} ACMEMARK`, role: "Project architect", email: `maya@${firm}mark.example` },
    { id: "s-2", name: `Lev Stein ${mark} BIRCHMARK`, role: "Project architect", email: `lev@${firm}mark.example` },
  ]);
}

export function companiesOf(firm: Side) {
  const mark = `${firm.toUpperCase()}MARK`;
  return [
    { id: "c-acme", name: `Acme ${mark}`, archived: "false" },
    { id: "c-birch", name: `Birch ${mark}`, archived: "false" },
    { id: "c-cedar", name: `Cedar ${mark}`, archived: "false" },
    { id: "c-dune", name: `Dune ${mark}`, archived: "true" },
  ];
}

export function projectsOf(firm: Side): Record<string, string>[] {
  const mark = `${firm.toUpperCase()}MARK`;
  const acme = (id: string, name: string, more: Record<string, string>) =>
    project(id, { company_id: "c-acme", manager_id: "s-1", name: `${name} ${mark} ACMEMARK` }, more);
  const birch = { company_id: "c-birch", manager_id: "s-2", name: `Clinic fit-out ${mark} BIRCHMARK` };
  return [
    acme("p-1", "Library renewal", {
      status: "active",
      phase: `Documents ${mark} ACMEMARK`,
      percent_complete: "62",
      number: `N1-${mark}-ACMEMARK`,
      address: `1 ${mark} Street, ACMEMARK`,
      description: `All about ${mark} and ACMEMARK`,
    }),
    acme("p-2", "Parking repair", { status: "completed", percent_complete: "100" }),
    acme("p-3", "Secret archive", { status: "archived" }),
    project("p-4", birch, {
      status: "active",
      percent_complete: "10",
      number: `N4-${mark}-BIRCHMARK`,
      description: `All about ${mark} and BIRCHMARK`,
    }),
  ];
}

export function contactsOf(firm: Side) {
  const at = `${firm}.example`;
  return [
    { id: "k-1", email: `jane@acme.${at}`, name: "Jane Doe", company_id: "c-acme", archived: "false" },
    { id: "k-2", email: `bo@birch.${at}`, name: "Bo Birch", company_id: "c-birch", archived: "false" },
    { id: "k-3", email: `old@acme.${at}`, name: "Old Hand", company_id: "c-acme", archived: "true" },
    { id: "k-4", email: `nobody@acme.${at}`, name: "No Company", company_id: "", archived: "false" },
    { id: "k-5", email: `both@firms.${at}`, name: "Both Ways", company_id: "c-acme;c-birch", archived: "false" },
    { id: "k-6", email: `cy@cedar.${at}`, name: "Cy Cedar", company_id: "c-cedar", archived: "false" },
    { id: "k-7", email: `di@dune.${at}`, name: "Di Dune", company_id: "c-dune", archived: "false" },
  ];
}

function project(id: string, own: Record<string, string>, more: Record<string, string>): Record<string, string> {
  return { id, ...own, fee: "987654.00", currency: "USD", ...more };
}
