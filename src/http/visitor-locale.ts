import { parseAccept } from "hono/utils/accept";
import { chooseLocale } from "../lib/locale.ts";
import type { AppContext } from "./env.ts";

/**
 * The locale of a client's page: the one that the firm has set for its portals, else the one that the browser prefers. A
 * page that has just read the setting hands it in; others go by what is remembered of the firm.
 */
export function visitorLocale(c: AppContext, setting: string | null = c.env.portalLocale): string {
  c.header("Vary", "Accept-Language");
  return chooseLocale(setting ? [setting] : preferredOf(c));
}

/** The locale of an office's page: the one that the browser prefers. */
export function browserLocale(c: AppContext): string {
  c.header("Vary", "Accept-Language");
  return chooseLocale(preferredOf(c));
}

function preferredOf(c: AppContext): string[] {
  const accepted = parseAccept(c.req.header("accept-language") ?? "").filter(({ q }) => q > 0);
  return accepted.sort((a, b) => b.q - a.q).map(({ type }) => type);
}
