// Gathers what the review of a switch is made from: our own records, and one reading of each PSA. Changes nothing.
import { createHash } from "node:crypto";
import type { PsaTrouble } from "../access/facts.ts";
import type { Gap } from "../connectors/port.ts";
import type { PsaLinks } from "../data/queries/psa-links.ts";
import { preflight } from "../diagnosis/preflight.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { PsaKind } from "../domain/psa-connection.ts";
import { isStillReading } from "../psa/patient-listing.ts";
import { changedProjects, type ProjectChange } from "./changed-projects.ts";
import { changedStatuses, type StatusChange } from "./changed-statuses.ts";
import { compareAccess, type PersonChange } from "./compare-access.ts";
import { type DecideLost, lostAccess } from "./lost-access.ts";
import type { FindProject } from "./match-projects.ts";
import { type Choices, type Listing, planSwitch, type SwitchPlan } from "./plan-switch.ts";
import { type Late, lateOf, listingOf, type ReadListing, readListing } from "./read-listing.ts";
import { type Records, type ReviewParts, readRecords } from "./read-records.ts";
import { type SensitiveShown, sensitiveAfter } from "./sensitive-after.ts";
import { type SuppliedChange, suppliedAfter } from "./supplied-after.ts";

/** `from` null: nothing was connected before. `oldTrouble`: why the old PSA could not be read; then what is stored has to do. */
export type Review = {
  kind: "ready";
  from: PsaKind | null;
  to: PsaKind;
  /** Our records as the plan was made from them. */
  links: PsaLinks;
  plan: SwitchPlan;
  people: PersonChange[];
  /** Why one of those who lose access does. */
  decideLost: DecideLost;
  /** Empty where the old PSA does not say what anybody saw. */
  projects: ProjectChange[];
  statuses: StatusChange[];
  sensitive: SensitiveShown;
  supplied: SuppliedChange;
  oldTrouble: PsaTrouble | null;
  gaps: Gap[];
  /** What it rests on is as it was last read, and is being read anew. */
  late: Late | null;
  /** Stands for everything that changes, the reasons apart: whoever agrees, agrees to this. */
  digest: string;
};

/** `nothing`: no switch is under way. `no_answer`: the new PSA cannot be read, or one of the two is still being read, so nothing can be said. */
export type ReviewAnswer =
  | Review
  | { kind: "nothing" }
  | { kind: "no_answer"; links: PsaLinks; from: PsaKind | null; to: PsaKind; trouble: PsaTrouble };

/** What switching now would do, with the admin's choices. Our records first, in one transaction; then both PSAs, outside of it. */
export async function reviewSwitch(parts: ReviewParts, choices: Choices): Promise<ReviewAnswer> {
  const stored = await readRecords(parts);
  const { current, pending } = stored.links;
  if (!pending) return { kind: "nothing" };
  const { firm, now, psa, waiting } = parts;
  const former = psa.gatewayFor(firm.id, current?.state === "live" ? current : null);
  const beside = psa.gatewayBeside(firm.id, pending);
  const [before, after] = await Promise.all([readListing(former, waiting), readListing(beside, waiting)]);
  const { links } = stored;
  const none = (trouble: PsaTrouble) =>
    ({ kind: "no_answer", links, from: current?.kind ?? null, to: pending.kind, trouble }) as const;
  if ("kind" in after) return none(after);
  // The old PSA is not silent: limits to some projects become blocks only where it is.
  if ("kind" in before && isStillReading(before)) return none(before);
  return compare({ ...stored, firm, now, before, after }, choices);
}

type Compared = Records & { firm: Firm; now: Date; before: ReadListing | PsaTrouble; after: ReadListing };

function compare(compared: Compared, choices: Choices): Review {
  const { links, settled, lastAccess, content, firm, now, before, after } = compared;
  const old = "kind" in before ? null : before;
  const listings = { before: old && listingOf(old), after: listingOf(after) };
  const plan = planSwitch({ links, ...listings, lastAccess, choices });
  const common = { ...settled, now, firm };
  const from = links.current?.kind ?? null;
  const to = links.pending?.kind ?? "csv";
  const then = old ? preflight({ ...common, psaKind: from, portals: links.portals, ...old }) : lastAccess;
  const afterwards = { ...common, psaKind: to, ...settledAfter(links, plan), ...after };
  const people = compareAccess(then, preflight(afterwards), plan.findProject);
  const changes = projectChanges(people, { portals: links.portals, ...listings, findProject: plan.findProject });
  const gaps = [...after.directory.gaps, ...after.projects.gaps];
  const oldTrouble = "kind" in before ? before : null;
  const sensitive = sensitiveAfter(content, plan);
  const supplied = suppliedAfter(content, plan, { from, to });
  const said = { draft: plan.draft, people, ...changes, sensitive, supplied, gaps: gaps.length };
  const digest = digestOf(links, said);
  return {
    kind: "ready",
    from,
    to,
    links,
    plan,
    people,
    decideLost: lostAccess(afterwards),
    ...changes,
    sensitive,
    supplied,
    oldTrouble,
    gaps,
    digest,
    late: lateOf(old ? [old, after] : [after]),
  };
}

type Sides = { portals: Portal[]; before: Listing | null; after: Listing; findProject: FindProject };

/** What becomes of projects in clients' eyes; nothing where the old PSA does not say what anybody saw. */
function projectChanges(people: PersonChange[], { portals, before, after, findProject }: Sides) {
  if (!before) return { projects: [], statuses: [] };
  const known = { portals, before: before.projects, after: after.projects, findProject };
  return { projects: changedProjects(people, known), statuses: changedStatuses(people, known) };
}

/** Our records as they would stand after the switch. */
function settledAfter({ portals, aliases }: PsaLinks, { draft }: SwitchPlan) {
  const linkOf = new Map(draft.portals.map((link) => [link.portalId, link]));
  const contactOf = new Map(draft.aliases.map(({ id, contactId }) => [id, contactId]));
  return {
    portals: portals.map((portal) => ({ ...portal, ...linkOf.get(portal.id) })),
    aliases: aliases.flatMap(({ id, email, contactEmail }) => {
      const contactId = contactOf.get(id);
      return contactId ? [{ email, contactId, contactEmail }] : [];
    }),
    limits: draft.limits,
  };
}

function digestOf({ current, pending }: PsaLinks, said: object): string {
  const marks = [current, pending].map((one) => one && [one.id, one.updatedAt]);
  return createHash("sha256")
    .update(JSON.stringify([marks, said]))
    .digest("hex")
    .slice(0, 32);
}
