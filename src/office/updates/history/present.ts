import type { UpdateRow, UpdateVersionRow } from "../../../data/queries/updates.ts";
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatPercent } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { UPDATES_PATH } from "../../frame.ts";
import { stateWords } from "../words.ts";
import { words } from "./words.ts";

export type HistoryModel = { heading: string; back: Link; versions: VersionModel[] };

export type VersionModel = {
  version: number;
  heading: string;
  changed: MomentModel;
  by: string;
  /** "Dated 12 March", and the percents. */
  facts: string;
  body: string;
  /** What its photos showed; null where it had none. */
  photos: string | null;
};

type HistoryInput = { update: UpdateRow; versions: UpdateVersionRow[]; now: Date; locale: string };

/** Everything that an update was, the newest first. */
export function presentHistory({ update, versions, now, locale }: HistoryInput): HistoryModel {
  const say = words(locale);
  return {
    heading: say("heading", { project: update.projectName }),
    back: { label: say("back"), href: `${UPDATES_PATH}/${update.id}` },
    versions: versions.map((version) => presentVersion(version, now, locale)),
  };
}

function presentVersion(row: UpdateVersionRow, now: Date, locale: string): VersionModel {
  const { version, state, datedOn, body, percents, photos, changedAt, changedBy } = row;
  const say = words(locale);
  const percentTexts = percents.map(({ discipline, percent }) => `${discipline} ${formatPercent(percent, locale)}`);
  const dated = say("dated", { day: formatPlainDay(datedOn, calendarDateOf(now), locale) });
  return {
    version,
    heading: `${version}. ${stateWords(locale)(state)}`,
    changed: formatMoment(changedAt, now, locale),
    by: changedBy,
    facts: [dated, ...percentTexts].join(" · "),
    body,
    photos: photos.length > 0 ? say("photos", { captions: photos.join(" · ") }) : null,
  };
}
