import type { ContentSettings } from "../../access/newly-exposed.ts";
import type { Tx } from "../database.ts";
import { readPortalDefaults } from "./portal-defaults.ts";
import { listPortals } from "./portals.ts";
import { readTemplateShapes } from "./template-shapes.ts";
import { listOwnSwitches, listTouched } from "./visibility.ts";

/** What settles right now which fields the portals of the firm show. */
export async function readContentSettings(tx: Tx): Promise<ContentSettings> {
  return {
    portals: await listPortals(tx),
    shapes: await readTemplateShapes(tx),
    firmWide: await listTouched(tx),
    ownSwitches: await listOwnSwitches(tx),
    defaultTemplate: (await readPortalDefaults(tx)).template,
  };
}
