import type { PulseComment } from "../../data/queries/pulse.ts";
import type { Portal } from "../../domain/firm.ts";
import type { PulseEvery } from "../../domain/portal-defaults.ts";
import { averageAt, type ScoreGiven, type TrendPoint, trendOf } from "../../domain/pulse.ts";
import type { TrendModel } from "../../ui/components/trend.tsx";
import { dateFormatter, numberFormatter } from "../../ui/format/formatters.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { formatQuantity } from "../../ui/format/number.ts";

export type PulseModel = { heading: string; lead: string; clients: ClientPulseModel[]; silentText: string | null };

export type ClientPulseModel = {
  id: string;
  companyName: string;
  /** The face that is nearest to the average; null when no answer counts any more. */
  face: number | null;
  /** "4.2 of 5, from 3 answers". */
  average: string;
  /** "Up from 3.8 to 4.2 since August". */
  trendText: string | null;
  trend: TrendModel | null;
  /** "August 3.8, September 4.0, now 4.2". */
  pointsText: string | null;
  comments: CommentRow[];
  older: { summary: string; comments: CommentRow[] } | null;
};

export type CommentRow = { id: string; text: string; score: number; label: string; about: string; at: MomentModel };

export type PulseInput = {
  portals: Portal[];
  scores: ScoreGiven[];
  comments: PulseComment[];
  every: PulseEvery;
  now: Date;
  locale: string;
};

const COMMENTS_SHOWN = 3;

const everyText: Record<PulseEvery, string> = {
  week: "Everybody who opens a project of theirs is asked once a week how it is going.",
  two_weeks: "Everybody who opens a project of theirs is asked every two weeks how it is going.",
  month: "Everybody who opens a project of theirs is asked every 30 days how it is going.",
  off: "The pulse is switched off: nobody is asked. What was answered before stays here.",
};

/** The five answers, as the firm reads them. */
const scoreLabels = ["Very unhappy", "Unhappy", "So-so", "Happy", "Very happy"];

/** How each client's people feel about their projects, the least happy client first. */
export function presentPulse(input: PulseInput): PulseModel {
  const { portals, scores, comments, every } = input;
  const heard = portals.filter(
    ({ id }) => scores.some(({ portalId }) => portalId === id) || comments.some(({ portalId }) => portalId === id),
  );
  const silent = portals.length - heard.length;
  const clients = heard.map((portal) => {
    const own = scores.filter(({ portalId }) => portalId === portal.id);
    return { portal, own, standing: averageAt(own, input.now) };
  });
  clients.sort((one, other) => (one.standing?.average ?? 6) - (other.standing?.average ?? 6));
  return {
    heading: "Satisfaction pulse",
    lead: `${everyText[every]} An average is made of the newest answer of each person about each project, from the last 90 days.`,
    clients: clients.map((client) => presentClient(client, input)),
    silentText: silentTextOf(silent, heard.length, input.locale),
  };
}

type Client = { portal: Portal; own: ScoreGiven[]; standing: ReturnType<typeof averageAt> };

function presentClient({ portal, own, standing }: Client, input: PulseInput): ClientPulseModel {
  const { now, locale } = input;
  const points = trendOf(own, now);
  const rows = input.comments
    .filter(({ portalId }) => portalId === portal.id)
    .map((comment) => presentComment(comment, input));
  const older = rows.slice(COMMENTS_SHOWN);
  const isTrend = points.length > 1;
  return {
    id: portal.id,
    companyName: portal.companyName,
    face: standing ? Math.round(standing.average) : null,
    average: standing
      ? `${formatAverage(standing.average, locale)} of 5, from ${formatQuantity(standing.answers, "answer", "answers", locale)}`
      : "No answer in the last 90 days",
    trendText: trendTextOf(points, standing !== null, locale),
    trend: isTrend ? { points: placePoints(points) } : null,
    pointsText: isTrend ? pointsTextOf(points, now, locale) : null,
    comments: rows.slice(0, COMMENTS_SHOWN),
    older:
      older.length === 0
        ? null
        : { summary: formatQuantity(older.length, "older comment", "older comments", locale), comments: older },
  };
}

function presentComment(answer: PulseComment, { now, locale }: PulseInput): CommentRow {
  const { id, comment, score, projectName, email, at } = answer;
  const label = scoreLabels[score - 1] ?? "";
  return { id, text: comment, score, label, about: `${email} about ${projectName}`, at: formatMoment(at, now, locale) };
}

function trendTextOf(points: TrendPoint[], isHeard: boolean, locale: string): string | null {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (!first || !last || !isHeard) return isHeard ? "No trend yet: the first answers came this month" : null;
  const [from, to] = [first, last].map(({ average }) => formatAverage(average, locale));
  const since = monthOf(first.at, locale);
  if (from === to) return `Steady at ${to} since ${since}`;
  return `${last.average > first.average ? "Up" : "Down"} from ${from} to ${to} since ${since}`;
}

function pointsTextOf(points: TrendPoint[], now: Date, locale: string): string {
  const text = ({ at, average }: TrendPoint) =>
    `${at.getTime() === now.getTime() ? "now" : monthOf(at, locale)} ${formatAverage(average, locale)}`;
  return points.map(text).join(", ");
}

/** One to five, from the bottom rule to the top one; the moments by their distance in time. */
function placePoints(points: TrendPoint[]): TrendModel["points"] {
  const times = points.map(({ at }) => at.getTime());
  const [begin, end] = [Math.min(...times), Math.max(...times)];
  return points.map(({ at, average }) => ({
    x: ((at.getTime() - begin) / (end - begin)) * 100,
    y: ((average - 1) / 4) * 100,
  }));
}

function silentTextOf(silent: number, heard: number, locale: string): string | null {
  if (heard === 0) return "Nobody has answered yet. Answers appear here as soon as somebody clicks on a face.";
  if (silent === 0) return null;
  return `Nobody has answered in ${formatQuantity(silent, "other portal", "other portals", locale)} yet.`;
}

function formatAverage(average: number, locale: string): string {
  return numberFormatter(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(average);
}

function monthOf(at: Date, locale: string): string {
  return dateFormatter(locale, { month: "long", timeZone: "UTC" }).format(at);
}
