// Commands wait until everybody is read, however long that takes, and say meanwhile how far it is.
import { LOCALE } from "../lib/locale.ts";
import type { Psa } from "../psa/psa.ts";

/** Whoever waits no longer than this wants no word about it. */
const SAY_EVERY_MS = 5_000;

/** Does the work; on stderr, so that stdout stays the command's answer, it says every few seconds what has been read so far. */
export async function patiently<T>(psa: Pick<Psa, "progress">, work: () => Promise<T>): Promise<T> {
  const saying = setInterval(() => process.stderr.write(`${farOf(psa)}\n`), SAY_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(saying);
  }
}

function farOf({ progress }: Pick<Psa, "progress">): string {
  if (progress === null) return "reading the PSA";
  const said = (count: number) => count.toLocaleString(LOCALE);
  const { read, of } = progress;
  const known = of === null ? said(read) : `${said(read)} of about ${said(of)}`;
  return `reading the PSA: ${known} records`;
}
