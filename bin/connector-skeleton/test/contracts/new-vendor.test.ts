import { onTestFinished } from "vitest";
import { startNewVendorStandIn } from "../../demo/stand-ins/new-vendor/stand-in.ts";
import { createNewVendorConnector } from "../../src/connectors/new-vendor/adapter.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { recordsOf } from "./sample-records.ts";
import { describeVendorConnector } from "./vendor-contract.ts";

const account = { id: "1001", name: "Harbor Example" };

// What New Vendor has no way to hold goes into the last argument, with the reason, and into docs/guides/new-vendor.md. Where the stand-in
// gives ids of its own, harvest.test.ts shows how they are translated.
describeVendorConnector(
  "new-vendor",
  async ({ sample, send, token }) => {
    const standIn = await startNewVendorStandIn({ records: recordsOf(sample), account, token });
    onTestFinished(() => standIn.close());
    const vendor = { clock: systemClock, origin: standIn.url, send, token: () => token };
    return { connector: createNewVendorConnector(vendor, account.id), standIn };
  },
  {},
);
