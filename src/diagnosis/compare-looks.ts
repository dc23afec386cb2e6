// What changed in the PSA since the last look that takes access away. Pure. INVARIANT: what cannot be told (no answer, records
// that could not be read) never counts as lost.
import type { Decision } from "../access/decision.ts";
import { explainForFirm, stoppingStep } from "../access/explain/firm.ts";
import { explainSources, explainTrouble, sourceStep } from "../access/explain/firm-sources.ts";
import type { PsaTrouble } from "../access/facts.ts";
import type { Drift, LastAccess, LookResult, NewDrift, WatchedAccess, WatchRun } from "../data/queries/watch.ts";
import type { Email } from "../domain/email.ts";
import type { Portal } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";
import { inEveryLanguage } from "../lib/locale.ts";
import { lookWords } from "./look-words.ts";
import { findNearMatches } from "./near-matches.ts";
import { openPreflight, type PreflightInput } from "./preflight.ts";

/**
 * Everything that was known before the look. `run` null: there was none. `isSeenLess`: the check of the connection misses
 * several known people; the firm is told of that, and of nobody who may be stopped by it.
 */
export type KnownBefore = {
  run: WatchRun | null;
  isSeenLess: boolean;
  watched: WatchedAccess[];
  lastAccess: LastAccess[];
  open: Drift[];
};

/** So many at once, and so large a part, is no coincidence: the key or the export shows less. */
const FALL_MIN = 5;
const FALL_SHARE = 0.3;

/** What has changed since the last look. What it found is said in the locale, to be mailed, and kept in every language. */
export function compareLooks(
  known: KnownBefore,
  input: PreflightInput | { trouble: PsaTrouble },
  locale: string,
): LookResult {
  if ("trouble" in input) return troubled(known, input.trouble, locale);
  return "kind" in input.projects ? troubled(known, input.projects, locale) : answered(known, input, locale);
}

/** A key that is refused is told at once; silence only when it lasts from one look to the next. */
function troubled({ run, open }: KnownBefore, { cause, detail }: PsaTrouble, locale: string): LookResult {
  const nothing = { found: [], endedIds: [], watched: [], run: null };
  const isLasting = run !== null && (run.finishedAt === null || run.finishedAt < run.startedAt);
  const isAtOnce = cause === "psa.token_revoked" || cause === "psa.wrong_org";
  const before = open.filter(({ kind }) => kind === "psa_trouble");
  if (before.some((one) => one.cause === cause) || !(isLasting || isAtOnce)) return nothing;
  const told = tell((each) => explainTrouble({ cause, detail }, each), locale);
  const found = { ...aboutThePsa, kind: "psa_trouble" as const, cause, ...told, projectsLost: 0 };
  return { ...nothing, found: [found], endedIds: before.map(({ id }) => id) };
}

const aboutThePsa = { email: null, portalId: null };

/** What is told of a finding: to whom it is mailed, in the locale; on its page, in the language of whoever opens it. */
function tell(explain: (locale: string) => Pick<NewDrift, "reason" | "remedy">, locale: string) {
  const { reason, remedy } = explain(locale);
  return { reason, remedy, reasons: inEveryLanguage((language) => explain(language).reason) };
}

function answered(known: KnownBefore, input: PreflightInput, locale: string): LookResult {
  const { run, open } = known;
  const judged = judgeEverybody(known, input);
  const lost = judged.filter(({ had, decision }) => had && decision.outcome === "refused");
  const had = judged.filter((one) => one.had).length;
  const counts = countRecords(input);
  const fall = counts && fallOf(run, counts.contacts);
  const isMassive = run?.contacts != null && isFall(had, had - lost.length);
  const mended = (one: Drift) =>
    one.kind === "psa_trouble" || (one.kind === "access_lost" && !isStillLost(one, judged));
  const endedIds = open.filter(mended).map(({ id }) => id);
  const toldLess = open.filter(({ kind }) => kind === "psa_sees_less");
  // With records that could not be read nothing can be counted: what was told of the PSA stands until it can.
  const isFound = Boolean(fall) || isMassive;
  const isLess = isFound || (toldLess.length > 0 ? counts === null : known.isSeenLess);
  const next = { contacts: run?.contacts ?? null, companies: run?.companies ?? null, ...counts };
  if (isLess) {
    const contactsBefore = fall?.before ?? run?.contactsBefore ?? null;
    const found = toldLess.length > 0 || !isFound ? [] : [lessFinding(fall, { lost, had }, locale)];
    return { found, endedIds, watched: newcomers(known, input, []), run: { ...next, contactsBefore } };
  }
  const isNew = ({ email, portal }: Judged) => !open.some((one) => one.email === email && one.portalId === portal.id);
  const standing = judged.filter((one) => one.had || one.decision.outcome === "granted").flatMap(watchedRow);
  return {
    found: lost.filter(isNew).map((one) => lostFinding(one, locale)),
    endedIds: [...endedIds, ...toldLess.map(({ id }) => id)],
    watched: [...standing, ...newcomers(known, input, standing)],
    run: { ...next, contactsBefore: null },
  };
}

