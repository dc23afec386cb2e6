// A page has a deadline, and a vendor who answers after it: the page says that it cannot tell, however right the answer would have been.
// The vendor and the page count on the same loop here: whoever is to come first does so on any machine.
import { once } from "node:events";
import { setTimeout as passed } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { dripBody, type Fault } from "../../demo/stand-ins/faults.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { pageFaults, type Stage, startStage } from "./psa-failures.ts";

const DEADLINE_MS = 1_500;
const LATE_MS = 2 * DEADLINE_MS;

const answerAfter =
  (ms: number): Fault =>
  async ({ answer }) => {
    await passed(ms);
    return answer();
  };

describe.each(vendorKinds)("%s", (vendor) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(vendor, DEADLINE_MS);
  }, 120_000);
  afterEach(() => stage.firm.standIn.recover());
  afterAll(() => stage.firm.stop());

  async function expectTooLate(): Promise<void> {
    await stage.expectCannotTell(Object.values(await stage.loadAll()), "psa.down");
    stage.firm.standIn.recover();
    await stage.expectRecovered();
  }

  test("an answer after twice the deadline is waited for by nobody: our side hangs up first", async () => {
    const ends: string[] = [];
    stage.firm.standIn.fail(async ({ answer, outgoing }) => {
      const hungUp = once(outgoing, "close").then(() => "we hung up");
      ends.push(await Promise.race([hungUp, passed(LATE_MS, "it answered")]));
      return answer();
    });
    await expectTooLate();
    await expect.poll(() => new Set(ends), { timeout: LATE_MS * 2 }).toEqual(new Set(["we hung up"]));
  }, 60_000);

  test("an answer that drips in for twice as long counts as none", async () => {
    stage.firm.standIn.fail(dripBody(LATE_MS / 20, 20));
    await expectTooLate();
  }, 60_000);

  test("a listing that goes on is read no longer than a page waits", async () => {
    const endless = pageFaults[vendor].endlessPages();
    stage.firm.standIn.fail(async (exchange) => {
      await passed(DEADLINE_MS / 5);
      return endless(exchange);
    });
    await expectTooLate();
  }, 60_000);

  test("all questions of a page together have one deadline", async () => {
    for (const path of [/\/(people|contacts)$/, /\/projects$/])
      stage.firm.standIn.fail(answerAfter(DEADLINE_MS * 0.6), { path });
    const { member } = await stage.loadAll();
    await stage.expectCannotTell([member], "psa.down");
    stage.firm.standIn.recover();
    await stage.expectRecovered();
  }, 60_000);
});
