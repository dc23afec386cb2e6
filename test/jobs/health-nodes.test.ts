// The health of a connection where several nodes read over it: what one of them has found counts on all of them.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { disconnectPsa } from "../../src/commands/disconnect-psa.ts";
import { renewConnection } from "../../src/commands/renew-connection.ts";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import { PsaFault } from "../../src/connectors/errors.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import { listOpenDrift } from "../../src/data/queries/watch.ts";
import type { FirmId } from "../../src/domain/ids.ts";
import type { Connect } from "../../src/psa/connect.ts";
import { wordsOf } from "../support/page.ts";
import type { TestApp, TestFirm } from "../support/test-app.ts";
import { TestClock } from "../support/test-clock.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";

const JANE = "jane@acme.north.example";
const BO = "bo@birch.north.example";
const HOME = "/acme-northmark";
const MINUTE_MS = 60_000;

let firms: TwoFirms;
let psa: ReturnType<typeof makeRefusingPsa>;
let other: ReturnType<TestApp["anotherNode"]>;
beforeEach(async () => {
  const clock = new TestClock();
  psa = makeRefusingPsa(clock);
  firms = await startTwoFirms({ clock, connect: psa.connect });
  other = firms.anotherNode();
});
afterEach(async () => {
  psa.refuse();
  await firms.stop();
});

/** Folders that answer as they are, until they are held: then they refuse, once the test lets them, and come to no end of a listing. */
function makeRefusingPsa(clock: TestClock) {
  const { promise: refused, resolve: refuse } = Promise.withResolvers<void>();
  const { promise: isAsked, resolve: ask } = Promise.withResolvers<void>();
  const held: { firmId: FirmId | null } = { firmId: null };
  const connect: Connect = (firmId, connection) => {
    if (connection.kind !== "csv") throw new Error("cannot happen: every firm reads a folder");
    const connector = createCsvConnector({ dir: connection.settings.dir, clock });
    const findByEmails: typeof connector.findByEmails = async (...asked) => {
      if (held.firmId !== firmId) return connector.findByEmails(...asked);
      ask();
      await refused;
      throw new PsaFault("auth_expired", "this token is no longer valid");
    };
    const listDirectory: typeof connector.listDirectory = (call) => {
      if (held.firmId !== firmId) return connector.listDirectory(call);
      ask();
      return new Promise((_, reject) => call.signal.addEventListener("abort", () => reject(call.signal.reason)));
    };
    return { connector: { ...connector, findByEmails, listDirectory }, budget: null };
  };
  const hold = ({ firm }: TestFirm) => {
    held.firmId = firm.id;
  };
  const release = () => {
    held.firmId = null;
  };
  return { connect, hold, release, isAsked, refuse };
}

const health = () => inFirmRead(firms.database.db, firms.north.firm.id, findHealth);
const subjects = () =>
  firms.mailbox
    .list()
    .map(({ subject }) => subject)
    .filter((subject) => subject.startsWith("Client portals: "))
    .map((subject) => subject.replace(/^Client portals: (the connection to (the PSA|Productive|Harvest) )?/, ""));

async function check(node: Pick<TestApp, "app"> = firms): Promise<void> {
  firms.clock.advance(5 * MINUTE_MS);
  await node.app.check();
}

test("a good load at a node that did not make the check speaks against it within the minute, and each change is mailed once", async () => {
  const jane = other.visit(firms.north);
  await jane.signIn(JANE, HOME);
  await firms.north.csv.remove("contacts.csv");
  await check();
  await check();
  await writeSample(firms.north.csv, "north");
  firms.clock.advance(10_000);
  await other.app.checkAgain();
  firms.clock.advance(MINUTE_MS);
  await jane.get(HOME);
  await other.app.background.idle();
  expect(await health()).toMatchObject({ state: "green", checkedAt: firms.clock.now() });
  expect(subjects()).toEqual(["works again", "your clients can’t be answered right now"]);
});

test("a token that sees less, found at one node, stands at the office of the other, and that one's own good loads do not hide it", async () => {
  await other.visit(firms.north).signIn(BO, "/birch-northmark");
  firms.clock.advance(1_000);
  const jane = other.visit(firms.north);
  await jane.signIn(JANE, HOME);
  await check();
  const others = contactsOf("north").filter(({ id }) => !["k-1", "k-2"].includes(id));
  await firms.north.csv.write("contacts.csv", others);
  await check();
  await other.app.checkAgain();
  await jane.get(HOME);
  await other.app.background.idle();
  const office = other.visitOffice();
  await office.signIn(firms.north.admin);
  expect(wordsOf(await office.get("/settings/connections"))).toMatch(
    /Amber The PSA suddenly shows less than before: .* Asked for at each check jane@acme/,
  );
});

describe("a token is renewed at one node while the other still asks with the one before", () => {
  const renew = async () => {
    const { firm, connectionId: id } = firms.north;
    firms.clock.advance(1_000);
    const identity = { organisation: null, tokenOwner: null };
    const doer = { firmId: firm.id, actor: "test", now: firms.clock.now() };
    expect(await renewConnection(firms.database.db, doer, { id, credential: null, identity }, "live")).toBe(true);
  };

  test("a check that is refused then says nothing of the token in use", async () => {
    await check();
    psa.hold(firms.north);
    const checking = check(other);
    await psa.isAsked;
    await renew();
    psa.refuse();
    await checking;
    expect(await health()).toMatchObject({ state: "green", cause: null });
    expect(subjects()).toEqual([]);
  });

  test("neither does a page, and the next one is read with the new token", async () => {
    const jane = other.visit(firms.north);
    await jane.signIn(JANE, HOME);
    await check();
    psa.hold(firms.north);
    const page = jane.get(HOME);
    await psa.isAsked;
    await renew();
    psa.refuse();
    expect((await page).status).toBe(503);
    await other.app.background.idle();
    expect(await health()).toMatchObject({ state: "green", cause: null });
    expect(subjects()).toEqual([]);
    psa.release();
    expect((await jane.get(HOME)).status).toBe(200);
  });
});

test("everybody is being read at one node when the other ends the connection: the reading stops, and nothing is said of the PSA", async () => {
  await check();
  psa.hold(firms.north);
  const { firm, connectionId } = firms.north;
  firms.clock.advance(16 * MINUTE_MS);
  const looking = firms.app.watch();
  await psa.isAsked;
  const doer = { firmId: firm.id, actor: "test", now: firms.clock.now() };
  expect(await disconnectPsa(firms.database.db, doer, connectionId)).toBe(true);
  await looking;
  expect(await inFirmRead(firms.database.db, firm.id, listOpenDrift)).toEqual([]);
  expect(subjects()).toEqual([]);
});
