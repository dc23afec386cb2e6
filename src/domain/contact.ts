import type { Email } from "./email.ts";
import type { CompanyId, ContactId } from "./ids.ts";

/** A client company as the PSA has it. `domains` are its mail domains, lower case; evidence for near matches, never for access. */
export type Company = { id: CompanyId; name: string; isArchived: boolean; domains: string[] };

/** A person at a client, as the PSA has them. One contact may carry several emails and be linked to several companies. */
export type Contact = {
  id: ContactId;
  name: string;
  emails: Email[];
  /** Email texts of the PSA that are no addresses; shown to the firm so that they can be mended. */
  unusableEmails: string[];
  companyIds: CompanyId[];
  title: string | null;
  phone: string | null;
  isArchived: boolean;
};
