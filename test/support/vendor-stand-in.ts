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
};

/** `headers`: with which anybody may ask the stand-in directly. */
type Vendor = {
  psa: PsaConnection;
  headers: Record<string, string>;
  start(records: FirmRecords, port?: number): Promise<VendorStandIn>;
};

/** A stand-in of each vendor, which counts no calls of ours, and the connection that reads it. */
export const vendorStandIns: Record<VendorKind, Vendor> = {
  productive: {
    psa: vendorConnection("productive", account.id),
    headers: { "x-auth-token": VENDOR_TOKEN, "x-organization-id": account.id },
    start: async (records, port = 0) => {
      const standIn = await startProductiveStandIn({ records, organization: account, token: VENDOR_TOKEN, port });
      standIn.behaviour.limitsRate = false;
      const types = { company: "companies", project: "projects" };
      return {
        ...standIn,
        theirIdOf: (record, ourId) => productiveIdOf(types[record], ourId),
      };
    },
  },
  harvest: {
    psa: vendorConnection("harvest", account.id),
    headers: { authorization: `Bearer ${VENDOR_TOKEN}`, "harvest-account-id": account.id, "user-agent": "a test" },
    start: async (records, port = 0) => {
      const standIn = await startHarvestStandIn({ records, account, token: VENDOR_TOKEN, port });
      standIn.behaviour.limitsRate = false;
      const collections = { company: "clients", project: "projects" };
      return {
        ...standIn,
        theirIdOf: (record, ourId) => String(harvestIdOf(collections[record], ourId)),
      };
    },
  },
};
