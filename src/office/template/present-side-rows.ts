import { settlingField } from "../../access/checks/content.ts";
import { blockWords } from "../../access/explain/block-names.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { templateWords } from "../../access/explain/template-names.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import {
  ASIDE_BLOCK,
  type BlockName,
  type FieldName,
  fieldsOfBlock,
  firmsOwnFields,
  isLeftOutOfBlock,
  type ShownBlock,
} from "../../domain/template.ts";
import { formatCount } from "../../ui/format/number.ts";
import { listValues } from "./list-values.ts";
import type { Side } from "./load-sides.ts";
import { templatePageWords } from "./words.ts";

/** One block as both templates show it. `difference`: in what they differ, "Differs: order, content"; null where in nothing. */
export type SideRow = { name: BlockName; label: string; difference: string | null; cells: [SideCell, SideCell] };

/** `place`: where the block stands on the page, and whether it stands out; or that it is not there. */
export type SideCell = { id: string; template: string; place: string; fields: SideField[] };

/** `mark`: that the other side says something else here; null where it says the same. */
export type SideField = { label: string; text: string; isShown: boolean; mark: string | null };

type Told = { today: CalendarDate; locale: string };

/** Block by block, as the left template orders them; what only the right one has comes last. */
export function presentSideRows([left, right]: [Side, Side], told: Told): SideRow[] {
  const blocks = [...left.blocks, ...right.blocks.filter(({ name }) => !blockIn(left, name))];
  const shared = ({ blocks: own }: Side, other: Side) =>
    inOrder(own).flatMap(({ name }) => (blockIn(other, name) ? name : []));
  const orders: [BlockName[], BlockName[]] = [shared(left, right), shared(right, left)];
  return blocks.map(({ name }) => presentRow(name, { sides: [left, right], orders, told }));
}

type Around = { sides: [Side, Side]; orders: [BlockName[], BlockName[]]; told: Told };

function presentRow(name: BlockName, { sides: [left, right], orders, told }: Around): SideRow {
  const texts = [fieldsOf(name, left, told), fieldsOf(name, right, told)] as const;
  const say = templatePageWords(told.locale);
  const isBoth = blockIn(left, name) !== undefined && blockIn(right, name) !== undefined;
  const cellOf = (place: 0 | 1): SideCell => {
    const [own, other] = [texts[place], texts[1 - place] ?? []];
    const mark = ({ text }: Shown, index: number) => (isBoth && text !== other[index]?.text ? say("other") : null);
    return {
      id: `${name}-${place}`,
      template: templateWords(told.locale)((place === 0 ? left : right).template),
      place: placeOf(name, place === 0 ? left : right, told.locale),
      fields: own.map((field, index) => ({ ...field, mark: mark(field, index) })),
    };
  };
  const cells: SideRow["cells"] = [cellOf(0), cellOf(1)];
  const isMoved = orders[0].indexOf(name) !== orders[1].indexOf(name);
  return {
    name,
    label: blockWords(told.locale)(name),
    difference: differenceOf(name, { left, right, cells, isMoved, told }),
    cells,
  };
}

type Compared = { left: Side; right: Side; cells: SideRow["cells"]; isMoved: boolean; told: Told };

function differenceOf(name: BlockName, { left, right, cells, isMoved, told: { locale } }: Compared): string | null {
  const say = templatePageWords(locale);
  const [one, other] = [blockIn(left, name), blockIn(right, name)];
  if (!one || !other) return say("only_in", { template: templateWords(locale)((one ? left : right).template) });
  const kinds = [
    isMoved ? say("by_order") : null,
    one.isEmphasised === other.isEmphasised ? null : say("by_emphasis"),
    cells[0].fields.some(({ mark }) => mark !== null) ? say("by_content") : null,
  ].filter((kind) => kind !== null);
  return kinds.length === 0 ? null : say("differs", { kinds: kinds.join(", ") });
}

/** The blocks whose order counts. */
function inOrder(blocks: readonly ShownBlock[]): ShownBlock[] {
  return blocks.filter(({ name }) => name !== ASIDE_BLOCK);
}

function blockIn({ blocks }: Side, name: BlockName): ShownBlock | undefined {
  return blocks.find((block) => block.name === name);
}

function placeOf(name: BlockName, side: Side, locale: string): string {
  const say = templatePageWords(locale);
  const block = blockIn(side, name);
  if (!block) return say("not_in");
  const ordered = inOrder(side.blocks);
  const told = { place: formatCount(ordered.indexOf(block) + 1, locale), count: formatCount(ordered.length, locale) };
  const place = name === ASIDE_BLOCK ? say("aside") : say("place", told);
  return block.isEmphasised ? say("stands_out", { place }) : place;
}

type Shown = Omit<SideField, "mark">;

function fieldsOf(name: BlockName, side: Side, { today, locale }: Told): Shown[] {
  if (!blockIn(side, name)) return [];
  const values = { ...listValues(side.work, today, locale), ...side.firmsOwn };
  return fieldsOfBlock[name].map((field) => presentField(field, side, { values: values[field], locale }));
}

function presentField(field: FieldName, { fields, blocks }: Side, told: { values: string[]; locale: string }): Shown {
  const { values, locale } = told;
  const say = templatePageWords(locale);
  const label = fieldWords(locale)(field);
  const [first, ...others] = values;
  // As in the table above: what the template hides is said first, for no switch would bring it back.
  const isLeftOut = isLeftOutOfBlock(blocks, field);
  const hidden = isLeftOut ? "left_out_field" : hiddenText[fields[field]?.cause ?? "none"];
  if (settlingField(field, fields) !== field) return { label, text: say("hidden_with"), isShown: false };
  if (hidden || first === undefined)
    return { label, text: say(hidden ?? (firmsOwnFields.has(field) ? "none" : "nothing")), isShown: false };
  const text = others.length > 0 ? say("first_of", { first, count: others.length }) : first;
  return { label, text: firmsOwnFields.has(field) ? say("about", { projects: text }) : text, isShown: true };
}

const hiddenText: Partial<Record<string, "switched_off" | "nothing" | "left_out_field">> = {
  "scope.toggle": "switched_off",
  "scope.no_data": "nothing",
  "scope.template": "left_out_field",
};
