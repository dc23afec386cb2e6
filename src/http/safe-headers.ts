import { secureHeaders } from "hono/secure-headers";

/** The headers of every answer: nothing foreign is loaded, framed or told where somebody came from. `isSecure`: behind HTTPS. */
export function safeHeaders(isSecure: boolean) {
  return secureHeaders({
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
}
