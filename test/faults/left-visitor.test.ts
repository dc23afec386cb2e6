// Over a real socket: a visitor whose connection closes takes their question to the PSA along, and nobody else's.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { neverAnswer } from "../../demo/stand-ins/faults.ts";
import { type RunningServer, startServer } from "../../src/server.ts";
import { decisionsAbout } from "../support/decisions.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.example";

let firm: VendorFirm;
let server: RunningServer;
let jane: Visitor;
beforeAll(async () => {
  firm = await startVendorFirm({ psaDeadlineMs: 60_000, records: vendorRecords() });
  server = await startServer(firm.app, { host: "127.0.0.1", port: 0 });
  jane = firm.browse();
  await jane.signIn(JANE);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await firm.stop();
});

/** A browser's load of Jane's portal, as bytes. */
async function load(): Promise<Socket> {
  const socket = connect(server.port, "127.0.0.1").on("error", () => {});
  await once(socket, "connect");
  const cookie = [...jane.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  socket.write(`GET /acme HTTP/1.1\r\nHost: ${jane.host}\r\nCookie: ${cookie}\r\n\r\n`);
  return socket;
}

/** Requests for people that the vendor has not answered, and whose asker is still there. */
function openQuestions() {
  return firm.standIn.requests.filter(({ path, status }) => path.includes("/people") && status === null).length;
}

test("the vendor's connection is closed with the last visitor who waits, and nothing is stored about them", async () => {
  let hungUp = 0;
  const silence = neverAnswer();
  firm.standIn.fail(async (exchange) => {
    const answer = await silence(exchange);
    hungUp += 1;
    return answer;
  });
  const stored = (await decisionsAbout(firm, firm, JANE)).length;
  const before = openQuestions();
  const one = await load();
  await expect.poll(openQuestions, { timeout: 10_000 }).toBe(before + 1);
  const other = await load();
  // Both wait for the same answer: no second question is asked, however long it takes to notice that.
  await expect.poll(() => firm.logLines.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(openQuestions()).toBe(before + 1);
  one.destroy();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(hungUp).toBe(0);
  other.destroy();
  await expect.poll(() => hungUp, { timeout: 10_000 }).toBe(1);
  expect(await decisionsAbout(firm, firm, JANE)).toHaveLength(stored);
  firm.standIn.recover();
  expect((await jane.get("/acme")).text).toContain("Library renewal");
}, 60_000);
