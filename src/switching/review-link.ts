// What it would do to link a portal that a switch has left without a company: whom it lets in, and whom its limits hold. Changes
// nothing. INVARIANT: a limit never widens, so a portal is not linked before it is said who its limited contacts are.
import { createHash } from "node:crypto";
import type { PsaTrouble } from "../access/facts.ts";
import type { Gap } from "../connectors/port.ts";
import type { PsaLinks } from "../data/queries/psa-links.ts";
import { preflight } from "../diagnosis/preflight.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import { isUnlinked } from "../domain/psa-switch.ts";
import { compareAccess, type PersonChange } from "./compare-access.ts";
import { type Choices, planSwitch, type SwitchPlan } from "./plan-switch.ts";
import { type Late, lateOf, listingOf, type ReadListing, readListing } from "./read-listing.ts";
import { type Records, type ReviewParts, readRecords } from "./read-records.ts";
import { type SensitiveShown, sensitiveAfter } from "./sensitive-after.ts";

/** The plan of a switch in which the portal alone takes part. `digest`: stands for everything that is said here. */
export type LinkReview = {
  kind: "ready";
  portal: Portal;
  links: PsaLinks;
  plan: SwitchPlan;
  people: PersonChange[];
  sensitive: SensitiveShown;
  gaps: Gap[];
  /** What it rests on is as it was last read, and is being read anew. */
  late: Late | null;
  digest: string;
};

/** `none`: the firm has no such portal. `linked`: it has a company. `no_answer`: the PSA cannot be read. */
export type LinkAnswer =
  | LinkReview
  | { kind: "none" }
  | { kind: "linked"; portal: Portal }
  | { kind: "no_answer"; portal: Portal; trouble: PsaTrouble };

/** What linking the portal now would do, with the admin's choices. */
export async function reviewLink(
  parts: ReviewParts,
  isMeant: (portal: Portal) => boolean,
  choices: Choices,
): Promise<LinkAnswer> {
  const stored = await readRecords(parts);
  const { current, portals } = stored.links;
  const portal = portals.find(isMeant);
  if (!portal) return { kind: "none" };
  if (!isUnlinked(portal.companyId)) return { kind: "linked", portal };
  const { firm, now, psa, waiting } = parts;
  const read = await readListing(psa.gatewayFor(firm.id, current?.state === "live" ? current : null), waiting);
  if ("kind" in read) return { kind: "no_answer", portal, trouble: read };
  return plan({ ...stored, now, firm, portal, read }, choices);
}

type Known = Records & { now: Date; firm: Firm; portal: Portal; read: ReadListing };

function plan({ now, firm, portal, links, settled, lastAccess, content, read }: Known, choices: Choices): LinkReview {
  const plan = planSwitch({
    links: onlyOf(portal, links),
    before: null,
    after: withoutTaken(listingOf(read), links.portals),
    lastAccess: lastAccess.filter(({ portalId }) => portalId === portal.id),
    choices,
  });
  const { limits } = plan.draft;
  const portals = plan.draft.portals.map((link) => ({ ...portal, ...link }));
  const psaKind = links.current?.kind ?? null;
  const people = compareAccess(
    [],
    preflight({ ...settled, now, firm, psaKind, portals, limits, ...read }),
    plan.findProject,
  );
  const gaps = [...read.directory.gaps, ...read.projects.gaps];
  const sensitive = sensitiveAfter(content, plan);
  const said = [portal.id, links.current?.updatedAt, plan.draft, people, sensitive, gaps.length];
  const digest = createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 32);
  return { kind: "ready", portal, links, plan, people, sensitive, gaps, late: lateOf([read]), digest };
}

function onlyOf(portal: Portal, links: PsaLinks): PsaLinks {
  const isHere = ({ portalId }: { portalId: Portal["id"] }) => portalId === portal.id;
  return {
    ...links,
    portals: [portal],
    aliases: [],
    limits: links.limits.filter(isHere),
    updates: links.updates.filter(({ companyId }) => companyId === portal.companyId),
    answers: links.answers.filter(isHere),
  };
}

/** One company, one portal: those that have one are not to be had. */
function withoutTaken({ directory, projects }: ReturnType<typeof listingOf>, portals: Portal[]) {
  const taken = new Set(portals.map(({ companyId }) => companyId));
  const companies = directory.companies.filter(({ id }) => !taken.has(id));
  return { directory: { ...directory, companies }, projects };
}
