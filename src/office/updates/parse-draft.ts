import { parseCalendarDate } from "../../domain/calendar-date.ts";
import {
  AUTHOR_NAME_MAX,
  DISCIPLINE_NAME_MAX,
  DISCIPLINES_MAX,
  type DisciplinePercent,
  UPDATE_BODY_MAX,
  type UpdateDraft,
} from "../../domain/project-update.ts";
import { formatCount } from "../../ui/format/number.ts";
import { draftWords } from "./words.ts";

type Form = Partial<Record<string, string>>;

/** What was typed, as it was typed. */
export type TypedUpdate = {
  project: string;
  datedOn: string;
  authorName: string;
  body: string;
  percents: { discipline: string; percent: string }[];
};

export type Problems = Partial<Record<keyof TypedUpdate, string>>;

/** What the form carries, unjudged. */
export function typedIn(form: Form): TypedUpdate {
  const text = (name: string) => (form[name] ?? "").replaceAll("\r\n", "\n").replaceAll("\0", "").trim();
  return {
    project: text("project"),
    datedOn: text("dated_on"),
    authorName: text("author"),
    body: text("body"),
    percents: Array.from({ length: DISCIPLINES_MAX }, (_, index) => ({
      discipline: text(`discipline_${index + 1}`),
      percent: text(`percent_${index + 1}`),
    })),
  };
}

/** The update that was typed, or what to change about it, by field and in the words of this locale. */
export function parseDraft(typed: TypedUpdate, locale: string): { draft: UpdateDraft } | { problems: Problems } {
  const say = draftWords(locale);
  const datedOn = parseCalendarDate(typed.datedOn);
  const lines = typed.percents.filter(({ discipline, percent }) => discipline !== "" || percent !== "");
  const percents = lines.flatMap((line) => parseLine(line) ?? []);
  const problems: Problems = {
    ...(datedOn === null && { datedOn: say("no_day") }),
    ...(typed.authorName === "" && { authorName: say("no_author") }),
    ...(typed.body === "" && { body: say("no_body") }),
    ...tooLong("authorName", typed.authorName, { max: AUTHOR_NAME_MAX, locale }),
    ...tooLong("body", typed.body, { max: UPDATE_BODY_MAX, locale }),
    ...(percents.length < lines.length && {
      percents: say("percents", { max: formatCount(DISCIPLINE_NAME_MAX, locale) }),
    }),
  };
  if (datedOn === null || Object.keys(problems).length > 0) return { problems };
  return { draft: { datedOn, authorName: typed.authorName, body: typed.body, percents } };
}

function parseLine({ discipline, percent }: TypedUpdate["percents"][number]): DisciplinePercent | null {
  const value = Number(percent.replace(/\s*%$/, ""));
  const isPercent = /^\d{1,3}\s*%?$/.test(percent) && value <= 100;
  const isNamed = discipline !== "" && [...discipline].length <= DISCIPLINE_NAME_MAX;
  return isPercent && isNamed ? { discipline, percent: value } : null;
}

function tooLong(
  name: "authorName" | "body",
  text: string,
  { max, locale }: { max: number; locale: string },
): Problems {
  const length = [...text].length;
  if (length <= max) return {};
  const sizes = { length: formatCount(length, locale), max: formatCount(max, locale) };
  return { [name]: draftWords(locale)("too_long", sizes) };
}