/** Who has come since the last look and could not be judged in this one: as they were when they came. */
function newcomers({ watched, lastAccess }: KnownBefore, { portals }: PreflightInput, judged: LookResult["watched"]) {
  const keyOf = (one: { email: Email; portalId: PortalId }) => `${one.portalId} ${one.email}`;
  const seenAt = new Map(watched.map((row) => [keyOf(row), row.seenAt]));
  const done = new Set(judged.map(keyOf));
  const portalIds = new Set(portals.map(({ id }) => id));
  return lastAccess
    .filter((visit) => portalIds.has(visit.portalId) && !done.has(keyOf(visit)))
    .filter((visit) => visit.at > (seenAt.get(keyOf(visit)) ?? new Date(0)))
    .map(({ email, portalId, projects }) => ({ email, portalId, projects, outcome: "granted" as const, cause: null }));
}

/** `had`: at the last look, or at a visit since, they got in; `projects`: how many they saw. */
type Judged = { email: Email; portal: Portal; had: boolean; projects: number; decision: Decision };

/** Everybody who had access or is spoken of, decided now. Portals that the firm has paused itself are left alone. */
function judgeEverybody({ watched, lastAccess, open }: KnownBefore, input: PreflightInput): Judged[] {
  const look = openPreflight(input);
  const portalOf = new Map(input.portals.map((portal) => [portal.id, portal]));
  const keyOf = (one: { email: Email; portalId: PortalId }) => `${one.portalId} ${one.email}`;
  const watchedOf = new Map(watched.map((row) => [keyOf(row), row]));
  const visitOf = new Map(lastAccess.map((row) => [keyOf(row), row]));
  const spokenOf = open.flatMap(({ email, portalId }) => (email && portalId ? [{ email, portalId }] : []));
  const pairs = new Map([...watched, ...lastAccess, ...spokenOf].map((one) => [keyOf(one), one]));
  return [...pairs].flatMap(([key, { email, portalId }]): Judged[] => {
    const portal = portalOf.get(portalId);
    if (!portal || portal.state === "paused") return [];
    const [row, visit] = [watchedOf.get(key), visitOf.get(key)];
    const isNewerVisit = visit !== undefined && (row === undefined || visit.at > row.seenAt);
    const context = { lastGrantedAt: visit?.at ?? (row?.outcome === "granted" ? row.seenAt : null) };
    const first = look.decidePerson(portal, email, context);
    const nearMatches = first.cause === "who.no_contact" ? findNearMatches(email, input.directory.value) : null;
    const decision = nearMatches ? look.decidePerson(portal, email, { ...context, nearMatches }) : first;
    const had = isNewerVisit || row?.outcome === "granted";
    return [{ email, portal, had, projects: isNewerVisit ? visit.projects : (row?.projects ?? 0), decision }];
  });
}

function isStillLost({ email, portalId }: Drift, judged: Judged[]): boolean {
  const now = judged.find((one) => one.email === email && one.portal.id === portalId);
  return now?.decision.outcome !== "granted";
}

function watchedRow({ email, portal, decision }: Judged): LookResult["watched"] {
  const { outcome, cause, visibleProjectIds } = decision;
  return outcome === "unavailable"
    ? []
    : [{ email, portalId: portal.id, outcome, cause, projects: visibleProjectIds.length }];
}

function lostFinding({ email, portal, projects, decision }: Judged, locale: string): NewDrift {
  const step = stoppingStep(decision);
  const cause = step?.cause ?? "who.no_contact";
  const nothing = { reason: "", remedy: "" };
  const told = tell((each) => (step ? explainForFirm(cause, decision, step, each) : nothing), locale);
  return { kind: "access_lost", cause, email, portalId: portal.id, ...told, projectsLost: projects };
}

/** Active contacts and companies; null when some could not be read. */
function countRecords({ directory: { value, gaps } }: PreflightInput) {
  if (gaps.length > 0) return null;
  const active = (items: { isArchived: boolean }[]) => items.filter(({ isArchived }) => !isArchived).length;
  return { contacts: active(value.contacts), companies: active(value.companies) };
}

function fallOf(run: WatchRun | null, now: number): { before: number; now: number } | null {
  const before = run?.contactsBefore ?? run?.contacts ?? null;
  return before !== null && isFall(before, now) ? { before, now } : null;
}

function isFall(before: number, now: number): boolean {
  return before - now >= FALL_MIN && before - now >= before * FALL_SHARE;
}

type Stopped = { lost: Judged[]; had: number };

function lessFinding(fall: { before: number; now: number } | null, { lost, had }: Stopped, locale: string): NewDrift {
  const cause = "psa.token_sees_less";
  const counts = { lost: String(lost.length), had: String(had) };
  const explain = (each: string) => {
    const { reason, remedy } = explainSources(sourceStep({ ...fall }), each)[cause]();
    const say = lookWords(each);
    return { reason: fall ? say("less", { reason, ...counts }) : say("less_access", counts), remedy };
  };
  return {
    ...aboutThePsa,
    ...{ kind: "psa_sees_less", cause, ...tell(explain, locale) },
    projectsLost: lost.reduce((sum, { projects }) => sum + projects, 0),
  };
}
