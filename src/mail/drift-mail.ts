// What the drift watch tells the firm's admins: once, in one mail, who is stopped and what mends it.
import { driftWords } from "./drift-words.ts";
import { letter } from "./letter.ts";

/** One person who is stopped at the portal of a company. */
export type DriftNews = {
  email: string;
  company: string;
  reason: string;
  remedy: string;
  projectsLost: number;
};

type DriftMail<To> = {
  to: To;
  firmName: string;
  news: DriftNews[];
  /** The page in the office. */
  address: string;
  /** In which the news is said already. */
  locale: string;
};

const TOLD_MAX = 20;

/** To an admin: at most twenty people by name, and how many more there are. `news` is said in the locale already. */
export function driftMail<To extends string>({ to, firmName, news, address, locale }: DriftMail<To>) {
  const say = driftWords(locale);
  const told = news.slice(0, TOLD_MAX);
  const count = news.length - told.length;
  return letter({
    to,
    fromName: firmName,
    locale,
    subject: subjectOf(news, say),
    paragraphs: [
      ...told.map((one) => describe(one, say)),
      ...(count > 0 ? [say("more", { count })] : []),
      say("page"),
      { link: address, label: say("open") },
      say("once"),
    ],
  });
}

type SayDrift = ReturnType<typeof driftWords>;

function subjectOf(news: DriftNews[], say: SayDrift): string {
  const [first] = news;
  return first && news.length === 1
    ? say("subject_one", { email: first.email })
    : say("subject_many", { count: news.length });
}

function describe({ email, company, reason, remedy, projectsLost }: DriftNews, say: SayDrift): string {
  const saw = projectsLost > 0 ? [say("saw", { count: projectsLost })] : [];
  return [say("about_person", { email, company, reason }), ...saw, say("to_do", { remedy })].join(" ");
}
