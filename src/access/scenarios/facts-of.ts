// From a scenario's world to the facts of a decision, as the program gathers them: first the visitor's load, then the firm's
// own question about the same person at the same door.
import type { Email } from "../../domain/email.ts";
import type { Portal } from "../../domain/firm.ts";
import { templateBlocks } from "../../domain/template-shape.ts";
import { visibilityDefaults } from "../../domain/visibility.ts";
import { withAlias } from "../check-access.ts";
import { linkedCompanies } from "../checks/company.ts";
import { decide } from "../decide.ts";
import type { AddressFact, Facts, FirmContext, IdentityFact, PeopleFact, WorkFact } from "../facts.ts";
import { type Granted, grantCompanyRead, grantFirmRead } from "../granted.ts";
import { company, firm, now, portalOf, work } from "./people.ts";
import type { TroubleCause, World, WorldPortal } from "./world.ts";

type PeopleRead = Extract<PeopleFact, { kind: "read" }>;

const notConnected = { kind: "trouble", cause: "psa.not_connected", detail: "" } as const;
const notAsked = { kind: "not_asked" } as const;
/** When what stands on record happened. */
export const RECORDED_AT = new Date(now.getTime() - 3_600_000);

/** What a visitor's load rests on. */
export function factsOfVisit(world: World): Facts {
  const beforeWork: Facts = {
    now,
    firm,
    psaKind: world.psa ? "csv" : null,
    askedSlug: askedSlugOf(world),
    askedProjectId: world.door.kind === "slug" ? world.door.projectId : null,
    address: addressOf(world),
    identity: identityOf(world),
    rules: rulesOf(world),
    people: peopleOf(world),
    work: notAsked,
    context: null,
  };
  const mayRead = grantCompanyRead(beforeWork, decide(beforeWork));
  return mayRead ? { ...beforeWork, work: workOf(world, mayRead) } : beforeWork;
}

/** What the firm's question about the same person at the same door rests on. Nobody signed in: the visit as it was. */
export function factsOfQuestion(world: World): Facts {
  const facts = factsOfVisit(world);
  const { visitor } = world;
  if (visitor.kind !== "signed_in") return facts;
  const identity = visitor.isLinkForOther ? visitor : ({ kind: "assumed", email: visitor.email } as const);
  return { ...facts, identity, context: contextOf(world, facts) };
}

/** Open portals of the companies that are this person's own right now. */
export function ownPortals(world: World, facts: Facts): WorldPortal[] {
  if (facts.people.kind !== "read") return [];
  const ids = linkedCompanies(facts.people).flatMap(({ id, isArchived }) => (isArchived ? [] : [id]));
  return world.portals.filter(({ companyId, state }) => state === "open" && ids.includes(companyId));
}

function askedSlugOf({ door }: World): string {
  if (door.kind === "slug") return door.slug;
  return door.kind === "office" ? "https://office.example" : "";
}

function addressOf(world: World): AddressFact {
  if (world.door.kind === "root") return notAsked;
  if (world.door.kind === "office") return { kind: "office" };
  const found = portalAt(world);
  return found ? { kind: "found", ...found } : { kind: "nothing" };
}

function portalAt({ portals, door }: World): { portal: Portal; isRetired: boolean } | null {
  const asked = door.kind === "slug" ? door.slug : "";
  const found = portals.find(({ slug, earlierSlugs }) => slug === asked || earlierSlugs.includes(asked));
  if (!found) return null;
  const { slug, state, template, companyId } = found;
  const named = { ...portalOf(companyId, state), companyName: company(companyId).name };
  return { portal: { ...named, slug, template }, isRetired: slug !== asked };
}

function identityOf({ visitor }: World): IdentityFact {
  if (visitor.kind !== "addressless") return visitor;
  const { name, unusableEmails } = visitor.contact;
  const cause = unusableEmails.length > 0 ? "who.bad_email" : "who.no_email";
  return { kind: "nobody", cause, claimed: null, contact: { name, unusableEmails } };
}

