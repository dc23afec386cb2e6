import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

/** A cookie of one user system. It names no domain, so it never leaves the host that set it. */
export type HostCookie = {
  read(c: Context): string | undefined;
  write(c: Context, value: string, lifeMs: number): void;
  clear(c: Context): void;
};

/** `isSecure`: the site is served over HTTPS; the name then carries `__Host-`, which browsers hold to this very host. */
export function hostCookie(name: string, isSecure: boolean): HostCookie {
  const prefix = isSecure ? ({ prefix: "host" } as const) : {};
  const common = { path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure, ...prefix } as const;
  return {
    read: (c) => (isSecure ? getCookie(c, name, "host") : getCookie(c, name)),
    write: (c, value, lifeMs) => setCookie(c, name, value, { ...common, maxAge: Math.floor(lifeMs / 1000) }),
    clear: (c) => void deleteCookie(c, name, common),
  };
}
