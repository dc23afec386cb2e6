// When a client is asked how a project is going, and what their answers come to.
import type { Email } from "./email.ts";
import type { PortalId, ProjectId } from "./ids.ts";
import type { PulseEvery } from "./portal-defaults.ts";
import type { ProjectStatus } from "./project.ts";

/** Null: nobody is asked. */
const intervalDays: Record<PulseEvery, number | null> = { week: 7, two_weeks: 14, month: 30, off: null };

export const pulseScores = [1, 2, 3, 4, 5] as const;
export type PulseScore = (typeof pulseScores)[number];

export const PULSE_COMMENT_MAX = 1_000;

const DAY_MS = 86_400_000;
/** An answer says how somebody feels about a project for so long; after that it is history. */
const COUNTS_DAYS = 90;
const TREND_MONTHS = 6;

/** Whether this person is to be asked about this project now; `newestAt` is when they answered last. */
export function isPulseDue(every: PulseEvery, newestAt: Date | null, now: Date): boolean {
  if (newestAt === null) return every !== "off";
  const dueAt = pulseDueAt(every, newestAt);
  return dueAt !== null && now >= dueAt;
}

/** When somebody who answered then is asked again; null: never. */
export function pulseDueAt(every: PulseEvery, newestAt: Date): Date | null {
  const days = intervalDays[every];
  return days === null ? null : new Date(newestAt.getTime() + days * DAY_MS);
}

/** Whether anybody is asked about a project that stands like this: what is over or not begun has no pulse. */
export function hasPulse(status: ProjectStatus): boolean {
  return status === "active" || status === "on_hold";
}

/** The score of this text, or null when it is none of the five. */
export function parsePulseScore(text: string | undefined): PulseScore | null {
  return pulseScores.find((score) => String(score) === text) ?? null;
}

export type ScoreGiven = { portalId: PortalId; projectId: ProjectId; email: Email; score: number; at: Date };

/** The mean of the newest answer of each person about each project, as it stood at this moment; null when there was none. */
export function averageAt(given: readonly ScoreGiven[], moment: Date): { average: number; answers: number } | null {
  const newest = new Map<string, ScoreGiven>();
  for (const one of given) {
    const age = moment.getTime() - one.at.getTime();
    if (age < 0 || age > COUNTS_DAYS * DAY_MS) continue;
    const key = JSON.stringify([one.portalId, one.projectId, one.email]);
    const known = newest.get(key);
    if (!known || known.at < one.at) newest.set(key, one);
  }
  if (newest.size === 0) return null;
  const sum = [...newest.values()].reduce((total, { score }) => total + score, 0);
  return { average: sum / newest.size, answers: newest.size };
}

/** A point of the trend: the end of a month, or now. */
export type TrendPoint = { at: Date; average: number };

/** The averages at the ends of the last months and now, the oldest first; months without an answer are left out. */
export function trendOf(given: readonly ScoreGiven[], now: Date): TrendPoint[] {
  const ends = Array.from({ length: TREND_MONTHS - 1 }, (_, index) => monthEnd(now, TREND_MONTHS - 1 - index));
  return [...ends, now].flatMap((at) => {
    const then = averageAt(given, at);
    return then ? [{ at, average: then.average }] : [];
  });
}

/** From when on answers can count in the trend. */
export function trendBegin(now: Date): Date {
  return new Date(monthEnd(now, TREND_MONTHS - 1).getTime() - COUNTS_DAYS * DAY_MS);
}

/** The last moment of the month that lies so many months back, in UTC. */
function monthEnd(now: Date, monthsBack: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBack + 1, 1) - 1);
}
