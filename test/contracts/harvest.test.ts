import { onTestFinished } from "vitest";
import { idOf } from "../../demo/stand-ins/harvest/row.ts";
import { startHarvestStandIn } from "../../demo/stand-ins/harvest/stand-in.ts";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { createHarvestConnector } from "../../src/connectors/harvest/adapter.ts";
import { getJson } from "../../src/connectors/http/get-json.ts";
import { systemClock } from "../../src/lib/clock.ts";
import type { Sample } from "./contract-sample.ts";
import { optOuts } from "./opt-outs.ts";
import { describePsaConnector } from "./psa-connector-contract.ts";
import { translateIds } from "./translate-ids.ts";

const token = "a-token-of-maya";
const account = { id: "1001", name: "Harbor Example" };

describePsaConnector(
  "harvest",
  async (sample) => {
    const standIn = await startHarvestStandIn({ records: recordsOf(sample), account, token });
    onTestFinished(() => standIn.close());
    const parts = { clock: systemClock, origin: standIn.url, send: getJson, token: () => token, accountId: account.id };
    const theirs = (id: string) => String(idOf(collectionOf(id), id));
    return {
      connector: translateIds(createHarvestConnector(parts), theirs, namesIn(sample)),
      change: async (changed) => standIn.setRecords(recordsOf(changed)),
      disconnect: () => standIn.close(),
    };
  },
  optOuts.harvest,
);

const collections = {
  c: "clients",
  k: "contacts",
  p: "projects",
  ph: "task_assignments",
  s: "users",
} as const;

function collectionOf(id: string): string {
  const [kind = ""] = id.split("-");
  return Object.entries(collections).find(([prefix]) => prefix === kind)?.[1] ?? "nothing";
}

/** Every id that the contract may meet, those of contacts that are added later too. */
function namesIn({ companies, contacts, projects, phases, people }: Sample): string[] {
  return [...companies, ...contacts, ...projects, ...phases, ...people, { id: "k-8" }, { id: "c-99" }].map(
    ({ id }) => id,
  );
}

/** What a colleague costs stands on their time entries. */
function recordsOf(sample: Sample): FirmRecords {
  const [phase] = sample.phases;
  return completeRecords({
    companies: sample.companies.map(({ id, name, isArchived = false }) => ({ id, name, archived: String(isArchived) })),
    contacts: sample.contacts.map(({ id, name, emails, companyIds, title = "" }) => ({
      ...{ id, name, title, email: emails.join(";"), company_id: companyIds.join(";") },
    })),
    projects: sample.projects.map(({ id, name, companyId, status, managerId = "", currency = "", fee = "" }) => ({
      ...{ id, name, company_id: companyId, status, manager_id: managerId, currency, fee },
    })),
    phases: sample.phases.map(({ id, projectId, name }) => ({ id, project_id: projectId, name })),
    people: sample.people.map(({ id, name }) => ({ id, name })),
    time_entries: sample.people.map(({ id, costRate }) => ({
      ...{ id: `t-${id}`, project_id: phase?.projectId ?? "", phase_id: phase?.id ?? "", date: "2026-03-02" },
      ...{ person_id: id, hours: "2", bill_rate: "100", cost_rate: costRate },
    })),
  });
}
