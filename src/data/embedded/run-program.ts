import { spawn } from "node:child_process";
import { access, constants } from "node:fs/promises";

/** As whom PostgreSQL runs: `ids` null means as ourselves; `prefix` is a command put before every program. */
export type Account = { ids: { uid: number; gid: number } | null; prefix: readonly string[] };

type Launch = { program: string; args: string[]; identity: { uid?: number; gid?: number } };

// NOTE: our own environment is not handed on: PGDATA, PGOPTIONS and the like would change what PostgreSQL does, and
// TZ saves initdb the search through all time zones.
export const programEnv = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", TZ: "UTC" };

/** How a program is started under an account. */
export function launchAs(account: Account, program: string, args: readonly string[]): Launch {
  const [first, ...rest] = account.prefix;
  if (first !== undefined) return { program: first, args: [...rest, program, ...args], identity: {} };
  return { program, args: [...args], identity: account.ids ?? {} };
}

/** Runs a program to its end; a program that cannot be started at all has code null and the reason as its output. */
export async function runProgram(account: Account, program: string, args: readonly string[]) {
  const launch = launchAs(account, program, args);
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; output: string }>();
  let output = "";
  const add = (chunk: Buffer) => {
    output += chunk.toString();
  };
  try {
    const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
    const child = spawn(launch.program, launch.args, { ...launch.identity, cwd: "/", env: programEnv, stdio });
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.once("error", (cause) => resolve({ code: null, output: cause.message }));
    child.once("close", (code) => resolve({ code, output }));
  } catch (cause) {
    resolve({ code: null, output: String(cause) });
  }
  return promise;
}

/** Whether this process itself may read, write and enter a directory. */
export function canUseDirectory(directory: string): Promise<boolean> {
  return access(directory, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}
