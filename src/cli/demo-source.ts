// What the demo reads the sample firm from: its CSV folder, or a vendor's stand-in that answers with what the folder holds.
import type { LockoutExample } from "../../demo/sample-firm.ts";
import { startHarvestStandIn } from "../../demo/stand-ins/harvest/stand-in.ts";
import { startProductiveStandIn } from "../../demo/stand-ins/productive/stand-in.ts";
import { readFirmRecords } from "../../demo/stand-ins/records.ts";
import { type PsaConnection, type PsaKind, type VendorOrigins, vendorConnection } from "../domain/psa-connection.ts";
import { assertNever } from "../lib/invariant.ts";

/** `token` opens the stand-in alone, which nobody else reaches. */
export type DemoSource = {
  psa: PsaConnection;
  token: string | null;
  origins: Partial<VendorOrigins>;
  /** What commands that read the same source need in their environment. */
  settings: Record<string, string>;
  /** The folder's id of a company, by the id that it has in the source. */
  folderIdOf(companyId: string): string;
  /** What of the sample firm's lockouts is none in the source, which has no way to hold it. */
  withoutLockouts: readonly LockoutExample["kind"][];
  close(): Promise<void>;
};

const ACCOUNT_ID = "90210";
const TOKEN = "sample-token";

/** Opens it; a stand-in listens on a free port of this machine, with the records that the folder holds now. */
export async function openDemoSource(kind: PsaKind, dir: string, firmName: string): Promise<DemoSource> {
  switch (kind) {
    case "csv": {
      const psa: PsaConnection = { kind, settings: { dir } };
      return {
        psa,
        token: null,
        origins: {},
        settings: {},
        folderIdOf: (id) => id,
        withoutLockouts: [],
        close: async () => {},
      };
    }
    case "productive":
      return openProductive(dir, firmName);
    case "harvest":
      return openHarvest(dir, firmName);
    default:
      return assertNever(kind);
  }
}

async function openProductive(dir: string, name: string): Promise<DemoSource> {
  const organization = { id: ACCOUNT_ID, name };
  const standIn = await startProductiveStandIn({ records: readFirmRecords(dir), organization, token: TOKEN });
  return {
    psa: vendorConnection("productive", ACCOUNT_ID),
    token: TOKEN,
    origins: { productive: standIn.url },
    settings: { PRODUCTIVE_API_URL: standIn.url },
    folderIdOf: (id) => standIn.ourIdOf("companies", id) ?? id,
    withoutLockouts: ["no_visible_project"],
    close: () => standIn.close(),
  };
}

async function openHarvest(dir: string, name: string): Promise<DemoSource> {
  const account = { id: ACCOUNT_ID, name };
  const standIn = await startHarvestStandIn({ records: readFirmRecords(dir), account, token: TOKEN });
  return {
    psa: vendorConnection("harvest", ACCOUNT_ID),
    token: TOKEN,
    origins: { harvest: standIn.url },
    settings: { HARVEST_API_URL: standIn.url },
    folderIdOf: (id) => standIn.ourIdOf("clients", id) ?? id,
    withoutLockouts: ["no_company", "archived_contact", "no_visible_project", "bad_email"],
    close: () => standIn.close(),
  };
}
