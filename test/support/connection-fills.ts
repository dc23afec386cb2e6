import type { Fills } from "./walk.ts";

/** How the pages of Settings → Connections are asked for; what ends the connection before what brings it back. */
export function connectionFills(): Fills {
  const page = "/settings/connections";
  return {
    [`GET ${page}`]: [{ path: page }],
    [`POST ${page}/test`]: [{ path: `${page}/test` }],
    [`GET ${page}/token`]: [{ path: `${page}/token` }],
    [`POST ${page}/token`]: [{ path: `${page}/token`, form: { token: "no token" } }],
    [`GET ${page}/connect/:kind`]: ["harvest", "none"].map((kind) => ({ path: `${page}/connect/${kind}` })),
    [`POST ${page}/connect/:kind`]: ["productive", "none"].map((kind) => ({
      path: `${page}/connect/${kind}`,
      form: { account: "mark", token: "no token" },
    })),
    [`GET ${page}/disconnect`]: [{ path: `${page}/disconnect` }],
    [`POST ${page}/disconnect`]: [{ path: `${page}/disconnect` }],
    [`GET ${page}/reconnect`]: [{ path: `${page}/reconnect` }],
    [`POST ${page}/reconnect`]: [{ path: `${page}/reconnect`, form: { token: "no token" } }],
  };
}
