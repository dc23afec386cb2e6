// What can go wrong between a PSA and whoever reads it. Each fault takes the place of one answer.
import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as passed } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";

/** `answer` is what the stand-in would have said. */
export type Exchange = {
  request: Request;
  outgoing: HttpBindings["outgoing"];
  /** `asked`: in place of the request, as the vendor took it. */
  answer(asked?: Request): Promise<Response>;
};
export type Fault = (exchange: Exchange) => Response | Promise<Response>;

/** Answers with a status of its own, such as 503, instead of asking the stand-in. */
export function answerStatus(status: number, body = "", headers: Record<string, string> = {}): Fault {
  return () => new Response(body, { status, headers });
}

/** A page for people where JSON was asked for: what a proxy says during maintenance. */
export function answerHtml(status = 200): Fault {
  const page = "<!doctype html><title>Maintenance</title><p>Back soon.</p>";
  return answerStatus(status, page, { "content-type": "text/html; charset=utf-8" });
}

export function redirectTo(location: string, status = 302): Fault {
  return answerStatus(status, "", { location });
}

/** The connection breaks in the middle of the body. */
export function cutBody(): Fault {
  return async ({ answer, outgoing }) => {
    const response = await answer();
    const body = Buffer.from(await response.arrayBuffer());
    const raw = outgoing as ServerResponse;
    raw.writeHead(response.status, { ...Object.fromEntries(response.headers), "content-length": body.length });
    // Not before it is cut: a server that still finds the connection open would end the body with words of its own.
    await new Promise((written) => raw.write(body.subarray(0, body.length / 2), written));
    raw.destroy();
    return RESPONSE_ALREADY_SENT;
  };
}

/** Takes the request and never says anything. */
export function neverAnswer(): Fault {
  return async ({ outgoing }) => {
    await once(outgoing, "close");
    return RESPONSE_ALREADY_SENT;
  };
}

/** The right answer in so many pieces at the most, one every `everyMs`; else one byte at a time. */
export function dripBody(everyMs: number, pieces = Number.POSITIVE_INFINITY): Fault {
  return async ({ answer }) => {
    const response = await answer();
    const bytes = new Uint8Array(await response.arrayBuffer());
    const size = Math.max(1, Math.ceil(bytes.length / pieces));
    let position = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await passed(everyMs);
        controller.enqueue(bytes.subarray(position, position + size));
        position += size;
        if (position >= bytes.length) controller.close();
      },
    });
    return new Response(body, { status: response.status, headers: response.headers });
  };
}

const CHUNK_BYTES = 64 * 1024;

/** The right answer, and so many blanks behind it: JSON like any other for whoever reads to its end. */
export function sendHugeBody(bytes = 50_000_000): Fault {
  return async ({ answer }) => {
    const response = await answer();
    const text = new Uint8Array(await response.arrayBuffer());
    let left = bytes;
    const chunk = new Uint8Array(CHUNK_BYTES).fill(" ".charCodeAt(0));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(text),
      pull: (controller) => {
        controller.enqueue(chunk.subarray(0, Math.min(left, CHUNK_BYTES)));
        left -= CHUNK_BYTES;
        if (left <= 0) controller.close();
      },
    });
    return new Response(body, { status: response.status, headers: { "content-type": "application/json" } });
  };
}

/** JSON as it came from a parser: a fault may do anything with it. */
// biome-ignore lint/suspicious/noExplicitAny: faults break shapes on purpose
export type LooseJson = any;

/** The right answer, changed by hand: fields left out, other types, rows of somebody else. */
export function editJson(edit: (json: LooseJson, url: URL) => LooseJson): Fault {
  return async ({ answer, request }) => {
    const response = await answer();
    const edited = edit(await response.json(), new URL(request.url));
    return new Response(JSON.stringify(edited), { status: response.status, headers: response.headers });
  };
}

/** As it is, or as it stands in the address of a next page. */
const TIMESTAMP = /\d{4}-\d\d-\d\dT\d\d(:|%3A)\d\d\1\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/**
 * The clock of the vendor is wrong: the Date header and every timestamp in the body are off by so much, and a moment that is asked
 * for is one of that clock.
 */
export function shiftClock(byMs: number): Fault {
  return async ({ answer, request }) => {
    const moved = (ms: number) => (text: string, colon: string) =>
      new Date(Date.parse(decodeURIComponent(text)) + ms).toISOString().replaceAll(":", colon);
    const url = new URL(request.url);
    for (const [name, value] of [...url.searchParams]) {
      url.searchParams.set(name, value.replace(TIMESTAMP, moved(-byMs)));
    }
    const response = await answer(new Request(url, request));
    const body = (await response.text()).replace(TIMESTAMP, moved(byMs));
    const headers = new Headers(response.headers);
    headers.set("date", new Date(Date.now() + byMs).toUTCString());
    return new Response(body, { status: response.status, headers });
  };
}
