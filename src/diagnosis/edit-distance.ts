import { CmpStr } from "cmpstr";

/** In how many letters two texts differ; two neighbours that changed places count as one. */
export type EditDistance = (one: string, other: string) => number;

const comparer = CmpStr.create({ metric: "damerau" });

export const editDistance: EditDistance = (one, other) => {
  if (one === other) return 0;
  const lengthMax = Math.max(one.length, other.length);
  // The library answers with the like part of the longer text, 0 to 1.
  return Math.round((1 - comparer.compare(one, other)) * lengthMax);
};

/** Whether they differ in at most so many letters. Texts whose letters alone differ by more are not compared at all. */
export function isWithin(bound: number, [one, other]: [string, string], distance: EditDistance): boolean {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > bound || lettersApart(one, other) > bound * 2) return false;
  return distance(one, other) <= bound;
}

/** Two neighbours changed places, and nothing else: the same letters, one step apart. */
export function isTransposed(pair: [string, string], distance: EditDistance): boolean {
  const [one, other] = pair;
  return one !== other && lettersApart(one, other) === 0 && isWithin(1, pair, distance);
}

/** How many letters one text has and the other has not, in whatever order; never more than twice the edit distance. */
function lettersApart(one: string, other: string): number {
  const counts = new Map<string, number>();
  for (let index = 0; index < one.length; index++) add(counts, one.charAt(index), 1);
  for (let index = 0; index < other.length; index++) add(counts, other.charAt(index), -1);
  let apart = 0;
  for (const count of counts.values()) apart += Math.abs(count);
  return apart;
}

function add(counts: Map<string, number>, letter: string, by: number): void {
  counts.set(letter, (counts.get(letter) ?? 0) + by);
}
