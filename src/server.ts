import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import type { BuiltApp } from "./app.tsx";

export type RunningServer = { port: number; stop(): Promise<void> };

const DRAIN_MS = 5_000;
/** A jar full of cookies of the domain above must not keep anybody out: Node's own limit is an eighth of this. */
const HEADER_BYTES_MAX = 128 * 1024;

/** Listens, and resolves when requests are answered. Rejects when the port is taken. */
export async function startServer(
  app: BuiltApp,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = createAdaptorServer({
    serverOptions: { maxHeaderSize: HEADER_BYTES_MAX },
    fetch: (request, env) => app.fetch(request, { address: (env as HttpBindings).incoming.socket.remoteAddress }),
  }) as Server;
  const closeUnused = followConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stopServer(server, closeUnused) };
}

/** Takes no new requests, lets those under way finish, and gives up on the slowest after a while. */
function stopServer(server: Server, closeUnused: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    closeUnused();
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  });
}

/**
 * Browsers open connections ahead of need. Node counts one that carried no request yet as busy, and a stop would wait for
 * it; so we keep count ourselves. The returned function ends all connections without a request under way, now and later.
 */
function followConnections(server: Server): () => void {
  const unused = new Set<Socket>();
  let isClosing = false;
  server.on("connection", (socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    unused.delete(socket);
    response.once("close", () => {
      if (isClosing) socket.end();
      else if (!socket.destroyed) unused.add(socket);
    });
  });
  return () => {
    isClosing = true;
    for (const socket of unused) socket.destroy();
  };
}
