// Few rows in which every two values of two different factors meet at least once.

export type Factors = Record<string, readonly string[]>;
export type Row<F extends Factors> = { [Name in keyof F]: F[Name][number] };

type Choice = { factor: string; value: string };

/** Greedy, and the same rows on every run: each row takes up a pair that has not met yet, and then whatever meets most anew. */
export function pairwise<F extends Factors>(factors: F): Row<F>[] {
  const waiting = new Map(allPairs(factors).map((pair) => [keyOf(...pair), pair]));
  const rows: Row<F>[] = [];
  for (let [next] = waiting.values(); next !== undefined; [next] = waiting.values()) {
    const chosen: Choice[] = [...next];
    for (const [factor, values] of Object.entries(factors)) {
      if (chosen.some((choice) => choice.factor === factor)) continue;
      const newPairs = (value: string) => chosen.filter((other) => waiting.has(keyOf({ factor, value }, other))).length;
      const value = values.reduce((best, other) => (newPairs(other) > newPairs(best) ? other : best));
      chosen.push({ factor, value });
    }
    for (const one of chosen) for (const other of chosen) waiting.delete(keyOf(one, other));
    rows.push(Object.fromEntries(chosen.map(({ factor, value }) => [factor, value])) as Row<F>);
  }
  return rows;
}

/** Every two values of two different factors, once. */
export function allPairs(factors: Factors): [Choice, Choice][] {
  const choices = Object.entries(factors).flatMap(([factor, values]) => values.map((value) => ({ factor, value })));
  return choices.flatMap((one, index) =>
    choices
      .slice(index + 1)
      .flatMap((other) => (one.factor === other.factor ? [] : [[one, other] as [Choice, Choice]])),
  );
}

function keyOf(...pair: [Choice, Choice]): string {
  return JSON.stringify(pair.map(({ factor, value }) => [factor, value]).sort());
}
