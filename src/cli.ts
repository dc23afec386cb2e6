// The program `prolens`: runs the command that was asked for, and ends with its code.
import { CommanderError } from "commander";
import { type ExitCode, exitCodes, WrongUse } from "./cli/answer.ts";
import { buildProgram } from "./cli/program.ts";
import { ConfigFault } from "./config/config.ts";
import { DataDirectoryInUse, EmbeddedDatabaseError } from "./data/embedded/errors.ts";
import { DatabaseTooOld } from "./data/migrate.ts";
import { StorageNotReady } from "./data/open-storage.ts";
import { RoleTooPowerful } from "./data/program-role.ts";
import { type SafeError, safeError } from "./lib/safe-error.ts";

let exitCode: ExitCode = exitCodes.done;

/** Faults whose message is written for the person at the keyboard. */
const plainFaults = [
  ConfigFault,
  DatabaseTooOld,
  RoleTooPowerful,
  DataDirectoryInUse,
  EmbeddedDatabaseError,
  StorageNotReady,
];

try {
  await buildProgram((code) => {
    exitCode = code;
  }).parseAsync();
} catch (err) {
  exitCode = report(err);
}
process.exitCode = exitCode;

/** Says what went wrong, to people, on stderr; a fault of ours with its stack. */
function report(err: unknown): ExitCode {
  if (err instanceof CommanderError) return err.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  const write = (text: string) => process.stderr.write(`${text}\n`);
  if (err instanceof WrongUse) {
    write(`prolens: ${err.message}`);
    return exitCodes.wrongUse;
  }
  if (plainFaults.some((kind) => err instanceof kind) || isSystemFault(err)) write(`prolens: ${sentenceOf(err)}`);
  else write(storyOf(safeError(err)));
  return err instanceof ConfigFault ? exitCodes.wrongUse : exitCodes.fault;
}

function storyOf({ stack, message, cause }: SafeError): string {
  return `${stack ?? message}${cause ? `\ncaused by ${storyOf(cause)}` : ""}`;
}

function isSystemFault(err: unknown): err is NodeJS.ErrnoException {
  return err instanceof Error && "code" in err && "syscall" in err;
}

function sentenceOf(err: unknown): string {
  if (isSystemFault(err) && err.code === "EADDRINUSE")
    return "the port is in use by another program; set PORT to a free one";
  return err instanceof Error ? err.message : String(err);
}
