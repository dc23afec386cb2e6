// The PSA says who somebody is, and fails when it is asked for the projects; and what of its answers does no harm.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerStatus, editJson, type Fault, type LooseJson, shiftClock } from "../../demo/stand-ins/faults.ts";
import { repeatLastRow } from "../../demo/stand-ins/productive/page-faults.ts";
import { failures, type Stage, startStage } from "./psa-failures.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
}, 120_000);
afterEach(() => stage.firm.standIn.recover());
afterAll(() => stage.firm.stop());

const without =
  (...names: string[]): ((json: LooseJson) => LooseJson) =>
  (json) => ({
    ...json,
    data: json.data.map(({ attributes, ...row }: LooseJson) => ({
      ...row,
      attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name))),
    })),
  });

describe("where the projects alone cannot be read", () => {
  test.each(failures.filter(([name]) => !name.startsWith("pages without end")))(
    "%s: the member cannot be told, and strangers learn nothing of it",
    async (_name, fault, ...causes) => {
      stage.firm.standIn.fail(fault, { path: /\/projects$/ });
      const { member, other, unknown } = await stage.loadAll();
      await stage.expectCannotTell([member], ...causes);
      for (const page of [other, unknown]) expect(page.status).toBe(403);
      stage.firm.standIn.recover();
      await stage.expectRecovered();
    },
    60_000,
  );

  test("figures from before are shown while they count, with their age, and for nobody who is not a member now", async () => {
    await stage.expectRecovered();
    stage.firm.clock.advance(9 * 60_000);
    stage.firm.standIn.fail(answerStatus(503), { path: /\/projects$/ });
    const page = await stage.jane.get("/acme");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Library renewal");
    expect(page.text).toContain("9 minutes ago");
    expect((await stage.stranger.get("/acme")).status).toBe(403);
    await stage.firm.app.background.idle();
  }, 60_000);
});

describe("what does no harm", () => {
  const harmless: [name: string, fault: Fault][] = [
    [
      "fields that nobody knows",
      editJson((json) => ({
        ...json,
        extra: { deep: [1] },
        data: json.data.map((row: LooseJson) => ({ ...row, extra: 1, attributes: { ...row.attributes, extra: null } })),
      })),
    ],
    ["rows that come twice", repeatLastRow()],
    ["a clock that is a day fast", shiftClock(86_400_000)],
    ["a clock that is a year slow", shiftClock(-365 * 86_400_000)],
  ];

  test.each(harmless)(
    "%s",
    async (_name, fault) => {
      stage.firm.standIn.fail(fault);
      await stage.expectRecovered();
    },
    60_000,
  );

  test.each([
    ["a status is missing", without("archived_at", "status", "name", "first_name", "last_name")],
    [
      "the email is of another type",
      (json: LooseJson) => ({
        ...json,
        data: json.data.map((row: LooseJson) => ({ ...row, attributes: { ...row.attributes, email: 5 } })),
      }),
    ],
  ])(
    "rows of which %s: whoever they are about is not told 'No projects'",
    async (_name, edit) => {
      stage.firm.standIn.fail(editJson(edit), { path: /\/people$/ });
      const { member, other, unknown } = await stage.loadAll();
      for (const page of [member, other]) expect(page.text).not.toContain("No projects");
      for (const page of [other, unknown]) expect(page.text).not.toContain("Library renewal");
      stage.firm.standIn.recover();
      await stage.expectRecovered();
    },
    60_000,
  );
});
