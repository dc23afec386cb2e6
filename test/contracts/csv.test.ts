import { rm } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import { systemClock } from "../../src/lib/clock.ts";
import type { Sample } from "./contract-sample.ts";
import { type CsvFolder, makeCsvFolder, toCsv } from "./csv-folder.ts";
import { describePsaConnector, type SpoiltPart } from "./psa-connector-contract.ts";

describePsaConnector(
  "csv",
  async (sample) => {
    const folder = await makeCsvFolder();
    const change = (next: Sample) => writeSample(folder, next);
    await change(sample);
    const connector = createCsvConnector({ dir: folder.dir, clock: systemClock, quietMs: 10 });
    const spoil = (part: SpoiltPart) => folder.write(...spoilt[part]);
    return { connector, change, spoil, disconnect: () => rm(folder.dir, { recursive: true }) };
  },
  { guide: "csv" },
);

const spoilt: Record<SpoiltPart, [file: string, text: string]> = {
  invoices: ["invoices.csv", "id,company_id,number,issued_on,amount,currency\ni-1,c-1,INV-1,2026-03-02,some,USD\n"],
  hours: ["time_entries.csv", "id,project_id,person_id,date,hours\nt-1,p-1,s-1,2026-03-02,some\n"],
  phases: ["phases.csv", "id,project_id,name\nph-1,p-1,\n"],
  milestones: ["milestones.csv", "id,project_id,name,due_date\nm-1,p-1,Permit,some\n"],
};

async function writeSample(folder: CsvFolder, sample: Sample): Promise<void> {
  const tables = {
    "companies.csv": sample.companies.map((company) => ({
      id: company.id,
      name: company.name,
      archived: String(company.isArchived ?? false),
      domains: (company.domains ?? []).join("; "),
    })),
    "contacts.csv": sample.contacts.map(toContactRow),
    "projects.csv": sample.projects.map((project) => ({
      id: project.id,
      name: project.name,
      company_id: project.companyId,
      status: project.status,
      manager_id: project.managerId ?? "",
      currency: project.currency ?? "",
      fee: project.fee ?? "",
    })),
    "phases.csv": sample.phases.map(({ id, projectId, name, order }) => ({
      id,
      project_id: projectId,
      name,
      order: `${order}`,
    })),
    "milestones.csv": sample.milestones.map(({ id, projectId, name, dueDate }) => ({
      id,
      project_id: projectId,
      name,
      due_date: dueDate,
    })),
    "invoices.csv": sample.invoices.map(({ id, companyId, projectId, number, amount }) => ({
      ...{ id, company_id: companyId, project_id: projectId, number, amount },
      ...{ issued_on: "2026-03-02", currency: "USD", status: "open" },
    })),
    "people.csv": sample.people.map(({ id, name, costRate }) => ({ id, name, cost_rate: costRate })),
  };
  for (const [name, rows] of Object.entries(tables)) await folder.write(name, toCsv(rows));
}

function toContactRow(contact: Sample["contacts"][number]) {
  return {
    id: contact.id,
    email: contact.emails.join(";"),
    name: contact.name,
    company_id: contact.companyIds.join(";"),
    title: contact.title ?? "",
    archived: contact.isArchived ? "yes" : "",
  };
}

describe("csv: what is written comes back", () => {
  const piece = fc.constantFrom(
    '"',
    '""',
    ",",
    "\n",
    "\r\n",
    ";",
    "'",
    "’",
    "é",
    "ß",
    "李",
    "𝒜",
    "a",
    "B",
    " ",
    "=1+1",
    "\t",
  );
  const cell = fc
    .array(piece, { maxLength: 8 })
    .map((pieces) => pieces.join("").trim())
    .filter((text) => text !== "");
  const contacts = fc.array(fc.record({ name: cell, title: cell, isArchived: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  });
  const layout = fc.record({
    lineEnd: fc.constantFrom("\n", "\r\n"),
    hasBom: fc.boolean(),
    order: fc.infiniteStream(fc.nat()),
  });
  const call = { signal: new AbortController().signal, isUrgent: false };

  test("any names and titles, in any row order and line end, with or without BOM", async () => {
    const folder = await makeCsvFolder();
    const property = fc.asyncProperty(contacts, layout, async (people, { lineEnd, hasBom, order }) => {
      const rows = people.map((person, index) =>
        toContactRow({ ...person, id: `k-${10 + index}`, emails: [`p${index}@acme.com`], companyIds: [] }),
      );
      const shuffled = rows
        .map((row) => ({ row, place: order.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ row }) => row);
      await folder.write("contacts.csv", (hasBom ? "\ufeff" : "") + toCsv(shuffled, lineEnd));
      const connector = createCsvConnector({ dir: folder.dir, clock: systemClock, quietMs: 0 });
      const { value, gaps } = await connector.listDirectory(call);
      expect(gaps).toEqual([]);
      const back = value.contacts.map(({ name, title, isArchived }) => ({ name, title, isArchived }));
      expect(back).toEqual(people);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
