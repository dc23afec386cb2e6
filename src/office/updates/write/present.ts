import type { UpdateRow } from "../../../data/queries/updates.ts";
import type { TeamRole } from "../../../data/schema/tables.ts";
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import {
  DISCIPLINES_MAX,
  isWritable,
  stateAfter,
  type UpdateAction,
  updateActions,
} from "../../../domain/project-update.ts";
import type { Link } from "../../../ui/frame.ts";
import { UPDATES_PATH } from "../../frame.ts";
import type { Problems, TypedUpdate } from "../parse-draft.ts";
import { actionLabels, stateLabels } from "../update-states.ts";
import type { ProjectChoice } from "./load.ts";

export type WriteModel = {
  heading: string;
  state: string;
  /** What stands in the way, above the form. */
  notice: string | null;
  action: string;
  version: number | null;
  /** The projects to choose from; null for an update whose project is settled. */
  choices: { label: string; options: { value: string; label: string }[] }[] | null;
  typed: TypedUpdate;
  problems: Problems;
  /** Somebody else's newer text, beside one's own. */
  theirs: { heading: string; body: string } | null;
  isWritable: boolean;
  buttons: { action: UpdateAction; label: string }[];
  links: Link[];
};

const emptyLines = (lines: TypedUpdate["percents"]) =>
  Array.from({ length: DISCIPLINES_MAX }, (_, index) => lines[index] ?? { discipline: "", percent: "" });

export type NewInput = {
  choices: ProjectChoice[] | null;
  typed: TypedUpdate;
  problems: Problems;
  role: TeamRole;
};

/** An empty update: today's, by whoever wrote last under this email. */
export function emptyTyped(authorName: string | null, now: Date): TypedUpdate {
  const datedOn = calendarDateOf(now);
  return { project: "", datedOn, authorName: authorName ?? "", body: "", percents: emptyLines([]) };
}

/** The form for a new update. */
export function presentNew({ choices, typed, problems, role }: NewInput): WriteModel {
  const names = [...new Set((choices ?? []).map(({ companyName }) => companyName))];
  const optionsOf = (name: string) =>
    (choices ?? [])
      .filter(({ companyName }) => companyName === name)
      .map(({ project }) => ({ value: project.id, label: project.name }));
  return {
    heading: "Write an update",
    state: "Nobody but your team sees it until it is published.",
    notice:
      choices === null
        ? "Your PSA does not answer right now, so that no project can be chosen. Nothing that you type is lost: try to save again."
        : null,
    action: `${UPDATES_PATH}/new`,
    version: null,
    choices: [...names.map((name) => ({ label: name, options: optionsOf(name) })), ...unreadChoice(choices, typed)],
    typed,
    problems,
    theirs: null,
    isWritable: true,
    buttons: buttonsFor("draft", role),
    links: [{ label: "All updates", href: UPDATES_PATH }],
  };
}

/** While the PSA does not answer, the project that was chosen stays chosen. */
function unreadChoice(choices: ProjectChoice[] | null, { project }: TypedUpdate) {
  if (choices !== null || project === "") return [];
  return [{ label: "Chosen before", options: [{ value: project, label: `Project ${project}` }] }];
}

export type EditInput = {
  update: UpdateRow;
  role: TeamRole;
  /** What was typed and could not be kept; null: the update as it stands. */
  typed: TypedUpdate | null;
  problems: Problems;
  isConflict: boolean;
};

/** One update as it stands, with what this member of the team may do to it. */
export function presentEdit({ update, role, typed, problems, isConflict }: EditInput): WriteModel {
  const path = `${UPDATES_PATH}/${update.id}`;
  const canWrite = isWritable(update.state) && role !== "viewer";
  return {
    heading: update.projectName,
    state: stateTextOf(update, role),
    notice: isConflict
      ? "Somebody else has changed this update meanwhile, so nothing of yours was saved over it. Your text is in the form, theirs below it. Put together what is to stand, and save."
      : null,
    action: path,
    version: update.version,
    choices: null,
    typed: typed ?? typedOf(update),
    problems,
    theirs: isConflict ? { heading: `As it stands now: ${stateLabels[update.state]}`, body: update.body } : null,
    isWritable: canWrite || (typed !== null && isConflict),
    buttons: buttonsFor(update.state, role),
    links: [
      { label: "History", href: `${path}/history` },
      { label: "All updates", href: UPDATES_PATH },
    ],
  };
}

/** Members write and withdraw; only an admin publishes. */
export function mayDo(action: UpdateAction, role: TeamRole): boolean {
  return role === "admin" || (role === "member" && action !== "publish");
}

function buttonsFor(state: UpdateRow["state"], role: TeamRole): WriteModel["buttons"] {
  return updateActions
    .filter((action) => stateAfter(action, state) !== null && mayDo(action, role))
    .map((action) => ({ action, label: actionLabels[action] }));
}

function stateTextOf({ state }: UpdateRow, role: TeamRole): string {
  const label = stateLabels[state];
  if (state === "published") return `${label}: the client reads it. To change it, withdraw it first.`;
  if (state === "withdrawn") return `${label}: the client reads it no longer.`;
  if (state === "review" && role !== "admin") return `${label}: an admin of your firm publishes it.`;
  return `${label}: only your team sees it.`;
}

function typedOf({ projectId, datedOn, authorName, body, percents }: UpdateRow): TypedUpdate {
  const lines = percents.map(({ discipline, percent }) => ({ discipline, percent: String(percent) }));
  return { project: projectId, datedOn, authorName, body, percents: emptyLines(lines) };
}
