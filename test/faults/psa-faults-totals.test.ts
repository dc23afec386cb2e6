// A row that cannot be read makes every total wrong that it belongs to: then there is none, the page says so, and the firm is told
// which row it is. Nobody else's page changes.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { LooseJson } from "../../demo/stand-ins/faults.ts";
import { completeRecords } from "../../demo/stand-ins/records.ts";
import { explainHealth } from "../../src/access/explain/health.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import { type VendorKind, vendorKinds, vendorNames } from "../../src/domain/psa-connection.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";
import { editRows } from "./psa-failures.ts";

const MINUTE_MS = 60_000;
const UNREAD_INVOICES = "Not all invoices could be read. Totals are left out until Vendor Firm has seen to it.";

/** Acme's owner sees invoices, Birch's engineer hours. */
function records() {
  const invoice = {
    company_id: "acme",
    project_id: "library",
    issued_on: "2026-01-02",
    currency: "USD",
    status: "open",
  };
  const entry = { project_id: "clinic", person_id: "nora", date: "2026-01-02" };
  const phase = { id: "design", project_id: "clinic", name: "Design" };
  return completeRecords({
    ...vendorRecords(),
    phases: [phase],
    invoices: [
      { ...invoice, id: "i-1", number: "INV-1", amount: "110.00" },
      { ...invoice, id: "i-2", number: "INV-2", amount: "220.00" },
    ],
    time_entries: [
      { ...entry, id: "t-1", phase_id: "design", hours: "7" },
      { ...entry, id: "t-2", phase_id: "design", hours: "4" },
    ],
  });
}

/** What a row says in a field of this name, wherever its vendor puts it. */
const said = ({ attributes, ...row }: LooseJson, field: string): unknown => ({ ...row, ...attributes })[field];

/** Of the one row that says so, this field is a list. */
const spoil = (field: string, value: unknown, spoilt: string) =>
  editRows((row) => {
    if (said(row, field) !== value) return row;
    const { attributes, ...rest } = row;
    return attributes ? { ...rest, attributes: { ...attributes, [spoilt]: [] } } : { ...rest, [spoilt]: [] };
  });

const faults: Record<VendorKind, { invoice: ReturnType<typeof spoil>; entry: ReturnType<typeof spoil> }> = {
  productive: { invoice: spoil("number", "INV-1", "amount_with_tax"), entry: spoil("time", 420, "time") },
  harvest: { invoice: spoil("number", "INV-1", "amount"), entry: spoil("hours", 7, "hours") },
};

/** No row of the listing of phases says what it has to. */
const lostPhases: Record<VendorKind, ReturnType<typeof editRows>> = {
  productive: editRows((row) => ({ ...row, attributes: { ...row.attributes, name: [] } })),
  harvest: editRows((row) => ({ ...row, budget: [] })),
};

