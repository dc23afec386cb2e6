// `npm start` under the Node that a machine happens to have: bin/prolens.js hands over to the one that npm brought along.
import { execFileSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readPostmasterPid } from "../faults/embedded-harness.ts";
import { freePort } from "../support/free-port.ts";
import { ask, ensureBuilt, makePlace, startProgram } from "./program.ts";

// Each command is a process of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const older = findOlderNode();

test.skipIf(older === null)(
  "started by an older Node, the program serves, and stopping what was started stops all of it",
  async () => {
    await ensureBuilt();
    const place = await makePlace();
    onTestFinished(place.drop);
    const port = String(await freePort());
    const settings = { PROLENS_DATA: place.dataDir, PORT: port };
    const server = await startProgram(["demo", "--dir", place.csvDir], settings, older ?? "");
    expect(await readPostmasterPid(place.dataDir)).not.toBeNull();
    expect(await server.stop()).toBe(0);
    await expect(ask({ port, host: "localhost" }, "/healthz")).rejects.toThrow();
    expect(await readPostmasterPid(place.dataDir)).toBeNull();
  },
);

function findOlderNode(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, "node")).find((path) => majorOf(path) < 24) ?? null;
}

function majorOf(node: string): number {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(node, ["--version"], { encoding: "utf8", stdio: "pipe" }))?.[1] ?? "99");
  } catch {
    return 99;
  }
}
