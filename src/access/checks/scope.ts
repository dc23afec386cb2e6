import type { CompanyId, ContactId, ProjectId } from "../../domain/ids.ts";
import type { Project, ProjectStatus } from "../../domain/project.ts";
import type { Cause } from "../causes.ts";
import type { Decision, Finding, HiddenProject } from "../decision.ts";
import type { ContactLimit, Facts, FirmRules } from "../facts.ts";
import { fail, pass, skipped, unknown } from "./finding.ts";

/** A project of any other status is shown to nobody. */
export const shownStatuses: ReadonlySet<ProjectStatus> = new Set(["active", "on_hold", "completed"]);

type Judging = Pick<Facts, "people" | "rules">;
type Scope = Pick<Decision, "visibleProjectIds" | "hiddenProjects">;

/**
 * Whether what is the company's and of no single project is this person's to see too. Whoever is limited or sees only what they
 * are named on does not see it, even where nothing else of the company is hidden from them today.
 */
export function seesWholeCompany(facts: Judging, companyId: CompanyId): boolean {
  return facts.rules.switches.cross_project && limitsOf(facts, contactsHere(facts, companyId)).length === 0;
}

/** Which projects of the company this person may see, and why each other one is hidden. */
export function scopeOf(facts: Facts): Scope {
  const { work, address } = facts;
  if (work.kind !== "read" || address.kind !== "found") return { visibleProjectIds: [], hiddenProjects: [] };
  return judgeAll(work.projects, facts, address.portal.companyId);
}

function judgeAll(projects: Project[], facts: Judging, companyId: CompanyId): Scope {
  // INVARIANT: whatever the PSA sent, a project of another company is neither shown nor mentioned.
  const own = projects.filter((project) => project.companyId === companyId).sort(byId);
  const contactIds = contactsHere(facts, companyId);
  const judged = own.map((project) => ({ id: project.id, cause: hidingCause(project, facts, contactIds) }));
  return {
    visibleProjectIds: judged.filter(({ cause }) => cause === null).map(({ id }) => id),
    hiddenProjects: judged.flatMap(({ id, cause }) => (cause === null ? [] : [{ id, cause }])),
  };
}

/** Passes when at least one project is there to be seen, and the asked one (if one was asked for) is among them. */
export function checkScope(facts: Facts, scope: Scope): Finding {
  const { work, askedProjectId } = facts;
  if (work.kind === "not_asked") return behindEarlier(facts);
  if (work.kind === "trouble") return unknown(work.cause);
  const evidence = { visible: scope.visibleProjectIds.length, hidden: scope.hiddenProjects.length };
  const isAskedVisible = askedProjectId === null || scope.visibleProjectIds.includes(askedProjectId);
  if (scope.visibleProjectIds.length > 0 && isAskedVisible) return pass({ evidence, readAt: work.readAt });
  if (work.gaps.length > 0) return unknown("psa.partial", { gaps: work.gaps }, work.readAt);
  if (scope.visibleProjectIds.length > 0) return askedFinding(askedProjectId, scope.hiddenProjects, work.readAt);
  return fail(commonCause(scope.hiddenProjects), evidence, work.readAt);
}

/**
 * An earlier check keeps the person from the company's work. For the firm's own question it is noted when there would be
 * nothing to see even so, as if the contacts who are archived were restored; whoever is no contact is limited in nothing.
 */
function behindEarlier({ address, people, rules, context }: Facts): Finding {
  const work = context?.companyWork;
  if (work?.kind !== "read" || work.gaps.length > 0 || address.kind !== "found") return skipped;
  const { companyId } = address.portal;
  const restored = people.kind === "read" ? people.contacts.map((one) => ({ ...one, isArchived: false })) : [];
  const mended = people.kind === "read" ? { ...people, contacts: restored } : people;
  const isKnown = contactsHere({ people: mended }, companyId).length > 0;
  const given = { people: mended, rules: isKnown ? rules : withoutLimits(rules) };
  const { visibleProjectIds, hiddenProjects } = judgeAll(work.projects, given, companyId);
  if (visibleProjectIds.length > 0) return skipped;
  const evidence = { visible: 0, hidden: hiddenProjects.length };
  return { ...skipped, cause: commonCause(hiddenProjects), evidence, readAt: work.readAt };
}

function withoutLimits(rules: FirmRules): FirmRules {
  return { ...rules, limits: [], switches: { ...rules.switches, cross_project: true } };
}

/** The asked project is hidden, and why; or it is none of the company's. */
function askedFinding(asked: ProjectId | null, hidden: HiddenProject[], readAt: Date): Finding {
  const why = hidden.find(({ id }) => id === asked)?.cause ?? null;
  return fail("scope.no_such_project", { asked, why }, readAt);
}

/** Why none is visible: what the firm has settled on its own side goes before what the PSA says. */
function commonCause(hidden: HiddenProject[]): Cause {
  const causes = new Set(hidden.map(({ cause }) => cause));
  return (
    (["scope.contact_limit", "scope.not_on_project", "scope.status"] as const).find((cause) => causes.has(cause)) ??
    "scope.no_projects"
  );
}

/** Narrower wins: a project is hidden when any reason hides it, and the firm's own reason is the one that is named. */
function hidingCause(project: Project, { rules }: Pick<Judging, "rules">, contactIds: ContactId[]): Cause | null {
  if (!shownStatuses.has(project.status)) return "scope.status";
  const limits = limitsOf({ rules }, contactIds);
  if (limits.some((limit) => !limit.projectIds.includes(project.id))) return "scope.contact_limit";
  const isNamed = project.contactIds.some((id) => contactIds.includes(id));
  return rules.switches.cross_project || isNamed ? null : "scope.not_on_project";
}

function limitsOf({ rules }: Pick<Judging, "rules">, contactIds: ContactId[]): ContactLimit[] {
  return rules.limits.filter((limit) => contactIds.includes(limit.contactId));
}

/** The person's active contacts at this company. */
function contactsHere({ people }: Pick<Facts, "people">, companyId: string): ContactId[] {
  if (people.kind !== "read") return [];
  return people.contacts
    .filter((contact) => !contact.isArchived && contact.companyIds.some((id) => id === companyId))
    .map(({ id }) => id);
}

function byId(one: Project, other: Project): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
