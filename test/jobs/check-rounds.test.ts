// One round of checks over many firms: ten at once, none after the program is told to stop, and no firm in another's way.
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import type { Connect } from "../../src/psa/connect.ts";
import { startTestApp, type TestApp, type TestFirm } from "../support/test-app.ts";
import { TestClock } from "../support/test-clock.ts";
import { writeSample } from "../support/two-firms.ts";

const FIRMS = 13;
const AT_ONCE = 10;

let app: TestApp;
let firms: TestFirm[];
let psa: ReturnType<typeof makeHeldPsa>;
beforeEach(async () => {
  const clock = new TestClock();
  psa = makeHeldPsa(clock);
  app = await startTestApp({ clock, connect: psa.connect });
  firms = [];
  for (let n = 1; n <= FIRMS; n++)
    firms.push(await app.addFirm(`firm-${n}`, `Firm ${n}`, (csv) => writeSample(csv, "north")));
}, 60_000);
afterEach(async () => {
  psa.release();
  await app.stop();
});

/** Folders that answer nothing about people before they are released, and count how many are asked meanwhile. */
function makeHeldPsa(clock: TestClock) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const seen = { now: 0, most: 0, all: 0 };
  let whenTen = () => {};
  const tenAreHeld = new Promise<void>((resolve) => {
    whenTen = resolve;
  });
  const connect: Connect = (firmId, connection) => {
    if (connection.kind !== "csv") throw new Error("cannot happen: every firm reads a folder");
    if (broken.has(firmId)) throw new Error("this firm's connection cannot be opened");
    const connector = createCsvConnector({ dir: connection.settings.dir, clock });
    const findByEmails: typeof connector.findByEmails = async (...asked) => {
      seen.now += 1;
      seen.all += 1;
      seen.most = Math.max(seen.most, seen.now);
      if (seen.now >= AT_ONCE) whenTen();
      await released;
      seen.now -= 1;
      return connector.findByEmails(...asked);
    };
    return { connector: { ...connector, findByEmails }, budget: null };
  };
  const broken = new Set<string>();
  return { connect, seen, tenAreHeld, release, broken };
}

const checked = async () => {
  const found = await Promise.all(firms.map(({ firm }) => inFirmRead(app.database.db, firm.id, findHealth)));
  return found.filter((health) => health !== null).length;
};

/** Long enough for everything that had begun with the ten to come as far as they did. */
async function letOthersCome(): Promise<void> {
  for (let n = 0; n < 5; n++) await checked();
}

test("ten connections are checked at once, never more, and all of them in one round", async () => {
  const round = app.app.check();
  await psa.tenAreHeld;
  await letOthersCome();
  expect(psa.seen).toMatchObject({ now: AT_ONCE, all: AT_ONCE });
  psa.release();
  await round;
  expect(psa.seen).toEqual({ now: 0, most: AT_ONCE, all: FIRMS });
  expect(await checked()).toBe(FIRMS);
});

test("once it is stopped no check begins, and the round ends when those under way have ended", async () => {
  const stop = new AbortController();
  const round = app.app.check(stop.signal);
  await psa.tenAreHeld;
  stop.abort();
  psa.release();
  await round;
  expect(psa.seen).toMatchObject({ now: 0, all: AT_ONCE });
  expect(await checked()).toBe(AT_ONCE);
  // Whoever was left out is due at the next round, and nobody else.
  await app.app.check();
  expect([psa.seen.all, await checked()]).toEqual([FIRMS, FIRMS]);
});

test("a round that begins stopped checks nobody", async () => {
  await app.app.check(AbortSignal.abort());
  expect([psa.seen.all, await checked()]).toEqual([0, 0]);
});

test("a firm whose check fails keeps no other from its own, and the log names it", async () => {
  const [first] = firms;
  psa.broken.add(first?.firm.id ?? "");
  psa.release();
  await app.app.check();
  expect(psa.seen.all).toBe(FIRMS - 1);
  expect(app.logLines).toEqual([expect.objectContaining({ firm: "firm-1", msg: "a check of a connection failed" })]);
});
