import { PORTALS_PATH } from "./frame.ts";

/** Below it stand the pages of every preview that is under way. */
export const PREVIEW_PATH = "/preview";

/** Where somebody of the firm chooses as whom they look at a portal, and where the choice is posted to. */
export function choosePreviewPath(portalId: string): string {
  return `${PORTALS_PATH}/${encodeURIComponent(portalId)}/preview`;
}
