// Whether two kinds of request can be told apart by how long they take: samples taken in turn, and the test of Kolmogorov and
// Smirnov on the two distributions. No time is expected of anything; only the two are compared with each other.

export type Samples = { one: number[]; other: number[] };

type Requests = { one: (index: number) => Promise<unknown>; other: (index: number) => Promise<unknown> };

const WARM_UP = 30;

/** In turn, and the first of a pair last in the next one: whatever else the machine does meets both alike. */
export async function sampleInTurn({ one, other }: Requests, count: number): Promise<Samples> {
  const samples: Samples = { one: [], other: [] };
  for (let index = 0; index < count + WARM_UP; index++) {
    const inOrder = index % 2 === 0 ? (["one", "other"] as const) : (["other", "one"] as const);
    for (const name of inOrder) {
      const startedAt = performance.now();
      await (name === "one" ? one : other)(index);
      const tookMs = performance.now() - startedAt;
      if (index >= WARM_UP) samples[name].push(tookMs);
    }
  }
  return samples;
}

/** How likely two samples of one distribution differ at least as much as these (two-sample Kolmogorov–Smirnov, asymptotic). */
export function likelihoodOfSame({ one, other }: Samples): number {
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length));
  const lambda = (size + 0.12 + 0.11 / size) * largestGap([...one].sort(ascending), [...other].sort(ascending));
  let sum = 0;
  for (let term = 1; term <= 100; term++) sum += 2 * (-1) ** (term - 1) * Math.exp(-2 * (term * lambda) ** 2);
  return lambda < 0.2 ? 1 : Math.min(1, Math.max(0, sum));
}

/** The largest distance between the two shares of samples that are no longer than some time. */
function largestGap(one: number[], other: number[]): number {
  let [i, j, gap] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const at = Math.min(one[i] ?? 0, other[j] ?? 0);
    while (i < one.length && (one[i] ?? 0) <= at) i++;
    while (j < other.length && (other[j] ?? 0) <= at) j++;
    gap = Math.max(gap, Math.abs(i / one.length - j / other.length));
  }
  return gap;
}

export function medianOf(samples: number[]): number {
  return [...samples].sort(ascending)[Math.floor(samples.length / 2)] ?? 0;
}

function ascending(one: number, other: number): number {
  return one - other;
}
