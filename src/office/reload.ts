import type { AppContext } from "../http/env.ts";

/** So seldom that the page can be read, and soon after the end. */
const RELOAD_AFTER_S = "10";

/**
 * A page that has nothing to show yet loads itself again, without a script. `posted`: where it stands when the answer is one to a form,
 * which is sent once only; null where it was loaded.
 */
export function reloadSoon(c: AppContext, posted: string | null = null): Response | null {
  if (posted !== null) return c.redirect(posted, 303);
  c.header("Refresh", RELOAD_AFTER_S);
  return null;
}
