// What the drift watch tells the firm's admins: once, in one mail, who is stopped and what mends it.
import { letter, type Paragraph } from "./letter.ts";

export type DriftNews = {
  /** Null: about the PSA as a whole. */
  who: { email: string; company: string } | null;
  reason: string;
  remedy: string;
  projectsLost: number;
};

type DriftMail<To> = {
  to: To;
  firmName: string;
  news: DriftNews[];
  /** The PSA answers again, or shows what it did before. */
  isMended: boolean;
  /** The page in the office. */
  address: string;
};

const TOLD_MAX = 20;

export function driftMail<To extends string>({ to, firmName, news, isMended, address }: DriftMail<To>) {
  const told = news.slice(0, TOLD_MAX);
  const more = news.length - told.length;
  return letter({
    to,
    fromName: firmName,
    subject: subjectOf(news, isMended),
    paragraphs: [
      ...(isMended ? ["The PSA answers as it did before. Client portals show what it holds, from now on."] : []),
      ...told.flatMap(describe),
      ...(more > 0 ? [`And ${more} more; the page lists them all.`] : []),
      "Everything that was found, and what has ended by itself:",
      { link: address },
      "You get this once for each change, as an admin of client portals. Nobody else was told.",
    ],
  });
}

function subjectOf(news: DriftNews[], isMended: boolean): string {
  const [first] = news;
  const people = news.filter(({ who }) => who !== null);
  if (!first) return "Client portals: the PSA answers again";
  if (first.who === null) return "Client portals: the PSA needs a look";
  if (people.length === 1) return `Client portals: ${first.who.email} no longer gets in`;
  return `Client portals: ${people.length} people no longer get in${isMended ? "; the PSA answers again" : ""}`;
}

function describe({ who, reason, remedy, projectsLost }: DriftNews): Paragraph[] {
  const projects = `${projectsLost} ${projectsLost === 1 ? "project" : "projects"}`;
  const head = who ? `${who.email}, at the portal of ${who.company}` : "Client portals";
  const lost = who && projectsLost > 0 ? ` They saw ${projects}.` : "";
  return [`${head}: ${reason}${lost} What to do: ${remedy}`];
}
