// What was just done is said by a cookie of the answer that did it. An address tells nothing: anybody can write one.
import type { AppContext } from "../http/env.ts";
import type { OfficeServices } from "./services.ts";

/** Long enough for the page that follows at once. */
const LIFE_MS = 60_000;

type WithCookie = Pick<OfficeServices, "toldCookie">;

/** Goes on to a page of the office, which says this once. `path` may carry a query and the place on the page. */
export function goOnTelling(c: AppContext, { toldCookie }: WithCookie, path: string, what: string): Response {
  const [page = ""] = path.split(/[?#]/);
  toldCookie.write(c, toldAt(page, what), LIFE_MS);
  return c.redirect(path, 303);
}

/** Which of these things the page that is asked for has to say, or null. Whoever asks for it again is told nothing. */
export function takeTold<What extends string>(
  c: AppContext,
  { toldCookie }: WithCookie,
  things: readonly What[],
): What | null {
  const told = toldCookie.read(c);
  const what = things.find((thing) => told === encodeURIComponent(toldAt(c.req.path, thing)));
  if (what === undefined) return null;
  toldCookie.clear(c);
  return what;
}

function toldAt(page: string, what: string): string {
  return `${what} ${page}`;
}
