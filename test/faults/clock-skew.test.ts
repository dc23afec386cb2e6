// Harvest is asked what changed since a moment, in an account that is too big to be read whole for each load. Whatever its clock says, and
// ours, a new contact gets in on the first load.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { shiftClock } from "../../demo/stand-ins/faults.ts";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import { wordsOf } from "../support/page.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** More than one page of a listing, which would be read whole. */
const OTHERS = 2_001;
/** Whoever comes again sooner waits for their turn. */
const COMES_EVERY_MS = 5_000;

let firm: VendorFirm;
beforeAll(async () => {
  firm = await startVendorFirm({ vendor: "harvest", psaDeadlineMs: 5_000, records: withContacts([]) });
}, 120_000);
afterEach(() => firm.standIn.recover());
afterAll(() => firm.stop());

/** Beside many of Birch's, these are Acme's. */
function withContacts(names: string[]): FirmRecords {
  const { contacts, ...records } = vendorRecords();
  const others = Array.from({ length: OTHERS }, (_, at) => ({ name: `b${at}`, company_id: "birch" }));
  const added = names.map((name) => ({ name, company_id: "acme" }));
  const made = [...others, ...added].map((one) => ({ ...one, id: one.name, email: emailOf(one.name) }));
  return completeRecords({ ...records, contacts: [...contacts, ...made] });
}

const names: string[] = [];

const emailOf = (name: string) => `${name}@people.example`;

test.each([
  ["as ours", 0],
  ["a day fast", DAY_MS],
  ["a year slow", -365 * DAY_MS],
])(
  "its clock is %s",
  async (said, skewMs) => {
    firm.standIn.fail(shiftClock(firm.clock.now().getTime() - Date.now() + skewMs));
    // Longer than what was read under another clock counts.
    firm.clock.advance(16 * MINUTE_MS);
    await firm.app.check();
    const [known, added] = [firm.browse(), firm.browse()];
    await known.signIn("jane@acme.example");
    firm.clock.advance(COMES_EVERY_MS);
    expect((await known.get("/acme")).text).toContain("Library renewal");
    const name = `new-${said.replaceAll(" ", "-")}`;
    names.push(name);
    firm.standIn.setRecords(withContacts(names));
    const before = firm.standIn.requests.length;
    await added.signIn(emailOf(name));
    firm.clock.advance(COMES_EVERY_MS);
    expect(wordsOf(await added.get("/acme"))).toContain("Library renewal");
    const asked = firm.standIn.requests.slice(before).filter(({ path }) => path.endsWith("/contacts"));
    expect(asked.some(({ query }) => query.updated_since)).toBe(true);
    expect(asked.filter(({ query }) => !query.updated_since && !query.client_id)).toEqual([]);
    await firm.app.check();
    expect(await inFirmRead(firm.database.db, firm.firm.id, findHealth)).toMatchObject({ state: "green", cause: null });
  },
  60_000,
);
