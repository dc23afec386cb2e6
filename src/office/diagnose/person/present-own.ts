// Why a client reads nothing of what the firm itself puts on a project's page, though the template has it: its updates and the pulse. Pure.
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import type { ProjectId } from "../../../domain/ids.ts";
import type { PulseEvery } from "../../../domain/portal-defaults.ts";
import type { ProjectStatus } from "../../../domain/project.ts";
import { hasPulse, isPulseDue, pulseDueAt } from "../../../domain/pulse.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import type { Link } from "../../../ui/frame.ts";
import { DEFAULTS_PATH, newUpdatePath, UPDATES_PATH } from "../../frame.ts";
import { ownWords } from "./own-words.ts";

export type OwnProject = {
  projectId: ProjectId;
  status: ProjectStatus;
  /** Whether an update about the project is published. */
  hasUpdate: boolean;
  /** When this person answered about the project last; null when they have not. */
  answeredAt: Date | null;
};

/** `projects`: the one whose page it is, or all that this person sees. */
export type OwnFacts = { projects: OwnProject[]; pulseEvery: PulseEvery; now: Date };

export type Missing = { why: string; setting: Link | null };

/** What of it this person reads nowhere; null for what they read. */
export type MissingOwn = Record<"updates" | "pulse", Missing | null>;

/** Why the person sees nothing of the firm's own, updates and pulse, each with the setting that changes it; null where they do. */
export function missingOwn(facts: OwnFacts, locale: string): MissingOwn {
  return { updates: missingUpdates(facts, locale), pulse: missingPulse(facts, locale) };
}

function missingUpdates({ projects }: OwnFacts, locale: string): Missing | null {
  if (projects.some(({ hasUpdate }) => hasUpdate)) return null;
  const say = ownWords(locale);
  const [only, ...others] = projects;
  const isOne = only !== undefined && others.length === 0;
  const href = isOne ? newUpdatePath(only.projectId) : `${UPDATES_PATH}/new`;
  return { why: say(isOne ? "no_update" : "no_updates"), setting: { label: say("write_update"), href } };
}

/** Null while the person is asked about at least one of the projects. */
function missingPulse({ projects, pulseEvery, now }: OwnFacts, locale: string): Missing | null {
  const say = ownWords(locale);
  const setting = { label: say("see_pulse"), href: `${DEFAULTS_PATH}#pulse-reach` };
  if (pulseEvery === "off") return { why: say("pulse_off"), setting };
  const answers = projects.filter(({ status }) => hasPulse(status)).map(({ answeredAt }) => answeredAt);
  if (answers.some((at) => isPulseDue(pulseEvery, at, now))) return null;
  // Whichever was answered first is asked about first.
  const [first] = answers.filter((at) => at !== null).sort((one, other) => one.getTime() - other.getTime());
  if (first === undefined) return { why: say("pulse_status"), setting: null };
  const dayOf = (at: Date) => formatPlainDay(calendarDateOf(at), calendarDateOf(now), locale);
  const again = dayOf(pulseDueAt(pulseEvery, first) ?? now);
  return { why: say("pulse_answered", { day: dayOf(first), again }), setting };
}
