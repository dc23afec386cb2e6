import { setTimeout as passed } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { email } from "../access/scenarios/people.ts";
import { PsaFault } from "../connectors/errors.ts";
import type { EmailMatch, Reading } from "../connectors/port.ts";
import type { Email } from "../domain/email.ts";
import { EmailBatches } from "./email-batches.ts";

/** A PSA whose questions end when the test says so. Each answer names the email that it is about. */
function psa() {
  const asked: { emails: readonly Email[]; signal: AbortSignal; end: (err?: Error) => void }[] = [];
  const batches = new EmailBatches({
    findByEmails: (emails, { signal }) =>
      new Promise((resolve, reject) => {
        const end = (err?: Error) => (err ? reject(err) : resolve(emails.map(answerAbout)));
        asked.push({ emails, signal, end });
      }),
  });
  const find = (name: string, signal = new AbortController().signal) => batches.find(email(name), { signal });
  return { asked, find };
}

function answerAbout(about: Email): Reading<EmailMatch> {
  return { value: { contacts: [], companies: [] }, gaps: [{ place: about, message: "" }], readAt: new Date(0) };
}

const [ann, bob, cy, dan] = ["ann@a.example", "bob@a.example", "cy@a.example", "dan@a.example"] as const;

describe("who asks alone", () => {
  test("is asked for at once, every time", async () => {
    const { asked, find } = psa();
    for (const [nth, name] of [ann, ann, bob].entries()) {
      const found = find(name);
      expect(asked).toHaveLength(nth + 1);
      asked[nth]?.end();
      expect((await found).gaps).toMatchObject([{ place: name }]);
    }
  });
});

describe("who ask while a question is under way", () => {
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
    await found[0];
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.end(new PsaFault("unavailable", "gone"));
    expect(await Promise.all(found)).toMatchObject([
      { gaps: [{ place: ann }] },
      { detail: "gone" },
      { detail: "gone" },
    ]);
    const after = find(dan);
    asked[2]?.end();
    expect((await after).gaps).toMatchObject([{ place: dan }]);
  });

  test("whoever leaves before it goes is not asked about; where all leave, the question is given up", async () => {
    const { asked, find } = psa();
    const [bobLeaves, others] = [new AbortController(), new AbortController()];
    void find(ann);
    void find(bob, bobLeaves.signal);
    const late = [find(cy, others.signal), find(dan)].map((found) => found.catch(() => {}));
    bobLeaves.abort();
    asked[0]?.end();
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.emails).toEqual([cy, dan]);
    others.abort();
    expect(asked[1]?.signal.aborted).toBe(false);
    asked[1]?.end();
    await Promise.all(late);
  });
});

test("a hundred contacts who load within a second cost at most a tenth of a call each", async () => {
  let calls = 0;
  const batches = new EmailBatches({
    findByEmails: async (emails) => {
      calls += 1;
      await passed(130);
      return emails.map(answerAbout);
    },
  });
  const { signal } = new AbortController();
  const loads = Array.from({ length: 100 }, async (_, nth) => {
    await passed(nth * 10);
    return batches.find(email(`person-${nth}@acme.example`), { signal });
  });
  await Promise.all(loads);
  expect(calls).toBeLessThanOrEqual(10);
});
