#!/usr/bin/env node
// Starts the program under Node 24. npm brings one along for the usual platforms; an older Node hands over to it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const major = Number(process.versions.node.split(".")[0]);
const program = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const broughtAlong = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));

if (!existsSync(program)) {
  console.error("prolens: not built yet; run `npm ci` first");
  process.exit(1);
} else if (major >= 24) {
  process.removeAllListeners("warning");
  await import(program);
} else if (existsSync(broughtAlong)) {
  const child = spawn(broughtAlong, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  // Whoever stops this process means the program. Ctrl-C reaches both by itself, and twice would be once too often.
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGINT", () => {});
  child.on("exit", (status) => process.exit(status ?? 1));
} else {
  console.error(`prolens: needs Node 24 or newer; this is ${process.version}, and npm had none for this platform`);
  process.exit(1);
}