describe.each(vendorKinds)("%s", (vendor) => {
  let firm: VendorFirm;
  let jane: Visitor;
  let bo: Visitor;
  beforeAll(async () => {
    const templates = { birch: "engineer" } as const;
    firm = await startVendorFirm({ vendor, psaDeadlineMs: 5_000, records: records(), templates });
    [jane, bo] = [firm.browse(), firm.browse()];
    await jane.signIn("jane@acme.example");
    await bo.signIn("bo@birch.example");
    await firm.app.check();
  }, 120_000);
  afterEach(() => firm.standIn.recover());
  afterAll(() => firm.stop());

  /** Both pages as they are read anew. */
  async function load() {
    firm.clock.advance(16 * MINUTE_MS);
    const [library, clinic] = [await jane.get(pathOf("acme", "library")), await bo.get(pathOf("birch", "clinic"))];
    expect([library.status, clinic.status]).toEqual([200, 200]);
    await firm.app.background.idle();
    return { library: library.text.replaceAll("\u00a0", " "), clinic: clinic.text.replaceAll("\u00a0", " ") };
  }

  const pathOf = (portal: string, project: string) =>
    `/${portal}/projects/${firm.standIn.theirIdOf("project", project)}`;

  async function healthNow() {
    const health = await inFirmRead(firm.database.db, firm.firm.id, findHealth);
    invariant(health, "the connection was checked");
    return { ...health, said: explainHealth(health, "en-GB") };
  }

  /** Until the firm's health has changed to this state. */
  async function loadUntil(state: string) {
    await load();
    await load();
    expect(await healthNow()).toMatchObject({ state });
  }

  test("with every row, both pages add up", async () => {
    const { library, clinic } = await load();
    expect(library).toContain("2 invoices open");
    expect(library).toContain("US$330.00");
    expect(clinic).toContain("11 h worked");
  });

  test("a row that comes twice counts once, and nothing is wrong", async () => {
    firm.standIn.fail(editRows((row) => [row, row]));
    const { library, clinic } = await load();
    expect(library).toContain("2 invoices open");
    expect(library).toContain("US$330.00");
    expect(clinic).toContain("11 h worked");
    await firm.app.check();
    expect(await healthNow()).toMatchObject({ state: "green", detail: null });
  });

  test("an invoice that cannot be read: the others are listed without totals or a file, and the firm is told which it is", async () => {
    firm.standIn.fail(faults[vendor].invoice, { path: /invoices$/ });
    const { library, clinic } = await load();
    expect(library).toContain(UNREAD_INVOICES);
    expect(library).toContain("INV-2");
    expect(library).not.toMatch(/INV-1|invoices? open|invoices\.csv|Total</);
    expect((await jane.get(`${pathOf("acme", "library")}/invoices.csv`)).status).not.toBe(200);
    expect((await jane.get("/acme/invoices.csv")).status).toBe(404);
    expect(clinic).toContain("11 h worked");
    expect(clinic).not.toContain("left out");
    await loadUntil("amber");
    const { detail, said: words } = await healthNow();
    expect(detail).toMatch(/invoices.* \d+.*: .*amount/);
    expect(`${words.reason} ${words.remedy}`).toContain("Correct the record that is named here in the PSA");
    firm.standIn.recover();
    expect((await load()).library).toContain("US$330.00");
    await loadUntil("green");
  }, 60_000);

  test("an hour that cannot be read: the project has no hours, and the firm is told which it is", async () => {
    firm.standIn.fail(faults[vendor].entry, { path: /time_entries$/ });
    const { library, clinic } = await load();
    expect(clinic).toContain("Hours are left out for now");
    expect(clinic).toContain("It comes back once Vendor Firm has seen to it.");
    expect(clinic).not.toMatch(/\d h\b|hours\.csv/);
    expect(library).toContain("US$330.00");
    expect(library).not.toContain("left out");
    await loadUntil("amber");
    expect((await healthNow()).detail).toMatch(/time_entries.* \d+.*: .*(time|hours)/);
    firm.standIn.recover();
    expect((await load()).clinic).toContain("11 h worked");
    await loadUntil("green");
  }, 60_000);

  test("a phase that cannot be read: its list says so, counts nothing and goes into no file, and the firm is told which it is", async () => {
    firm.standIn.fail(lostPhases[vendor], { path: /(services|task_assignments)$/ });
    const { library, clinic } = await load();
    expect(clinic).toContain("Not all phases could be read, so some may be missing here.");
    expect(clinic).not.toMatch(/Phases: \d|phases\.csv|No projects/);
    expect((await bo.get(`${pathOf("birch", "clinic")}/phases.csv`)).status).not.toBe(200);
    expect(library).toContain("US$330.00");
    await loadUntil("amber");
    expect((await healthNow()).detail).toMatch(/(services|task_assignments).* \d+.*: .*(name|budget)/);
    firm.standIn.recover();
    expect((await load()).clinic).toContain("Phases: ");
    await loadUntil("green");
  }, 60_000);

  test(`no page names ${vendorNames[vendor]}, the record, or what stands in it`, async () => {
    firm.standIn.fail(faults[vendor].invoice, { path: /invoices$/ });
    firm.standIn.fail(faults[vendor].entry, { path: /time_entries$/ });
    const { library, clinic } = await load();
    for (const page of [library, clinic]) expect(page).not.toMatch(/Productive|Harvest|\brecord\b|amount_with_tax|PSA/);
  });
});
