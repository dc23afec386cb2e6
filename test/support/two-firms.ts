// The story of most tests: two firms whose records look alike but share nothing. Every value carries its firm's mark.
import type { CsvDir } from "./csv-sample.ts";
import { startTestApp, type TestApp, type TestFirm } from "./test-app.ts";

export type TwoFirms = TestApp & { north: TestFirm; south: TestFirm };

/** North Studio (mark NORTHMARK) and South Studio (mark SOUTHMARK); the same ids, the same people's names, other emails. */
export async function startTwoFirms(): Promise<TwoFirms> {
  const app = await startTestApp();
  const north = await app.addFirm("north-studio", "North Studio", (csv) => writeSample(csv, "north"));
  const south = await app.addFirm("south-studio", "South Studio", (csv) => writeSample(csv, "south"));
  return { ...app, north, south };
}

/** Two companies with work (Acme, Birch), one without projects (Cedar), one archived (Dune). */
export async function writeSample(csv: CsvDir, firm: "north" | "south"): Promise<void> {
  const mark = `${firm.toUpperCase()}MARK`;
  await csv.write("companies.csv", [
    { id: "c-acme", name: `Acme ${mark}`, archived: "false" },
    { id: "c-birch", name: `Birch ${mark}`, archived: "false" },
    { id: "c-cedar", name: `Cedar ${mark}`, archived: "false" },
    { id: "c-dune", name: `Dune ${mark}`, archived: "true" },
  ]);
  await csv.write("contacts.csv", contactsOf(firm));
  await csv.write("projects.csv", [
    project("p-1", "c-acme", `Library renewal ${mark}`, {
      status: "active",
      phase: "Construction documents",
      percent_complete: "62",
    }),
    project("p-2", "c-acme", `Parking repair ${mark}`, { status: "completed", percent_complete: "100" }),
    project("p-3", "c-acme", `Secret archive ${mark}`, { status: "archived" }),
    project("p-4", "c-birch", `Clinic fit-out ${mark}`, { status: "active", percent_complete: "10" }),
  ]);
  await csv.write("phases.csv", [
    { id: "ph-1", project_id: "p-1", name: "Construction documents", order: "1", percent_complete: "62" },
    { id: "ph-4", project_id: "p-4", name: "Schematic design", order: "1", percent_complete: "10" },
  ]);
  await csv.write("milestones.csv", [
    { id: "m-1", project_id: "p-1", name: `Permit set ${mark}`, due_date: "2030-05-04", owner: "client" },
    { id: "m-4", project_id: "p-4", name: `Birch kick-off ${mark}`, due_date: "2030-05-04", owner: "firm" },
  ]);
  await csv.write("people.csv", [{ id: "s-1", name: `Maya Oduya ${mark}`, role: "Project architect" }]);
}

export function contactsOf(firm: "north" | "south") {
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

function project(id: string, company: string, name: string, more: Record<string, string>): Record<string, string> {
  return { id, company_id: company, name, manager_id: "s-1", fee: "987654.00", currency: "USD", ...more };
}
