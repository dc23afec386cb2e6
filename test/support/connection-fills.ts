import type { Fill, Fills } from "./walk.ts";

/** How the pages of Settings → Connections are asked for; about those of both firms; what ends the connection before what brings it back. */
export function connectionFills(connections: string[]): Fills {
  const page = "/settings/connections";
  const each = (action: string): Fill[] =>
    [...connections, "none"].map((connection) => ({
      path: `${page}/${action}`,
      form: { connection, token: "no token" },
    }));
  return {
    [`GET ${page}`]: [{ path: page }],
    [`POST ${page}/test`]: each("test"),
    [`GET ${page}/token`]: [{ path: `${page}/token` }],
    [`POST ${page}/token`]: each("token"),
    [`GET ${page}/connect/:kind`]: ["harvest", "none"].map((kind) => ({ path: `${page}/connect/${kind}` })),
    [`POST ${page}/connect/:kind`]: ["productive", "none"].map((kind) => ({
      path: `${page}/connect/${kind}`,
      form: { account: "mark", token: "no token" },
    })),
    [`GET ${page}/disconnect`]: [{ path: `${page}/disconnect` }],
    [`POST ${page}/disconnect`]: each("disconnect"),
    [`GET ${page}/reconnect`]: [{ path: `${page}/reconnect` }],
    [`POST ${page}/reconnect`]: each("reconnect"),
  };
}
