// A firm in which every value that can be hidden has a mark of its own, so that a mark in an answer says what was shown.
import { addDays, calendarDateOf } from "../../src/domain/calendar-date.ts";
import type { ProjectId } from "../../src/domain/ids.ts";
import type { CsvDir } from "./csv-sample.ts";
import type { TestApp } from "./test-app.ts";

/** What an answer is searched for. Numbers count however they are grouped, and not as a part of others. */
export type Mark = RegExp;

const word = (text: string): Mark => new RegExp(text, "i");
const edge = (pattern: string): Mark => new RegExp(`(?<!\\d)${pattern}(?!\\d)`);

function number(value: number, fraction: number): Mark {
  const [whole = "", cents] = value.toFixed(fraction).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",?");
  return edge(cents === undefined ? grouped : `${grouped}\\.${cents}`);
}

/** Not the end of another number: "1,061 %" is not 61 %. */
const percent = (value: number): Mark => new RegExp(`(?<!\\d[.,])${number(value, 0).source}\\s?%`);

/** The numbers that the marks of one project are made of; all of them differ from each other. */
type Numbers = {
  complete: number;
  phaseComplete: number;
  year: number;
  fee: number;
  invoice: number;
  civil: number;
  structural: number;
  planned: number;
  billRate: number;
  costRate: number;
};

const numbersOf: Record<1 | 2 | 3 | 4, Numbers> = {
  1: numbers([61, 47, 2037, 4310987.65, 823456.78], [1171.3, 327.2, 1612.7, 211.13, 133.01]),
  2: numbers([52, 44, 2038, 5310876.54, 912345.67], [2264.9, 1001.6, 3612.4, 221.17, 121.03]),
  3: numbers([53, 46, 2039, 6310765.43, 712345.69], [2164.7, 1011.9, 3412.3, 223.19, 127.07]),
  4: numbers([54, 48, 2041, 7310654.32, 612345.71], [2364.1, 1021.4, 3212.6, 227.23, 137.09]),
};

function numbers(
  [complete = 0, phaseComplete = 0, year = 0, fee = 0, invoice = 0]: number[],
  [civil = 0, structural = 0, planned = 0, billRate = 0, costRate = 0]: number[],
): Numbers {
  return { complete, phaseComplete, year, fee, invoice, civil, structural, planned, billRate, costRate };
}

export type ProjectNumber = keyof typeof numbersOf;

const cents = (value: number) => Math.round(value * 100) / 100;
const sumOf = ({ civil, structural }: Numbers) => cents(civil + structural);
const worthOf = ({ civil, structural }: Numbers, rate: number) => cents(cents(civil * rate) + cents(structural * rate));
/** Of forty hours a week, in four weeks. */
const busy = (hours: number) => Math.round((hours / 160) * 100);

/** What the page of a project shows of each field, as long as nothing hides it. */
export function marksOf(n: ProjectNumber) {
  const of = numbersOf[n];
  const worth = worthOf(of, of.billRate);
  const margin = Math.round(((worth - worthOf(of, of.costRate)) / worth) * 100);
  return {
    name: [word(`Projectmark${n}`)],
    phase: [word(`Phasemark${n}`)],
    percentComplete: [percent(of.complete)],
    dates: [edge(`${of.year}`)],
    milestones: [word(`Milestonemark${n}`)],
    disciplines: [percent(Math.round((of.civil / sumOf(of)) * 100))],
    hours: [number(sumOf(of), 1), number(of.planned, 1)],
    hoursByDiscipline: [number(of.civil, 1), number(of.structural, 1)],
    rates: [number(worth, 2)],
    ratesByDiscipline: [number(cents(of.civil * of.billRate), 2), number(cents(of.structural * of.billRate), 2)],
    budget: [number(of.fee, 2)],
    profitability: [percent(margin)],
    invoices: [word(`Invoicemark${n}`), number(of.invoice, 2)],
    tasks: [word(`Taskmark${n}`)],
    taskNotes: [word(`Notemark${n}`)],
    teamNames: [word(`Teamfirst${n}a`), word(`Teamfirst${n}b`)],
    teamProfiles: [word(`Lastmark${n}a`), word(`profilemark${n}a@`)],
    utilisation: [percent(busy(of.civil)), percent(busy(of.structural))],
    manager: [word(`Managerfirst${n}`)],
    managerProfile: [word(`Managerlast${n}`), word(`managermail${n}@`), word(`212 555 010${n}`)],
    address: [word(`Addressmark${n}`)],
    description: [word(`Descriptionmark${n}`)],
    updates: [word(`Updatemark${n}`), word(`Photomark${n}`), edge(`205${n}`)],
    author: [word(`Authorfirst${n}`)],
    authorProfile: [word(`Authorlast${n}`)],
    photos: [word(`Pixelmark${n}`)],
    pulse: [new RegExp(`/projects/p-${n}/pulse`)],
  };
}

