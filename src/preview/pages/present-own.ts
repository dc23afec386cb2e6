// Why a project's page lacks what the firm itself puts there, though the template has it: its updates and the pulse. Pure.
import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { PulseEvery } from "../../domain/portal-defaults.ts";
import type { ProjectStatus } from "../../domain/project.ts";
import { hasPulse, isPulseDue, pulseDueAt } from "../../domain/pulse.ts";
import { DEFAULTS_PATH, newUpdatePath } from "../../office/frame.ts";
import { formatPlainDay } from "../../ui/format/day.ts";
import type { Link } from "../../ui/frame.ts";
import { previewWords } from "./words.ts";

export type OwnFacts = {
  projectId: ProjectId;
  status: ProjectStatus;
  /** Whether an update about the project is published. */
  hasUpdate: boolean;
  pulseEvery: PulseEvery;
  /** When this person answered about the project last; null when they have not. */
  answeredAt: Date | null;
  now: Date;
};

export type Missing = { why: string; setting: Link | null };

/** Null where an update stands on the page. */
export function missingUpdates({ hasUpdate, projectId }: OwnFacts, locale: string): Missing | null {
  if (hasUpdate) return null;
  const say = previewWords(locale);
  return { why: say("no_update"), setting: { label: say("write_update"), href: newUpdatePath(projectId) } };
}

/** Null while the person is asked. */
export function missingPulse({ status, pulseEvery, answeredAt, now }: OwnFacts, locale: string): Missing | null {
  const say = previewWords(locale);
  const setting = { label: say("see_pulse"), href: `${DEFAULTS_PATH}#pulse-reach` };
  if (pulseEvery === "off") return { why: say("pulse_off"), setting };
  if (!hasPulse(status)) return { why: say("pulse_status"), setting: null };
  if (answeredAt === null || isPulseDue(pulseEvery, answeredAt, now)) return null;
  const dayOf = (at: Date) => formatPlainDay(calendarDateOf(at), calendarDateOf(now), locale);
  const again = dayOf(pulseDueAt(pulseEvery, answeredAt) ?? now);
  return { why: say("pulse_answered", { day: dayOf(answeredAt), again }), setting };
}
