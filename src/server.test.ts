import { once } from "node:events";
import { get } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import type { BuiltApp } from "./app.tsx";
import { discardBody } from "./http/discard-body.ts";
import { startServer } from "./server.ts";

/** Nothing here may depend on the drain's deadline: the clock that would end it stands still. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
}

function appThatAnswers(fetch: (request: Request) => Promise<Response>): BuiltApp {
  return { fetch } as unknown as BuiltApp;
}

test("a stop does not wait for connections that carry no request: neither a fresh one nor one kept after an answer", async () => {
  stopClock();
  const server = await startServer(
    appThatAnswers(async () => new Response("ok")),
    { host: "127.0.0.1", port: 0 },
  );
  const fresh = connect(server.port, "127.0.0.1");
  const kept = connect(server.port, "127.0.0.1");
  await Promise.all([once(fresh, "connect"), once(kept, "connect")]);
  kept.write("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
  const [answer] = await once(kept, "data");
  expect(String(answer)).toContain("200 OK");
  await Promise.all([server.stop(), once(fresh, "close"), once(kept, "close")]);
});

test("a stop lets a request that is under way finish, and then ends its connection", async () => {
  stopClock();
  const gate = Promise.withResolvers<Response>();
  const arrived = Promise.withResolvers<void>();
  const app = appThatAnswers(() => {
    arrived.resolve();
    return gate.promise;
  });
  const server = await startServer(app, { host: "127.0.0.1", port: 0 });
  const answer = once(get({ host: "127.0.0.1", port: server.port }), "response");
  await arrived.promise;
  const stopped = server.stop();
  gate.resolve(new Response("done"));
  const [response] = await answer;
  let text = "";
  for await (const chunk of response) text += chunk;
  expect(text).toBe("done");
  await stopped;
});

test("a browser with a jar full of cookies is served", async () => {
  const server = await startServer(
    appThatAnswers(async () => new Response("ok")),
    { host: "127.0.0.1", port: 0 },
  );
  onTestFinished(() => server.stop());
  const cookie = Array.from({ length: 100 }, (_, index) => `stale${index}=${"x".repeat(1_000)}`).join("; ");
  const response = await fetch(`http://127.0.0.1:${server.port}/`, { headers: { cookie } });
  expect(response.status).toBe(200);
});

test("whoever sends a form that is larger than any that is taken reads the answer, on a connection that goes on", async () => {
  const refused = appThatAnswers(async (request) => {
    await discardBody(request.body);
    return new Response("too large", { status: request.body === null ? 200 : 413 });
  });
  const server = await startServer(refused, { host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.stop());
  const sender = connect(server.port, "127.0.0.1");
  onTestFinished(() => void sender.destroy());
  const piece = Buffer.alloc(1024 * 1024);
  sender.write(`POST / HTTP/1.1\r\nHost: here\r\nContent-Length: ${60 * piece.byteLength}\r\n\r\n`);
  for (let sent = 0; sent < 60; sent++) await new Promise((resolve) => sender.write(piece, resolve));
  const [answer] = await once(sender, "data");
  expect(String(answer)).toContain("413 Payload Too Large");
  sender.write("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
  const [next] = await once(sender, "data");
  expect(String(next)).toContain("200 OK");
});
