import { explainSources } from "../../access/explain/firm-sources.ts";
import type { Drift, WatchRun } from "../../data/queries/watch.ts";
import type { Portal } from "../../domain/firm.ts";
import { formatAge } from "../../ui/format/age.ts";
import { formatQuantity } from "../../ui/format/number.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { personPath } from "../diagnose/paths.ts";
import { sentence } from "../diagnose/present-steps.ts";
import { WATCH_PATH } from "../frame.ts";

export type WatchModel = {
  heading: string;
  lead: string;
  /** Null for whoever may not. */
  lookNow: FormTarget | null;
  open: FindingModel[];
  ended: { title: string; findings: FindingModel[] } | null;
};

export type FindingModel = {
  id: string;
  who: string;
  company: string | null;
  reason: string;
  /** "They saw 3 projects. Found 2 hours ago." */
  when: string;
  /** Where the change that mends it stands; or the change itself. */
  next: { text: string | null; link: Link | null; end: FormTarget | null } | null;
};

type WatchInput = {
  run: WatchRun | null;
  open: Drift[];
  ended: Drift[];
  portals: Portal[];
  canChange: boolean;
  now: Date;
  locale: string;
};

export function presentWatch(input: WatchInput): WatchModel {
  const { open, ended, canChange, locale } = input;
  return {
    heading: headingOf(open, locale),
    lead: leadOf(input),
    lookNow: canChange ? { action: `${WATCH_PATH}/look`, fields: {} } : null,
    open: open.map((one) => ({ ...presentFinding(one, input), next: nextOf(one, input) })),
    ended:
      ended.length === 0
        ? null
        : {
            title: `Ended (${ended.length})`,
            findings: ended.map((one) => presentFinding(one, input)),
          },
  };
}

function headingOf(open: Drift[], locale: string): string {
  const people = open.filter(({ email }) => email !== null).length;
  if (open.length === 0) return "Nobody has lost access";
  if (people === 0) return "The PSA needs a look";
  return `${formatQuantity(people, "person", "people", locale)} no longer ${people === 1 ? "gets" : "get"} in`;
}

function leadOf({ run, now, locale }: WatchInput): string {
  const what = "Everybody who had access in the last 90 days is checked again every 15 minutes.";
  if (run === null) return `${what} The first look is still to come.`;
  const isAnswered = run.finishedAt !== null && run.finishedAt >= run.startedAt;
  const answer = isAnswered ? "" : " and got no answer from the PSA";
  return `${what} The last look was ${formatAge(run.startedAt, now, locale)}${answer}.`;
}

function presentFinding(one: Drift, { portals, now, locale }: WatchInput): FindingModel {
  const company = portals.find(({ id }) => id === one.portalId)?.companyName ?? null;
  const saw =
    one.email !== null && one.projectsLost > 0
      ? `They saw ${formatQuantity(one.projectsLost, "project", "projects", locale)}. `
      : "";
  const ended = one.endedAt ? `; ended ${formatAge(one.endedAt, now, locale)}` : "";
  return {
    id: one.id,
    who: one.email ?? "All client portals",
    company,
    reason: sentence(one.reason),
    when: `${saw}Found ${formatAge(one.foundAt, now, locale)}${ended}.`,
    next: null,
  };
}

/** About a person: Diagnose shows it live with its one fix. About the PSA: the change itself. */
function nextOf(one: Drift, { portals, canChange, locale }: WatchInput): FindingModel["next"] {
  const end = canChange && one.kind !== "psa_trouble" ? { action: `${WATCH_PATH}/${one.id}/end`, fields: {} } : null;
  if (one.email === null) return { text: remedyOf(one, locale), link: null, end };
  const portal = portals.find(({ id }) => id === one.portalId);
  const href = personPath(one.email, portal ? { portal: portal.slug } : null);
  return { text: null, link: { label: "See what mends it", href }, end };
}

function remedyOf({ cause }: Drift, locale: string): string | null {
  const step = { check: "connection", verdict: "unknown", cause, evidence: {}, readAt: null } as const;
  const explained: Partial<Record<string, () => { remedy: string }>> = explainSources(step, locale);
  return explained[cause]?.().remedy ?? null;
}
