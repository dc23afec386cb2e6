import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./env.ts";
import { refusedCrossSite } from "./errors.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from (Sec-Fetch-Site, and Origin on
 * every POST); a request that says neither comes from no browser and carries nobody's cookies by accident.
 */
export function forbidCrossSite(): MiddlewareHandler<AppEnv> {
  return async function forbidCrossSiteRequests(c, next) {
    if (!SAFE_METHODS.has(c.req.method) && !isSameOrigin(c.req.header(), new URL(c.req.url).host))
      throw refusedCrossSite();
    await next();
  };
}

function isSameOrigin(headers: Record<string, string>, host: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
