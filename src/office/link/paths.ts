import { PORTALS_PATH } from "../frame.ts";

/** Where a portal that a switch has left without a company is given one. */
export function linkPath(portalId: string): string {
  return `${PORTALS_PATH}/${encodeURIComponent(portalId)}/link`;
}
