// How often a vendor is asked, counted where it is asked: over a working day, and when many come at once.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import type { Email } from "../../src/domain/email.ts";
import { type VendorKind, vendorKinds } from "../../src/domain/psa-connection.ts";
import { openSession } from "../support/open-session.ts";
import { holdTogether, listenToStatements, openConnections } from "../support/statements.ts";
import { startVendorFirm, type VendorFirm } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

const MINUTE_MS = 60_000;
const FIGURES_KEPT_MS = 15 * MINUTE_MS;
const COMPANIES = 15;
const PEOPLE_OF_EACH = 12;
const PROJECTS_OF_EACH = 6;
const AT_ONCE = 40;

/**
 * A firm of some 180 contacts, each of whom comes twice a month: sixteen a day by themselves, and fifteen more because two
 * clients got a mail about their project. Who comes by themselves opens the home page and three to six others, a quarter of a
 * minute to two minutes apart. Who follows a mail comes within the two hours after it, and reads a page or three.
 */
const SINGLE_VISITS = 16;
const MAILED = { companies: [3, 8], visits: [9, 6], withinMs: 120 * MINUTE_MS };

/**
 * The calls for each warm load, renewals of figures included. Harvest has to be asked about the contact and about the client
 * (docs/guides/harvest.md).
 */
const callsMax: Record<VendorKind, { overDay: number; atOnce: number }> = {
  productive: { overDay: 1.2, atOnce: 0.1 },
  harvest: { overDay: 2.2, atOnce: 0.1 },
};

describe.each(vendorKinds)("%s", (vendor) => {
  let firm: VendorFirm;
  const visitors = new Map<Email, Visitor>();
  beforeAll(async () => {
    const records = firmRecords();
    firm = await startVendorFirm({ vendor, psaDeadlineMs: 20_000, records, connectionsMax: AT_ONCE });
  }, 120_000);
  afterAll(() => firm.stop());

  async function visitorOf(email: Email): Promise<Visitor> {
    const visitor = visitors.get(email) ?? firm.browse();
    if (!visitors.has(email)) await openSession(firm, firm.firm, { visitor, email });
    visitors.set(email, visitor);
    return visitor;
  }

  /** One page of a person, with what is renewed behind it. */
  async function load({ company, person, project }: Omit<Load, "atMs">): Promise<void> {
    const visitor = await visitorOf(emailOf(company, person));
    const door = `/company-${company}`;
    const place =
      project === null ? "" : `/projects/${firm.standIn.theirIdOf("project", projectIdOf(company, project))}`;
    const { status } = await visitor.get(`${door}${place}`);
    expect({ status, path: `${door}${place}` }).toEqual({ status: 200, path: `${door}${place}` });
    await firm.app.background.idle();
  }

  test("a working day: the calls for each warm load, with the renewals behind the pages", async () => {
    const figuresReadAt = new Map<number, number>();
    const counted = { warmLoads: 0, warmCalls: 0, loads: 0, calls: 0, renewals: 0 };
    let nowMs = 0;
    for (const one of workingDay()) {
      firm.clock.advance(one.atMs - nowMs);
      nowMs = one.atMs;
      const before = firm.standIn.requests.length;
      await load(one);
      const asked = firm.standIn.requests.slice(before);
      const readAt = figuresReadAt.get(one.company);
      const isWarm = readAt !== undefined && nowMs - readAt < FIGURES_KEPT_MS;
      const isRead = asked.some(({ path }) => path.endsWith("/projects"));
      if (isRead) figuresReadAt.set(one.company, nowMs);
      counted.loads += 1;
      counted.calls += asked.length;
      if (!isWarm) continue;
      counted.warmLoads += 1;
      counted.warmCalls += asked.length;
      counted.renewals += Number(isRead);
    }
    const perWarmLoad = counted.warmCalls / counted.warmLoads;
    process.stdout.write(`${vendor}: ${perWarmLoad.toFixed(2)} calls for each warm load ${JSON.stringify(counted)}\n`);
    expect(counted.warmLoads).toBeGreaterThan(80);
    expect(counted.renewals).toBeGreaterThan(0);
    expect(perWarmLoad).toBeLessThanOrEqual(callsMax[vendor].overDay);
  }, 240_000);

  test(`${AT_ONCE} contacts of one company who load at once, after a mail to all of them`, async () => {
    const crowd = Array.from({ length: AT_ONCE }, (_, person) => emailOf(CROWDED, person));
    const loads = await Promise.all(crowd.map(visitorOf));
    await load({ company: CROWDED, person: 0, project: null });
    const statements = listenToStatements();
    try {
      await openConnections(firm.database.db.pool, AT_ONCE);
      const before = firm.standIn.requests.length;
      // No load goes on from its door until all have read theirs, so that they stand before the vendor together.
      const release = holdTogether(statements, AT_ONCE);
      const pages = await Promise.all(loads.map((visitor) => visitor.get(`/company-${CROWDED}`)));
      release();
      expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
      const calls = firm.standIn.requests.length - before;
      process.stdout.write(`${vendor}: ${calls} calls for ${AT_ONCE} loads at once\n`);
      expect(calls / AT_ONCE).toBeLessThanOrEqual(callsMax[vendor].atOnce);
    } finally {
      statements.stop();
    }
  }, 120_000);
});

