// What a change of the firm's settings newly shows to clients, of what many agreements keep from them. Pure.
import type { Portal, Template } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";
import { type FieldName, fieldNames } from "../domain/template.ts";
import { blocksOf, type TemplateShapes } from "../domain/template-shape.ts";
import { type OwnSwitch, sensitiveSwitches, switchesAt, type TouchedSwitch } from "../domain/visibility.ts";
import { fieldsBy, switchOfField } from "./checks/content.ts";

/** All that settles which fields the firm's portals show. `firmWide`: the switches touched for all of them; a later one holds. */
export type ContentSettings = {
  portals: readonly Portal[];
  shapes: TemplateShapes;
  firmWide: readonly TouchedSwitch[];
  ownSwitches: readonly OwnSwitch[];
  /** The template of a portal that is made now. */
  defaultTemplate: Template;
};

/**
 * Each portal at which at least one of these fields is newly shown. `costs`: where the firm's cost can be worked out by it.
 * `pairs`: which field at which portal, and with which others, as texts.
 */
export type Exposure = {
  fields: readonly FieldName[];
  portals: readonly Portal[];
  costs: CostsTold | null;
  pairs: readonly string[];
};

/** The sums that stand beside the margin, at these portals: a sum less the margin on it is what the work costs the firm. */
export type CostsTold = { sums: readonly FieldName[]; portals: readonly Portal[] };

/**
 * The sensitive fields that portals which are there already begin to show when one settles into the other, as far as the PSA
 * has them. A sum of money that begins to stand beside the margin is one of them, whichever its switch. That a portal is paused
 * makes no difference: it can be resumed without a question.
 */
export function newlyExposed(before: ContentSettings, after: ContentSettings): Exposure {
  const [shownBefore, shownAfter] = [shownBy(before), shownBy(after)];
  const all = before.portals.map((portal) => {
    const [shown, then] = [shownBefore(portal.id), shownAfter(portal.id)];
    const fields = then.filter((field) => !shown.includes(field) && isSensitiveAmong(field, then));
    return { portal, fields, sums: sumsBeside(fields, then) };
  });
  const found = all.filter(({ fields }) => fields.length > 0);
  const telling = found.filter(({ sums }) => sums.length > 0);
  const named = (list: readonly FieldName[]) => fieldNames.filter((field) => list.includes(field));
  return {
    fields: named(found.flatMap(({ fields }) => fields)),
    portals: found.map(({ portal }) => portal),
    costs:
      telling.length === 0
        ? null
        : { sums: named(telling.flatMap(({ sums }) => sums)), portals: telling.map(({ portal }) => portal) },
    pairs: found
      .flatMap(({ portal, fields, sums }) => fields.map((field) => `${portal.id} ${field} beside ${sums.join()}`))
      .sort(),
  };
}

/** The settings once these portals have another template. */
export function withTemplate(
  settings: ContentSettings,
  isMeant: (portal: Portal) => boolean,
  template: Template,
): ContentSettings {
  return { ...settings, portals: settings.portals.map((one) => (isMeant(one) ? { ...one, template } : one)) };
}

/** The sums of which the margin says what share is left. */
const sumFields: ReadonlySet<FieldName> = new Set(["rates", "budget", "invoices"] as const);

function isSensitiveAmong(field: FieldName, shown: readonly FieldName[]): boolean {
  const name = switchOfField[field];
  if (name !== undefined && sensitiveSwitches.has(name)) return true;
  return sumFields.has(field) && shown.includes("profitability");
}

/** The sums that stand beside the margin once these fields are shown; none where they have nothing to do with it. */
function sumsBeside(fields: readonly FieldName[], shown: readonly FieldName[]): FieldName[] {
  if (!shown.includes("profitability")) return [];
  return shown.filter((field) => sumFields.has(field) && (fields.includes(field) || fields.includes("profitability")));
}

/** The sensitive fields that a portal shows, as far as the PSA has them; null: one that is made now. */
export function sensitiveAt(settings: ContentSettings, portal: Pick<Portal, "id" | "template"> | null): FieldName[] {
  const shown = shownAt(settings, portal ?? { id: null, template: settings.defaultTemplate });
  return shown.filter((field) => isSensitiveAmong(field, shown));
}

/** The same, of at least one of these. */
export function sensitiveAtAny(
  settings: ContentSettings,
  portals: readonly (Pick<Portal, "id" | "template"> | null)[],
): FieldName[] {
  const shown = new Set(portals.flatMap((portal) => sensitiveAt(settings, portal)));
  return fieldNames.filter((field) => shown.has(field));
}

/** All fields that at least one of these portals shows, as far as the PSA has them. */
export function shownAtAny(
  settings: ContentSettings,
  portals: readonly Pick<Portal, "id" | "template">[],
): FieldName[] {
  const shown = new Set(portals.flatMap((portal) => shownAt(settings, portal)));
  return fieldNames.filter((field) => shown.has(field));
}

/** What one of the portals shows; nothing at a portal that is not among them. */
function shownBy(settings: ContentSettings): (id: PortalId) => FieldName[] {
  return (id) => {
    const portal = settings.portals.find((one) => one.id === id);
    return portal ? shownAt(settings, portal) : [];
  };
}

type Placed = { id: PortalId | null; template: Template };

function shownAt({ shapes, firmWide, ownSwitches }: ContentSettings, { id, template }: Placed): FieldName[] {
  const own = ownSwitches.filter(({ portalId }) => portalId === id);
  const { switches } = switchesAt([...firmWide], own);
  const fields = fieldsBy([...fieldNames], { switches, blocks: blocksOf(shapes)[template] });
  return fieldNames.filter((field) => fields[field]?.visible);
}
