// Every route of the app, filled from an explicit table and asked for by everybody, and what each answer must not contain.
import type { BuiltApp } from "../../src/app.tsx";
import type { Answer, Visitor } from "./visitor.ts";

export type Surface = keyof BuiltApp["surfaces"];

/**
 * One way to ask for a route: the path with its parameters filled, and what is posted there. `echo`: what may come back
 * because it was typed in an earlier step; what is typed in this very step may come back anyway.
 */
export type Fill = { path: string; form?: Record<string, string>; echo?: string[] };

/** For each route, `POST /sign-in` for example, the ways to ask for it. */
export type Fills = Record<string, Fill[]>;

/** The routes that the router knows, without the ones that answer every path (middleware). */
export function routesOf(app: BuiltApp, surface: Surface): string[] {
  const routes = app.surfaces[surface].routes
    .filter(({ method, path }) => !(method === "ALL" && path === "/*"))
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set(routes)].sort();
}

/** Throws when the table does not name exactly the routes that exist: a new route must be filled before it can be walked. */
export function requireEveryRoute(app: BuiltApp, surface: Surface, fills: Fills): void {
  const routes = routesOf(app, surface);
  const missing = routes.filter((route) => !(fills[route]?.length ?? 0));
  const unknown = Object.keys(fills).filter((route) => !routes.includes(route));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Error(
      `routes without a fill: ${missing.join(", ") || "none"}; fills without a route: ${unknown.join(", ") || "none"}`,
    );
  }
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

export type Step = { method: string; fill: Fill; answer: Answer };

/** Asks for every fill with the route's own method, for each route's first one with every method, and signs out at the end. */
export async function walk(visitor: Visitor, fills: Fills): Promise<Step[]> {
  const steps: Step[] = [];
  const endsLast = (route: string) => (route.includes("/sign-out") ? 1 : 0);
  const routes = Object.entries(fills).sort(([one], [other]) => endsLast(one) - endsLast(other));
  for (const [route, ways] of routes) {
    for (const [index, fill] of ways.entries()) {
      const [own = "GET"] = route.split(" ");
      for (const method of index === 0 ? METHODS : [own]) {
        const isReading = method === "GET" || method === "HEAD";
        const body = isReading ? {} : { body: new URLSearchParams(fill.form ?? {}).toString(), headers: FORM };
        const answer = await visitor.send(method, fill.path, { ...body, follow: false });
        steps.push({ method, fill, answer });
      }
    }
  }
  return steps;
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** The steps whose answer (status, headers, body) contains one of the marks beyond what was typed in that very step. */
export function leaksIn(steps: Step[], marks: string[]): string[] {
  return steps.flatMap(({ method, fill, answer }) => {
    const said = withoutEcho(`${answer.status}\n${headersOf(answer)}\n${answer.text}`.toLowerCase(), fill);
    const leaked = marks.filter((mark) => said.includes(mark.toLowerCase()));
    return leaked.map((mark) => `${mark} in the answer to ${method} ${fill.path} ${JSON.stringify(fill.form ?? {})}`);
  });
}

function headersOf({ headers }: Answer): string {
  return [...headers].map(([name, value]) => `${name}: ${value}`).join("\n");
}

/** What somebody typed into the address or a form may come back to them. */
function withoutEcho(said: string, { path, form, echo }: Fill): string {
  const segments = path.split(/[/?=&]/).map((segment) => decodeURIComponent(segment));
  const typed = [path, ...segments, ...Object.values(form ?? {}), ...(echo ?? [])];
  return typed
    .filter((text) => text.length > 2)
    .flatMap((text) => [text, encodeURIComponent(text)])
    .sort((one, other) => other.length - one.length)
    .reduce((text, part) => text.replaceAll(part.toLowerCase(), "·"), said);
}
