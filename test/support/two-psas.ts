// North Studio on the way from its CSV folder to another PSA, which holds the same people under other ids. INVARIANT: its ids
// are those of other records in the folder, so that whatever is taken over by id is taken for somebody else's.
import { randomUUID } from "node:crypto";
import { proposePsa } from "../../src/commands/propose-psa.ts";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import type { Company, Contact } from "../../src/domain/contact.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId, ContactId } from "../../src/domain/ids.ts";
import type { Project } from "../../src/domain/project.ts";
import { createMemoryConnector, type MemoryRecords, noRecords } from "./memory-psa.ts";
import { plainProject } from "./project.ts";
import { TestClock } from "./test-clock.ts";
import { startTwoFirms, type TwoFirms } from "./two-firms.ts";

export type TwoPsas = TwoFirms & { newPsa: MemoryRecords; propose: () => Promise<void> };

/** `newPsa` is what the second PSA holds; tests change it in place. */
export async function startTwoPsas(): Promise<TwoPsas> {
  const newPsa = sameRecords();
  const clock = new TestClock();
  const firms = await startTwoFirms({
    connect: (_, connection) => ({
      connector:
        connection.kind === "csv"
          ? createCsvConnector({ dir: connection.settings.dir, clock })
          : createMemoryConnector(() => newPsa, clock),
      budget: null,
    }),
  });
  const { database, north } = firms;
  const propose = () =>
    proposePsa(
      database.db,
      { firmId: north.firm.id, actor: north.admin, now: firms.clock.now() },
      { kind: "productive", settings: { organizationId: "1" } },
      { id: randomUUID(), credential: null },
    );
  return { ...firms, newPsa, propose };
}

function sameRecords(): MemoryRecords {
  const at = "north.example";
  return {
    ...noRecords,
    companies: [
      company("c-birch", "Acme NORTHMARK, Inc."),
      company("c-cedar", "Birch NORTHMARK"),
      company("c-acme", "Cedar NORTHMARK"),
      company("c-x", "Elm Works"),
    ],
    contacts: [
      contact("k-2", "Jane Doe", `jane@acme.${at}`, "c-birch"),
      contact("k-1", "Bo Birch", `bo@birch.${at}`, "c-cedar"),
      contact("k-5", "Cy Cedar", `cy@cedar.${at}`, "c-acme"),
      contact("k-6", "Both Ways", `both@firms.${at}`, "c-birch", "c-cedar"),
      contact("k-9", "Els Elm", `els@elm.${at}`, "c-x"),
    ],
    projects: [
      project("p-4", "c-birch", "Library renewal NORTHMARK ACMEMARK", "N1"),
      project("p-1", "c-birch", "Parking repair NORTHMARK ACMEMARK", "N2"),
      project("p-2", "c-cedar", "Clinic fit-out NORTHMARK BIRCHMARK", "N4"),
    ],
  };
}

function company(id: string, name: string): Company {
  return { id: id as CompanyId, name, isArchived: false, domains: [] };
}

export function contact(id: string, name: string, email: string, ...companyIds: string[]): Contact {
  return {
    id: id as ContactId,
    name,
    emails: [email as Email],
    unusableEmails: [],
    companyIds: companyIds as CompanyId[],
    title: null,
    phone: null,
    isArchived: false,
  };
}

function project(id: string, companyId: string, name: string, number: string): Project {
  return plainProject(id, { companyId: companyId as CompanyId, name, number });
}
