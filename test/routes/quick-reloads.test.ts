// One person who reloads without end uses up neither their own firm's calls nor another's, and is answered themselves.
import { setTimeout as passed } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Email } from "../../src/domain/email.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { openSession } from "../support/open-session.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

const RELOADS = 26;

describe.each(vendorKinds)("%s", (vendor) => {
  async function start(hasRealBudget: boolean): Promise<VendorFirm> {
    const firm = await startVendorFirm({ vendor, psaDeadlineMs: 10_000, records: vendorRecords(), hasRealBudget });
    onTestFinished(() => firm.stop());
    return firm;
  }

  test("26 quick reloads share few answers, each asked for after they came, and leave another client their page", async () => {
    const firm = await start(true);
    const [jane, bo] = [await come(firm, "jane@acme.example"), await come(firm, "bo@birch.example")];
    expect((await jane.get("/acme")).status).toBe(200);
    const before = firm.standIn.requests.length;
    const reloads = [];
    for (let nth = 0; nth < RELOADS; nth++) {
      reloads.push(jane.get("/acme"));
      await passed(50);
    }
    const statuses = (await Promise.all(reloads)).map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 200));
    const calls = firm.standIn.requests.slice(before).map(({ path }) => path);
    expect(calls.filter((path) => /\/(people|contacts)$/.test(path)).length).toBeLessThan(RELOADS / 2);
    expect(calls.some((path) => path.endsWith("/projects"))).toBe(false);
    expect((await bo.get("/birch")).status).toBe(200);
  }, 120_000);

  test("who was let in before and is no contact any more is refused at the very reload that waited for its turn", async () => {
    const firm = await start(false);
    const jane = await come(firm, "jane@acme.example");
    for (let nth = 0; nth < 4; nth++) await jane.get("/acme");
    const records = vendorRecords();
    firm.standIn.setRecords({ ...records, contacts: records.contacts.filter(({ id }) => id !== "jane") });
    expect((await jane.get("/acme")).status).toBe(403);
  }, 120_000);
});

async function come(firm: VendorFirm, email: string): Promise<Visitor> {
  const visitor = firm.browse();
  await openSession(firm, firm.firm, { visitor, email: email as Email });
  return visitor;
}
