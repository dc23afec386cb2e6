// A PSA that holds its records in memory, in our own nouns: for tests that tell a world instead of writing a vendor's files.
import { PsaFault, type PsaFaultCode } from "../../src/connectors/errors.ts";
import type { Call, Gap, PsaConnector, Reading } from "../../src/connectors/port.ts";
import type { Company, Contact } from "../../src/domain/contact.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import {
  type CompanyWork,
  emptyWork,
  type Milestone,
  type Phase,
  type Project,
  type StaffMember,
} from "../../src/domain/project.ts";
import type { Clock } from "../../src/lib/clock.ts";

export type MemoryRecords = {
  companies: Company[];
  contacts: Contact[];
  projects: Project[];
  phases: Phase[];
  milestones: Milestone[];
  staff: StaffMember[];
  gaps: { people: Gap[]; work: Gap[] };
  /** What it answers instead, when asked about people or about projects. */
  faults: { people: PsaFaultCode | null; work: PsaFaultCode | null };
};

export const noRecords: MemoryRecords = {
  companies: [],
  contacts: [],
  projects: [],
  phases: [],
  milestones: [],
  staff: [],
  gaps: { people: [], work: [] },
  faults: { people: null, work: null },
};

/** `recordsOf` is asked at every question: what it gives by then is what stands in the PSA. */
export function createMemoryConnector(recordsOf: () => MemoryRecords, clock: Clock): PsaConnector {
  const read = async <T>(side: "people" | "work", { signal }: Call, pick: (all: MemoryRecords) => T) => {
    signal.throwIfAborted();
    const records = recordsOf();
    const fault = records.faults[side];
    if (fault) throw new PsaFault(fault, "in the test");
    return { value: pick(records), gaps: records.gaps[side], readAt: clock.now() } satisfies Reading<T>;
  };
  return {
    findByEmails: (asked, call) =>
      Promise.all(
        asked.map((email) =>
          read("people", call, ({ contacts, companies }) => {
            const carriers = contacts.filter(({ emails }) => emails.includes(email));
            const ids = carriers.flatMap(({ companyIds }) => companyIds);
            return { contacts: carriers, companies: companies.filter(({ id }) => ids.includes(id)) };
          }),
        ),
      ),
    findCompany: (companyId, call) =>
      read("people", call, ({ companies }) => companies.find(({ id }) => id === companyId) ?? null),
    listDirectory: (call) => read("people", call, ({ companies, contacts }) => ({ companies, contacts })),
    listProjects: (call) => read("work", call, ({ projects }) => projects),
    requireProjects: async (call) => void (await read("work", call, () => null)),
    readCompanyWork: (companyId, call) => read("work", call, (all) => workOf(all, companyId)),
    workVersion: async (call) => (await read("work", call, (all) => JSON.stringify(all.projects))).value,
    identify: async (call) => (await read("people", call, () => ({ organisation: null, tokenOwner: null }))).value,
    inspect: async (call) => {
      const { value, gaps } = await read("people", call, ({ companies, contacts, projects }) => [
        { kind: "companies", rows: companies.length },
        { kind: "contacts", rows: contacts.length },
        { kind: "projects", rows: projects.length },
      ]);
      return { counts: value, notSupplied: [], gaps };
    },
  };
}

function workOf({ projects, phases, milestones, staff }: MemoryRecords, companyId: CompanyId): CompanyWork {
  const own = projects.filter((project) => project.companyId === companyId);
  const isOwn = ({ projectId }: { projectId: string }) => own.some(({ id }) => id === projectId);
  return {
    ...emptyWork(companyId),
    projects: own,
    phases: phases.filter(isOwn),
    milestones: milestones.filter(isOwn),
    managers: staff.filter(({ id }) => own.some(({ managerId }) => managerId === id)),
  };
}
