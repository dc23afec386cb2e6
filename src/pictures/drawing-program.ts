// A program of its own: takes one picture from the server, draws it, and hands it back. The server ends it. It gives way to the
// server's own work, keeps one core at most, and does not outlive the server.
import { setPriority } from "node:os";
import sharp from "sharp";
import { drawPicture, type PictureOrder } from "./draw-picture.ts";

const GIVES_WAY = 5;

setPriority(GIVES_WAY);
sharp.concurrency(1);
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.once("message", async (order: PictureOrder) => process.send?.(await drawPicture(order)));
