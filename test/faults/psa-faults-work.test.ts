// The PSA says who somebody is, and fails when it is asked for the projects; and what of its answers does no harm.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerStatus, type Fault, type LooseJson, shiftClock } from "../../demo/stand-ins/faults.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { editRows, failuresOf, pageFaults, type Stage, startStage } from "./psa-failures.ts";

/** Fields stand in a row itself with Harvest, and among its attributes with Productive. */
const without =
  (...names: string[]) =>
  ({ attributes, ...row }: LooseJson): LooseJson => {
    const left = (all: object) => Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
    return { ...left(row), ...(attributes && { attributes: left(attributes) }) };
  };

const withField =
  (name: string, value: unknown) =>
  (row: LooseJson): LooseJson => ({ ...row, [name]: value, attributes: { ...row.attributes, [name]: value } });

/** A check waits for them much longer than a page. */
const saysNothing = new Set(["silence", "a slow drip"]);

const isRefused = (causes: string[]) =>
  causes.some((cause) => cause === "psa.token_revoked" || cause === "psa.wrong_org");

/** Of the one project that it asks for, a check never learns that there are too few or too many: the pages' finding stands. */
function whatACheckFinds(causes: string[]) {
  if (causes.includes("psa.partial")) return { state: "amber", source: "page.projects" };
  return { state: causes.includes("psa.rate_limited") ? "amber" : "red", source: "check.projects" };
}

describe.each(vendorKinds)("%s", (vendor) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(vendor);
  }, 120_000);
  afterEach(() => stage.firm.standIn.recover());
  afterAll(() => stage.firm.stop());

  test.each(failuresOf(vendor).filter(([name]) => !name.startsWith("pages without end")))(
    "the projects alone, %s: the member cannot be told, strangers learn nothing of it, and the firm sees what cannot be read",
    async (name, fault, ...causes) => {
      stage.firm.standIn.fail(fault, { path: /\/projects$/ });
      const { member, other, unknown } = await stage.loadAll();
      for (const page of [other, unknown]) expect(page.status).toBe(403);
      // What lasts is news.
      stage.firm.clock.advance(2 * 60_000);
      await stage.expectCannotTell([member, await stage.jane.get("/acme")], ...causes);
      const byPages = await stage.readHealth(true);
      expect(byPages?.cause).toBeOneOf(causes);
      expect(byPages).toMatchObject({ state: isRefused(causes) ? "red" : "amber", source: "page.projects" });
      if (!saysNothing.has(name)) {
        const byCheck = await stage.readHealth(false);
        expect(byCheck?.cause).toBeOneOf(causes);
        expect(byCheck).toMatchObject(whatACheckFinds(causes));
      }
      stage.firm.standIn.recover();
      await stage.expectRecovered();
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
    "%s: no harm",
    async (_name, fault) => {
      stage.firm.standIn.fail(fault);
      await stage.expectRecovered();
    },
    60_000,
  );

  test.each([
    ["a status is missing", without("archived_at", "status", "name", "first_name", "last_name", "client")],
    ["the email is of another type", withField("email", 5)],
  ])(
    "rows of people of which %s: whoever they are about is not told 'No projects'",
    async (_name, edit) => {
      stage.firm.standIn.fail(editRows(edit), { path: /\/(people|contacts)$/ });
      const { member, other, unknown } = await stage.loadAll();
      for (const page of [member, other]) expect(page.text).not.toContain("No projects");
      for (const page of [other, unknown]) expect(page.text).not.toContain("Library renewal");
      stage.firm.standIn.recover();
      await stage.expectRecovered();
    },
    60_000,
  );

  test.each([
    ["the name is missing", without("name")],
    ["the name is of another type", withField("name", 7)],
  ])(
    "rows of projects of which %s: the member cannot be told, and is not told 'No projects'",
    async (_name, edit) => {
      stage.firm.standIn.fail(editRows(edit), { path: /\/projects$/ });
      const { member, other, unknown } = await stage.loadAll();
      await stage.expectCannotTell([member], "psa.partial", "psa.bad_answer");
      for (const page of [other, unknown]) expect(page.status).toBe(403);
      stage.firm.standIn.recover();
      await stage.expectRecovered();
    },
    60_000,
  );
});
