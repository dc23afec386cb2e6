import type { PsaTrouble } from "../../access/facts.ts";
import { accountIdOf, type PsaConnection, type PsaKind } from "../../domain/psa-connection.ts";
import { retell } from "../../domain/psa-texts/retell.ts";
import type { PersonChange } from "../../switching/compare-access.ts";
import type { Late } from "../../switching/read-listing.ts";
import type { Review, ReviewAnswer } from "../../switching/review-switch.ts";
import type { Action, Link } from "../../ui/frame.ts";
import { presentReading, type ReadingModel } from "../present-listed.ts";
import { namedFields } from "../visibility/named-fields.ts";
import { REVIEW_PATH } from "./choices.ts";
import { type FormModel, presentForm } from "./present-form.ts";
import { type GroupModel, presentCarried, presentLost } from "./present-groups.ts";
import { presentProjects, summaryOfProjects } from "./present-projects.ts";
import { presentReason } from "./present-reason.ts";
import { presentStatuses, summaryOfStatuses } from "./present-statuses.ts";
import { presentSupplied } from "./present-supplied.ts";
import { type ReviewSay, reviewWords } from "./words.ts";

export type ReviewModel = {
  heading: string;
  lead: string;
  problems: string[];
  /** Null where this is as it is now. */
  reading: ReadingModel | null;
  /** Nothing is known yet: the page loads itself again. */
  isWaiting: boolean;
  summary: { term: string; text: string }[];
  /** What the admin can choose; null where there is no portal. */
  form: FormModel | null;
  /** What changes for somebody, open to read. */
  groups: GroupModel[];
  /** What stays as it is, folded. */
  folds: GroupModel[];
  /** What is then seen of what many agreements keep from clients; null: nothing of that. */
  shows: string | null;
  /** What keeps the switch from being made, or what comes of it. */
  note: string | null;
  switch: Action | null;
  /** The way out, as a form or as a link. */
  keep: Action | Link;
};

export type ReviewInput = {
  answer: Exclude<ReviewAnswer, { kind: "nothing" }>;
  choices: Record<string, string>;
  /** They agreed to something that is no longer so. */
  isStale: boolean;
  /** They agreed a moment ago to something that was no longer known by then. */
  wasForgotten: boolean;
  now: Date;
  locale: string;
};

/** What a switch would do: in figures, what is to decide, whom it concerns by name, and the two buttons. */
export function presentReview(input: ReviewInput): ReviewModel {
  const { answer, locale } = input;
  const say = reviewWords(locale);
  const { from, to } = namesOf(answer, say);
  const isEnded = answer.links.current?.state === "disconnected";
  const keepLabel = isEnded ? say("keep_disconnected") : say("keep", { from });
  const keep = { label: keepLabel, target: { action: `${REVIEW_PATH}/keep`, fields: {} } };
  const head = { heading: say("heading", { from, to }), lead: say("lead"), keep };
  const reading = presentReviewReading(REVIEW_PATH, input);
  if (answer.kind === "no_answer") {
    const problems = reading ? [] : [say("no_answer", { to, detail: retell(answer.trouble.detail, locale) })];
    const stale = presentStale(input, reading ? "waiting" : "silent");
    return { ...head, ...nothingToSay, reading, isWaiting: reading !== null, problems: [...stale, ...problems] };
  }
  const { plan, digest } = answer;
  const reasonOf = (person: PersonChange) => presentReason(person, answer, locale);
  return {
    ...head,
    reading,
    isWaiting: false,
    problems: [...presentStale(input, "ready"), ...problemsOf(answer, { from, to }, say)],
    summary: summaryOf(answer, { from, to, locale }),
    form: presentForm(plan, say),
    groups: [
      ...presentProjects(answer, { from, to, locale }),
      ...presentStatuses(answer, { from, to, locale }),
      ...presentLost({ ...answer, reasonOf }, to, say),
    ],
    folds: presentCarried(answer, say),
    shows: presentShows(answer, to, locale),
    note: plan.change
      ? say(isEnded ? "counts_disconnected" : "counts", { from, kind: answer.from ?? "none" })
      : say("first_decide"),
    switch: plan.change && {
      label: say("switch"),
      target: { action: REVIEW_PATH, fields: { ...input.choices, seen: digest } },
    },
  };
}

type BeingReviewed = Pick<ReviewInput, "choices" | "now" | "locale"> & {
  answer: { kind: "ready"; late: Late | null } | { kind: "no_answer"; trouble: PsaTrouble };
};

