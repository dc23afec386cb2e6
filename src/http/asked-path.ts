import type { AppContext } from "./env.ts";

/**
 * The path as it was asked for, still encoded, fit for a link back to it. The framework's own path is decoded, and `/%5Cx`
 * decoded leads to another host.
 */
export function askedPath(c: AppContext): string {
  return new URL(c.req.url).pathname.replace(/^\/+/, "/");
}
