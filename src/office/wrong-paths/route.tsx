import { isGuessedPath } from "../../domain/slug.ts";
import type { App } from "../../http/env.ts";
import type { OfficeServices } from "../services.ts";
import { officeSignInPage } from "../sign-in/route.tsx";

/**
 * Paths at which nothing of the office stands. What people guess leads to the start. At all others whoever is not signed in
 * signs in first, and is then told where to go: it may be a portal's path at the wrong host.
 */
export function addWrongPaths(app: App, services: OfficeServices): void {
  app.get("*", async (c) => {
    const name = c.req.path.replace(/^\/|\/$/g, "").toLowerCase();
    if (isGuessedPath(name)) return c.redirect("/", 302);
    const isFile = /\.[a-z0-9]+$/i.test(c.req.path);
    return isFile || (await services.sessions.find(c)) ? c.notFound() : officeSignInPage(c, services);
  });
}
