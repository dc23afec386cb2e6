// A firm whose PSA is a vendor: the program as it is, and a stand-in that answers as the vendor does, or fails as a test says.
import { randomBytes, randomUUID } from "node:crypto";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { createFirm } from "../../src/commands/create-firm.ts";
import { createPortals } from "../../src/commands/create-portals.ts";
import type { Budget } from "../../src/connectors/http/vendor.ts";
import { inFirmWrite } from "../../src/data/database.ts";
import { connection } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Firm, Template } from "../../src/domain/firm.ts";
import type { VendorKind } from "../../src/domain/psa-connection.ts";
import { sealEnvelope } from "../../src/lib/envelope.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { openVault } from "../../src/lib/vault.ts";
import { connectWith, credentialPlace } from "../../src/psa/connect.ts";
import { callBudgets } from "../../src/psa/vendor-budget.ts";
import { PORTAL_DOMAIN, startTestApp, type TestApp } from "./test-app.ts";
import { TestClock } from "./test-clock.ts";
import { VENDOR_TOKEN, type VendorStandIn, vendorStandIns } from "./vendor-stand-in.ts";
import { noVendors } from "./vendors.ts";
import type { Visitor } from "./visitor.ts";

export type VendorFirm = TestApp & {
  firm: Firm;
  standIn: VendorStandIn;
  /** A browser at the firm's portals. */
  browse: () => Visitor;
  /** From now on the vendor is looked for elsewhere, as after a change of the firm's settings. */
  moveVendor: (origin: string) => Promise<void>;
  /** From now on none of the vendor's calls has been used; what was read is forgotten. */
  forgetCalls: () => Promise<void>;
  /** The same stand-in again, where it was before it was closed. */
  reopen: () => Promise<void>;
};

/** `templates`: by our ids of companies; the others are owners'. `hasRealBudget`: the vendor takes no more calls than the program allows; `budgetOf`: or than this. */
export type VendorFirmOptions = {
  vendor?: VendorKind;
  psaDeadlineMs: number;
  records: FirmRecords;
  clock?: TestClock;
  templates?: Record<string, Template>;
  connectionsMax?: number;
  hasRealBudget?: boolean;
  budgetOf?: (budget: Budget) => Budget;
};

/** Two companies with one contact and one project each; the portals are `acme` and `birch`. */
export function vendorRecords(): FirmRecords {
  return completeRecords({
    companies: [
      { id: "acme", name: "Acme" },
      { id: "birch", name: "Birch" },
    ],
    contacts: [
      { id: "jane", name: "Jane Doe", email: "jane@acme.example", company_id: "acme" },
      { id: "bo", name: "Bo Birch", email: "bo@birch.example", company_id: "birch" },
    ],
    people: [{ id: "nora", name: "Nora Quist", role: "Principal", email: "nora@firm.example" }],
    projects: [
      { id: "library", number: "24-01", name: "Library renewal", company_id: "acme", status: "active" },
      { id: "clinic", number: "24-02", name: "Clinic fit-out", company_id: "birch", status: "active" },
    ],
  });
}

const asItIs = (budget: Budget): Budget => budget;
const endless = (budget: Budget): Budget => ({ ...budget, calls: 100_000 });

/** Starts it. The vendor's calls are counted, though no test uses them up unless it asks for that. Call `stop` when done. */
export async function startVendorFirm(options: VendorFirmOptions): Promise<VendorFirm> {
  const { vendor = "productive", records, psaDeadlineMs, clock = new TestClock(), templates = {}, ...more } = options;
  const { hasRealBudget = false, budgetOf = hasRealBudget ? asItIs : endless, ...others } = more;
  const { psa, start } = vendorStandIns[vendor];
  let standIn = await start(records);
  const port = Number(new URL(standIn.url).port);
  const origins = { ...noVendors, [vendor]: standIn.url };
  const masterKey = randomBytes(32);
  const keys = { current: masterKey, former: [] };
  let open = callBudgets(null);
  const connect = connectWith({
    clock,
    vault: openVault(() => keys),
    origins,
    openBudget: ({ budgets, ...asked }) => open({ ...asked, budgets: budgets.map(budgetOf) }),
  });
  const app = await startTestApp({ ...others, masterKey, connect, psaDeadlineMs, clock });
  const { db } = app.database;
  const now = clock.now();
  const admin = "nora@firm.example" as Email;
  const firm = await createFirm(db, { slug: "vendor-firm", name: "Vendor Firm", admin, now });
  invariant(firm, "a test uses each slug once");
  const id = randomUUID();
  const credential = sealEnvelope(VENDOR_TOKEN, credentialPlace(firm.id, id), keys);
  const row = { firmId: firm.id, id, ...psa, credential, createdAt: now, updatedAt: now };
  await inFirmWrite(db, firm.id, (tx) => tx.insert(connection).values(row));
  const { connector } = connect(firm.id, { id, ...psa, credential, updatedAt: now });
  const { value } = await connector.listDirectory({ signal: AbortSignal.timeout(20_000), isUrgent: false });
  const templateOf = new Map(
    Object.entries(templates).map(([companyId, template]) => [standIn.theirIdOf("company", companyId), template]),
  );
  const wishes = value.companies
    .filter(({ isArchived }) => !isArchived)
    .map((company) => ({ company, template: templateOf.get(company.id) ?? ("owner" as const) }));
  await createPortals(db, { firmId: firm.id, actor: "test", now }, wishes);
  const moveVendor = async (origin: string) => {
    origins[vendor] = origin;
    clock.advance(1);
    await inFirmWrite(db, firm.id, (tx) => tx.update(connection).set({ updatedAt: clock.now() }));
  };
  return {
    ...app,
    firm,
    get standIn() {
      return standIn;
    },
    browse: () => app.visitHost(`${firm.slug}.${PORTAL_DOMAIN}`),
    moveVendor,
    forgetCalls: () => {
      open = callBudgets(null);
      return moveVendor(standIn.url);
    },
    reopen: async () => {
      standIn = await start(records, port);
    },
    stop: async () => {
      await app.stop();
      await standIn.close();
    },
  };
}
