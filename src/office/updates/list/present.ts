import type { ListedUpdate, UpdateFilter } from "../../../data/queries/updates.ts";
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import { updateStates } from "../../../domain/project-update.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import type { Link } from "../../../ui/frame.ts";
import { UPDATES_PATH } from "../../frame.ts";
import { stateWords } from "../words.ts";
import { words } from "./words.ts";

export type UpdatesModel = {
  heading: string;
  lead: string;
  /** Null for who may only read. */
  write: Link | null;
  /** Null where nothing has been written that could be filtered. */
  filter: FilterModel | null;
  tableLabel: string;
  columns: Record<"project" | "client" | "date" | "author" | "state", string>;
  rows: { id: string; project: Link; company: string | null; day: string; author: string; state: string }[];
  emptyText: string;
};

type FilterModel = {
  action: string;
  textLabel: string;
  text: string;
  stateLabel: string;
  states: { value: string; label: string; isChosen: boolean }[];
  submit: string;
  /** How many are shown, and the way back to all of them; null where nothing is filtered. */
  result: { text: string; showAll: Link } | null;
};

export type UpdatesInput = {
  updates: ListedUpdate[];
  /** How many wait for an admin, whatever is filtered. */
  inReview: number;
  filter: UpdateFilter;
  canWrite: boolean;
  now: Date;
  locale: string;
};

const TEXT_MAX = 100;

/** The filter in the address; what it does not understand is as if it were not there. */
export function parseFilter(read: (name: string) => string | undefined): UpdateFilter {
  return {
    text: (read("q") ?? "").replaceAll("\0", "").trim().slice(0, TEXT_MAX),
    state: updateStates.find((state) => state === read("state")) ?? null,
  };
}

/** The updates that are asked for, by the day that they bear. */
export function presentUpdates({ updates, inReview, filter, canWrite, now, locale }: UpdatesInput): UpdatesModel {
  const say = words(locale);
  const today = calendarDateOf(now);
  return {
    heading: inReview === 0 ? say("heading") : say("heading_waiting", { waiting: inReview }),
    lead: say("lead"),
    write: canWrite ? { label: say("write"), href: `${UPDATES_PATH}/new` } : null,
    filter: updates.length > 0 || isFiltered(filter) ? presentFilter(filter, updates.length, locale) : null,
    tableLabel: say("heading"),
    columns: {
      project: say("project"),
      client: say("client"),
      date: say("date"),
      author: say("author"),
      state: say("state"),
    },
    rows: updates.map(({ update, companyName }) => ({
      id: update.id,
      project: { label: update.projectName, href: `${UPDATES_PATH}/${update.id}` },
      company: companyName,
      day: formatPlainDay(update.datedOn, today, locale),
      author: update.authorName,
      state: stateWords(locale)(update.state),
    })),
    emptyText: isFiltered(filter) ? say("none_found") : say("none"),
  };
}

function isFiltered({ text, state }: UpdateFilter): boolean {
  return text !== "" || state !== null;
}

function presentFilter(filter: UpdateFilter, count: number, locale: string): FilterModel {
  const say = words(locale);
  const sayState = stateWords(locale);
  const chosen = updateStates.map((state) => ({
    value: state,
    label: sayState(state),
    isChosen: filter.state === state,
  }));
  return {
    action: UPDATES_PATH,
    textLabel: say("search"),
    text: filter.text,
    stateLabel: say("state"),
    states: [{ value: "", label: say("every_state"), isChosen: filter.state === null }, ...chosen],
    submit: say("filter"),
    result: isFiltered(filter)
      ? { text: say("found", { count }), showAll: { label: say("show_all"), href: UPDATES_PATH } }
      : null,
  };
}
