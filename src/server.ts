import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import type { BuiltApp } from "./app.tsx";

export type RunningServer = { port: number; stop(): Promise<void> };

const DRAIN_MS = 5_000;

/** Listens, and resolves when requests are answered. Rejects when the port is taken. */
export async function startServer(
  app: BuiltApp,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, { address: (env as HttpBindings).incoming.socket.remoteAddress }),
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stopServer(server) };
}

/** Takes no new requests, lets those under way finish, and gives up on the slowest after a while. */
function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  });
}
