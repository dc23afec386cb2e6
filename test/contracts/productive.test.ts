import { onTestFinished } from "vitest";
import { contactId, staffId } from "../../demo/stand-ins/productive/people.ts";
import { idOf } from "../../demo/stand-ins/productive/resource.ts";
import { serviceId } from "../../demo/stand-ins/productive/services.ts";
import { startProductiveStandIn } from "../../demo/stand-ins/productive/stand-in.ts";
import { milestoneId } from "../../demo/stand-ins/productive/tasks.ts";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { organization, token } from "../../demo/stand-ins/testing/json-api.ts";
import { getJson } from "../../src/connectors/http/get-json.ts";
import { createProductiveConnector } from "../../src/connectors/productive/adapter.ts";
import { systemClock } from "../../src/lib/clock.ts";
import type { Sample } from "./contract-sample.ts";
import { optOuts } from "./opt-outs.ts";
import { describePsaConnector } from "./psa-connector-contract.ts";
import { translateIds } from "./translate-ids.ts";

describePsaConnector(
  "productive",
  async (sample) => {
    const standIn = await startProductiveStandIn({ records: recordsOf(sample), organization, token });
    onTestFinished(() => standIn.close());
    const vendor = { clock: systemClock, origin: standIn.url, send: getJson, token: () => token };
    return {
      connector: translateIds(createProductiveConnector(vendor, organization.id), theirIdOf, namesIn(sample)),
      change: async (changed) => standIn.setRecords(recordsOf(changed)),
      disconnect: () => standIn.close(),
    };
  },
  optOuts.productive,
);

function theirIdOf(id: string): string {
  const [kind = ""] = id.split("-");
  const place = places[kind] ?? places.c;
  return idOf(...place(id));
}

const places: Record<string, (id: string) => [type: string, ourId: string]> & { c: (id: string) => [string, string] } =
  {
    c: (id) => ["companies", id],
    k: (id) => ["people", contactId(id)],
    s: (id) => ["people", staffId(id)],
    p: (id) => ["projects", id],
    ph: (id) => ["services", serviceId({ project_id: "", phase_id: id })],
    m: (id) => ["tasks", milestoneId(id)],
  };

/** Every id that the contract may meet, those of contacts that are added later too. */
function namesIn({ companies, contacts, projects, phases, milestones, people }: Sample): string[] {
  const records = [...companies, ...contacts, ...projects, ...phases, ...milestones, ...people];
  return [...records, { id: "k-8" }, { id: "c-99" }].map(({ id }) => id);
}

/** What a colleague costs stands on their time entries, and so in the costs of services and budgets. */
function recordsOf(sample: Sample): FirmRecords {
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
  });
}
