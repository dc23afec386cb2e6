// The facts that a decision rests on, gathered by the caller; nothing in here reads anything by itself.
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import type { Cause } from "./causes.ts";

/**
 * Which portal stands at the asked address. `isRetired`: the address was the portal's earlier one. `office`: it is the
 * firm's own side. `not_asked`: the firm asks about a person, not about a door.
 */
export type AddressFact =
  | { kind: "found"; portal: Portal; isRetired: boolean }
  | { kind: "nothing" }
  | { kind: "office" }
  | { kind: "not_asked" };

/** `assumed`: somebody at the firm asks on behalf of this email (diagnose), nobody has proved it. */
export type IdentityFact =
  | { kind: "signed_in"; email: Email }
  | { kind: "assumed"; email: Email }
  | { kind: "nobody"; cause: Extract<Cause, "sess.none" | "sess.expired"> };

/** `detail` is for the firm only. */
export type PsaTrouble = { kind: "trouble"; cause: Extract<Cause, `psa.${string}`>; detail: string };

/** Who carries the email right now. `gaps` counts records that could not be understood: with any, absence proves nothing. */
export type PeopleFact =
  | { kind: "read"; contacts: Contact[]; companies: Company[]; gaps: string[]; readAt: Date }
  | PsaTrouble
  | { kind: "not_asked" };

export type WorkFact =
  | { kind: "read"; projects: Project[]; gaps: string[]; readAt: Date }
  | PsaTrouble
  | { kind: "not_asked" };

export type Facts = {
  now: Date;
  firm: Firm;
  /** The slug that was asked for, whether or not something stands there. */
  askedSlug: string;
  /** The project whose page was asked for; null for the portal itself. */
  askedProjectId: ProjectId | null;
  address: AddressFact;
  identity: IdentityFact;
  people: PeopleFact;
  work: WorkFact;
};
