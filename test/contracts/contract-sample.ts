// What the contract of a PSA connector is told with: a small firm, in no source's own shape.
import type { ProjectStatus } from "../../src/domain/project.ts";

type SampleCompany = { id: string; name: string; isArchived?: boolean; domains?: string[] };
type SampleContact = {
  id: string;
  name: string;
  emails: string[];
  companyIds: string[];
  title?: string;
  isArchived?: boolean;
};
type SampleProject = {
  id: string;
  name: string;
  companyId: string;
  status: ProjectStatus;
  managerId?: string;
  currency?: string;
  fee?: string;
};
/** What stands in the PSA; a maker turns it into records of its own source. */
export type Sample = {
  companies: SampleCompany[];
  contacts: SampleContact[];
  projects: SampleProject[];
  phases: { id: string; projectId: string; name: string; order: number | null }[];
  milestones: { id: string; projectId: string; name: string; dueDate: string }[];
  people: { id: string; name: string; costRate: string }[];
  invoices: { id: string; companyId: string; projectId: string; number: string; amount: string }[];
};

export const sample: Sample = {
  companies: [
    { id: "c-1", name: "Acme Corp", domains: ["acme.com", "acme.co.uk"] },
    { id: "c-2", name: "Bluewater, Inc." },
    { id: "c-3", name: "Cedar & Sons", isArchived: true },
    { id: "c-4", name: "Dune" },
  ],
  contacts: [
    { id: "k-1", name: "Jane Doe", emails: ["Jane.Doe@ACME.com"], companyIds: ["c-1"], title: "Owner's rep" },
    {
      id: "k-2",
      name: 'José "Pepe" Núñez',
      emails: ["jose@acme.com", "pepe@bluewater.io"],
      companyIds: ["c-1", "c-2"],
    },
    { id: "k-3", name: "Jane at Bluewater", emails: ["jane.doe@acme.com"], companyIds: ["c-2"] },
    { id: "k-4", name: "Old Hand", emails: ["old@acme.com"], companyIds: ["c-1"], isArchived: true },
    { id: "k-5", name: "Cedar Person", emails: ["cy@cedar.org"], companyIds: ["c-3"] },
    { id: "k-6", name: "No Company", emails: ["free@lance.net"], companyIds: [] },
    { id: "k-7", name: "No Email", emails: [], companyIds: ["c-1"] },
  ],
  projects: [
    {
      id: "p-1",
      name: "Harbor House",
      companyId: "c-1",
      status: "active",
      managerId: "s-1",
      currency: "USD",
      fee: "1234.50",
    },
    { id: "p-2", name: "Old Mill", companyId: "c-1", status: "archived" },
    { id: "p-3", name: "Pier 9", companyId: "c-2", status: "draft", managerId: "s-2" },
  ],
  phases: [
    { id: "ph-1", projectId: "p-1", name: "Concept", order: 1 },
    { id: "ph-2", projectId: "p-3", name: "Secret concept", order: 1 },
  ],
  milestones: [
    { id: "m-1", projectId: "p-1", name: "Permit", dueDate: "2026-12-01" },
    { id: "m-2", projectId: "p-3", name: "Secret permit", dueDate: "2026-12-02" },
  ],
  people: [
    { id: "s-1", name: "Maya Finch", costRate: "77.77" },
    { id: "s-2", name: "Otto Harbor", costRate: "88.88" },
  ],
  invoices: [
    { id: "i-1", companyId: "c-1", projectId: "p-1", number: "INV-1", amount: "100.00" },
    { id: "i-2", companyId: "c-2", projectId: "p-3", number: "Secret invoice", amount: "200.00" },
  ],
};

/** What a PSA may have no way to hold. */
export type Ability =
  | "several_emails"
  | "archived_contacts"
  | "contacts_without_company"
  | "domains"
  | "drafts"
  | "phase_order"
  | "milestones";

/** What a connector's PSA cannot hold, each with the reason. */
export type Cannot = Partial<Record<Ability, string>>;

/** The same firm, as far as such a PSA can hold it. */
export function fitSample(whole: Sample, cannot: Cannot): Sample {
  return {
    companies: whole.companies.map(({ domains, ...company }) =>
      cannot.domains || !domains ? company : { ...company, domains },
    ),
    contacts: whole.contacts
      .filter(({ companyIds }) => !cannot.contacts_without_company || companyIds.length > 0)
      .map((contact) => fitContact(contact, cannot)),
    projects: whole.projects.map((project) =>
      cannot.drafts && project.status === "draft" ? { ...project, status: "active" } : project,
    ),
    phases: cannot.phase_order ? whole.phases.map((phase) => ({ ...phase, order: null })) : whole.phases,
    milestones: cannot.milestones ? [] : whole.milestones,
    people: whole.people,
    invoices: whole.invoices,
  };
}

function fitContact({ isArchived = false, ...contact }: SampleContact, cannot: Cannot): SampleContact {
  const several = cannot.several_emails ? 1 : Number.POSITIVE_INFINITY;
  return {
    ...contact,
    emails: contact.emails.slice(0, several),
    companyIds: contact.companyIds.slice(0, several),
    isArchived: isArchived && !cannot.archived_contacts,
  };
}