/** How far the project is, as the cell of a file that has its number besides. */
export function percentCellOf(n: ProjectNumber): Mark {
  return new RegExp(`,N-${n},.*,${numbersOf[n].complete}[,\\r]`);
}

const WHOLE_COMPANY_AMOUNT = 512345.73;

/** What Acme's invoice for the company as a whole shows. */
export function wholeCompanyMarks(): Mark[] {
  return [word("Invoicemark0"), number(WHOLE_COMPANY_AMOUNT, 2)];
}

/** What no client ever reads, whatever is switched on: costs above all. */
export function neverMarks(): Mark[] {
  const numbers = Object.values(numbersOf);
  return [
    /cost/i,
    ...numbers.flatMap((of) => [
      number(of.costRate, 2),
      number(worthOf(of, of.costRate), 2),
      number(cents(of.civil * of.costRate), 2),
    ]),
    ...numbers.map((of) => number(of.billRate, 2)),
    word("Timenotemark"),
    word("Draftmark"),
    number(733_221.19, 2),
    word("Contactphonemark"),
  ];
}

export const people = { named: "named@acme.example", unnamed: "unnamed@acme.example", limited: "limited@acme.example" };
export type PersonName = keyof typeof people;

/** Acme with two projects that can be shown (1 and 2) and an archived one (3); Birch with one (4). */
export async function addMarkedFirm(app: TestApp) {
  const today = calendarDateOf(app.clock.now());
  const worked = addDays(today, -3);
  const all = [1, 2, 3, 4] as const;
  return app.addFirm("marked-studio", "Marked Studio", async (csv) => {
    await csv.write("companies.csv", [
      { id: "c-acme", name: "Acme" },
      { id: "c-birch", name: "Birch" },
    ]);
    const contact = (id: string, email: string, company_id: string) => ({
      ...{ id, email, company_id, name: `Contact ${id}`, phone: `Contactphonemark ${id}` },
    });
    await csv.write("contacts.csv", [
      ...Object.entries(people).map(([name, email]) => contact(`k-${name}`, email, "c-acme")),
      contact("k-birch", "bo@birch.example", "c-birch"),
    ]);
    await writeMarkedProjects(csv, "few");
    await csv.write("phases.csv", all.map(phaseRow));
    await csv.write(
      "milestones.csv",
      all.map((n) => ({
        id: `m-${n}`,
        project_id: `p-${n}`,
        name: `Milestonemark${n}`,
        due_date: addDays(today, 400),
      })),
    );
    await csv.write("people.csv", all.flatMap(peopleRows));
    await csv.write(
      "assignments.csv",
      all.flatMap((n) => ["a", "b"].map((who) => ({ project_id: `p-${n}`, person_id: `s-${n}${who}` }))),
    );
    await csv.write(
      "time_entries.csv",
      all.flatMap((n) => [entryRow(n, "a", worked), entryRow(n, "b", worked)]),
    );
    await csv.write("invoices.csv", [...all.flatMap(invoiceRows), wholeCompanyInvoice]);
    await csv.write(
      "tasks.csv",
      all.map((n) => ({ id: `t-${n}`, project_id: `p-${n}`, name: `Taskmark${n}`, internal_notes: `Notemark${n}` })),
    );
  });
}

