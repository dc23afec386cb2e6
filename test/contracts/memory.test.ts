// The PSA in memory that tests are told with keeps the contract of every connector, so that what holds on it holds.
import { parseCalendarDate } from "../../src/domain/calendar-date.ts";
import type { Company, Contact } from "../../src/domain/contact.ts";
import { parseEmail } from "../../src/domain/email.ts";
import type { CompanyId, ContactId, ProjectId } from "../../src/domain/ids.ts";
import type { Milestone, Phase, Project, StaffMember } from "../../src/domain/project.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { createMemoryConnector, type MemoryRecords, noRecords } from "../support/memory-psa.ts";
import { TestClock } from "../support/test-clock.ts";
import type { Sample } from "./contract-sample.ts";
import { describePsaConnector } from "./psa-connector-contract.ts";

describePsaConnector(
  "in memory",
  async (sample) => {
    let records = recordsOf(sample);
    return {
      connector: createMemoryConnector(() => records, new TestClock()),
      change: async (changed) => {
        records = recordsOf(changed);
      },
      spoil: async (part) => {
        const unread = { parts: [part], projectId: null, why: "not_readable" } as const;
        records = {
          ...records,
          gaps: { people: [], work: [{ place: "in the test", message: "not readable", unread }] },
        };
      },
      disconnect: async () => {
        records = { ...records, faults: { people: "unavailable", work: "unavailable" } };
      },
    };
  },
  { guide: null },
);

function recordsOf(sample: Sample): MemoryRecords {
  return {
    ...noRecords,
    companies: sample.companies.map(companyOf),
    contacts: sample.contacts.map(contactOf),
    projects: sample.projects.map(projectOf),
    phases: sample.phases.map(phaseOf),
    milestones: sample.milestones.map(milestoneOf),
    staff: sample.people.map(staffOf),
  };
}

function companyOf({ id, name, isArchived = false, domains = [] }: Sample["companies"][number]): Company {
  return { id: id as CompanyId, name, isArchived, domains };
}

function contactOf({ id, name, emails, companyIds, title, isArchived }: Sample["contacts"][number]): Contact {
  return {
    id: id as ContactId,
    name,
    emails: emails.flatMap((text) => parseEmail(text) ?? []),
    unusableEmails: [],
    companyIds: companyIds as CompanyId[],
    title: title ?? null,
    phone: null,
    isArchived: isArchived ?? false,
  };
}

function projectOf({ id, name, companyId, status, managerId, currency, fee }: Sample["projects"][number]): Project {
  return {
    id: id as ProjectId,
    companyId: companyId as CompanyId,
    number: null,
    name,
    status,
    phase: null,
    startDate: null,
    endDate: null,
    percentComplete: null,
    managerId: managerId ?? null,
    contactIds: [],
    address: null,
    currency: currency ?? null,
    fee: fee !== undefined && currency !== undefined ? { amount: fee, currency } : null,
    description: null,
  };
}

function phaseOf({ id, projectId, name, order }: Sample["phases"][number]): Phase {
  const unsupplied = { startDate: null, endDate: null, percentComplete: null, fee: null, budgetHours: null };
  return { id, projectId: projectId as ProjectId, name, order, ...unsupplied };
}

function milestoneOf({ id, projectId, name, dueDate }: Sample["milestones"][number]): Milestone {
  const date = parseCalendarDate(dueDate);
  invariant(date, `${dueDate} is a date`);
  return { id, projectId: projectId as ProjectId, name, dueDate: date, doneDate: null, owner: null };
}

/** What a colleague costs is no part of our nouns: there is nowhere to put it. */
function staffOf({ id, name }: Sample["people"][number]): StaffMember {
  return { id, name, role: null, discipline: null, email: null, phone: null };
}
