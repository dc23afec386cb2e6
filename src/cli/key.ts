import { type Rewrapped, rewrapCredentials } from "../commands/rewrap-credentials.ts";
import { unscopedListFirmsWithCredentials } from "../data/queries/firms.ts";
import type { KeyRing } from "../lib/envelope.ts";
import { credentialPlace } from "../psa/connect.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, doerOf } from "./context.ts";
import { masterKeyFile, openKeys, rotateKeyFile } from "./master-key.ts";

type Counted = Rewrapped & { lostOf: string[] };

/** A new master key: makes it where the keys are in a file, and wraps the data key of every credential with it. */
export async function keyRotate(context: CommandContext): Promise<Answer> {
  const { keys } = context.config;
  if (keys) return rotateToFirst(context, keys);
  await openKeys(context.config);
  const counted = await rotateKeyFile(masterKeyFile(context.config), (ring) => rewrapAll(context, ring));
  return answerOf(counted, fileWords);
}

/** From the environment, which no command can change for the server: the new key has to stand there already. */
async function rotateToFirst(context: CommandContext, keys: KeyRing): Promise<Answer> {
  if (keys.former.length === 0) {
    throw new WrongUse(
      "the keys come from PROLENS_MASTER_KEY, which holds one. Put a new one before it, as NEW,OLD, on every node and here; restart the nodes; then run this again",
    );
  }
  return answerOf(await rewrapAll(context, keys), environmentWords);
}

async function rewrapAll(context: CommandContext, keys: KeyRing): Promise<Counted> {
  let sum: Counted = { done: 0, already: 0, lost: 0, lostOf: [] };
  for (const firm of await unscopedListFirmsWithCredentials(context.db)) {
    const { done, already, lost } = await rewrapCredentials(context.db, doerOf(context, firm), {
      keys,
      placeOf: credentialPlace,
    });
    const lostOf = lost > 0 ? [...sum.lostOf, firm.slug] : sum.lostOf;
    sum = { done: sum.done + done, already: sum.already + already, lost: sum.lost + lost, lostOf };
  }
  return sum;
}

const fileWords = [
  "The new key is in use. A running server finds it by itself; nothing is left to do.",
  "Back up the key file anew. What was sealed before stays readable with the key before, which the file keeps.",
];
const environmentWords = [
  "Take the former keys out of PROLENS_MASTER_KEY on every node, and restart the nodes.",
  "Keep them with the backups of the database from before: those open with them alone.",
];

function answerOf({ done, already, lost, lostOf }: Counted, left: string[]): Answer {
  const json = { rewrapped: done, already, lost, firms: lostOf };
  const lines = [`Wrapped with the new key: ${done}. Already so: ${already}.`];
  if (lost === 0) return { json, lines: [...lines, ...left] };
  const broken = `${lost} open with none of the keys, of these firms: ${lostOf.join(", ")}. They have to rotate their token. The former keys stay.`;
  return { json, lines: [...lines, broken], exitCode: exitCodes.refused };
}
