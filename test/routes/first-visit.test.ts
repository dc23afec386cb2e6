// What a first visit transfers before anything is cached: the page and every file that it names, as small as a browser asks for it.
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const HOME = "/acme-northmark";
const BYTES_MAX = 60_000;
const SCRIPT_BYTES_MAX = 10_000;
/** What the server puts around an answer: the status line, Date, Connection, Keep-Alive, Transfer-Encoding. */
const SERVER_HEADER_BYTES = 160;
const asABrowser = "gzip, deflate, br";

let firms: TwoFirms;
let jane: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example", HOME);
});
afterAll(() => firms.stop());

type Transfer = { path: string; kind: string; bytes: number; text: string; headers: Headers };

/** One answer, with its content as it goes over the wire. */
async function transfer(visitor: Visitor, path: string, accepted: string): Promise<Transfer> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const request = new Request(`http://${visitor.host}${path}`, {
    headers: { host: visitor.host, "accept-encoding": accepted, cookie },
  });
  const { status, headers, ...answer } = await packed(firms.app.fetch(request, { address: visitor.address }));
  expect([path, status]).toEqual([path, 200]);
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const [kind = ""] = (headers.get("content-type") ?? "").split(";");
  const bytes = answer.content.byteLength + Buffer.byteLength(lines) + SERVER_HEADER_BYTES;
  return { path, kind, bytes, headers, text: unpacked(answer.content, headers.get("content-encoding")).toString() };
}

async function packed(answering: Promise<Response>) {
  const answer = await answering;
  return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
}

function unpacked(content: Buffer, encoding: string | null): Buffer {
  if (encoding === "br") return brotliDecompressSync(content);
  return encoding === "gzip" ? gunzipSync(content) : content;
}

/** A page and everything that it loads, each once. */
async function firstVisit(visitor: Visitor, path: string, accepted: string): Promise<Transfer[]> {
  const page = await transfer(visitor, path, accepted);
  const named = page.text.matchAll(/<(?:link|script|img)\b[^>]*\s(?:href|src)="([^"]+)"/g);
  const files = new Set([...named].map(([, file = ""]) => file));
  return Promise.all([page, ...[...files].map((file) => transfer(visitor, file, accepted))]);
}

function sum(transfers: Transfer[]): number {
  return transfers.reduce((total, { bytes }) => total + bytes, 0);
}

test.each([
  { name: "sign-in", path: "/sign-in", isSignedIn: false },
  { name: "home", path: HOME, isSignedIn: true },
  { name: "a project", path: `${HOME}/projects/p-1`, isSignedIn: true },
])("a first visit of $name transfers at most 60 kB, of it 10 kB of script", async ({ name, path, isSignedIn }) => {
  for (const accepted of ["gzip", asABrowser]) {
    const all = await firstVisit(isSignedIn ? jane : firms.visit(firms.north), path, accepted);
    const scripts = all.filter(({ kind }) => kind === "text/javascript");
    const figures = all.map(({ kind, bytes }) => `${kind} ${bytes}`).join(", ");
    process.stdout.write(`First visit of ${name} (${accepted}): ${sum(all)} bytes (${figures})\n`);
    const kinds = ["font/woff2", "image/svg+xml", "text/css", "text/html", "text/javascript"];
    expect(all.map(({ kind }) => kind).sort()).toEqual(kinds);
    expect(sum(all)).toBeLessThanOrEqual(BYTES_MAX);
    expect(sum(scripts)).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
  }
});

test("each static file comes as the browser takes it, the same in every encoding, and caches know of the difference", async () => {
  const visitor = firms.visit(firms.north);
  const [, ...files] = await firstVisit(visitor, "/sign-in", "identity");
  for (const { path, kind, text } of files) {
    const encodings: (string | null)[] = [];
    for (const accepted of [asABrowser, "gzip", "gzip, br;q=0", "identity"]) {
      const answer = await transfer(visitor, path, accepted);
      encodings.push(answer.headers.get("content-encoding"));
      expect(answer.text).toBe(text);
      expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(answer.headers.get("vary")).toBe(kind === "font/woff2" ? null : "Accept-Encoding");
    }
    expect(encodings).toEqual(kind === "font/woff2" ? [null, null, null, null] : ["br", "gzip", "gzip", null]);
  }
});
