import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createMemoryConnector, noRecords } from "../../test/support/memory-psa.ts";
import { TestClock } from "../../test/support/test-clock.ts";
import { decide } from "../access/decide.ts";
import { grantCompanyRead } from "../access/granted.ts";
import { company, contact, email, janeAtAcme, project } from "../access/scenarios/people.ts";
import type { Call, Directory } from "../connectors/port.ts";
import { markOf } from "../domain/psa-connection.ts";
import { Background } from "../lib/background.ts";
import { invariant } from "../lib/invariant.ts";
import type { StoredConnection } from "./connect.ts";
import { PatientListing } from "./patient-listing.ts";
import { Psa } from "./psa.ts";
import { memorySnapshotCache } from "./snapshot-cache.ts";
import { LOOK_EVERY_MS } from "./while-it-stands.ts";

const { id: firmId } = janeAtAcme.firm;

function connectionOf(more: Partial<StoredConnection> = {}): StoredConnection {
  const settings = { organizationId: "1" };
  return {
    id: randomUUID(),
    kind: "productive",
    settings,
    credential: null,
    updatedAt: new Date(0),
    ...more,
  } as StoredConnection;
}

/** Firms whose PSA cannot say whether something has changed: what it was asked for, and how a firm's page reads the work. */
function open() {
  const clock = new TestClock();
  const [read, background] = [{ works: 0 }, new Background(() => {})];
  const records = {
    ...noRecords,
    companies: [company("acme")],
    contacts: [contact("k-1", [email("jane@acme.example")], ["acme"])],
    projects: [project("p-1", "acme")],
  };
  const plain = createMemoryConnector(() => records, clock);
  const connector = {
    ...plain,
    workVersion: async () => null,
    readCompanyWork: (...asked: Parameters<typeof plain.readCompanyWork>) => {
      read.works += 1;
      return plain.readCompanyWork(...asked);
    },
  };
  const psa = new Psa({
    connect: () => ({ connector, budget: null }),
    findMark: async () => null,
    cache: memorySnapshotCache(),
    clock,
    deadlineMs: 5_000,
    record: () => {},
    inBackground: (work) => background.run(work),
  });
  const load = async (connection: StoredConnection | null) => {
    const gateway = psa.gatewayFor(firmId, connection);
    if ("kind" in gateway) return gateway.cause;
    const proof = grantCompanyRead(janeAtAcme, decide(janeAtAcme));
    invariant(proof, "Jane belongs to Acme");
    const answer = await gateway.readWork(proof);
    return "kind" in answer ? answer.cause : "shown";
  };
  return { psa, read, load, background };
}

describe("what was read before the connection changed is never shown", () => {
  test("after a change of token or settings", async () => {
    const { read, load } = open();
    const connection = connectionOf();
    for (const expected of [1, 1]) {
      expect(await load(connection)).toBe("shown");
      expect(read.works).toBe(expected);
    }
    const changed = { ...connection, updatedAt: new Date(1) };
    expect(await load(changed)).toBe("shown");
    expect(read.works).toBe(2);
  });

  test("and a load that read the row before such a change takes nothing from the state since then", async () => {
    const { psa, read, load } = open();
    const connection = connectionOf();
    const changed = { ...connection, updatedAt: new Date(1) };
    await load(changed);
    const gateway = psa.gatewayFor(firmId, changed);
    expect(await load(connection)).toBe("shown");
    expect(psa.gatewayFor(firmId, changed)).toBe(gateway);
    expect(read.works).toBe(1);
  });

  test.each([
    ["the row of a former connection", connectionOf({ updatedAt: new Date(0) })],
    ["no row", null],
  ])("a load that holds %s, read before the change, does not end that figures are kept", async (_, former) => {
    const { read, load, background } = open();
    const live = connectionOf({ updatedAt: new Date(1) });
    await load(live);
    await load(former);
    await background.idle();
    const before = read.works;
    for (let nth = 0; nth < 3; nth++) expect(await load(live)).toBe("shown");
    expect(read.works - before).toBe(1);
  });

  test("after another connection took its place", async () => {
    const { read, load } = open();
    await load(connectionOf());
    await load(connectionOf());
    expect(read.works).toBe(2);
  });

  test("after it was ended, at once", async () => {
    const { psa, read, load } = open();
    const connection = connectionOf();
    await load(connection);
    await psa.forget(firmId, connection.id);
    await load(connection);
    expect(read.works).toBe(2);
  });

  test("after a page met the firm without a connection", async () => {
    const { read, load, background } = open();
    const connection = connectionOf();
    await load(connection);
    expect(await load(null)).toBe("psa.not_connected");
    await background.idle();
    await load(connection);
    expect(read.works).toBe(2);
  });
});

/** A listing over which nothing comes. */
const silent = {
  waitMs: 1,
  read: () => new Promise<never>(() => {}),
  progress: () => null,
  inBackground: () => {},
};

