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
};

/** Each portal at which at least one of these fields is newly shown. `pairs`: which field at which portal, as texts. */
export type Exposure = { fields: readonly FieldName[]; portals: readonly Portal[]; pairs: readonly string[] };

/**
 * The sensitive fields that portals which are there already begin to show when one settles into the other, as far as the PSA
 * has them. That a portal is paused makes no difference: it can be resumed without a question.
 */
export function newlyExposed(before: ContentSettings, after: ContentSettings): Exposure {
  const [shownBefore, shownAfter] = [sensitiveShownBy(before), sensitiveShownBy(after)];
  const found = before.portals.map((portal) => {
    const shown = shownBefore(portal.id);
    return { portal, fields: shownAfter(portal.id).filter((field) => !shown.includes(field)) };
  });
  return {
    fields: fieldNames.filter((field) => found.some(({ fields }) => fields.includes(field))),
    portals: found.filter(({ fields }) => fields.length > 0).map(({ portal }) => portal),
    pairs: found.flatMap(({ portal, fields }) => fields.map((field) => `${portal.id} ${field}`)).sort(),
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

const sensitiveFields = fieldNames.filter((field) => {
  const name = switchOfField[field];
  return name !== undefined && sensitiveSwitches.has(name);
});

/** What one of the portals shows of it; nothing at a portal that is not among them. */
function sensitiveShownBy({ portals, shapes, firmWide, ownSwitches }: ContentSettings): (id: PortalId) => FieldName[] {
  const templates = blocksOf(shapes);
  return (id) => {
    const portal = portals.find((one) => one.id === id);
    if (!portal) return [];
    const own = ownSwitches.filter(({ portalId }) => portalId === id);
    const { switches } = switchesAt([...firmWide], own);
    const fields = fieldsBy([...fieldNames], { switches, blocks: templates[portal.template] });
    return sensitiveFields.filter((field) => fields[field]?.visible);
  };
}
