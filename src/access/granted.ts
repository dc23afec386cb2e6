import type { Email } from "../domain/email.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { CompanyId, FirmId, PortalId, ProjectId } from "../domain/ids.ts";
import type { ShownBlock } from "../domain/template.ts";
import { seesWholeCompany } from "./checks/scope.ts";
import type { Decision } from "./decision.ts";
import type { Facts } from "./facts.ts";

declare const proof: unique symbol;

type Proven = {
  /** This email belongs to this company right now, or the firm itself asks: its figures may be read from the PSA. */
  "company.read": { firmId: FirmId; companyId: CompanyId };
  /** The whole decision was a yes: these projects may be shown. */
  "portal.view": {
    firmId: FirmId;
    companyId: CompanyId;
    portalId: PortalId;
    email: Email;
    /** What the page has, in its order. */
    blocks: readonly ShownBlock[];
    visibleProjectIds: ReadonlySet<ProjectId>;
    /** Whether what is the company's and of no single project, such as an invoice for all of them, is theirs to see too. */
    seesWholeCompany: boolean;
    fields: Decision["fields"];
  };
};

/** Proof of a yes. Only this file makes one, so code that asks for it cannot be reached around the decision. */
export type Granted<Action extends keyof Proven> = Proven[Action] & { readonly [proof]: Action };

/** This person is proved to be of the portal's company, whatever state the portal is in. Null when they are not. */
export function grantCompanyRead(facts: Facts, decision: Decision): Granted<"company.read"> | null {
  const needed = ["identity", "connection", "contact", "company"];
  const passed = decision.steps.filter((step) => needed.includes(step.check) && step.verdict === "pass");
  if (passed.length !== needed.length || facts.address.kind !== "found") return null;
  const { firmId, companyId } = facts.address.portal;
  return prove<"company.read">({ firmId, companyId });
}

/**
 * The firm itself asks about somebody whom an earlier check keeps from the company's work: it may know whether there would
 * be anything to see. Null on a visitor's own load, and for whoever has another company, for whom it would say nothing.
 */
export function grantFirmRead({ address, identity, people, work, rules }: Facts): Granted<"company.read"> | null {
  if (identity.kind !== "assumed" || address.kind !== "found") return null;
  if (people.kind !== "read" || people.gaps.length > 0 || work.kind !== "not_asked") return null;
  const { firmId, companyId } = address.portal;
  const companyIds = people.contacts.flatMap((contact) => contact.companyIds);
  const isStranger = people.contacts.length === 0 && !rules.isTeamMember;
  const mayBeTheirs = companyIds.includes(companyId) || (companyIds.length === 0 && people.contacts.length > 0);
  return isStranger || mayBeTheirs ? prove<"company.read">({ firmId, companyId }) : null;
}

/** The firm itself looks at what one of its own portals shows, about nobody in particular. Null at another firm's portal. */
export function grantFirmLook(firm: Firm, { firmId, companyId }: Portal): Granted<"company.read"> | null {
  return firmId === firm.id ? prove<"company.read">({ firmId, companyId }) : null;
}

/** The decision is a yes. Null when it is not, or when nobody is signed in (a diagnosis grants no page). */
export function grantPortalView(facts: Facts, decision: Decision): Granted<"portal.view"> | null {
  return facts.identity.kind === "signed_in" ? viewOf(facts, decision, facts.identity.email) : null;
}

/** The decision is a yes about the person whom the firm assumes: the firm may look at the pages that they would get. */
export function grantPreview(facts: Facts, decision: Decision): Granted<"portal.view"> | null {
  return facts.identity.kind === "assumed" ? viewOf(facts, decision, facts.identity.email) : null;
}

function viewOf(facts: Facts, decision: Decision, email: Email): Granted<"portal.view"> | null {
  const { address, rules } = facts;
  if (decision.outcome !== "granted" || address.kind !== "found") return null;
  const { firmId, id, companyId } = address.portal;
  return prove<"portal.view">({
    firmId,
    companyId,
    portalId: id,
    blocks: rules.blocks,
    email,
    visibleProjectIds: new Set(decision.visibleProjectIds),
    seesWholeCompany: seesWholeCompany(facts, companyId),
    fields: decision.fields,
  });
}

function prove<Action extends keyof Proven>(facts: Proven[Action]): Granted<Action> {
  return facts as Granted<Action>;
}
