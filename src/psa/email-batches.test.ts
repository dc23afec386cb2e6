import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { TestClock } from "../../test/support/test-clock.ts";
import { email } from "../access/scenarios/people.ts";
import { PsaFault } from "../connectors/errors.ts";
import type { EmailMatch, Reading } from "../connectors/port.ts";
import type { Email } from "../domain/email.ts";
import { EmailBatches } from "./email-batches.ts";

/** A PSA whose questions end when the test says so, and a clock that stands until it is set. Each answer names the email that it is about. */
function psa() {
  const clock = new TestClock();
  const asked: { emails: readonly Email[]; signal: AbortSignal; end: (err?: Error) => void }[] = [];
  const findByEmails = (emails: readonly Email[], { signal }: { signal: AbortSignal }) =>
    new Promise<Reading<EmailMatch>[]>((resolve, reject) => {
      const end = (err?: Error) => (err ? reject(err) : resolve(emails.map(answerAbout)));
      asked.push({ emails, signal, end });
    });
  const batches = new EmailBatches({ findByEmails }, clock);
  const find = (name: string, signal = new AbortController().signal) => batches.find(email(name), { signal });
  return { asked, find, clock };
}

function answerAbout(about: Email): Reading<EmailMatch> {
  return { value: { contacts: [], companies: [] }, gaps: [{ place: about, message: "" }], readAt: new Date(0) };
}

const [ann, bob, cy, dan] = ["ann@a.example", "bob@a.example", "cy@a.example", "dan@a.example"] as const;

describe("who asks alone", () => {
  test("is asked for at once, every time, however often within a second", () => {
    const { asked, find } = psa();
    for (let times = 1; times <= 5; times++) {
      void find(ann);
      expect(asked).toHaveLength(times);
    }
  });

  test("and so is whoever comes when the one before is answered, or has asked a second ago", async () => {
    const { asked, find, clock } = psa();
    const found = find(ann);
    asked[0]?.end();
    await found;
    void find(bob);
    expect(asked).toHaveLength(2);
    clock.advance(1_000);
    void find(cy);
    expect(asked).toHaveLength(3);
  });

  test("is held by no clock that was set back", () => {
    const { asked, find, clock } = psa();
    void find(ann);
    clock.advance(-60_000);
    void find(bob);
    expect(asked).toHaveLength(2);
  });
});

describe("who ask while a question about another is under way", () => {
  test("go together when that one ends, and each gets their own answer", async () => {
    const { asked, find } = psa();
    const found = [ann, bob, cy, dan].map((name) => find(name));
    expect(asked.map(({ emails }) => emails)).toEqual([[ann]]);
    asked[0]?.end();
    await found[0];
    await Promise.resolve();
    expect(asked.map(({ emails }) => emails)).toEqual([[ann], [bob, cy, dan]]);
    asked[1]?.end();
    const places = (await Promise.all(found)).map(({ gaps }) => gaps[0]?.place);
    expect(places).toEqual([ann, bob, cy, dan]);
  });

  test("go after a moment where that one does not end", async () => {
    const { asked, find } = psa();
    const found = [ann, bob].map((name) => find(name));
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.end();
    expect((await found[1])?.gaps).toMatchObject([{ place: bob }]);
    asked[0]?.end();
    await found[0];
  });

  test("a failure is told to all whom it was for, and to nobody else", async () => {
    const { asked, find } = psa();
    const found = [ann, bob, cy].map((name) => find(name).catch((err: unknown) => err));
    asked[0]?.end();
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.end(new PsaFault("unavailable", "gone"));
    expect(await Promise.all(found)).toMatchObject([
      { gaps: [{ place: ann }] },
      { detail: "gone" },
      { detail: "gone" },
    ]);
  });

  test("whoever leaves before it goes is not asked about; where all leave, the question is given up", async () => {
    const { asked, find } = psa();
    const [left, others] = [new AbortController(), new AbortController()];
    void find(ann);
    void find(bob, left.signal);
    const late = [find(cy, others.signal), find(dan)].map((found) => found.catch(() => {}));
    left.abort();
    asked[0]?.end();
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.emails).toEqual([cy, dan]);
    others.abort();
    expect(asked[1]?.signal.aborted).toBe(false);
    asked[1]?.end();
    await Promise.all(late);
  });
});

describe("who ask when two questions about others have gone within the last second", () => {
  /** Both are answered already. */
  async function afterTwo() {
    const { asked, find, clock } = psa();
    for (const [nth, name] of [ann, bob].entries()) {
      const found = find(name);
      asked[nth]?.end();
      await found;
    }
    expect(asked).toHaveLength(2);
    return { asked, find, clock };
  }

  test("go together, half a second after the last", async () => {
    const { asked, find } = await afterTwo();
    for (const name of [cy, dan]) void find(name);
    expect(asked).toHaveLength(2);
    await expect.poll(() => asked.map(({ emails }) => emails)).toEqual([[ann], [bob], [cy, dan]]);
  });

  test("go at once where that half second is over, and take along whoever waits", async () => {
    const { asked, find, clock } = await afterTwo();
    void find(cy);
    clock.advance(500);
    void find(dan);
    expect(asked.map(({ emails }) => emails)).toEqual([[ann], [bob], [cy, dan]]);
  });
});

test("a crowd that does not end leaves calls to others: 18 questions in fifteen seconds, and nobody's waits longer than a second", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const waited: number[] = [];
  let questions = 0;
  const findByEmails = async (emails: readonly Email[]) => {
    questions += 1;
    return emails.map(answerAbout);
  };
  const batches = new EmailBatches({ findByEmails }, { now: () => new Date() });
  for (let passedMs = 0; passedMs < 15_000; passedMs += 50) {
    const since = Date.now();
    const own = email(`person-${(passedMs / 50) % 30}@acme.example`);
    void batches.find(own, { signal: new AbortController().signal }).then(() => waited.push(Date.now() - since));
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(questions).toBeLessThanOrEqual(18);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(waited).toHaveLength(300);
  expect(Math.max(...waited)).toBeLessThanOrEqual(1_000);
});

describe("many who load within a second, one after the other", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([0, 50, 150, 300, 600].flatMap((delayMs) => [10, 40, 80, 400].map((people) => [delayMs, people] as const)))(
    "are four questions at most, and nobody's waits longer than half a second: answers after %i ms, %i people",
    async (delayMs, people) => {
      const waited: number[] = [];
      const askedAt = new Map<Email, number>();
      let questions = 0;
      const findByEmails = async (emails: readonly Email[]) => {
        questions += 1;
        waited.push(...emails.map((one) => Date.now() - (askedAt.get(one) ?? 0)));
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
        return emails.map(answerAbout);
      };
      const batches = new EmailBatches({ findByEmails }, { now: () => new Date() });
      const loads: Promise<unknown>[] = [];
      for (let nth = 0; nth < people; nth++) {
        const own = email(`person-${nth}@acme.example`);
        askedAt.set(own, Date.now());
        loads.push(batches.find(own, { signal: new AbortController().signal }));
        await vi.advanceTimersByTimeAsync(1_000 / people);
      }
      await vi.advanceTimersByTimeAsync(2_000);
      await Promise.all(loads);
      expect(questions).toBeLessThanOrEqual(4);
      expect(waited).toHaveLength(people);
      expect(Math.max(...waited)).toBeLessThanOrEqual(500);
    },
  );
});
