import { explainSources } from "../../access/explain/firm-sources.ts";
import type { Drift, WatchRun } from "../../data/queries/watch.ts";
import type { Portal } from "../../domain/firm.ts";
import { languageOf } from "../../lib/locale.ts";
import { formatAge } from "../../ui/format/age.ts";
import { formatCount } from "../../ui/format/number.ts";
import type { Action, FormTarget, Link } from "../../ui/frame.ts";
import { personPath } from "../diagnose/paths.ts";
import { sentence } from "../diagnose/present-steps.ts";
import { WATCH_PATH } from "../frame.ts";
import { listedWords } from "../listed-words.ts";
import { watchWords } from "./words.ts";

export type WatchModel = {
  heading: string;
  lead: string;
  /** That nothing is connected, and what to do; null where something is. */
  trouble: string | null;
  /** Null for whoever may not. */
  lookNow: Action | null;
  open: { label: string; findings: FindingModel[] };
  ended: { title: string; findings: FindingModel[] } | null;
};

export type FindingModel = {
  id: string;
  who: string;
  company: string | null;
  reason: string;
  /** "They saw 3 projects. Found 2 hours ago." */
  when: string;
  /** Where the change that mends it stands; or the change itself, under its label. */
  next: {
    label: string;
    text: string | null;
    link: Link | null;
    end: { label: string; about: string; target: FormTarget } | null;
  } | null;
};

type WatchInput = {
  run: WatchRun | null;
  open: Drift[];
  ended: Drift[];
  portals: Portal[];
  isConnected: boolean;
  canChange: boolean;
  now: Date;
  locale: string;
};

/** What the drift watch has found and still holds, each with its next step, and below it what has ended. */
export function presentWatch(input: WatchInput): WatchModel {
  const { open, ended, isConnected, locale } = input;
  const canLook = input.canChange && isConnected;
  const say = watchWords(locale);
  return {
    heading: headingOf(input),
    lead: leadOf(input),
    trouble: isConnected ? null : listedWords(locale)("not_connected"),
    lookNow: canLook ? { label: say("look_now"), target: { action: `${WATCH_PATH}/look`, fields: {} } } : null,
    open: {
      label: say("open"),
      findings: open.map((one) => ({ ...presentFinding(one, input), next: nextOf(one, input) })),
    },
    ended:
      ended.length === 0
        ? null
        : {
            title: say("ended", { count: formatCount(ended.length, locale) }),
            findings: ended.map((one) => presentFinding(one, input)),
          },
  };
}

function headingOf({ run, open, isConnected, locale }: WatchInput): string {
  const people = open.filter(({ email }) => email !== null).length;
  const say = watchWords(locale);
  if (open.length === 0 && !isConnected) return say("cannot_tell");
  if (open.length === 0) return say(run?.finishedAt ? "nobody" : "not_looked");
  return people === 0 ? say("psa") : say("lost", { count: people });
}

function leadOf({ run, isConnected, now, locale }: WatchInput): string {
  const say = watchWords(locale);
  if (!isConnected)
    return run === null
      ? say("stands_still")
      : say("stands_still_since", { age: formatAge(run.startedAt, now, locale) });
  if (run === null) return say("lead_first");
  const isAnswered = run.finishedAt !== null && run.finishedAt >= run.startedAt;
  return say(isAnswered ? "lead" : "lead_unanswered", { age: formatAge(run.startedAt, now, locale) });
}

function presentFinding(one: Drift, { portals, now, locale }: WatchInput): FindingModel {
  const company = portals.find(({ id }) => id === one.portalId)?.companyName ?? null;
  const say = watchWords(locale);
  const isAboutSight = one.email !== null && one.projectsLost > 0;
  const saw = isAboutSight ? `${say("saw", { count: one.projectsLost })} ` : "";
  const age = formatAge(one.foundAt, now, locale);
  const found = one.endedAt
    ? say("found_ended", { age, ended: formatAge(one.endedAt, now, locale) })
    : say("found", { age });
  return {
    id: one.id,
    who: one.email ?? say("all_portals"),
    company,
    reason: sentence(one.reasons?.[languageOf(locale)] ?? one.reason),
    when: `${saw}${found}`,
    next: null,
  };
}

/** About a person: Diagnose shows it live with its one fix. About the PSA: the change itself. */
function nextOf(one: Drift, { portals, canChange, locale }: WatchInput): FindingModel["next"] {
  const say = watchWords(locale);
  const label = say("what_to_do");
  const end = canChange && one.kind !== "psa_trouble" ? presentEnd(one, locale) : null;
  if (one.email === null) return { label, text: remedyOf(one, locale), link: null, end };
  const portal = portals.find(({ id }) => id === one.portalId);
  const href = personPath(one.email, portal ? { portal: portal.slug } : null);
  return { label, text: null, link: { label: say("see_fix"), href }, end };
}

function presentEnd({ id, email }: Drift, locale: string): NonNullable<FindingModel["next"]>["end"] {
  const say = watchWords(locale);
  return {
    label: say("meant"),
    about: say("meant_about", { who: email ?? say("all_portals") }),
    target: { action: `${WATCH_PATH}/${id}/end`, fields: {} },
  };
}

function remedyOf({ cause }: Drift, locale: string): string | null {
  const step = { check: "connection", verdict: "unknown", cause, evidence: {}, readAt: null } as const;
  const explained: Partial<Record<string, () => { remedy: string }>> = explainSources(step, locale);
  return explained[cause]?.().remedy ?? null;
}
