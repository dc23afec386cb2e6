import type { AppContext } from "../http/env.ts";

/** So seldom that the page can be read, and soon after the end. */
export const RELOAD_AFTER_S = 10;

/**
 * A page that has nothing to show yet loads itself again, without a script. INVARIANT: there is no field on it, for what is typed
 * would be lost; where there is one, a script holds on while somebody types (`ReadingModel`). Never the answer to a form, which is
 * sent once only.
 */
export function reloadSoon(c: AppContext): void {
  c.header("Refresh", String(RELOAD_AFTER_S));
}
