import { switchOfField } from "../../access/checks/content.ts";
import type { Portal } from "../../domain/firm.ts";
import { doBlocksCarry, fieldNames, type TemplateBlocks } from "../../domain/template.ts";
import type { VisibilitySwitchName } from "../../domain/visibility.ts";

/** A switch is felt where the portal's template carries one of its fields. */
export function isShownAt(name: VisibilitySwitchName, templates: TemplateBlocks): (portal: Portal) => boolean {
  const fields = fieldNames.filter((field) => switchOfField[field] === name);
  return ({ template }) => fields.length === 0 || fields.some((field) => doBlocksCarry(templates[template], field));
}
