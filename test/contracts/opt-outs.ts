// What each vendor has no way to hold, and so promises nothing about. The reasons are reported by the contract, listed in the
// vendor's guide, and are all that may tell its portals from those of a folder of files (test/same-from-every-psa.test.ts).
import type { VendorKind } from "../../src/domain/psa-connection.ts";
import type { Cannot } from "./contract-sample.ts";

export const optOuts = {
  productive: {
    several_emails: "a person of Productive has one email that can be looked up, and one company",
    drafts: "a project of Productive is archived or not, and its budgets are open or closed",
  },
  harvest: {
    several_emails: "a contact of Harvest has one email and one client",
    archived_contacts: "Harvest archives no contacts: who is gone was deleted",
    contacts_without_company: "a contact of Harvest belongs to a client",
    domains: "Harvest knows no mail domains of a client",
    drafts: "a project of Harvest is active or archived",
    phase_order: "tasks stand in no order",
    milestones: "Harvest has none",
  },
} satisfies Record<VendorKind, Cannot>;
