// Clients of one firm who come at the same time, each for the first time in a quarter of an hour: with the calls that the vendor really
// takes, all of them get their pages, and nothing that one of them loads again takes those of the others.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import type { Email } from "../../src/domain/email.ts";
import type { VendorKind } from "../../src/domain/psa-connection.ts";
import { openSession } from "../support/open-session.ts";
import { startVendorFirm, type VendorFirm } from "../support/vendor-firm.ts";

const CLIENTS = 10;
/** Of a client who comes when calls run short: who they are, and what no page can do without. */
const callsOfLast: Record<VendorKind, number> = { productive: 4, harvest: 3 };
/** The windows are shorter here than the vendor's, so that nobody waits for the next one for long. */
const SHORTER = 3;

/** Contacts of each client. Harvest reads 200 contacts whole on every load, and no more than these. */
const accounts: { vendor: VendorKind; people: number }[] = [
  { vendor: "productive", people: 12 },
  { vendor: "harvest", people: 12 },
  { vendor: "harvest", people: 25 },
];

describe.each(accounts)("$vendor, with $people contacts of each client", ({ vendor, people }) => {
  let firm: VendorFirm;
  beforeAll(async () => {
    firm = await startFirm(vendor, people);
  }, 120_000);
  afterAll(() => firm.stop());

  test(`${CLIENTS} clients within one window all get their pages, and a little later all of what stands on them`, async () => {
    const before = firm.standIn.requests.length;
    const pages = [];
    const calls: number[] = [];
    for (let company = 0; company < CLIENTS; company++) {
      const asked = firm.standIn.requests.length;
      pages.push(await (await visitorOf(firm, company)).get(pathOf(firm, company)));
      calls.push(firm.standIn.requests.length - asked);
    }
    process.stdout.write(
      `${vendor}: ${firm.standIn.requests.length - before} calls for ${CLIENTS} clients: ${calls}\n`,
    );
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    // On a busy machine a window may end meanwhile, in which what was left is read.
    expect(Math.min(...calls)).toBe(callsOfLast[vendor]);
    expect(pages.some(({ text }) => text.includes("This is still being read"))).toBe(true);
    for (const [company, { text }] of pages.entries()) expect(text).toContain(`Project ${company}`);
    await firm.app.background.idle();
    const last = await (await visitorOf(firm, CLIENTS - 1)).get(pathOf(firm, CLIENTS - 1));
    expect(last.text).not.toContain("still being read");
    expect(last.text).toContain("7.5\u00a0h");
  }, 120_000);
});

async function visitorOf(firm: VendorFirm, company: number) {
  const visitor = firm.browse();
  await openSession(firm, firm.firm, { visitor, email: emailOf(company, 0) });
  return visitor;
}

function pathOf(firm: VendorFirm, company: number): string {
  return `/company-${company}/projects/${firm.standIn.theirIdOf("project", `p-${company}`)}`;
}

function startFirm(vendor: VendorKind, people: number): Promise<VendorFirm> {
  const templates = Object.fromEntries(companies.map((company) => [`c-${company}`, "engineer" as const]));
  return startVendorFirm({
    vendor,
    psaDeadlineMs: 20_000,
    records: firmRecords(people),
    templates,
    budgetOf: (budget) => ({ ...budget, windowMs: budget.windowMs / SHORTER }),
  });
}

const companies = Array.from({ length: CLIENTS }, (_, company) => company);

function firmRecords(people: number): FirmRecords {
  return completeRecords({
    companies: companies.map((company) => ({ id: `c-${company}`, name: `Company ${company}` })),
    contacts: companies.flatMap((company) =>
      Array.from({ length: people }, (_, person) => ({
        ...{ id: `k-${company}-${person}`, name: `Person ${person}`, company_id: `c-${company}` },
        email: emailOf(company, person),
      })),
    ),
    people: [{ id: "nora", name: "Nora Quist", email: "nora@firm.example", discipline: "Structures" }],
    projects: companies.map((company) => ({
      ...{ id: `p-${company}`, name: `Project ${company}`, company_id: `c-${company}` },
      ...{ status: "active", manager_id: "nora" },
    })),
    time_entries: companies.map((company) => ({
      ...{ id: `t-${company}`, project_id: `p-${company}`, person_id: "nora", date: "2026-03-02", hours: "7.5" },
    })),
  });
}

function emailOf(company: number, person: number): Email {
  return `person-${person}@company-${company}.example` as Email;
}