describe("a review that was agreed to", () => {
  const [pending, live] = [connectionOf(), (one: StoredConnection) => ({ ...one, updatedAt: new Date(1) })];

  /** Whether the connection that takes over has something to show at once. */
  async function takeOver(agreed: StoredConnection, taking: StoredConnection) {
    const { psa } = open();
    const beside = psa.gatewayBeside(firmId, pending);
    await beside.listings.directory.whole();
    psa.takeOver(firmId, agreed, taking);
    const gateway = psa.gatewayFor(firmId, taking);
    invariant(!("kind" in gateway), "it is connected");
    expect(gateway).not.toBe(beside);
    expect(await beside.listings.directory.whole()).toMatchObject({ cause: "psa.not_connected" });
    const shown = new PatientListing<Directory>({ ...silent, clock: new TestClock() });
    shown.showOn(gateway.listings.directory);
    return "kind" in (await shown.forPage()) ? "nothing" : "what was listed";
  }

  test("hands on what it listed, and nothing of its gateway goes on", async () => {
    expect(await takeOver(pending, live(pending))).toBe("what was listed");
  });

  test.each([
    ["the pending connection was another account by then", { ...pending, updatedAt: new Date(2) }, live(pending)],
    ["another connection took over", pending, connectionOf()],
  ])("hands on nothing where %s", async (_, agreed, taking) => {
    expect(await takeOver(agreed, taking)).toBe("nothing");
  });
});

describe("a listing under way", () => {
  /** A PSA that does not get to the end of its listings, and hears when they are given up. */
  function endless() {
    const given: AbortSignal[] = [];
    const background = new Background((err) => {
      throw err;
    });
    const connector = {
      ...createMemoryConnector(() => noRecords, new TestClock()),
      listDirectory: ({ signal, onProgress }: Call) => {
        given.push(signal);
        onProgress?.("people", { read: 200, of: 5_000 });
        return new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      },
    };
    const stored: { mark: string | null; asked: number } = { mark: markOf(connectionOf()), asked: 0 };
    const psa = new Psa({
      connect: () => ({ connector, budget: null }),
      findMark: async () => {
        stored.asked += 1;
        return stored.mark;
      },
      cache: memorySnapshotCache(),
      clock: new TestClock(),
      deadlineMs: 5,
      record: () => {},
      inBackground: (work) => background.run(work),
    });
    const begin = async (connection: StoredConnection) => {
      const gateway = psa.gatewayFor(firmId, connection);
      invariant(!("kind" in gateway), "it is connected");
      expect(await gateway.listings.everything.forPage()).toMatchObject({ progress: { read: 200, of: 5_000 } });
      return gateway;
    };
    return { psa, given, background, begin, stored };
  }

  test.each<[string, (psa: Psa, connection: StoredConnection) => unknown]>([
    ["the connection is ended", (psa, { id }) => psa.forget(firmId, id)],
    ["its token is renewed", (psa, connection) => psa.gatewayFor(firmId, { ...connection, updatedAt: new Date(1) })],
    ["the program ends", (psa) => psa.stop()],
  ])("is given up when %s, which is no silence of the PSA, and none begins over it", async (_, end) => {
    const { psa, given, background, begin } = endless();
    const connection = connectionOf();
    const gateway = await begin(connection);
    const whole = gateway.listings.everything.whole();
    await end(psa, connection);
    expect(await whole).toMatchObject({ cause: "psa.not_connected" });
    expect(given.map(({ aborted }) => aborted)).toEqual([true]);
    await background.idle();
    expect(await gateway.listings.directory.whole()).toMatchObject({ cause: "psa.not_connected" });
    expect(given).toHaveLength(1);
  });

  describe("while another node works on the same database", () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });
    afterEach(() => {
      vi.useRealTimers();
    });
    const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

    /** A reading that no page waits for any more. */
    async function reading() {
      const { begin, ...others } = endless();
      const connection = connectionOf();
      const beginning = begin(connection);
      await pass(5);
      return { ...others, gateway: await beginning, connection };
    }

    test.each([
      ["has ended the connection", null],
      ["has renewed its token", new Date(1).toISOString()],
    ])("is given up within a few seconds when that one %s", async (_, mark) => {
      const { psa, given, background, gateway, connection, stored } = await reading();
      await pass(LOOK_EVERY_MS * 2);
      expect(given.map(({ aborted }) => aborted)).toEqual([false]);
      stored.mark = mark;
      await pass(LOOK_EVERY_MS);
      expect(given.map(({ aborted }) => aborted)).toEqual([true]);
      await background.idle();
      expect(await gateway.listings.directory.whole()).toMatchObject({ cause: "psa.not_connected" });
      expect(psa.gatewayFor(firmId, { ...connection, updatedAt: new Date(1) })).not.toBe(gateway);
    });

    test("asks for it once in those seconds, however many listings, and no more once they have ended", async () => {
      const { psa, background, stored } = await reading();
      await pass(LOOK_EVERY_MS * 3);
      expect(stored.asked).toBe(3);
      psa.stop();
      await background.idle();
      await pass(LOOK_EVERY_MS * 3);
      expect(stored.asked).toBe(3);
    });

    test("of a connection that waits for its review is given up too, when the review is over there", async () => {
      const { psa, given, background, stored } = endless();
      const page = psa.gatewayBeside(firmId, connectionOf()).listings.everything.forPage();
      await pass(5);
      await page;
      stored.mark = null;
      await pass(LOOK_EVERY_MS);
      expect(given.map(({ aborted }) => aborted)).toEqual([true]);
      await background.idle();
    });
  });

  test("of a connection that waits for its review is one, however often the review is loaded, and ends with the review", async () => {
    const { psa, given, background } = endless();
    const pending = connectionOf();
    for (let load = 0; load < 3; load++) await psa.gatewayBeside(firmId, pending).listings.everything.forPage();
    expect(given).toHaveLength(1);
    psa.endBeside(firmId);
    await background.idle();
    expect(given[0]?.aborted).toBe(true);
    expect(psa.progress).toBeNull();
  });
});
