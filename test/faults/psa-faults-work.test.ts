// The PSA says who somebody is, and fails when it is asked for the projects; and what of its answers does no harm.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerStatus, type Fault, type LooseJson, shiftClock } from "../../demo/stand-ins/faults.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { BACK_MS, editRows, failuresOf, pageFaults, type Stage, startStage } from "./psa-failures.ts";

/** Fields stand in a row itself with Harvest, and among its attributes with Productive. */
const withField =
  (name: string, value: unknown) =>
  (row: LooseJson): LooseJson => ({ ...row, [name]: value, attributes: { ...row.attributes, [name]: value } });

/** A check waits for them much longer than a page. */
const saysNothing = new Set(["silence", "a slow drip"]);

const isRefused = (cause: string) => cause === "psa.token_revoked" || cause === "psa.wrong_org";

/** Of the one project that it asks for, a check never learns that there are too few or too many: the pages' finding stands. */
function whatACheckFinds(cause: string) {
  if (cause === "psa.partial") return { state: "amber", source: "page.projects" };
  return { state: cause === "psa.rate_limited" ? "amber" : "red", source: "check.projects" };
}

describe.each(vendorKinds)("%s", (vendor) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(vendor);
  }, 120_000);
  afterEach(() => stage.firm.standIn.recover());
  afterAll(() => stage.firm.stop());

  test.each(failuresOf(vendor))(
    "the projects alone, %s: the member cannot be told, strangers learn nothing of it, and the firm sees what cannot be read",
    async (name, fault, cause) => {
      stage.firm.standIn.fail(fault, { path: /\/projects$/ });
      const { member, other, unknown } = await stage.loadAll();
      for (const page of [other, unknown]) expect(page.status).toBe(403);
      // What lasts is news.
      stage.firm.clock.advance(2 * 60_000);
      await stage.expectCannotTell([member, await stage.jane.get("/acme")], cause);
      const byPages = await stage.readHealth(true);
      expect(byPages).toMatchObject({ state: isRefused(cause) ? "red" : "amber", cause, source: "page.projects" });
      if (!saysNothing.has(name))
        expect(await stage.readHealth(false)).toMatchObject({ cause, ...whatACheckFinds(cause) });
      stage.firm.standIn.recover();
      await stage.expectRecovered(() => stage.loadAll(BACK_MS));
      expect(await stage.readHealth(false)).toMatchObject({ state: "green", cause: null });
    },
    60_000,
  );

  test("figures from before are shown while they count, with their age, and for nobody who is not a member now", async () => {
    await stage.expectRecovered();
    stage.firm.clock.advance(13 * 60_000);
    stage.firm.standIn.fail(answerStatus(503), { path: /\/projects$/ });
    const page = await stage.jane.get("/acme");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Library renewal");
    expect(page.text).toContain("13 minutes ago");
    expect((await stage.stranger.get("/acme")).status).toBe(403);
    await stage.firm.app.background.idle();
  }, 60_000);

  const harmless: [name: string, fault: Fault][] = [
    ["fields that nobody knows", editRows(withField("extra", { deep: [1] }))],
    ["rows that come twice", pageFaults[vendor].repeatLastRow()],
    ["a clock that is a day fast", shiftClock(86_400_000)],
    ["a clock that is a year slow", shiftClock(-365 * 86_400_000)],
  ];

  test.each(harmless)(
    "%s: no harm, and nothing is wrong",
    async (_name, fault) => {
      stage.firm.standIn.fail(fault);
      await stage.expectRecovered();
      for (const isByPages of [true, false])
        expect(await stage.readHealth(isByPages)).toMatchObject({ state: "green", cause: null });
    },
    60_000,
  );
});
