// The HTTP server of a stand-in: it listens on loopback, notes what was asked, and lets tests break its answers.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as passed } from "node:timers/promises";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Fault } from "./faults.ts";

/** `query` is decoded. Headers that carry a secret say `(secret)`. `status` is null while, or because, nothing was answered. */
export type SeenRequest = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  status: number | null;
};

/** Which requests a fault meets: those whose path matches, the next `times` of them; all, when nothing is said. */
export type FaultScope = { path?: RegExp; times?: number };

export type StandInServer = {
  /** Origin, without a slash at the end. */
  url: string;
  /** Oldest first. */
  requests: SeenRequest[];
  /** Requests that would have changed something. ProLens must make none. */
  countWrites(): number;
  /** From now on; a fault set later goes first. */
  fail(fault: Fault, scope?: FaultScope): void;
  /** Forgets all faults and the latency. */
  recover(): void;
  delayBy(ms: number): void;
  /** Ends all connections, those of unanswered requests too. */
  close(): Promise<void>;
};

type Answer = (request: Request) => Response | Promise<Response>;

const SECRET_HEADER = /token|authorization|cookie|key/i;

/** Listens on a free loopback port, or on `port`, and rejects when that is taken. */
export async function startServer(answer: Answer, { port = 0 }: { port?: number } = {}): Promise<StandInServer> {
  const requests: SeenRequest[] = [];
  const faults = new FaultPlan();
  let latencyMs = 0;
  const listener = createAdaptorServer({
    fetch: async (request, env) => {
      const { outgoing } = env as HttpBindings;
      const seen = describeRequest(request);
      requests.push(seen);
      if (latencyMs > 0) await passed(latencyMs, undefined, { ref: false });
      const fault = faults.take(seen.path);
      const exchange = { request, outgoing, answer: async (asked = request) => answer(asked) };
      const response = await (fault ? fault(exchange) : answer(request));
      const isRaw = response === RESPONSE_ALREADY_SENT;
      if (!isRaw) seen.status = response.status;
      else if (outgoing.headersSent) seen.status = outgoing.statusCode;
      return response;
    },
  }) as Server;
  const url = await listen(listener, port);
  return {
    url,
    requests,
    countWrites: () => requests.filter(({ method }) => method !== "GET" && method !== "HEAD").length,
    fail: (fault, scope = {}) => faults.add(fault, scope),
    recover: () => {
      faults.clear();
      latencyMs = 0;
    },
    delayBy: (ms) => {
      latencyMs = ms;
    },
    close: () => closeListener(listener),
  };
}

function describeRequest(request: Request): SeenRequest {
  const url = new URL(request.url);
  const headers = [...request.headers].map(([name, value]) => [name, SECRET_HEADER.test(name) ? "(secret)" : value]);
  return {
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers),
    status: null,
  };
}

/** The faults that are still to happen, the latest first. */
class FaultPlan {
  #planned: { fault: Fault; path: RegExp; timesLeft: number }[] = [];

  add(fault: Fault, { path = /^/, times = Number.POSITIVE_INFINITY }: FaultScope): void {
    this.#planned.unshift({ fault, path, timesLeft: times });
  }

  take(path: string): Fault | null {
    const planned = this.#planned.find((candidate) => candidate.timesLeft > 0 && candidate.path.test(path));
    if (!planned) return null;
    planned.timesLeft -= 1;
    return planned.fault;
  }

  clear(): void {
    this.#planned = [];
  }
}

async function listen(listener: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
}

function closeListener(listener: Server): Promise<void> {
  return new Promise((resolve) => {
    listener.close(() => resolve());
    listener.closeAllConnections();
  });
}
