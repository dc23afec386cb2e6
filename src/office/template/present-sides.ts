import { blockWords } from "../../access/explain/block-names.ts";
import { templateWords } from "../../access/explain/template-names.ts";
import { type CalendarDate, calendarDateOf } from "../../domain/calendar-date.ts";
import { type Template, templates } from "../../domain/firm.ts";
import { blockNames } from "../../domain/template.ts";
import { formatAge } from "../../ui/format/age.ts";
import { formatCount } from "../../ui/format/number.ts";
import type { Link } from "../../ui/frame.ts";
import { presentListed } from "../present-listed.ts";
import { presentTrouble } from "../present-trouble.ts";
import { shapePath } from "../templates/present.ts";
import type { Side, Sides } from "./load-sides.ts";
import { presentSideRows, type SideRow } from "./present-side-rows.ts";
import { templatePageWords } from "./words.ts";

export type SidesModel = {
  heading: string;
  action: string;
  next: string;
  selects: { name: string; label: string; options: { value: Template; label: string; isChosen: boolean }[] }[];
  compare: string;
  /** Null until two are chosen. */
  answer: { text: string; compared: ComparedModel | null } | null;
};

export type ComparedModel = {
  /** "7 of 10 blocks differ." */
  summary: string;
  rows: SideRow[];
  /** What is in neither of the two. */
  leftOut: string | null;
  shapes: Link[];
};

export type SidesInput = {
  companyName: string;
  action: string;
  next: string;
  chosen: [Template, Template];
  /** Null: nobody has asked yet. */
  sides: Sides | null;
  now: Date;
  locale: string;
};

/** Two templates beside each other, on what the PSA says of this portal's company now. */
export function presentSides(input: SidesInput): SidesModel {
  const { companyName, action, next, chosen, locale } = input;
  const say = templatePageWords(locale);
  return {
    heading: say("sides", { company: companyName }),
    action,
    next,
    selects: [
      { name: "left", label: say("left"), options: optionsFor(chosen[0], locale) },
      { name: "right", label: say("right"), options: optionsFor(chosen[1], locale) },
    ],
    compare: say("compare"),
    answer: presentAnswer(input),
  };
}

function optionsFor(chosen: Template, locale: string) {
  return templates.map((value) => ({ value, label: templateWords(locale)(value), isChosen: value === chosen }));
}

function presentAnswer({ sides, now, locale }: SidesInput): SidesModel["answer"] {
  if (sides === null) return null;
  const say = templatePageWords(locale);
  if (sides.kind === "trouble") {
    const text = presentListed(sides, { now, locale }) ?? presentTrouble(sides, locale);
    return { text, compared: null };
  }
  const text = say("read", { age: formatAge(sides.readAt, now, locale) });
  return { text, compared: presentCompared(sides.sides, calendarDateOf(now), locale) };
}

function presentCompared(sides: [Side, Side], today: CalendarDate, locale: string): ComparedModel {
  const say = templatePageWords(locale);
  const rows = presentSideRows(sides, { today, locale });
  const count = rows.filter(({ difference }) => difference !== null).length;
  const leftOut = blockNames
    .filter((one) => rows.every(({ name }) => name !== one))
    .map((one) => blockWords(locale)(one));
  const shown = [...new Set(sides.map(({ template }) => template))];
  return {
    summary: count === 0 ? say("all_same") : say("some_differ", { count, all: formatCount(rows.length, locale) }),
    rows,
    leftOut: leftOut.length > 0 ? say("in_neither", { blocks: leftOut.join(", ") }) : null,
    shapes: shown.map((template) => ({
      label: say("change", { template: templateWords(locale)(template) }),
      href: shapePath(template),
    })),
  };
}
