import type { UpdateRow } from "../../../data/queries/updates.ts";
import type { TeamRole } from "../../../data/schema/tables.ts";
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import {
  DISCIPLINES_MAX,
  isWritable,
  stateAfter,
  UPDATE_BODY_MAX,
  type UpdateAction,
  updateActions,
} from "../../../domain/project-update.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import { formatCount } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { UPDATES_PATH } from "../../frame.ts";
import type { Problems, TypedUpdate } from "../parse-draft.ts";
import { actionWords, stateWords } from "../words.ts";
import type { ProjectChoice } from "./load.ts";
import { words } from "./words.ts";

export type WriteModel = {
  heading: string;
  state: string;
  /** What stands in the way, above the form. */
  notice: string | null;
  action: string;
  version: number | null;
  /** The projects to choose from; null for an update whose project is settled. */
  choices: { label: string; options: { value: string; label: string }[] }[] | null;
  labels: FieldLabels;
  typed: TypedUpdate;
  problems: Problems;
  /** Somebody else's newer text, beside one's own. */
  theirs: { heading: string; body: string } | null;
  /** Who wrote it and when, where it can only be read; null: it can be written on. */
  byline: string | null;
  buttons: { action: UpdateAction; label: string }[];
  links: Link[];
};

type FieldLabels = {
  project: string;
  chooseProject: string;
  date: string;
  author: string;
  body: string;
  bodyHint: string;
  percents: string;
  percentsHint: string;
  morePercents: string;
  lines: { discipline: string; percent: string }[];
};

const emptyLines = (lines: TypedUpdate["percents"]) =>
  Array.from({ length: DISCIPLINES_MAX }, (_, index) => lines[index] ?? { discipline: "", percent: "" });

export type NewInput = {
  choices: ProjectChoice[] | null;
  typed: TypedUpdate;
  problems: Problems;
  role: TeamRole;
  locale: string;
};

/** An empty update: today's, by whoever wrote last under this email. */
export function emptyTyped(authorName: string | null, now: Date): TypedUpdate {
  const datedOn = calendarDateOf(now);
  return { project: "", datedOn, authorName: authorName ?? "", body: "", percents: emptyLines([]) };
}

/** The form for a new update. */
export function presentNew({ choices, typed, problems, role, locale }: NewInput): WriteModel {
  const say = words(locale);
  const names = [...new Set((choices ?? []).map(({ companyName }) => companyName))];
  const optionsOf = (name: string) =>
    (choices ?? [])
      .filter(({ companyName }) => companyName === name)
      .map(({ project: { id, number, name } }) => ({
        value: id,
        label: number === null ? name : `${name}, ${number}`,
      }));
  return {
    heading: say("heading"),
    state: say("new_state"),
    notice: choices === null ? say("no_answer") : null,
    action: `${UPDATES_PATH}/new`,
    version: null,
    choices: [
      ...names.map((name) => ({ label: name, options: optionsOf(name) })),
      ...(choices === null ? unreadChoice(typed, locale) : []),
    ],
    labels: labelsOf(locale),
    typed,
    problems,
    theirs: null,
    byline: null,
    buttons: buttonsFor("draft", role, locale),
    links: [{ label: say("all"), href: UPDATES_PATH }],
  };
}

/** While the PSA does not answer, the project that was chosen stays chosen. */
function unreadChoice({ project }: TypedUpdate, locale: string) {
  const say = words(locale);
  if (project === "") return [];
  return [{ label: say("chosen_before"), options: [{ value: project, label: say("project_id", { id: project }) }] }];
}

/** What was sent and could not be done. `version`: the one that they have seen. `typed` null: no text was sent. */
export type Kept = { typed: TypedUpdate | null; version: number; problems: Problems; isConflict: boolean };

export type EditInput = { update: UpdateRow; role: TeamRole; kept: Kept | null; now: Date; locale: string };

/** One update as it stands, with what this member of the team may do to it. */
export function presentEdit({ update, role, kept, now, locale }: EditInput): WriteModel {
  const path = `${UPDATES_PATH}/${update.id}`;
  const say = words(locale);
  const canWrite = isWritable(update.state) && role !== "viewer";
  const stored = typedOf(update);
  const typed = kept?.typed ?? stored;
  const isConflict = kept?.isConflict ?? false;
  const isTheirText = isConflict && !isSameText(typed, stored);
  return {
    heading: update.projectName,
    state: stateTextOf(update, role, locale),
    notice: isConflict ? say(isTheirText ? "theirs_meanwhile" : "changed_meanwhile") : null,
    action: path,
    // Whoever has not yet been shown what somebody else made of it still sends the version that they know.
    version: kept && !isConflict ? kept.version : update.version,
    choices: null,
    labels: labelsOf(locale),
    typed,
    problems: kept?.problems ?? {},
    theirs: isTheirText
      ? { heading: say("as_it_stands", { state: stateWords(locale)(update.state) }), body: update.body }
      : null,
    byline: canWrite || isTheirText ? null : bylineOf(update, now, locale),
    buttons: buttonsFor(update.state, role, locale),
    links: [
      { label: say("history"), href: `${path}/history` },
      { label: say("all"), href: UPDATES_PATH },
    ],
  };
}

function bylineOf({ authorName, datedOn }: UpdateRow, now: Date, locale: string): string {
  return `${authorName}, ${formatPlainDay(datedOn, calendarDateOf(now), locale)}`;
}

/** Members write and withdraw; only an admin publishes. */
export function mayDo(action: UpdateAction, role: TeamRole): boolean {
  return role === "admin" || (role === "member" && action !== "publish");
}

function labelsOf(locale: string): FieldLabels {
  const say = words(locale);
  return {
    project: say("project"),
    chooseProject: say("choose_project"),
    date: say("date"),
    author: say("author"),
    body: say("body"),
    bodyHint: say("body_hint", { max: formatCount(UPDATE_BODY_MAX, locale) }),
    percents: say("percents"),
    percentsHint: say("percents_hint"),
    morePercents: say("more_percents"),
    lines: emptyLines([]).map((_, index) => ({
      discipline: say("discipline", { number: index + 1 }),
      percent: say("percent", { number: index + 1 }),
    })),
  };
}

function buttonsFor(state: UpdateRow["state"], role: TeamRole, locale: string): WriteModel["buttons"] {
  return updateActions
    .filter((action) => stateAfter(action, state) !== null && mayDo(action, role))
    .map((action) => ({ action, label: actionWords(locale)(action) }));
}

function stateTextOf({ state }: UpdateRow, role: TeamRole, locale: string): string {
  const say = words(locale);
  const named = { state: stateWords(locale)(state) };
  if (state === "published") return say("is_published", named);
  if (state === "withdrawn") return say("is_withdrawn", named);
  return say(state === "review" && role !== "admin" ? "waits_for_admin" : "only_team", named);
}

function typedOf({ projectId, datedOn, authorName, body, percents }: UpdateRow): TypedUpdate {
  const lines = percents.map(({ discipline, percent }) => ({ discipline, percent: String(percent) }));
  return { project: projectId, datedOn, authorName, body, percents: emptyLines(lines) };
}

/** Whether both say the same; which project it is about is settled. */
function isSameText(one: TypedUpdate, other: TypedUpdate): boolean {
  const { project } = other;
  return JSON.stringify({ ...one, project }) === JSON.stringify(other);
}
