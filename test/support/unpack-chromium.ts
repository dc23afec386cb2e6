// Run as a program by browser.ts: unpacks the browser from npm into TMPDIR, where that package always unpacks.
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";

await chromium.executablePath();
await inflate(fileURLToPath(new URL("../../node_modules/@sparticuz/chromium/bin/al2023.tar.br", import.meta.url)));
