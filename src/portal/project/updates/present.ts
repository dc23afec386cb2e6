import { type Fields, nameOfAuthor } from "../../../access/content.ts";
import type { PublishedPage, PublishedUpdate } from "../../../data/queries/updates.ts";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import { formatPercent } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { firstOnPaper, type OnPaper } from "../on-paper.ts";
import { updateWords } from "../update-words.ts";
import { SKIP_FIELD, UPDATES_MAX } from "./load.ts";

export type UpdatesModel = {
  heading: string;
  updates: UpdateModel[];
  /** How many there are from the first of these on. */
  count: number;
  /** To those before and after the ones that are shown; null where there are none. */
  newer: Link | null;
  earlier: Link | null;
};

export type UpdateModel = {
  id: string;
  day: string;
  isoDay: string;
  by: string;
  /** Markdown. */
  body: string;
  percents: { text: string; percent: number }[];
  paper: OnPaper;
  photos: { src: string; caption: string; width: number; height: number }[];
};

const PRINTED_PERCENTS = 4;

export type UpdatesInput = {
  page: PublishedPage;
  /** How many newer ones stand before the page. */
  skip: number;
  /** "/acme/projects/p-1". */
  projectPath: string;
  firmName: string;
  /** What of the team this person may see. */
  fields: Fields;
  today: CalendarDate;
  locale: string;
};

/** Some of what the firm has published about the project, the newest first; null when it has published nothing. */
export function presentUpdates(input: UpdatesInput): UpdatesModel | null {
  const { page, skip, projectPath, locale } = input;
  if (page.updates.length === 0) return null;
  const say = updateWords(locale);
  const shown = skip + page.updates.length;
  const count = page.total - shown;
  return {
    heading: say("heading"),
    count: page.total - skip,
    updates: page.updates.map((update) => presentUpdate(update, input)),
    newer: skip > 0 ? { label: say("newer"), href: updatesHref(projectPath, Math.max(0, skip - UPDATES_MAX)) } : null,
    earlier: count > 0 ? { label: say("earlier", { count }), href: updatesHref(projectPath, shown) } : null,
  };
}

function updatesHref(projectPath: string, skip: number): string {
  return `${projectPath}${skip > 0 ? `?${SKIP_FIELD}=${skip}` : ""}#updates`;
}

function presentUpdate(
  update: PublishedUpdate,
  { projectPath, firmName, fields, today, locale }: UpdatesInput,
): UpdateModel {
  const say = updateWords(locale);
  const { id, datedOn, authorName, body, percents, photos } = update;
  return {
    id,
    day: formatPlainDay(datedOn, today, locale),
    isoDay: datedOn,
    by: say("by", { author: nameOfAuthor(authorName, fields) ?? firmName }),
    body,
    percents: percents.map(({ discipline, percent }) => ({
      text: say("percent_of", { discipline, percent: formatPercent(percent, locale) }),
      percent,
    })),
    paper: firstOnPaper(percents.length, PRINTED_PERCENTS, locale),
    photos: photos.map(({ imageId, ...photo }) => ({ src: `${projectPath}/photos/${imageId}.webp`, ...photo })),
  };
}
