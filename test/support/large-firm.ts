// The records of a firm that is as large as a test says: each company with its contacts and projects, all alike, and led by one person.
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";

type Size = { contacts: number; companies: number; projects: number };

/** Person `n` is `person-n@company-m.example`, of company `m`, the remainder of `n`; so are the projects. */
export function largeFirm({ contacts, companies, projects }: Size): FirmRecords {
  const ids = Array.from({ length: companies }, (_, at) => `c-${at}`);
  const companyAt = (at: number) => ids[at % companies] ?? "";
  return completeRecords({
    companies: ids.map((id, at) => ({ id, name: `Company ${at}` })),
    contacts: Array.from({ length: contacts }, (_, at) => ({
      ...{ id: `k-${at}`, name: `Person ${at}`, company_id: companyAt(at) },
      email: `person-${at}@company-${at % companies}.example`,
    })),
    people: [{ id: "nora", name: "Nora Quist", email: "nora@firm.example" }],
    projects: Array.from({ length: projects }, (_, at) => ({
      ...{ id: `p-${at}`, number: `${at}`, name: `Project ${at}`, company_id: companyAt(at) },
      ...{ status: "active", manager_id: "nora", currency: "USD", fee: "1000.00" },
    })),
    assignments: Array.from({ length: projects }, (_, at) => ({
      project_id: `p-${at}`,
      person_id: "nora",
      role: "Lead",
    })),
  });
}
