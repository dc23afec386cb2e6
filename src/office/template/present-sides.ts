import { settlingField } from "../../access/checks/content.ts";
import { blockWords } from "../../access/explain/block-names.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { templateWords } from "../../access/explain/template-names.ts";
import { calendarDateOf } from "../../domain/calendar-date.ts";
import { type Template, templates } from "../../domain/firm.ts";
import { retell } from "../../domain/psa-texts/retell.ts";
import {
  type BlockName,
  blockNames,
  type FieldName,
  fieldsOfBlock,
  firmsOwnFields,
  isLeftOutOfBlock,
  type ShownBlock,
} from "../../domain/template.ts";
import { formatAge } from "../../ui/format/age.ts";
import type { Link } from "../../ui/frame.ts";
import { presentListed } from "../present-listed.ts";
import { shapePath } from "../templates/present.ts";
import { listValues } from "./list-values.ts";
import type { Side, Sides } from "./load-sides.ts";
import { templatePageWords } from "./words.ts";

export type SidesModel = {
  heading: string;
  action: string;
  next: string;
  selects: { name: string; label: string; options: { value: Template; label: string; isChosen: boolean }[] }[];
  compare: string;
  /** Null until two are chosen. */
  answer: { text: string; sides: SideModel[] } | null;
};

export type SideModel = {
  /** Tells the two apart where one template stands on both sides. */
  id: string;
  label: string;
  shape: Link;
  blocks: { label: string; fields: { label: string; text: string; isShown: boolean }[] }[];
  /** What is not in the template. */
  leftOut: string | null;
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
    const text = presentListed(sides, { now, locale }) ?? say("trouble", { detail: retell(sides.detail, locale) });
    return { text, sides: [] };
  }
  const read = say("read", { age: formatAge(sides.readAt, now, locale) });
  return { text: read, sides: sides.sides.map((side, place) => presentSide(side, `side-${place}`, { now, locale })) };
}

type Told = { now: Date; locale: string };

function presentSide(side: Side, id: string, told: Told): SideModel {
  const say = templatePageWords(told.locale);
  const label = templateWords(told.locale)(side.template);
  const values = listValues(side.work, calendarDateOf(told.now), told.locale);
  const isIn = (name: BlockName) => side.blocks.some((block) => block.name === name);
  const leftOut = blockNames.filter((name) => !isIn(name)).map((name) => blockWords(told.locale)(name));
  const blockOf = ({ name }: ShownBlock) => ({
    label: blockWords(told.locale)(name),
    fields: fieldsOfBlock[name].map((field) => presentField(field, side, { values: values[field], ...told })),
  });
  return {
    id,
    label,
    shape: { label: say("change", { template: label }), href: shapePath(side.template) },
    blocks: side.blocks.map(blockOf),
    leftOut: leftOut.length > 0 ? say("left_out", { blocks: leftOut.join(", ") }) : null,
  };
}

function presentField(
  field: FieldName,
  { fields, blocks }: Side,
  { values, locale }: { values: string[]; locale: string },
) {
  const say = templatePageWords(locale);
  const label = fieldWords(locale)(field);
  const [first, ...others] = values;
  // As in the table above: what the template hides is said first, for no switch would bring it back.
  const isLeftOut = isLeftOutOfBlock(blocks, field);
  const hidden = isLeftOut ? "left_out_field" : hiddenText[fields[field]?.cause ?? "none"];
  if (settlingField(field, fields) !== field) return { label, text: say("hidden_with"), isShown: false };
  if (!hidden && firmsOwnFields.has(field)) return { label, text: say("shown"), isShown: true };
  if (hidden || first === undefined) return { label, text: say(hidden ?? "nothing"), isShown: false };
  const text = others.length > 0 ? say("first_of", { first, count: others.length }) : first;
  return { label, text, isShown: true };
}

const hiddenText: Partial<Record<string, "switched_off" | "nothing" | "left_out_field">> = {
  "scope.toggle": "switched_off",
  "scope.no_data": "nothing",
  "scope.template": "left_out_field",
};
