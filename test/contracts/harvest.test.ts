import { onTestFinished } from "vitest";
import { idOf } from "../../demo/stand-ins/harvest/row.ts";
import { startHarvestStandIn } from "../../demo/stand-ins/harvest/stand-in.ts";
import { createHarvestConnector } from "../../src/connectors/harvest/adapter.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { optOuts } from "./opt-outs.ts";
import { namesIn, recordsOf } from "./sample-records.ts";
import { translateIds } from "./translate-ids.ts";
import { describeVendorConnector } from "./vendor-contract.ts";

const account = { id: "1001", name: "Harbor Example" };

describeVendorConnector(
  "harvest",
  async ({ sample, send, token }) => {
    const standIn = await startHarvestStandIn({ records: recordsOf(sample), account, token });
    onTestFinished(() => standIn.close());
    let aheadMs = 0;
    const clock = { now: () => new Date(systemClock.now().getTime() + aheadMs) };
    /** What is the same for all clients is shared for a minute, which passes before anything changes. */
    const aMinuteLater = <Args extends unknown[]>(change: (...args: Args) => void) => {
      return (...args: Args) => {
        aheadMs += 60_000;
        change(...args);
      };
    };
    const vendor = { clock, origin: standIn.url, send, token: () => token };
    const theirs = (id: string) => String(idOf(collectionOf(id), id));
    return {
      connector: translateIds(createHarvestConnector(vendor, account.id), theirs, namesIn(sample)),
      standIn: { ...standIn, fail: aMinuteLater(standIn.fail), setRecords: aMinuteLater(standIn.setRecords) },
    };
  },
  optOuts.harvest,
);

const collections = {
  c: "clients",
  k: "contacts",
  p: "projects",
  ph: "task_assignments",
  s: "users",
} as const;

function collectionOf(id: string): string {
  const [kind = ""] = id.split("-");
  return Object.entries(collections).find(([prefix]) => prefix === kind)?.[1] ?? "nothing";
}
