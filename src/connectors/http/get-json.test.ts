import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { getJson, type VendorRequest } from "./get-json.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function vendor(answer: RequestListener): Promise<VendorRequest> {
  const server = createServer(answer);
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return asking(`http://127.0.0.1:${port}/people?email=jane@acme.example`);
}

function asking(url: string): VendorRequest {
  const explain = (body: unknown) => (body as { message?: string }).message ?? null;
  return { url: new URL(url), headers: { "x-auth-token": "t0ken" }, secret: "t0ken", explain };
}

const patient = () => ({ signal: AbortSignal.timeout(20_000) });

test("the answer comes parsed, with its headers; the request carries the vendor's", async () => {
  const request = await vendor(({ headers, method }, answer) => {
    answer.setHeader("x-left", "7").end(JSON.stringify({ token: headers["x-auth-token"], method, text: "é" }));
  });
  const { body, headers } = await getJson(request, patient());
  expect(body).toEqual({ token: "t0ken", method: "GET", text: "é" });
  expect(headers.get("x-left")).toBe("7");
});

describe("what is no answer is told apart", () => {
  test.each([
    [401, "auth_expired"],
    [402, "forbidden"],
    [403, "forbidden"],
    [404, "not_found"],
    [409, "invalid_response"],
    [422, "invalid_response"],
    [429, "rate_limited"],
    [500, "unavailable"],
    [503, "unavailable"],
  ])("%i is %s, in the vendor's words", async (status, code) => {
    const request = await vendor((_, answer) =>
      answer.writeHead(status).end(JSON.stringify({ message: "words of the vendor" })),
    );
    const fault = await getJson(request, patient()).catch((err: unknown) => err);
    expect(fault).toMatchObject({ code, retryAfterMs: null });
    expect(String(fault)).toContain(`${status}: words of the vendor`);
    expect(String(fault)).not.toMatch(/t0ken|jane@/);
  });

  test("the credential that a refusal repeats is struck out of the vendor's words, and no half of it is left", async () => {
    for (const words of ["token t0ken is unknown: t0ken", `${"x".repeat(297)}t0ken`]) {
      const request = await vendor((_, answer) => answer.writeHead(401).end(JSON.stringify({ message: words })));
      const fault = await getJson(request, patient()).catch((err: unknown) => err);
      expect(String(fault)).toContain("…");
      expect(String(fault)).not.toContain("t0");
    }
  });

  const DATE = "Wed, 21 Oct 2026 07:28:00 GMT";
  const LATER = "Wed, 21 Oct 2026 07:28:30 GMT";

  test.each<[name: string, headers: Record<string, string>, retryAfterMs: number | null]>([
    ["seconds", { "retry-after": "12" }, 12_000],
    ["Productive's header", { "x-ratelimit-reset": "3" }, 3_000],
    ["a date, by the vendor's own clock", { date: DATE, "retry-after": LATER }, 30_000],
    ["a date that has passed", { date: LATER, "retry-after": DATE }, 0],
    ["both, of which the first is no time", { "retry-after": "soon", "x-ratelimit-reset": "3" }, 3_000],
    ["both", { "retry-after": "5", "x-ratelimit-reset": "3" }, 5_000],
    ["an empty one", { "retry-after": "", "x-ratelimit-reset": "" }, null],
    ["less than nothing", { "retry-after": "-1" }, null],
    ["what looks like a date and is none", { "retry-after": "Wed, 99 Oct" }, null],
  ])("%s: says when to come back, with 429 and with 503", async (_, headers, retryAfterMs) => {
    for (const status of [429, 503]) {
      const request = await vendor((_request, answer) => answer.writeHead(status, headers).end("{}"));
      await expect(getJson(request, patient())).rejects.toMatchObject({ retryAfterMs });
    }
  });

  test("a date without the vendor's clock counts by ours", async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    const request = await vendor((_, answer) => {
      answer.sendDate = false;
      answer.writeHead(429, { "retry-after": inAnHour }).end("{}");
    });
    const fault = await getJson(request, patient()).catch((err: unknown) => err);
    expect(fault).toMatchObject({ code: "rate_limited", retryAfterMs: expect.closeTo(3_600_000, -5) });
  });

  test("a redirect is not followed, wherever it leads", async () => {
    let asked = 0;
    const request = await vendor((_, answer) => {
      asked += 1;
      answer.writeHead(302, { location: "/elsewhere" }).end();
    });
    await expect(getJson(request, patient())).rejects.toMatchObject({ code: "invalid_response" });
    expect(asked).toBe(1);
  });

  test.each([
    ["a page of HTML", 200, "<!doctype html><p>Maintenance", "invalid_response"],
    ["nothing", 200, "", "invalid_response"],
    ["a page of HTML with an error", 502, "<p>Bad gateway", "unavailable"],
  ])("%s in place of JSON", async (_, status, body, code) => {
    const request = await vendor((_request, answer) => answer.writeHead(status).end(body));
    await expect(getJson(request, patient())).rejects.toMatchObject({ code });
  });

  test("a body without end is cut off", async () => {
    const request = await vendor((_, answer) => {
      const piece = Buffer.alloc(1024 * 1024, " ");
      const more = () => {
        while (!answer.destroyed && answer.write(piece));
      };
      answer.on("drain", more);
      more();
    });
    await expect(getJson(request, patient())).rejects.toMatchObject({ code: "invalid_response" });
  });

  test("a connection that is cut in the middle", async () => {
    const request = await vendor((_, answer) => {
      answer.writeHead(200, { "content-length": "1000" });
      answer.write("{", () => answer.destroy());
    });
    await expect(getJson(request, patient())).rejects.toMatchObject({ code: "unavailable" });
  });

  test("nobody listens, no such host, no certificate", async () => {
    const request = await vendor((_, answer) => answer.end("{}"));
    for (const url of ["http://127.0.0.1:1/", "http://no-such-host.invalid/", `https://${request.url.host}/`]) {
      await expect(getJson(asking(url), patient())).rejects.toMatchObject({ code: "unavailable" });
    }
  });

  test("who gives up gets their own reason back, before the answer and in its middle", async () => {
    const reason = new Error("the visitor has left");
    const silent = await vendor(() => {});
    const gone = new AbortController();
    const waiting = getJson(silent, gone);
    gone.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    const leaving = new AbortController();
    const dripping = await vendor((_, answer) => {
      answer.writeHead(200).write("{", () => leaving.abort(reason));
    });
    await expect(getJson(dripping, leaving)).rejects.toBe(reason);
  });
});
