import type { PortalId } from "../domain/ids.ts";
import type { AppContext } from "../http/env.ts";
import { isUuid } from "../lib/uuid.ts";

const NOTHING = "00000000-0000-0000-0000-000000000000";

/** The portal in the address. An id that is none names no portal, exactly like the id of another firm's. */
export function portalIdOf(c: AppContext): PortalId {
  return portalIdIn(c.req.param("id"));
}

/** The same for an id that a form carries. */
export function portalIdIn(text: string | undefined): PortalId {
  return idIn(text) as PortalId;
}

/** The id of anything of ours; a text that is none is the id of nothing. */
export function idIn(text: string | undefined): string {
  return text !== undefined && isUuid(text) ? text : NOTHING;
}
