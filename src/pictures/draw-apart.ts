import { fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { DrawnPicture, PictureOrder } from "./draw-picture.ts";

/** Counted from the start of the process that draws. */
const DRAWING_MS_MAX = 10_000;

/** Beside the sources it is TypeScript, beside the bundle (bin/build.js) it is bundled as well. */
const program = fileURLToPath(new URL(`./drawing-program${extname(import.meta.url)}`, import.meta.url));

/** What finding fonts and temporary room takes. Nothing secret is handed to a process that reads strangers' files. */
const handedOn = ["PATH", "HOME", "TMPDIR", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "SystemRoot"];

/**
 * Draws a picture in a process of its own, which is gone when this answers. The library stops for no signal of ours while it
 * draws, and what it allocates is not counted by Node: ending the process is what holds. A picture that takes more than 10
 * seconds, or more memory than there is, is too intricate. Throws when the process cannot be started or fails by itself.
 */
export function drawApart(order: PictureOrder): Promise<DrawnPicture> {
  const { promise, resolve, reject } = Promise.withResolvers<DrawnPicture>();
  const env = Object.fromEntries(handedOn.map((name) => [name, process.env[name]]));
  const child = fork(program, [], {
    execArgv: [],
    env,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const end = () => child.kill("SIGKILL");
  const deadline = setTimeout(end, DRAWING_MS_MAX);
  let drawn: DrawnPicture | null = null;
  child.once("message", (answer: DrawnPicture) => {
    drawn = answer;
    end();
  });
  child.on("error", reject);
  child.once("exit", (code, signal) => {
    if (drawn) resolve(drawn);
    else if (signal) resolve({ kind: "refused", why: "too_intricate" });
    else reject(new Error(`the process that draws pictures ended with ${code}`));
  });
  child.send(order);
  return promise.finally(() => clearTimeout(deadline));
}
