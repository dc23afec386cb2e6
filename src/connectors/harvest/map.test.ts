import { describe, expect, test } from "vitest";
import { mapContact, mapInvoice, mapProject, moneyOf } from "./map.ts";
import { contacts, invoices, projects } from "./wire.ts";

describe("an invoice", () => {
  const raw = {
    ...{ id: 5, client: { id: 7 }, number: "1001", amount: 288.9, due_amount: 88.9, state: "open", currency: "EUR" },
    ...{ issue_date: "2026-03-01", due_date: null, paid_date: null },
    line_items: [{ project: { id: 9 } }, { project: { id: 9 } }],
  };
  const map = (changed: object) => mapInvoice(invoices.schema.parse({ ...raw, ...changed }));

  test("is paid as far as it is no longer due, to the cent", () => {
    expect(map({})).toMatchObject({
      ...{ amount: { amount: "288.90", currency: "EUR" }, paid: { amount: "200.00", currency: "EUR" }, isPaid: false },
      ...{ projectId: "9", companyId: "7", issuedOn: "2026-03-01", dueOn: null },
    });
  });

  test("is the company's where its lines name several projects, or none", () => {
    expect(map({ line_items: [{ project: { id: 9 } }, { project: { id: 8 } }] })?.projectId).toBeNull();
    expect(map({ line_items: [{ project: null }, { project: { id: 9 } }] })?.projectId).toBeNull();
    expect(map({ line_items: [] })?.projectId).toBeNull();
  });

  test.each(["draft", "closed", "something new"])("that is %s is shown to nobody", (state) => {
    expect(map({ state })).toBeNull();
  });
});

test("a contact without a name is called by their email, and an email that is none is told apart", () => {
  const raw = { id: 1, client: { id: 7 }, first_name: " ", last_name: null, updated_at: "2026-03-01T10:00:00Z" };
  expect(mapContact(contacts.schema.parse({ ...raw, email: "dana@x.example" }))).toMatchObject({
    ...{ name: "dana@x.example", emails: ["dana@x.example"], unusableEmails: [], companyIds: ["7"], isArchived: false },
  });
  expect(mapContact(contacts.schema.parse({ ...raw, email: "dana at x" }))).toMatchObject({
    ...{ emails: [], unusableEmails: ["dana at x"] },
  });
});

test("a project has a fee where it is fixed, never its hourly budget", () => {
  const raw = { id: 9, client: { id: 7, currency: "EUR" }, name: "Quay", is_active: true, fee: 5000 };
  const feeOf = (changed: object) => mapProject(projects.schema.parse({ ...raw, ...changed }), null).fee;
  expect(feeOf({ is_fixed_fee: true })).toEqual({ amount: "5000.00", currency: "EUR" });
  expect([feeOf({ is_fixed_fee: false }), feeOf({ is_fixed_fee: true, client: { id: 7 } })]).toEqual([null, null]);
});

test("a row carries only what is used: no key of Harvest's client pages, no notes", () => {
  const raw = { id: 9, client: { id: 7 }, name: "Quay", is_active: true, notes: "internal", statement_key: "s3cret" };
  expect(JSON.stringify(projects.schema.parse(raw))).not.toMatch(/internal|s3cret/);
});

test("amounts have two decimals, and no sign where nothing is left", () => {
  expect([0.1 + 0.2, 1e6, 288.9 - 288.9].map((amount) => moneyOf(amount, "EUR").amount)).toEqual([
    ...["0.30", "1000000.00", "0.00"],
  ]);
});