/** Acme's plain projects beside the marked ones: with them, its home page is a table for whoever sees the first of those. */
export const fillerIds = Array.from({ length: 8 }, (_, index) => `p-filler-${index}` as ProjectId);

/** Acme with its marked projects alone, or with the plain ones as well. */
export function writeMarkedProjects(csv: CsvDir, howMany: "few" | "many"): Promise<void> {
  const fillers = fillerIds.map((id) => ({
    ...{ id, name: `Plain ${id}`, company_id: "c-acme", status: "active", contact_ids: "k-named;k-limited" },
  }));
  return csv.write("projects.csv", [
    ...([1, 2, 3, 4] as const).map(projectRow),
    ...(howMany === "many" ? fillers : []),
  ]);
}

function projectRow(n: ProjectNumber): Record<string, string> {
  const { complete, year, fee } = numbersOf[n];
  return {
    id: `p-${n}`,
    number: `N-${n}`,
    name: `Projectmark${n}`,
    company_id: n === 4 ? "c-birch" : "c-acme",
    status: n === 3 ? "archived" : "active",
    phase: `Phasemark${n}`,
    start_date: `${year}-02-03`,
    end_date: `${year}-11-04`,
    percent_complete: `${complete}`,
    manager_id: `s-${n}m`,
    contact_ids: n === 1 ? "k-named;k-limited" : "",
    address: `Addressmark${n}`,
    currency: "USD",
    fee: fee.toFixed(2),
    description: `Descriptionmark${n}`,
  };
}

function phaseRow(n: ProjectNumber): Record<string, string> {
  const { phaseComplete, planned } = numbersOf[n];
  const row = { id: `ph-${n}`, project_id: `p-${n}`, name: `Phasemark${n}`, order: "1" };
  return { ...row, percent_complete: `${phaseComplete}`, budget_hours: `${planned}` };
}

function peopleRows(n: ProjectNumber): Record<string, string>[] {
  const member = (who: string, discipline: string) => ({
    id: `s-${n}${who}`,
    name: `Teamfirst${n}${who} Lastmark${n}${who}`,
    discipline,
    email: `profilemark${n}${who}@studio.example`,
    capacity_hours: "40",
  });
  const manager = {
    id: `s-${n}m`,
    name: `Managerfirst${n} Managerlast${n}`,
    email: `managermail${n}@studio.example`,
    phone: `212 555 010${n}`,
  };
  return [member("a", "Civil"), member("b", "Structural"), manager];
}

function entryRow(n: ProjectNumber, who: "a" | "b", date: string): Record<string, string> {
  const { civil, structural, billRate, costRate } = numbersOf[n];
  const id = `${n}${who}`;
  return {
    id: `e-${id}`,
    project_id: `p-${n}`,
    phase_id: `ph-${n}`,
    person_id: `s-${id}`,
    date,
    hours: `${who === "a" ? civil : structural}`,
    bill_rate: `${billRate}`,
    cost_rate: `${costRate}`,
    notes: `Timenotemark${id}`,
  };
}

function invoiceRows(n: ProjectNumber): Record<string, string>[] {
  const row = { project_id: `p-${n}`, company_id: n === 4 ? "c-birch" : "c-acme", currency: "USD" };
  const dates = { issued_on: "2026-01-05", due_on: "2026-02-05" };
  return [
    {
      ...{ ...row, ...dates, id: `i-${n}`, number: `Invoicemark${n}`, status: "sent" },
      amount: numbersOf[n].invoice.toFixed(2),
    },
    { ...row, ...dates, id: `d-${n}`, number: `Draftmark${n}`, status: "draft", amount: "733221.19" },
  ];
}

const wholeCompanyInvoice: Record<string, string> = {
  ...{ id: "i-0", company_id: "c-acme", number: "Invoicemark0", status: "sent", currency: "USD" },
  ...{ issued_on: "2026-01-05", due_on: "2026-02-05", amount: WHOLE_COMPANY_AMOUNT.toFixed(2) },
};
