import { type ContentSettings, sensitiveAt } from "../../../access/newly-exposed.ts";
import type { PortalId } from "../../../domain/ids.ts";
import { namedFields } from "../../visibility/named-fields.ts";
import { limitsWords } from "./words.ts";

/** What a limited contact of this portal sees without the limit of what many agreements keep from clients; null: nothing of that. */
export function shownOnceLifted(settings: ContentSettings, portalId: PortalId, locale: string): string | null {
  const portal = settings.portals.find(({ id }) => id === portalId);
  const fields = portal ? sensitiveAt(settings, portal) : [];
  return fields.length > 0 ? limitsWords(locale)("portal_shows", { names: namedFields(fields, locale) }) : null;
}
