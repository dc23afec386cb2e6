// The facts that a decision rests on, gathered by the caller; nothing in here reads anything by itself.
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { CompanyId, ContactId, ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import type { PsaKind } from "../domain/psa-connection.ts";
import type { FieldName, ShownBlock } from "../domain/template.ts";
import type { PortalSwitches } from "../domain/visibility.ts";
import type { Cause, NobodyCause } from "./causes.ts";

/**
 * Which portal stands at the asked address. `isRetired`: the address was the portal's earlier one. `office`: it is the
 * firm's own side. `not_asked`: the firm asks about a person, not about a door.
 */
export type AddressFact =
  | { kind: "found"; portal: Portal; isRetired: boolean }
  | { kind: "nothing" }
  | { kind: "office" }
  | { kind: "not_asked" };

/**
 * `assumed`: somebody at the firm asks on behalf of this email (diagnose), nobody has proved it. `claimed`: the email that
 * an unfinished sign-in was for. `isLinkForOther`: they came by a link that was mailed to another email.
 */
export type IdentityFact =
  | { kind: "signed_in"; email: Email; isLinkForOther: boolean }
  | { kind: "assumed"; email: Email }
  | {
      kind: "nobody";
      cause: NobodyCause;
      claimed: Email | null;
      /** The contact who has no address to sign in with, when the firm asks about one. */
      contact?: { name: string; unusableEmails: string[] };
    };

/** `detail` is for the firm only. */
export type PsaTrouble = { kind: "trouble"; cause: Extract<Cause, `psa.${string}`>; detail: string };

/**
 * Who carries the email right now. `gaps` counts records that could not be understood: with any, absence proves nothing.
 * `byAlias`: the one of these contacts that counts because the firm approved this email for it.
 */
export type PeopleFact =
  | {
      kind: "read";
      contacts: Contact[];
      companies: Company[];
      gaps: string[];
      readAt: Date;
      byAlias: ContactId | null;
    }
  | PsaTrouble
  | { kind: "not_asked" };

/** `supplies`: the fields of which the PSA says anything; null where only the projects were looked at (pre-flight). */
export type WorkFact =
  | { kind: "read"; projects: Project[]; supplies: FieldName[] | null; gaps: string[]; readAt: Date }
  | PsaTrouble
  | { kind: "not_asked" };

/**
 * The firm's word that this email is that contact. It holds while the contact still carries `contactEmail` in the PSA:
 * somebody else who gets that address later is another contact.
 */
export type Alias = { email: Email; contactId: ContactId; contactEmail: Email };

/** A contact whom the firm lets see only these projects at this portal; none of them is a block. */
export type ContactLimit = { contactId: ContactId; projectIds: ProjectId[] };

/** What the firm has settled on its own side about this email and this portal. */
export type FirmRules = PortalSwitches & {
  alias: Alias | null;
  limits: ContactLimit[];
  /** What the template of the portal shows, in this order; none where no portal stands. */
  blocks: readonly ShownBlock[];
  /** The email is in the firm's own team. */
  isTeamMember: boolean;
};

/** A contact whose email resembles the one at the door. Evidence for the firm; it never grants anything. */
export type NearMatch = {
  contactId: ContactId;
  contactName: string;
  contactEmail: Email;
  companyIds: readonly CompanyId[];
  companyNames: string[];
  /** In which way the two emails are alike, strongest first. */
  likeness: "plus_address" | "typo_domain" | "accents" | "transposed" | "same_name" | "similar";
  /** The email at the door is at a public mail provider, where anybody can have any name. */
  isPublicDomain?: boolean;
};

/**
 * What only the firm's own questions look up. INVARIANT: it sharpens the cause of a no and adds notes; it never changes an
 * outcome, so that a visitor's load decides the same without it.
 */
export type FirmContext = {
  /** Null: not looked for, because the directory cannot be read. */
  nearMatches: NearMatch[] | null;
  /** Whether the portal's company is still in the PSA; null when that cannot be told. */
  isCompanyGone: boolean | null;
  /** What the portal's company has, where an earlier check keeps the person from all of it; null when not looked for. */
  companyWork: WorkFact | null;
  /** When this email last got in at this portal. */
  lastGrantedAt: Date | null;
  /** The newest mail to this email, when the receiving server refused it or ours could not hand it over. */
  mailTrouble: { cause: Extract<Cause, `mail.${string}`>; words: string; at: Date } | null;
  /** Where the newest sign-in stopped, when none has succeeded since. */
  proofTrouble: { cause: Extract<Cause, `proof.${string}` | "sess.cookies_off">; at: Date } | null;
  /** The PSA suddenly shows far fewer records than before. */
  seesLess: { before: number; now: number } | null;
};

export type Facts = {
  now: Date;
  firm: Firm;
  /** Which PSA the firm reads from, so that remedies can name its menus; null while none is connected. */
  psaKind: PsaKind | null;
  /** The slug that was asked for, whether or not something stands there. */
  askedSlug: string;
  /** The project whose page was asked for; null for the portal itself. */
  askedProjectId: ProjectId | null;
  address: AddressFact;
  identity: IdentityFact;
  rules: FirmRules;
  people: PeopleFact;
  work: WorkFact;
  /** Null on a visitor's load. */
  context: FirmContext | null;
};

/** The firm's approval for this very person; one for another email counts for nobody else. */
export function aliasFor({ identity, rules }: Pick<Facts, "identity" | "rules">): Alias | null {
  return identity.kind !== "nobody" && rules.alias?.email === identity.email ? rules.alias : null;
}
