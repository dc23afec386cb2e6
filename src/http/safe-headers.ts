import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const POLICY = "Content-Security-Policy";

/**
 * The headers of every answer: nothing foreign is loaded, framed or told where somebody came from. What a page allows besides stands
 * in its own policy, and is added. `isSecure`: behind HTTPS.
 */
export function safeHeaders(isSecure: boolean): MiddlewareHandler {
  const setHeaders = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    crossOriginResourcePolicy: "same-origin",
    strictTransportSecurity: isSecure ? "max-age=31536000" : false,
  });
  return async (c, next) => {
    let own: string | null = null;
    await setHeaders(c, async () => {
      await next();
      own = c.res.headers.get(POLICY);
    });
    if (own !== null) c.res.headers.set(POLICY, `${c.res.headers.get(POLICY)}; ${own}`);
  };
}

/** Lets the script of this one page ask our own host again; that of no other page can ask anybody. */
export function allowAskingAgain(c: Context): void {
  c.header(POLICY, "connect-src 'self'");
}
