import type { UpdateRow, UpdateVersionRow } from "../../../data/queries/updates.ts";
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatPercent } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { UPDATES_PATH } from "../../frame.ts";
import { stateLabels } from "../update-states.ts";

export type HistoryModel = { heading: string; back: Link; versions: VersionModel[] };

export type VersionModel = {
  version: number;
  heading: string;
  changed: MomentModel;
  by: string;
  /** "Dated 12 March", and the percents. */
  facts: string;
  body: string;
};

type HistoryInput = { update: UpdateRow; versions: UpdateVersionRow[]; now: Date; locale: string };

/** Everything that an update was, the newest first. */
export function presentHistory({ update, versions, now, locale }: HistoryInput): HistoryModel {
  return {
    heading: `History: ${update.projectName}`,
    back: { label: "Back to the update", href: `${UPDATES_PATH}/${update.id}` },
    versions: versions.map((version) => presentVersion(version, now, locale)),
  };
}

function presentVersion(row: UpdateVersionRow, now: Date, locale: string): VersionModel {
  const { version, state, datedOn, body, percents, changedAt, changedBy } = row;
  const percentTexts = percents.map(({ discipline, percent }) => `${discipline} ${formatPercent(percent, locale)}`);
  const dated = `Dated ${formatPlainDay(datedOn, calendarDateOf(now), locale)}`;
  return {
    version,
    heading: `${version}. ${stateLabels[state]}`,
    changed: formatMoment(changedAt, now, locale),
    by: changedBy,
    facts: [dated, ...percentTexts].join(" · "),
    body,
  };
}
