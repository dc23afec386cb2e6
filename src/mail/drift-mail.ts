// What the drift watch tells the firm's admins: once, in one mail, who is stopped and what mends it.
import { driftWords } from "./drift-words.ts";
import { letter } from "./letter.ts";

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
  /** In which the news is said already. */
  locale: string;
};

const TOLD_MAX = 20;

export function driftMail<To extends string>({ to, firmName, news, isMended, address, locale }: DriftMail<To>) {
  const say = driftWords(locale);
  const told = news.slice(0, TOLD_MAX);
  const count = news.length - told.length;
  return letter({
    to,
    fromName: firmName,
    subject: subjectOf(news, isMended, say),
    paragraphs: [
      ...(isMended ? [say("mended")] : []),
      ...told.map((one) => describe(one, say)),
      ...(count > 0 ? [say("more", { count })] : []),
      say("page"),
      { link: address },
      say("once"),
    ],
  });
}

type SayDrift = ReturnType<typeof driftWords>;

function subjectOf(news: DriftNews[], isMended: boolean, say: SayDrift): string {
  const [first] = news;
  const count = news.filter(({ who }) => who !== null).length;
  if (!first) return say("subject_mended");
  if (first.who === null) return say("subject_psa");
  if (count === 1) return say("subject_one", { email: first.who.email });
  return say(isMended ? "subject_many_mended" : "subject_many", { count });
}

function describe({ who, reason, remedy, projectsLost }: DriftNews, say: SayDrift): string {
  const found = who ? say("about_person", { ...who, reason }) : say("about_psa", { reason });
  const saw = who && projectsLost > 0 ? [say("saw", { count: projectsLost })] : [];
  return [found, ...saw, say("to_do", { remedy })].join(" ");
}
