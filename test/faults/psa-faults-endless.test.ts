// A vendor whose listing leads on for ever, and a page that has the time to find that out: it is told as what it is. One that has
// not says that the vendor does not answer (page-deadline.test.ts).
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { pageFaults, type Stage, startStage } from "./psa-failures.ts";

const PATIENCE_MS = 60_000;
const cause = "psa.partial";

describe.each(vendorKinds)("%s, pages without end", (vendor) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(vendor, PATIENCE_MS);
  }, 120_000);
  afterEach(() => stage.firm.standIn.recover());
  afterAll(() => stage.firm.stop());

  async function expectRecovered(): Promise<void> {
    stage.firm.standIn.recover();
    await stage.expectRecovered();
    expect(await stage.readHealth(false)).toMatchObject({ state: "green", cause: null });
  }

  /** Of each listing 500 pages are read, and no more; the three pages ask two or three times, as they come at the same moment or not. */
  async function expectBounded(load: () => Promise<void>): Promise<void> {
    const before = stage.firm.standIn.requests.length;
    await load();
    expect(stage.firm.standIn.requests.length - before).toBeLessThan(3 * 510);
  }

  test("of everything: everybody alike cannot be told, and the firm sees why", async () => {
    stage.firm.standIn.fail(pageFaults[vendor].endlessPages());
    for (const _ of ["now", "and a quarter of an hour later"])
      await expectBounded(async () => stage.expectCannotTell(Object.values(await stage.loadAll()), cause));
    expect(await stage.readHealth(false)).toMatchObject({ state: "red", cause });
    await expectRecovered();
  }, 120_000);

  test("of projects alone: the member cannot be told, strangers learn nothing of it, and the firm sees what cannot be read", async () => {
    stage.firm.standIn.fail(pageFaults[vendor].endlessPages(), { path: /\/projects$/ });
    await expectBounded(async () => {
      const { member, other, unknown } = await stage.loadAll();
      for (const page of [other, unknown]) expect(page.status).toBe(403);
      await stage.expectCannotTell([member], cause);
    });
    stage.firm.clock.advance(2 * 60_000);
    await stage.expectCannotTell([await stage.jane.get("/acme")], cause);
    expect(await stage.readHealth(true)).toMatchObject({ state: "amber", cause, source: "page.projects" });
    await expectRecovered();
  }, 120_000);
});