type Load = { atMs: number; company: number; person: number; project: number | null };

/**
 * From eight to six, in the order of the clock; the same day in every run. Of days that are drawn so this is one in the middle:
 * three times a page is read whose figures are about to expire, as in the mean of forty.
 */
function workingDay(): Load[] {
  const draw = dice(31);
  const visits = Array.from({ length: SINGLE_VISITS }, () => ({
    ...{ startMs: draw(600) * MINUTE_MS, company: draw(COMPANIES), person: draw(PEOPLE_OF_EACH), pages: 4 + draw(4) },
  }));
  const ofMails = MAILED.companies.flatMap((company, nth) =>
    Array.from({ length: MAILED.visits[nth] ?? 0 }, (_, person) => {
      const startMs = (120 + nth * 240) * MINUTE_MS + draw(MAILED.withinMs);
      return { startMs, company, person, pages: 2 + draw(3) };
    }),
  );
  return [...visits, ...ofMails]
    .flatMap(({ startMs, company, person, pages }) => {
      let atMs = startMs;
      return Array.from({ length: pages }, (_, page): Load => {
        atMs += page === 0 ? 0 : 15_000 + draw(105_000);
        return { atMs, company, person, project: page === 0 ? null : draw(PROJECTS_OF_EACH) };
      });
    })
    .toSorted((one, other) => one.atMs - other.atMs);
}

/** Whole numbers below a bound, always the same ones. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Beside those of the day, the company whose people come at once. */
const CROWDED = COMPANIES;

function firmRecords(): FirmRecords {
  const companies = Array.from({ length: COMPANIES + 1 }, (_, company) => company);
  const peopleOf = (company: number) => (company === CROWDED ? AT_ONCE : PEOPLE_OF_EACH);
  return completeRecords({
    companies: companies.map((company) => ({ id: `c-${company}`, name: `Company ${company}` })),
    contacts: companies.flatMap((company) =>
      Array.from({ length: peopleOf(company) }, (_, person) => ({
        ...{ id: `k-${company}-${person}`, name: `Person ${person}`, company_id: `c-${company}` },
        email: emailOf(company, person),
      })),
    ),
    people: [{ id: "nora", name: "Nora Quist", email: "nora@firm.example" }],
    projects: companies.flatMap((company) =>
      Array.from({ length: PROJECTS_OF_EACH }, (_, project) => ({
        ...{ id: projectIdOf(company, project), name: `Project ${project}`, company_id: `c-${company}` },
        ...{ status: "active", manager_id: "nora" },
      })),
    ),
  });
}

function emailOf(company: number, person: number): Email {
  return `person-${person}@company-${company}.example` as Email;
}

function projectIdOf(company: number, project: number): string {
  return `p-${company}-${project}`;
}
