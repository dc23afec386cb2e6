import type { AnswersOfPortal, PortalAnswer } from "../../data/queries/pulse.ts";
import type { Portal } from "../../domain/firm.ts";
import type { PortalId } from "../../domain/ids.ts";
import type { PulseEvery } from "../../domain/portal-defaults.ts";
import { averageAt, type ScoreGiven, type TrendPoint, trendOf } from "../../domain/pulse.ts";
import type { TrendModel } from "../../ui/components/trend.tsx";
import { dateFormatter, numberFormatter } from "../../ui/format/formatters.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { type PageAsked, type PagesModel, pageOf, presentPages, presentRange } from "../../ui/pages.ts";
import { PULSE_PATH } from "../frame.ts";
import { pulseWords } from "./words.ts";

export type PulseModel = {
  heading: string;
  lead: string;
  /** Which of the clients stand on this page, "51–100 of 2,000"; null where all do. */
  range: string | null;
  clients: ClientPulseModel[];
  pages: PagesModel | null;
  silentText: string | null;
};

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
  /** "At the end of each month: August 3.8, September 4.0, now 4.2". */
  pointsText: string | null;
  answers: AnswerRow[];
  older: OlderAnswers | null;
};

/** `moreText`: how many there are beyond those that are listed. */
export type OlderAnswers = { summary: string; answers: AnswerRow[]; moreText: string | null };

/** `score`: how happy, in words; `comment`: empty when there is none; `about`: who answered, about which project. */
export type AnswerRow = { id: string; score: string; comment: string; about: string; at: MomentModel };

export type PulseInput = {
  portals: Portal[];
  scores: ScoreGiven[];
  answers: ReadonlyMap<PortalId, AnswersOfPortal>;
  every: PulseEvery;
  page: PageAsked;
  now: Date;
  locale: string;
};

const ANSWERS_SHOWN = 5;
const nothing: AnswersOfPortal = { total: 0, answers: [] };

/** How each client's people feel about their projects, the least happy client first. */
export function presentPulse(input: PulseInput): PulseModel {
  const { portals, scores, answers, every, locale } = input;
  const say = pulseWords(locale);
  const heard = portals.filter(({ id }) => answers.has(id));
  const silent = portals.length - heard.length;
  const byPortal = Map.groupBy(scores, ({ portalId }) => portalId);
  const clients = heard.map((portal) => {
    const own = byPortal.get(portal.id) ?? [];
    return { portal, own, standing: averageAt(own, input.now) };
  });
  clients.sort((one, other) => (one.standing?.average ?? 6) - (other.standing?.average ?? 6));
  const page = pageOf(clients.length, input.page);
  return {
    heading: say("heading"),
    lead: say("lead", { every: say(`every_${every}`) }),
    range: presentRange(page, locale),
    clients: clients.slice(page.from, page.to).map((client) => presentClient(client, input)),
    pages: presentPages(page, { locale, hrefOf: (to) => `${PULSE_PATH}?page=${to}` }),
    silentText: silentTextOf(silent, heard.length, locale),
  };
}

type Client = { portal: Portal; own: ScoreGiven[]; standing: ReturnType<typeof averageAt> };

function presentClient({ portal, own, standing }: Client, input: PulseInput): ClientPulseModel {
  const { now, locale } = input;
  const say = pulseWords(locale);
  const points = trendOf(own, now);
  const { total, answers } = input.answers.get(portal.id) ?? nothing;
  const rows = answers.map((answer) => presentAnswer(answer, input));
  const isTrend = points.length > 1;
  return {
    id: portal.id,
    companyName: portal.companyName,
    face: standing ? Math.round(standing.average) : null,
    average: standing
      ? say("average", { average: formatAverage(standing.average, locale), count: standing.answers })
      : say("no_average"),
    trendText: trendTextOf(points, standing !== null, locale),
    trend: isTrend ? { points: placePoints(points) } : null,
    pointsText: isTrend ? pointsTextOf(points, now, locale) : null,
    answers: rows.slice(0, ANSWERS_SHOWN),
    older: presentOlder(rows.slice(ANSWERS_SHOWN), total, locale),
  };
}

function presentOlder(answers: AnswerRow[], total: number, locale: string): OlderAnswers | null {
  if (answers.length === 0) return null;
  const say = pulseWords(locale);
  const more = total - ANSWERS_SHOWN - answers.length;
  return {
    summary: say("older", { count: total - ANSWERS_SHOWN }),
    answers,
    moreText: more > 0 ? say("more", { count: more }) : null,
  };
}

function presentAnswer(answer: PortalAnswer, { now, locale }: PulseInput): AnswerRow {
  const { id, comment, score, projectName, email, at } = answer;
  const about = pulseWords(locale)("answer", { email, project: projectName });
  return { id, score: scoreText(score, locale), comment, about, at: formatMoment(at, now, locale) };
}

/** How happy that is, of the five answers. */
function scoreText(score: number, locale: string): string {
  const key = scoreKeys[score - 1];
  return key ? pulseWords(locale)(key) : "";
}

const scoreKeys = ["score_1", "score_2", "score_3", "score_4", "score_5"] as const;

function trendTextOf(points: TrendPoint[], isHeard: boolean, locale: string): string | null {
  const say = pulseWords(locale);
  const [first, ...others] = points;
  const last = others.at(-1);
  if (!first || !last || !isHeard) return isHeard ? say("no_trend") : null;
  const [from, to] = [formatAverage(first.average, locale), formatAverage(last.average, locale)];
  const since = monthOf(first.at, locale);
  if (from === to) return say("steady", { to, since });
  return say(last.average > first.average ? "up" : "down", { from, to, since });
}

function pointsTextOf(points: TrendPoint[], now: Date, locale: string): string {
  const say = pulseWords(locale);
  const text = ({ at, average: value }: TrendPoint) => {
    const average = formatAverage(value, locale);
    return at.getTime() === now.getTime()
      ? say("point_now", { average })
      : say("point", { month: monthOf(at, locale), average });
  };
  return say("points", { points: points.map(text).join(", ") });
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
  const say = pulseWords(locale);
  if (heard === 0) return say("silent_all");
  return silent === 0 ? null : say("silent", { count: silent });
}

function formatAverage(average: number, locale: string): string {
  return numberFormatter(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(average);
}

function monthOf(at: Date, locale: string): string {
  return dateFormatter(locale, { month: "long", timeZone: "UTC" }).format(at);
}
