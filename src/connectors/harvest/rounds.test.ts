import { expect, test } from "vitest";
import { inRounds } from "./rounds.ts";

const urgent = () => ({ signal: new AbortController().signal, isUrgent: true });

test("who asks while a round runs is answered in the next, together, each with their own answers", async () => {
  const rounds: string[][] = [];
  const release: (() => void)[] = [];
  const ask = inRounds(async (questions: readonly string[]) => {
    rounds.push([...questions]);
    await new Promise<void>((done) => release.push(done));
    return questions.map((question) => question.toUpperCase());
  });
  const first = ask(["a"], urgent());
  await expect.poll(() => rounds.length).toBe(1);
  const others = [ask(["b", "c"], urgent()), ask(["d"], urgent())];
  release[0]?.();
  await expect.poll(() => rounds.length).toBe(2);
  release[1]?.();
  expect(await Promise.all([first, ...others])).toEqual([["A"], ["B", "C"], ["D"]]);
  expect(rounds).toEqual([["a"], ["b", "c", "d"]]);
});

test("a round that fails fails for those in it alone", async () => {
  let isBroken = true;
  const ask = inRounds(async (questions: readonly string[]) => {
    if (isBroken) throw new Error("broken");
    return [...questions];
  });
  await expect(ask(["a"], urgent())).rejects.toThrow("broken");
  isBroken = false;
  expect(await ask(["b"], urgent())).toEqual(["b"]);
});

test("who leaves is told so at once, and the round goes on for the others until all have left", async () => {
  let given: AbortSignal | undefined;
  const ask = inRounds((_: readonly string[], { signal }) => {
    given = signal;
    return new Promise<string[]>((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  });
  const [one, other] = [new AbortController(), new AbortController()];
  const asked = [one, other].map(({ signal }) => ask(["a"], { signal, isUrgent: true }));
  await expect.poll(() => given).toBeDefined();
  one.abort(new Error("left"));
  await expect(asked[0]).rejects.toThrow("left");
  expect(given?.aborted).toBe(false);
  other.abort(new Error("left too"));
  await expect(asked[1]).rejects.toThrow("left too");
  expect(given?.aborted).toBe(true);
});

test("background work keeps nobody who waits for a page", async () => {
  const ask = inRounds((questions: readonly string[], { isUrgent }) =>
    isUrgent ? Promise.resolve([...questions]) : new Promise<string[]>(() => {}),
  );
  void ask(["slow"], { ...urgent(), isUrgent: false });
  expect(await ask(["now"], urgent())).toEqual(["now"]);
});
