import { parseAccept } from "hono/utils/accept";
import { chooseLocale } from "../ui/locale.ts";
import type { AppContext } from "./env.ts";

/** The locale of a client's page: the one that the firm has set for its portals, else the one that the browser prefers. */
export function visitorLocale(c: AppContext, setting: string | null): string {
  if (setting) return chooseLocale([setting]);
  const preferred = parseAccept(c.req.header("accept-language") ?? "").filter(({ q }) => q > 0);
  return chooseLocale(preferred.sort((a, b) => b.q - a.q).map(({ type }) => type));
}
