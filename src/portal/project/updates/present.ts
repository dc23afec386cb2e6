import type { PublishedUpdate } from "../../../data/queries/updates.ts";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import { formatPercent } from "../../../ui/format/number.ts";
import { updateWords } from "../update-words.ts";

export type UpdatesModel = {
  heading: string;
  open: UpdateModel[];
  earlier: { summary: string; updates: UpdateModel[] } | null;
};

export type UpdateModel = {
  id: string;
  day: string;
  isoDay: string;
  by: string;
  /** Markdown. */
  body: string;
  percents: { text: string; percent: number }[];
  photos: { src: string; caption: string; width: number; height: number }[];
};

export type UpdatesInput = {
  updates: PublishedUpdate[];
  /** "/acme/projects/p-1". */
  projectPath: string;
  today: CalendarDate;
  locale: string;
};

const OPEN_MAX = 3;

/** What the firm has published about the project, the newest first; null when that is nothing. */
export function presentUpdates(input: UpdatesInput): UpdatesModel | null {
  if (input.updates.length === 0) return null;
  const say = updateWords(input.locale);
  const updates = input.updates.map((update) => presentUpdate(update, input));
  const earlier = updates.slice(OPEN_MAX);
  return {
    heading: say("heading"),
    open: updates.slice(0, OPEN_MAX),
    earlier: earlier.length === 0 ? null : { summary: say("earlier", { count: earlier.length }), updates: earlier },
  };
}

function presentUpdate(update: PublishedUpdate, { projectPath, today, locale }: UpdatesInput): UpdateModel {
  const say = updateWords(locale);
  const { id, datedOn, authorName, body, percents, photos } = update;
  return {
    id,
    day: formatPlainDay(datedOn, today, locale),
    isoDay: datedOn,
    by: say("by", { author: authorName }),
    body,
    percents: percents.map(({ discipline, percent }) => ({
      text: say("percent_of", { discipline, percent: formatPercent(percent, locale) }),
      percent,
    })),
    photos: photos.map(({ imageId, ...photo }) => ({ src: `${projectPath}/photos/${imageId}.webp`, ...photo })),
  };
}
