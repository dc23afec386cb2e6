// Run by npm's prepare: puts the sample firm's CSV files beside this script, or leaves what somebody edited alone.
import { fileURLToPath } from "node:url";
import { calendarDateOf } from "../src/domain/calendar-date.ts";
import { ensureSampleFirm } from "./sample-firm.ts";

const outcome = await ensureSampleFirm(fileURLToPath(new URL(".", import.meta.url)), calendarDateOf(new Date()));
process.stdout.write(`sample firm: ${outcome}\n`);
