// Many contacts of one company who load one after the other within a second, as after a mail to all of them: how often the vendor
// is asked for it, counted where it is asked, and whether all get their page out of what the vendor is asked for at most.
import { setTimeout as passed } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import type { Email } from "../../src/domain/email.ts";
import type { VendorKind } from "../../src/domain/psa-connection.ts";
import { openSession } from "../support/open-session.ts";
import { startVendorFirm, type VendorFirm } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

const SPREAD_MS = 1_000;
const CALLS_MAX = 0.1;
/** Two at once and one for each half second, as `email-batches.test.ts` counts them on a clock of its own. */
const questionsIn = (ms: number) => 2 + Math.ceil(ms / 500);

/** With Harvest a question is two calls, the contacts and the client; `others`: contacts of other companies. */
const firms: { name: string; vendor: VendorKind; people: number; others: number; callsOfQuestion: number }[] = [
  { name: "productive", vendor: "productive", people: 40, others: 10, callsOfQuestion: 1 },
  { name: "harvest, few contacts", vendor: "harvest", people: 80, others: 10, callsOfQuestion: 2 },
  { name: "harvest, more than are read whole", vendor: "harvest", people: 80, others: 200, callsOfQuestion: 2 },
];

describe.each(firms)("$name", ({ vendor, people, others, callsOfQuestion }) => {
  let firm: VendorFirm;
  let visitors: Visitor[];
  beforeAll(async () => {
    const records = firmRecords(people, others);
    firm = await startVendorFirm({ vendor, psaDeadlineMs: 20_000, records, hasRealBudget: true });
    firm.clock.go();
    visitors = [];
    for (let nth = 0; nth < people; nth++) {
      const visitor = firm.browse();
      await openSession(firm, firm.firm, { visitor, email: emailOf(nth) });
      visitors.push(visitor);
    }
  }, 120_000);
  afterAll(() => firm.stop());

  test.each([0, 50, 150, 300, 600])(
    "a tenth of a call each, and everybody has their page: answers after %i ms",
    async (delayMs) => {
      await firm.forgetCalls();
      await visitors[0]?.get("/acme");
      await firm.app.background.idle();
      firm.clock.advance(10_000);
      firm.standIn.delayBy(delayMs);
      const times: number[] = [];
      firm.standIn.fail(({ answer }) => {
        times.push(performance.now());
        return answer();
      });
      const pages = await Promise.all(
        visitors.map(async (visitor, nth) => {
          await passed((nth * SPREAD_MS) / people);
          return visitor.get("/acme");
        }),
      );
      firm.standIn.recover();
      const calls = times.length;
      const spreadMs = Math.max(...times) - Math.min(...times);
      process.stdout.write(
        `${vendor}, ${people} people within ${Math.round(spreadMs)} ms, answers after ${delayMs} ms: ${calls} calls\n`,
      );
      expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
      // Where a busy machine let them come over a longer time, there are more questions.
      expect(calls).toBeLessThanOrEqual(callsOfQuestion * questionsIn(Math.max(spreadMs, SPREAD_MS)));
      const withinTheSecond = times.filter((at) => at - Math.min(...times) < SPREAD_MS);
      expect(withinTheSecond.length / people).toBeLessThanOrEqual(CALLS_MAX);
    },
    120_000,
  );
});

function firmRecords(people: number, others: number): FirmRecords {
  const contact = (email: Email, company_id: string) => ({ id: email, name: email, email, company_id });
  return completeRecords({
    companies: ["acme", "birch"].map((id) => ({ id, name: `${id} Ltd` })),
    contacts: [
      ...Array.from({ length: people }, (_, nth) => contact(emailOf(nth), "acme")),
      ...Array.from({ length: others }, (_, nth) => contact(`other-${nth}@birch.example` as Email, "birch")),
    ],
    people: [{ id: "nora", name: "Nora Quist", email: "nora@firm.example" }],
    // An only one would open directly, for a further question.
    projects: ["library", "clinic"].map((id) => ({ id, name: id, company_id: "acme", status: "active" })),
  });
}

function emailOf(nth: number): Email {
  return `person-${nth}@acme.example` as Email;
}
