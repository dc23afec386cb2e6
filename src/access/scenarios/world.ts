// A scenario's world, told as people would tell it: what stands in the PSA, what the firm has settled, what is on record,
// and who stands at which door. `facts-of.ts` makes of it what a decision rests on; tests make rows and records of it.
import type { Company, Contact } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import type { PortalState, Template } from "../../domain/firm.ts";
import type { CompanyId, ContactId, ProjectId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project.ts";
import type { NobodyCause } from "../causes.ts";
import type { Alias, FirmContext, NearMatch, PsaTrouble } from "../facts.ts";
import { company, contact, email, project } from "./people.ts";

export type TroubleCause = Exclude<PsaTrouble["cause"], "psa.token_sees_less" | "psa.not_connected">;

export type WorldPsa = {
  companies: Company[];
  contacts: Contact[];
  projects: Project[];
  /** Records that cannot be read: which, and what is wrong with them. */
  gaps: { people: string[]; work: string[] };
  /** What it answers instead, when asked about people or about projects. */
  trouble: { people: TroubleCause | null; work: TroubleCause | null };
};

export type WorldPortal = {
  companyId: CompanyId;
  slug: string;
  earlierSlugs: string[];
  state: PortalState;
  template: Template;
};

export type WorldLimit = { companyId: CompanyId; contactId: ContactId; projectIds: ProjectId[] };

/** What happened before, oldest first; the newest of each kind counts. */
export type WorldRecord =
  | { kind: "got_in"; companyId: CompanyId }
  | { kind: "stopped"; cause: NonNullable<FirmContext["proofTrouble"]>["cause"] }
  | { kind: "mail"; state: "accepted" | "refused" | "failed"; words: string };

export type WorldDoor =
  | { kind: "slug"; slug: string; projectId: ProjectId | null }
  /** The firm's host without a portal's name. */
  | { kind: "root" }
  | { kind: "office" };

export type WorldVisitor =
  | { kind: "signed_in"; email: Email; isLinkForOther: boolean }
  | { kind: "nobody"; cause: NobodyCause; claimed: Email | null }
  /** A contact whom the PSA gives no email that anybody could sign in with. */
  | { kind: "addressless"; contact: Contact };

export type World = {
  /** Null: none is connected. */
  psa: WorldPsa | null;
  portals: WorldPortal[];
  alias: Alias | null;
  limits: WorldLimit[];
  isCrossProject: boolean;
  isFeeShown: boolean;
  team: Email[];
  records: WorldRecord[];
  seesLess: FirmContext["seesLess"];
  /** Whose email is nearly the visitor's. What the search finds must be this; the search itself has tests of its own. */
  nearMatches: NearMatch[];
  door: WorldDoor;
  visitor: WorldVisitor;
};

export const jane = contact("k-jane", ["jane@acme.example"], ["acme"]);
export const bo = contact("k-bo", ["bo@birch.example"], ["birch"]);
export const acme = company("acme");
export const birch = company("birch");

export const calmPsa: WorldPsa = {
  companies: [acme, birch],
  contacts: [jane, bo],
  projects: [project("p-1", "acme"), project("p-9", "birch")],
  gaps: { people: [], work: [] },
  trouble: { people: null, work: null },
};

/** An open portal of this company at its id, with no address before, unless `change` says otherwise. */
export function portalFor(companyId: string, change: Partial<WorldPortal> = {}): WorldPortal {
  return {
    companyId: companyId as CompanyId,
    slug: companyId,
    earlierSlugs: [],
    state: "open",
    template: "owner",
    ...change,
  };
}

/** Jane of Acme, signed in at Acme's open portal, with one active project. Birch is another client, with all of its own. */
export const calmWorld: World = {
  psa: calmPsa,
  portals: [portalFor("acme"), portalFor("birch")],
  alias: null,
  limits: [],
  isCrossProject: true,
  isFeeShown: false,
  team: [],
  records: [],
  seesLess: null,
  nearMatches: [],
  door: { kind: "slug", slug: "acme", projectId: null },
  visitor: { kind: "signed_in", email: email("jane@acme.example"), isLinkForOther: false },
};

/** At the portal of this address, or at a project below it. */
export function at(slug: string, projectId: string | null = null): WorldDoor {
  return { kind: "slug", slug, projectId: projectId as ProjectId | null };
}

/** `isLinkForOther`: they came by a link that was mailed to another email. */
export function signedIn(text: string, { isLinkForOther = false } = {}): WorldVisitor {
  return { kind: "signed_in", email: email(text), isLinkForOther };
}

/** Whoever is signed in as nobody, and why. `claimed`: whom they say they are. */
export function nobody(cause: NobodyCause, claimed: string | null = null): WorldVisitor {
  return { kind: "nobody", cause, claimed: claimed === null ? null : email(claimed) };
}

/** The calm PSA with these records in place of its own. */
export function psaWith(change: Partial<WorldPsa>): WorldPsa {
  return { ...calmPsa, ...change };
}

/** This contact sees these projects alone; an empty list is a block. */
export function limitOf(contactId: string, projectIds: string[], companyId = "acme"): WorldLimit {
  return {
    companyId: companyId as CompanyId,
    contactId: contactId as ContactId,
    projectIds: projectIds as ProjectId[],
  };
}

/** An email that the firm has approved for a contact who has another one in the PSA. */
export function aliasOf(text: string, contactId: string, contactEmail: string): Alias {
  return { email: email(text), contactId: contactId as ContactId, contactEmail: email(contactEmail) };
}
