import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { connectFolder } from "../commands/connect-psa.ts";
import { nothingSealed } from "../commands/propose-psa.ts";
import { inFirmRead } from "../data/database.ts";
import { findConnectionStatus } from "../data/queries/connections.ts";
import type { Firm } from "../domain/firm.ts";
import type { PsaConnection } from "../domain/psa-connection.ts";
import { askOnce } from "../psa/ask-once.ts";
import { type Answer, exitCodes, WrongUse } from "./answer.ts";
import { pendingAnswer, testHint } from "./connection-answers.ts";
import { type CommandContext, connectOf, doerOf } from "./context.ts";
import { forgetRead } from "./forget-read.ts";

const DEADLINE_MS = 120_000;

/** Connects a folder of CSV files once what everybody needs of it could be read; refused where it cannot, and nothing is changed. */
export async function addFolder(context: CommandContext, firm: Firm, asked: string | undefined): Promise<Answer> {
  const dir = await requireDir(asked);
  const folder: PsaConnection = { kind: "csv", settings: { dir } };
  const about = { firm: firm.slug, kind: "csv", dir };
  const problems = await findProblems(context, firm, folder);
  if (problems.length > 0) return refused(about, problems);
  const former = await inFirmRead(context.db, firm.id, findConnectionStatus);
  const { kind } = await connectFolder(context.db, doerOf(context, firm), folder);
  if (kind === "pending") return pendingAnswer(firm, former);
  if (kind === "taken") return { json: about, lines: [`${firm.name} reads from ${dir} already.`, testHint(firm)] };
  const untold = await forgetRead(context, former?.id ?? null);
  return { json: about, lines: [`${firm.name} now reads from ${dir}.`, ...untold, testHint(firm)] };
}

async function requireDir(asked: string | undefined): Promise<string> {
  if (asked === undefined) throw new WrongUse("a CSV connection needs --dir, the folder with the files");
  const dir = resolve(asked);
  const isFolder = await stat(dir).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new WrongUse(`there is no folder ${dir}`);
  return dir;
}

/** Why nobody could be let in with this folder, each with what to do. A malformed row is none: `connection test` tells of it. */
async function findProblems({ config, now }: CommandContext, firm: Firm, folder: PsaConnection): Promise<string[]> {
  const connect = await connectOf(config);
  const { connector } = connect(firm.id, { ...folder, ...nothingSealed(), updatedAt: now });
  const asked = await askOnce((call) => connector.inspect(call), { deadlineMs: DEADLINE_MS });
  return asked.kind === "refused" ? [asked.detail] : (asked.value.unread ?? []).map(({ message }) => message);
}

function refused(about: Record<string, string>, problems: string[]): Answer {
  return {
    json: { ...about, fault: "unavailable", detail: problems.join(" ") },
    lines: [...problems.map((problem) => `Refused: ${problem}`), "Nothing was changed."],
    exitCode: exitCodes.refused,
  };
}
