// Everybody at once: would each contact of each portal get in, and why not. Pure: the same `decide` that guards the pages, over
// one reading of the directory and of the projects instead of one question for each person.
import { withAlias } from "../access/check-access.ts";
import { decide } from "../access/decide.ts";
import type { Decision } from "../access/decision.ts";
import type {
  Alias,
  ContactLimit,
  Facts,
  FirmContext,
  IdentityFact,
  PeopleFact,
  PsaTrouble,
  WorkFact,
} from "../access/facts.ts";
import { grantCompanyRead, grantFirmRead } from "../access/granted.ts";
import type { Directory, Reading } from "../connectors/port.ts";
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { CompanyId, ContactId, PortalId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import type { PsaKind } from "../domain/psa-connection.ts";
import type { TemplateBlocks } from "../domain/template.ts";
import { switchesAt, type TouchedSwitch } from "../domain/visibility.ts";
import { indexDirectory, indexProjects } from "./listed-facts.ts";

export type PreflightInput = {
  now: Date;
  firm: Firm;
  psaKind: PsaKind | null;
  portals: Portal[];
  directory: Reading<Directory>;
  projects: Reading<Project[]> | PsaTrouble;
  /** What each template shows. */
  templates: TemplateBlocks;
  /** What the firm has switched for all its portals. */
  switches: TouchedSwitch[];
  /** What it has switched for one of them alone. */
  ownSwitches: (TouchedSwitch & { portalId: PortalId })[];
  /** The approvals that are in force. */
  aliases: Alias[];
  limits: (ContactLimit & { portalId: PortalId })[];
  teamEmails: ReadonlySet<Email>;
};

/** `email` null: the contact has none to sign in with. */
export type PreflightContact = {
  contactId: ContactId;
  name: string;
  email: Email | null;
  isArchived: boolean;
  decision: Decision;
};

/** `company` null: the portal's company is not in the PSA. */
export type PreflightPortal = { portal: Portal; company: Company | null; contacts: PreflightContact[] };

/** Every contact of every portal's company by the links of now, one row for each email, and every approved address. */
export function preflight(input: PreflightInput): PreflightPortal[] {
  const look = openPreflight(input);
  return input.portals.map((portal) => ({
    portal,
    company: look.companyOf(portal),
    contacts: rowsAt(look, portal),
  }));
}

export type PreflightLook = ReturnType<typeof openPreflight>;

/** The readings, indexed once, so that each person costs as much as they have records. */
export function openPreflight(input: PreflightInput) {
  const { directory, projects, aliases } = input;
  const people = indexDirectory(directory);
  const work = "kind" in projects ? null : indexProjects(projects);
  const aliasesOf = Map.groupBy(aliases, ({ contactId }) => contactId);
  const questionOf = questionsOver(input, people.isCompanyGone);

  function workOf(companyId: CompanyId): WorkFact {
    return "kind" in projects ? projects : (work?.workOf(companyId) ?? { kind: "not_asked" });
  }

  function peopleOf(email: Email, alias: Alias | null): PeopleFact {
    const own = people.peopleOf(email);
    return alias ? withAlias(own, people.peopleOf(alias.contactEmail), alias) : own;
  }

  return {
    companyOf: (portal: Portal) => people.companyOf(portal.companyId),
    contactsAt: (portal: Portal) => people.contactsOf(portal.companyId),
    aliasesOf: ({ id }: Contact) => (aliasesOf.get(id) ?? []).map(({ email }) => email),

    /** As a load of the portal by this person would decide; `context`: what the firm knows besides. */
    decidePerson(portal: Portal, email: Email, context?: Partial<FirmContext>): Decision {
      const question = questionOf(portal, { kind: "assumed", email }, context);
      const beforeWork = { ...question, people: peopleOf(email, question.rules.alias) };
      const decision = decide(beforeWork);
      const mayRead = grantCompanyRead(beforeWork, decision);
      if (mayRead) return decide({ ...beforeWork, work: workOf(mayRead.companyId) });
      const mayLook = people.companyOf(portal.companyId) ? grantFirmRead(beforeWork) : null;
      if (!mayLook || !beforeWork.context) return decision;
      return decide({ ...beforeWork, context: { ...beforeWork.context, companyWork: workOf(mayLook.companyId) } });
    },

    /** About a contact without an address that somebody could sign in with. */
    decideAddressless(portal: Portal, { name, unusableEmails }: Contact): Decision {
      const cause = unusableEmails.length > 0 ? "who.bad_email" : "who.no_email";
      return decide(questionOf(portal, { kind: "nobody", cause, claimed: null, contact: { name, unusableEmails } }));
    },
  };
}

type QuestionOf = (portal: Portal, identity: IdentityFact, context?: Partial<FirmContext>) => Facts;

/** What is known of a door and a person before the PSA's records of them are looked at. */
function questionsOver(input: PreflightInput, isCompanyGone: (id: CompanyId) => boolean | null): QuestionOf {
  const { now, firm, psaKind, aliases, limits, switches, ownSwitches, templates, teamEmails } = input;
  const aliasOf = new Map(aliases.map((alias) => [alias.email, alias]));
  const ownSwitchesOf = Map.groupBy(ownSwitches, ({ portalId }) => portalId);
  const limitsOf = Map.groupBy(limits, ({ portalId }) => portalId);
  return (portal, identity, context) => {
    const email = identity.kind === "nobody" ? null : identity.email;
    const rules = {
      alias: (email && aliasOf.get(email)) ?? null,
      limits: limitsOf.get(portal.id) ?? [],
      blocks: templates[portal.template],
      ...switchesAt(switches, ownSwitchesOf.get(portal.id) ?? []),
      isTeamMember: email !== null && teamEmails.has(email),
    };
    return {
      ...{ now, firm, psaKind, identity, rules, askedSlug: portal.slug, askedProjectId: null },
      address: { kind: "found", portal, isRetired: false },
      people: { kind: "not_asked" },
      work: { kind: "not_asked" },
      context: { ...nothingKnown, isCompanyGone: isCompanyGone(portal.companyId), ...context },
    };
  };
}

const nothingKnown: FirmContext = {
  nearMatches: null,
  isCompanyGone: null,
  companyWork: null,
  lastGrantedAt: null,
  mailTrouble: null,
  proofTrouble: null,
  seesLess: null,
};

/**
 * Contacts that share an email are one person at the door: one row, told of the one that is not archived. An approved
 * address stands where the contact that it counts for does.
 */
function rowsAt(look: PreflightLook, portal: Portal): PreflightContact[] {
  const contacts = look.contactsAt(portal);
  const told = new Set<Email>();
  const rowsOf = (contact: Contact): PreflightContact[] => {
    const { id: contactId, name, isArchived } = contact;
    const row = { contactId, name, isArchived };
    const emails = [...contact.emails, ...look.aliasesOf(contact)].filter((email) => !told.has(email));
    for (const email of emails) told.add(email);
    return [
      ...(contact.emails.length === 0
        ? [{ ...row, email: null, decision: look.decideAddressless(portal, contact) }]
        : []),
      ...emails.map((email) => ({ ...row, email, decision: look.decidePerson(portal, email) })),
    ];
  };
  const archivedLast = [...contacts].sort((one, other) => Number(one.isArchived) - Number(other.isArchived));
  return archivedLast.flatMap(rowsOf);
}
