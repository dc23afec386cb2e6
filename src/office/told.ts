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
  const what = findTold(c, { toldCookie }, things);
  if (what !== null) toldCookie.clear(c);
  return what;
}

/** The same, and it goes on being told. */
export function findTold<What extends string>(
  c: AppContext,
  { toldCookie }: WithCookie,
  things: readonly What[],
): What | null {
  const told = toldCookie.read(c);
  return things.find((thing) => told === encodeURIComponent(toldAt(c.req.path, thing))) ?? null;
}

/** What this page has to say it says once more when it loads itself again, however often that is. */
export function tellAgain(c: AppContext, services: WithCookie, things: readonly string[]): void {
  const what = findTold(c, services, things);
  if (what !== null) services.toldCookie.write(c, toldAt(c.req.path, what), LIFE_MS);
}

function toldAt(page: string, what: string): string {
  return `${what} ${page}`;
}