function rulesOf(world: World): Facts["rules"] {
  const email = emailOf(world);
  const found = portalAt(world);
  return {
    alias: world.alias?.email === email ? world.alias : null,
    limits: world.limits
      .filter(({ companyId }) => companyId === found?.portal.companyId)
      .map(({ contactId, projectIds }) => ({ contactId, projectIds })),
    switches: { ...visibilityDefaults, cross_project: world.isCrossProject, fee: world.isFeeShown },
    blocks: found ? templateBlocks[found.portal.template] : [],
    ownSwitches: [],
    isTeamMember: email !== null && world.team.includes(email),
  };
}

function emailOf({ visitor }: World): Email | null {
  return visitor.kind === "signed_in" ? visitor.email : null;
}

function peopleOf(world: World): PeopleFact {
  const email = emailOf(world);
  if (email === null) return notAsked;
  if (!world.psa) return notConnected;
  if (world.psa.trouble.people) return troubleOf(world.psa.trouble.people);
  const own = carriersOf(world, email);
  const alias = world.alias?.email === email ? world.alias : null;
  return alias ? withAlias(own, carriersOf(world, alias.contactEmail), alias) : own;
}

/** Who carries the email, and the companies they are linked to, archived ones too. */
function carriersOf({ psa }: World, email: Email): PeopleRead {
  const contacts = psa?.contacts.filter(({ emails }) => emails.includes(email)) ?? [];
  const ids = contacts.flatMap(({ companyIds }) => companyIds);
  const companies = psa?.companies.filter(({ id }) => ids.includes(id)) ?? [];
  return { kind: "read", contacts, companies, gaps: psa?.gaps.people ?? [], readAt: now, byAlias: null };
}

function workOf({ psa }: World, { companyId }: Granted<"company.read">): WorkFact {
  if (!psa) return notConnected;
  if (psa.trouble.work) return troubleOf(psa.trouble.work);
  return work(
    psa.projects.filter((project) => project.companyId === companyId),
    psa.gaps.work,
  );
}

function troubleOf(cause: TroubleCause) {
  return { kind: "trouble", cause, detail: "in the test" } as const;
}

function contextOf(world: World, facts: Facts): FirmContext {
  const isLookedFor = facts.people.kind === "read" && facts.work.kind === "not_asked";
  const companyId = facts.address.kind === "found" ? facts.address.portal.companyId : null;
  const isListed = world.psa?.companies.some(({ id }) => id === companyId) ?? false;
  const hasGaps = (world.psa?.gaps.people.length ?? 0) > 0;
  const canTell = isLookedFor && companyId !== null && (isListed || !hasGaps);
  return {
    ...historyOf(world, companyId),
    seesLess: world.seesLess,
    nearMatches: isLookedFor ? world.nearMatches : null,
    isCompanyGone: canTell ? !isListed : null,
    companyWork: isListed ? lookedAtWork(world, facts) : null,
  };
}

function lookedAtWork(world: World, facts: Facts): WorkFact | null {
  const email = emailOf(world);
  const mayRead = email && grantFirmRead({ ...facts, identity: { kind: "assumed", email } });
  return mayRead ? workOf(world, mayRead) : null;
}

function historyOf(
  { records }: World,
  companyId: string | null,
): Pick<FirmContext, "lastGrantedAt" | "mailTrouble" | "proofTrouble"> {
  const hasBeenIn = records.some((one) => one.kind === "got_in" && one.companyId === companyId);
  const mail = records.findLast((one) => one.kind === "mail");
  const last = records.findLast((one) => one.kind !== "mail");
  return {
    lastGrantedAt: hasBeenIn ? RECORDED_AT : null,
    mailTrouble:
      mail && mail.state !== "accepted"
        ? { cause: mail.state === "refused" ? "mail.refused" : "mail.not_sent", words: mail.words, at: RECORDED_AT }
        : null,
    proofTrouble: last?.kind === "stopped" ? { cause: last.cause, at: RECORDED_AT } : null,
  };
}
