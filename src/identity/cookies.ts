import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";

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
    read: (c) => lastOfName(c.req.header("cookie") ?? "", isSecure ? `__Host-${name}` : name),
    write: (c, value, lifeMs) => setCookie(c, name, value, { ...common, maxAge: Math.floor(lifeMs / 1000) }),
    clear: (c) => void deleteCookie(c, name, common),
  };
}

/**
 * Something else below the same name may stand in the jar, set for a longer path or for the domain above. Browsers send longer
 * paths and older ones first, so the last one is ours as soon as somebody signs in anew: nobody ever has to clear cookies.
 */
function lastOfName(header: string, name: string): string | undefined {
  const pair = header
    .split(";")
    .map((text) => text.trim())
    .findLast((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
