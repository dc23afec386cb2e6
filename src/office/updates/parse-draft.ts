import { parseCalendarDate } from "../../domain/calendar-date.ts";
import {
  AUTHOR_NAME_MAX,
  DISCIPLINE_NAME_MAX,
  DISCIPLINES_MAX,
  type DisciplinePercent,
  UPDATE_BODY_MAX,
  type UpdateDraft,
} from "../../domain/project-update.ts";
import { LOCALE } from "../../lib/locale.ts";
import { formatCount } from "../../ui/format/number.ts";

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

/** The update that was typed, or what to change about it, by field. */
export function parseDraft(typed: TypedUpdate): { draft: UpdateDraft } | { problems: Problems } {
  const datedOn = parseCalendarDate(typed.datedOn);
  const lines = typed.percents.filter(({ discipline, percent }) => discipline !== "" || percent !== "");
  const percents = lines.flatMap((line) => parseLine(line) ?? []);
  const problems: Problems = {
    ...(datedOn === null && { datedOn: "Give the day as year, month and day, such as 2026-03-12." }),
    ...problemOfText("authorName", typed.authorName, AUTHOR_NAME_MAX, "Say who writes: clients read this name."),
    ...problemOfText("body", typed.body, UPDATE_BODY_MAX, "Write what is new."),
    ...(percents.length < lines.length && {
      percents: `Each line needs a discipline (up to ${DISCIPLINE_NAME_MAX} characters) and a whole number from 0 to 100.`,
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

function problemOfText(name: "authorName" | "body", text: string, max: number, empty: string): Problems {
  const length = [...text].length;
  if (length === 0) return { [name]: empty };
  if (length <= max) return {};
  return {
    [name]: `This is ${formatCount(length, LOCALE)} characters long. Shorten it to ${formatCount(max, LOCALE)}.`,
  };
}