/** Why what was agreed to was not done; nothing where nobody has agreed to anything yet. */
export function presentStale(
  { isStale, wasForgotten, locale }: Pick<ReviewInput, "isStale" | "wasForgotten" | "locale">,
  state: "waiting" | "ready" | "silent",
): string[] {
  const say = reviewWords(locale);
  if (isStale) return [say("stale")];
  return wasForgotten ? [say("forgotten", { state })] : [];
}

/** Where it is seen again, with what was chosen. */
export function reviewPath(path: string, choices: Record<string, string>): string {
  const query = new URLSearchParams(choices).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** That what the review rests on, or would, is still being read. */
export function presentReviewReading(
  path: string,
  { answer, choices, now, locale }: BeingReviewed,
): ReadingModel | null {
  const { trouble, readAt } =
    answer.kind === "no_answer"
      ? { trouble: answer.trouble, readAt: null }
      : (answer.late ?? { trouble: null, readAt: null });
  return presentReading(trouble, { readAt, now, locale, href: reviewPath(path, choices) });
}

/** Two accounts of one vendor are told apart by their numbers, two folders by their paths. */
function namesOf({ from, to, links }: ReviewInput["answer"], say: ReviewSay): { from: string; to: string } {
  const name = (kind: PsaKind, connection: PsaConnection | null) => {
    if (from !== to || connection === null) return say(kind);
    return `${say(kind)} ${connection.kind === "csv" ? connection.settings.dir : accountIdOf(connection)}`;
  };
  return { from: from === null ? say("none") : name(from, links.current), to: name(to, links.pending) };
}

export const nothingToSay = { summary: [], form: null, groups: [], folds: [], shows: null, note: null, switch: null };

/** What is sensitive at the portals that have a company then; null: nothing. */
export function presentShows({ sensitive }: Pick<Review, "sensitive">, to: string, locale: string): string | null {
  const { fields, portals } = sensitive;
  if (fields.length === 0) return null;
  return reviewWords(locale)("shows", { names: namedFields(fields, locale), to, count: portals });
}

function problemsOf(
  { oldTrouble, gaps, links }: Review,
  names: { from: string; to: string },
  say: ReviewSay,
): string[] {
  const { current } = links;
  return [
    ...(current && oldTrouble ? [say(current.state === "live" ? "old_silent" : "old_disconnected", names)] : []),
    ...(gaps.length > 0 ? [say("gaps", { ...names, count: gaps.length })] : []),
  ];
}

function summaryOf(
  answer: Review,
  { locale, ...names }: { from: string; to: string; locale: string },
): ReviewModel["summary"] {
  const { plan, people } = answer;
  const say = reviewWords(locale);
  const { portals, aliases, limits, written } = plan;
  const linked = portals.filter(({ company }) => company !== null).length;
  const open = new Set(people.filter(isIn).map(({ portal }) => portal.id)).size;
  const of = (kind: PersonChange["change"]) => people.filter(({ change }) => change === kind).length;
  const limitsOf = (kind: (typeof limits)[number]["kind"]) => limits.filter((one) => one.kind === kind).length;
  const kept = aliases.filter(({ contact }) => contact !== null).length;
  const about = written.filter(({ project }) => project !== null).length;
  const limitFigures = {
    kept: limitsOf("carried") + limitsOf("left"),
    open: limitsOf("undecided"),
    ended: limitsOf("let_go"),
  };
  const row = (term: string, text: string) => ({ term, text });
  return [
    row(say("portals"), say("portals_text", { linked, closed: portals.length - linked })),
    row(say("open"), say("open_text", { open, shut: portals.length - open })),
    row(
      say("people"),
      say("people_text", { same: of("same"), gains: of("gains"), loses: of("loses"), other: of("other") }),
    ),
    ...summaryOfProjects(answer, locale),
    ...summaryOfStatuses(answer, locale),
    ...presentSupplied(answer, { ...names, locale }),
    ...(aliases.length > 0 ? [row(say("aliases"), say("aliases_text", { kept, ended: aliases.length - kept }))] : []),
    ...(limits.length > 0 ? [row(say("limits"), say("limits_text", limitFigures))] : []),
    ...(written.length > 0 ? [row(say("written"), writtenText(about, written.length - about, say))] : []),
  ];
}

function writtenText(kept: number, history: number, say: ReviewSay): string {
  const parts = [
    kept > 0 ? say("written_kept", { kept }) : null,
    history > 0 ? say("written_history", { history }) : null,
  ];
  return parts.filter((part) => part !== null).join(" ");
}

function isIn({ change }: PersonChange): boolean {
  return change === "same" || change === "gains" || change === "other";
}
