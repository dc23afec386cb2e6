import type { UpdateRow } from "../../../data/queries/updates.ts";
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import { formatQuantity } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { UPDATES_PATH } from "../../frame.ts";
import { stateLabels } from "../update-states.ts";

export type UpdatesModel = {
  heading: string;
  lead: string;
  /** Null for who may only read. */
  write: Link | null;
  rows: { id: string; project: Link; company: string; day: string; author: string; state: string }[];
};

export type UpdatesInput = {
  updates: { update: UpdateRow; companyName: string | null }[];
  canWrite: boolean;
  now: Date;
  locale: string;
};

/** Every update, by the day that it bears. */
export function presentUpdates({ updates, canWrite, now, locale }: UpdatesInput): UpdatesModel {
  const waiting = updates.filter(({ update }) => update.state === "review").length;
  const today = calendarDateOf(now);
  return {
    heading: waiting === 0 ? "Updates" : `Updates: ${formatQuantity(waiting, "waits", "wait", locale)} for review`,
    lead: "A short dated note about a project, on its page in the client’s portal once an admin publishes it.",
    write: canWrite ? { label: "Write an update", href: `${UPDATES_PATH}/new` } : null,
    rows: updates.map(({ update, companyName }) => ({
      id: update.id,
      project: { label: update.projectName, href: `${UPDATES_PATH}/${update.id}` },
      company: companyName ?? "–",
      day: formatPlainDay(update.datedOn, today, locale),
      author: update.authorName,
      state: stateLabels[update.state],
    })),
  };
}
