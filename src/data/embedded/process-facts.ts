import { readFile, stat } from "node:fs/promises";
import { runProgram } from "./run-program.ts";

/** Whether a process with this id exists, whoever owns it. A dead one that nobody has reaped yet counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a process id is that of a PostgreSQL working in this directory: after a restart of the machine the same id may
 * belong to any program, and a killed server that nobody reaped still has its id.
 */
export async function isPostgresIn(pid: number, clusterDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") {
    const ps = await runProgram({ ids: null, prefix: [] }, "ps", ["-ww", "-o", "command=", "-p", String(pid)]);
    return ps.output.includes("postgres") && ps.output.includes(clusterDir);
  }
  try {
    const [comm, cwd, cluster] = await Promise.all([
      readFile(`/proc/${pid}/comm`, "utf8"),
      stat(`/proc/${pid}/cwd`),
      stat(clusterDir),
    ]);
    return comm.trim() === "postgres" && cwd.dev === cluster.dev && cwd.ino === cluster.ino;
  } catch {
    return false;
  }
}
