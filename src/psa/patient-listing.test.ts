import { afterEach, describe, expect, test } from "vitest";
import type { PsaTrouble } from "../access/facts.ts";
import type { Reading } from "../connectors/port.ts";
import { Background } from "../lib/background.ts";
import { PatientListing, stillReading, unlessFailed } from "./patient-listing.ts";

const MINUTE_MS = 60_000;
const down: PsaTrouble = { kind: "trouble", cause: "psa.down", detail: "no answer within 10 seconds" };

type Answer = Reading<string[]> | PsaTrouble;

/** A PSA whose readings end when the test says so. */
function listing() {
  const clock = { at: new Date("2026-03-12T10:00:00Z"), now: () => clock.at };
  const readings: { answer: (answer: Answer) => void }[] = [];
  const read = () => new Promise<Answer>((answer) => readings.push({ answer }));
  const background = new Background((err) => {
    throw err;
  });
  const inBackground = (work: () => Promise<unknown>) => background.run(work);
  const parts = { clock, waitMs: 5, read, progress: () => null, inBackground };
  const pages = new PatientListing<string[]>(parts);
  const answer = async (answered: Answer) => {
    readings.at(-1)?.answer(answered);
    await background.idle();
  };
  const pass = (ms: number) => {
    clock.at = new Date(clock.at.getTime() + ms);
  };
  const whole = (...value: string[]): Reading<string[]> => ({ value, gaps: [], readAt: clock.now() });
  ends.push(() => answer(down));
  /** From now on a page that waits would wait for longer than a test may take. */
  const waitForever = () => {
    parts.waitMs = 1_000_000;
  };
  return { pages, readings, answer, pass, whole, waitForever };
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The listing was read once, and the PSA has been silent since. */
async function readThenSilent() {
  const { pages, answer, whole, ...others } = listing();
  const first = pages.forPage();
  await answer(whole("jane"));
  expect(await first).toMatchObject({ value: ["jane"], late: null });
  return { pages, answer, whole, ...others };
}

describe("while a page waits", () => {
  test("the answer is shown as it is now; every page asks anew", async () => {
    const { pages, readings, answer, whole } = await readThenSilent();
    const second = pages.forPage();
    await answer(whole("jane", "bo"));
    expect(await second).toMatchObject({ value: ["jane", "bo"], late: null });
    expect(readings).toHaveLength(2);
  });

  test("nothing comes: the page says so, and the reading goes on; it is one, however many pages wait", async () => {
    const { pages, readings } = listing();
    expect(await Promise.all([pages.forPage(), pages.forPage()])).toEqual([stillReading(null), stillReading(null)]);
    expect(await pages.forPage()).toEqual(stillReading(null));
    expect(readings).toHaveLength(1);
  });

  test("nothing comes: what was read before is shown with its age and why, and settles nothing", async () => {
    const { pages } = await readThenSilent();
    expect(await pages.forPage()).toMatchObject({ value: ["jane"], late: stillReading(null) });
    expect(await pages.now()).toEqual(stillReading(null));
    expect(await pages.forPage()).toMatchObject({ late: stillReading(null) });
  });

  test("a fault comes: it is told, beside what was read before", async () => {
    const { pages, answer } = await readThenSilent();
    const second = pages.forPage();
    await answer(down);
    expect(await second).toMatchObject({ value: ["jane"], late: down });
  });
});

describe("where something is known and the PSA is slow", () => {
  test("no page waits for the reading under way that another page has given up on", async () => {
    const { pages, waitForever } = await readThenSilent();
    await pages.forPage();
    waitForever();
    expect(await pages.forPage()).toMatchObject({ value: ["jane"], late: stillReading(null) });
  });

  test("no page waits for a new reading after one that was slow; it is there for the next page", async () => {
    const { pages, readings, answer, pass, whole, waitForever } = await readThenSilent();
    await pages.forPage();
    await answer(whole("jane", "bo"));
    pass(MINUTE_MS);
    waitForever();
    expect(await pages.forPage()).toMatchObject({ value: ["jane", "bo"], late: stillReading(null) });
    expect(readings).toHaveLength(3);
    await answer(whole("jane"));
    expect(await pages.forPage()).toMatchObject({ value: ["jane"], late: null });
    expect(readings).toHaveLength(3);
  });

  test("after a quick reading pages wait for the next one again", async () => {
    const { pages, readings, answer, pass, whole, waitForever } = await readThenSilent();
    await pages.forPage();
    waitForever();
    await answer(whole("jane", "bo"));
    pass(MINUTE_MS);
    await pages.forPage();
    await answer(whole("jane"));
    pass(MINUTE_MS);
    const waiting = pages.forPage();
    await answer(whole("bo"));
    expect(await waiting).toMatchObject({ value: ["bo"], late: null });
    expect(readings).toHaveLength(4);
  });

  test("whatever is settled by it waits for it all the same", async () => {
    const { pages, answer, whole, waitForever } = await readThenSilent();
    await pages.forPage();
    waitForever();
    const now = pages.now();
    await answer(whole("bo"));
    expect(await now).toMatchObject({ value: ["bo"] });
  });

  test("a page waits where nothing is known", async () => {
    const { pages, answer, pass, whole, waitForever } = await readThenSilent();
    await pages.forPage();
    pass(15 * MINUTE_MS);
    waitForever();
    const waiting = pages.forPage();
    await answer(whole("bo"));
    expect(await waiting).toMatchObject({ value: ["bo"], late: null });
  });
});

describe("what another listing of the same connection had read", () => {
  test("is shown with its age and settles nothing, until it is read anew", async () => {
    const { pages: reviewed, ...first } = await readThenSilent();
    const { pages, readings, answer, whole } = listing();
    pages.showOn(reviewed);
    expect(await pages.forPage()).toMatchObject({ value: ["jane"], late: stillReading(null) });
    expect(await pages.now()).toEqual(stillReading(null));
    expect([first.readings.length, readings.length]).toEqual([1, 1]);
    await answer(whole("bo"));
    expect(await pages.forPage()).toMatchObject({ value: ["bo"], late: null });
  });

  test("is not shown for longer than it would have been there", async () => {
    const { pages: reviewed } = await readThenSilent();
    const { pages, pass } = listing();
    pages.showOn(reviewed);
    pass(15 * MINUTE_MS);
    expect(await pages.forPage()).toEqual(stillReading(null));
  });
});

describe("behind the page", () => {
  test("what came too late is there when the page is loaded again, and is not asked for twice", async () => {
    const { pages, readings, answer, pass, whole } = listing();
    await pages.forPage();
    await answer(whole("jane"));
    pass(MINUTE_MS - 1);
    expect(await pages.forPage()).toMatchObject({ value: ["jane"], late: null });
    expect(readings).toHaveLength(1);
  });

  test("a minute later it is read anew", async () => {
    const { pages, readings, answer, pass, whole } = listing();
    await pages.forPage();
    await answer(whole("jane"));
    pass(MINUTE_MS);
    expect(await pages.forPage()).toMatchObject({ late: stillReading(null) });
    expect(readings).toHaveLength(2);
  });

  test("a reading that failed is what the next page tells of, not that it is still being read", async () => {
    const { pages, answer } = listing();
    await pages.forPage();
    await answer(down);
    expect(await pages.forPage()).toEqual(down);
  });

  test("what is older than a quarter of an hour is shown no more", async () => {
    const { pages, pass } = await readThenSilent();
    pass(15 * MINUTE_MS);
    expect(await pages.forPage()).toEqual(stillReading(null));
  });

  test("what was read over a connection that has ended is not kept", async () => {
    const { pages, answer, whole } = await readThenSilent();
    await pages.forPage();
    pages.close();
    await answer(whole("jane"));
    expect(await pages.forPage()).toEqual(stillReading(null));
  });

  test("what was read for whoever waits to the end is there for pages; they never begin another beside it", async () => {
    const { pages, readings, answer, whole } = listing();
    const asked = [pages.whole(), pages.whole()];
    expect(await pages.forPage()).toEqual(stillReading(null));
    await answer(whole("jane"));
    expect(await Promise.all(asked)).toMatchObject([{ value: ["jane"] }, { value: ["jane"] }]);
    expect(await pages.forPage()).toMatchObject({ value: ["jane"], late: null });
    expect(readings).toHaveLength(1);
  });

  test("a reading that takes longer than a minute is there for as long after its end as a short one", async () => {
    const { pages, readings, answer, pass, whole } = listing();
    await pages.forPage();
    const read = whole("jane");
    pass(2 * MINUTE_MS);
    await answer(read);
    pass(MINUTE_MS - 1);
    expect(await pages.forPage()).toMatchObject({ value: ["jane"], late: null });
    expect(readings).toHaveLength(1);
  });

  test("a newer reading takes the place of what a page is owed, and is owed in turn", async () => {
    const { pages, readings, answer, whole } = listing();
    await pages.forPage();
    await answer(whole("jane"));
    const anew = pages.whole();
    await answer(whole("jane", "bo"));
    await anew;
    expect(await pages.forPage()).toMatchObject({ value: ["jane", "bo"], late: null });
    expect(readings).toHaveLength(2);
  });

  test("a failure is told for a minute; after that, that everybody is being read", async () => {
    const { pages, answer, pass } = listing();
    await pages.forPage();
    await answer(down);
    pass(MINUTE_MS - 1);
    expect(await pages.forPage()).toEqual(down);
    pass(1);
    expect(await pages.forPage()).toEqual(stillReading(null));
  });

  test("what is older is used only while it is read anew: a PSA that fails is no PSA that is read", async () => {
    const { pages, answer } = await readThenSilent();
    expect(unlessFailed(await pages.forPage())).toMatchObject({ value: ["jane"], late: stillReading(null) });
    await answer(down);
    expect(unlessFailed(await pages.forPage())).toEqual(down);
  });
});
