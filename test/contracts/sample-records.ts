// The firm that the contract is told with, as the rows from which stand-ins answer.
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import type { Sample } from "./contract-sample.ts";

/** What a colleague costs stands on their time entries, where each vendor's connector has to leave it. */
export function recordsOf(sample: Sample): FirmRecords {
  const [phase] = sample.phases;
  return completeRecords({
    companies: sample.companies.map(({ id, name, isArchived = false, domains = [] }) => ({
      ...{ id, name, archived: String(isArchived), domains: domains.join(";") },
    })),
    contacts: sample.contacts.map(({ id, name, emails, companyIds, title = "", isArchived = false }) => ({
      ...{ id, name, title, email: emails.join(";"), company_id: companyIds.join(";"), archived: String(isArchived) },
    })),
    projects: sample.projects.map(({ id, name, companyId, status, managerId = "", currency = "", fee = "" }) => ({
      ...{ id, name, company_id: companyId, status, manager_id: managerId, currency, fee },
    })),
    phases: sample.phases.map(({ id, projectId, name, order }) => ({
      ...{ id, project_id: projectId, name, order: `${order ?? ""}` },
    })),
    milestones: sample.milestones.map(({ id, projectId, name, dueDate }) => ({
      ...{ id, project_id: projectId, name, due_date: dueDate },
    })),
    people: sample.people.map(({ id, name }) => ({ id, name })),
    time_entries: sample.people.map(({ id, costRate }) => ({
      ...{ id: `t-${id}`, project_id: phase?.projectId ?? "", phase_id: phase?.id ?? "", person_id: id },
      ...{ date: "2026-03-02", hours: "1", bill_rate: "100", cost_rate: costRate },
    })),
    invoices: sample.invoices.map(({ id, companyId, projectId, number, amount }) => ({
      ...{ id, company_id: companyId, project_id: projectId, number, amount, currency: "USD" },
      ...{ issued_on: "2026-03-02", status: "open" },
    })),
  });
}

/** Every id that the contract may meet, that of a contact who is added later too. */
export function namesIn({ companies, contacts, projects, phases, milestones, people }: Sample): string[] {
  const records = [...companies, ...contacts, ...projects, ...phases, ...milestones, ...people];
  return [...records, { id: "k-8" }, { id: "c-99" }].map(({ id }) => id);
}
