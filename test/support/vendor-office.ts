// A firm that reads a folder, and stand-ins for Productive and Harvest that hold the same: for what happens at Settings → Connections.
import { randomBytes } from "node:crypto";
import { type HarvestStandIn, startHarvestStandIn } from "../../demo/stand-ins/harvest/stand-in.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "../../demo/stand-ins/productive/stand-in.ts";
import { readFirmRecords } from "../../demo/stand-ins/records.ts";
import { openVault } from "../../src/lib/vault.ts";
import { connectWith } from "../../src/psa/connect.ts";
import { callBudgets } from "../../src/psa/vendor-budget.ts";
import type { CsvDir } from "./csv-sample.ts";
import { startTestApp, type TestApp, type TestFirm } from "./test-app.ts";
import { TestClock } from "./test-clock.ts";

export const ACCOUNT = "90210";
export const TOKEN = "1234.CANARY.first";

export type VendorOffice = TestApp & { studio: TestFirm; productive: ProductiveStandIn; harvest: HarvestStandIn };

/** `sample` writes the folder; `psaDeadlineMs`: how long a page waits. Both vendors know TOKEN, and no test uses up their calls. Call `stop` when done. */
export async function startVendorOffice(
  sample: (csv: CsvDir, clock: TestClock) => Promise<void>,
  { psaDeadlineMs = 20_000 } = {},
): Promise<VendorOffice> {
  const clock = new TestClock();
  const masterKey = randomBytes(32);
  const origins = { productive: "", harvest: "" };
  const open = callBudgets(null);
  const connect = connectWith({
    clock,
    vault: openVault(() => ({ current: masterKey, former: [] })),
    origins,
    openBudget: (asked) => open({ ...asked, budgets: asked.budgets.map((budget) => ({ ...budget, calls: 100_000 })) }),
  });
  const app = await startTestApp({ masterKey, connect, clock, psaDeadlineMs });
  const studio = await app.addFirm("studio", "Studio", (csv) => sample(csv, clock));
  const records = readFirmRecords(studio.csv.dir);
  const named = { id: ACCOUNT, name: "Studio at the vendor" };
  const productive = await startProductiveStandIn({ records, organization: named, token: TOKEN });
  const harvest = await startHarvestStandIn({ records, account: named, token: TOKEN });
  for (const { behaviour } of [productive, harvest]) behaviour.limitsRate = false;
  Object.assign(origins, { productive: productive.url, harvest: harvest.url });
  const stop = async () => {
    await app.stop();
    await Promise.all([productive.close(), harvest.close()]);
  };
  return { ...app, studio, productive, harvest, stop };
}
