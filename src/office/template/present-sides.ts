import { switchOfField } from "../../access/checks/content.ts";
import { blockWords } from "../../access/explain/block-names.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { calendarDateOf } from "../../domain/calendar-date.ts";
import { type Template, templateLabels, templates } from "../../domain/firm.ts";
import { type BlockName, blockNames, type FieldName, fieldsOfBlock } from "../../domain/template.ts";
import { formatAge } from "../../ui/format/age.ts";
import { formatCount } from "../../ui/format/number.ts";
import type { Link } from "../../ui/frame.ts";
import { shapePath } from "../templates/present.ts";
import { listValues } from "./list-values.ts";
import type { Side, Sides } from "./load-sides.ts";

export type SidesModel = {
  heading: string;
  action: string;
  next: string;
  selects: { name: string; label: string; options: { value: Template; label: string; isChosen: boolean }[] }[];
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
  const { companyName, action, next, chosen } = input;
  return {
    heading: `Side by side, on what ${companyName} has now`,
    action,
    next,
    selects: [
      { name: "left", label: "Left", options: optionsFor(chosen[0]) },
      { name: "right", label: "Right", options: optionsFor(chosen[1]) },
    ],
    answer: presentAnswer(input),
  };
}

function optionsFor(chosen: Template) {
  return templates.map((value) => ({ value, label: templateLabels[value], isChosen: value === chosen }));
}

function presentAnswer({ sides, now, locale }: SidesInput): SidesModel["answer"] {
  if (sides === null) return null;
  if (sides.kind === "trouble")
    return { text: `The PSA cannot be read right now. It answered: “${sides.detail}”`, sides: [] };
  const read = `As a contact whom nothing limits would see it, read from the PSA ${formatAge(sides.readAt, now, locale)}.`;
  return { text: read, sides: sides.sides.map((side, place) => presentSide(side, `side-${place}`, { now, locale })) };
}

type Told = { now: Date; locale: string };

function presentSide(side: Side, id: string, told: Told): SideModel {
  const values = listValues(side.work, calendarDateOf(told.now), told.locale);
  const leftOut = blockNames.filter((name) => !side.blocks.includes(name)).map((name) => blockWords(told.locale)(name));
  const blockOf = (name: BlockName) => ({
    label: blockWords(told.locale)(name),
    fields: fieldsOfBlock[name].map((field) => presentField(field, side, { values: values[field], ...told })),
  });
  return {
    id,
    label: templateLabels[side.template],
    shape: { label: `Change the ${templateLabels[side.template]} template`, href: shapePath(side.template) },
    blocks: side.blocks.map(blockOf),
    leftOut: leftOut.length > 0 ? `Not in this template: ${leftOut.join(", ")}.` : null,
  };
}

function presentField(field: FieldName, { fields }: Side, { values, locale }: { values: string[]; locale: string }) {
  const label = fieldWords(locale)(field);
  const [first, ...others] = values;
  if (fields[field]?.cause === "scope.toggle") return { label, text: "switched off", isShown: false };
  if (fields[field]?.cause === "scope.no_data") return { label, text: "nothing in the PSA", isShown: false };
  // What stands inside another field goes with it.
  if (first === undefined) return { label, text: hiddenWith(field), isShown: false };
  const more = others.length > 0 ? `, and ${formatCount(others.length, locale)} more` : "";
  return { label, text: `${first}${more}`, isShown: true };
}

function hiddenWith(field: FieldName): string {
  return switchOfField[field] === undefined ? "nothing in the PSA" : "hidden with the field it belongs to";
}
