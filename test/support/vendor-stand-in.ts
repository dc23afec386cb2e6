// The vendors' stand-ins as tests start them: one shape, whichever vendor it is.
import { idOf as harvestIdOf } from "../../demo/stand-ins/harvest/row.ts";
import { startHarvestStandIn } from "../../demo/stand-ins/harvest/stand-in.ts";
import { idOf as productiveIdOf } from "../../demo/stand-ins/productive/resource.ts";
import { startProductiveStandIn } from "../../demo/stand-ins/productive/stand-in.ts";
import type { FirmRecords } from "../../demo/stand-ins/records.ts";
import type { StandInServer } from "../../demo/stand-ins/server.ts";
import { type PsaConnection, type VendorKind, vendorConnection } from "../../src/domain/psa-connection.ts";

export const VENDOR_TOKEN = "a-token-of-the-firm";
const account = { id: "999", name: "Harbor Example" };

export type VendorStandIn = StandInServer & {
  setRecords(records: FirmRecords): void;
  /** What the vendor calls a company or a project of ours. */
  theirIdOf(record: "company" | "project", ourId: string): string;
  /** What stands in an answer in place of the vendor's own collections of rows. */
  rowsIn: (path: string) => string;
};

type Vendor = { psa: PsaConnection; start(records: FirmRecords, port?: number): Promise<VendorStandIn> };

/** A stand-in of each vendor, which counts no calls of ours, and the connection that reads it. */
export const vendorStandIns: Record<VendorKind, Vendor> = {
  productive: {
    psa: vendorConnection("productive", account.id),
    start: async (records, port = 0) => {
      const standIn = await startProductiveStandIn({ records, organization: account, token: VENDOR_TOKEN, port });
      standIn.behaviour.limitsRate = false;
      const types = { company: "companies", project: "projects" };
      return {
        ...standIn,
        theirIdOf: (record, ourId) => productiveIdOf(types[record], ourId),
        rowsIn: () => "data",
      };
    },
  },
  harvest: {
    psa: vendorConnection("harvest", account.id),
    start: async (records, port = 0) => {
      const standIn = await startHarvestStandIn({ records, account, token: VENDOR_TOKEN, port });
      standIn.behaviour.limitsRate = false;
      const collections = { company: "clients", project: "projects" };
      return {
        ...standIn,
        theirIdOf: (record, ourId) => String(harvestIdOf(collections[record], ourId)),
        rowsIn: (path) => path.split("/").at(-1) ?? "",
      };
    },
  },
};
