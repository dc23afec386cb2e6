// The health of a connection to a vendor, for an hour of one trouble: what clients really see, how it stands, and that the admins
// hear of it once, and once of its end.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerStatus, editJson, type Fault, type LooseJson } from "../../demo/stand-ins/faults.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { wordsOf } from "../support/page.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

const MINUTE_MS = 60_000;
const ROUNDS = 12;
/** One for a person or two, one for projects, four for the token and its rights. */
const CALLS_OF_A_CHECK_MAX = 7;

const noRows = editJson((json: LooseJson) =>
  "data" in json
    ? { ...json, data: [], meta: { ...json.meta, total_count: 0 } }
    : { ...json, ...("contacts" in json && { contacts: [], total_entries: 0 }) },
);

/** What goes wrong, at which address of each vendor; what Jane's page answers meanwhile; how it stands; what the firm reads. */
type Trouble = {
  fault: Record<(typeof vendorKinds)[number], [Fault, RegExp?]>;
  page: number;
  stands: { state: string; cause: string; source: string };
  says: RegExp;
};

const troubles: Record<string, Trouble> = {
  "nothing is answered": {
    fault: { productive: [answerStatus(503)], harvest: [answerStatus(503)] },
    page: 503,
    stands: { state: "red", cause: "psa.down", source: "check.people" },
    says: /(Productive|Harvest) does not answer\. .* Clients read “We can’t tell right now”\..* What came back .*503/,
  },
  "projects alone": {
    fault: { productive: [answerStatus(500), /\/projects$/], harvest: [answerStatus(500), /\/projects$/] },
    page: 503,
    stands: { state: "red", cause: "psa.down", source: "check.projects" },
    says: /says who people are, but its projects cannot be read\. .* after that they read “We can’t tell right now”/,
  },
  "what no check asks": {
    fault: { productive: [answerStatus(500), /\/tasks$/], harvest: [answerStatus(500), /\/task_assignments$/] },
    page: 503,
    stands: { state: "amber", cause: "psa.down", source: "page.projects" },
    says: /The projects of Acme could not be read.* or “We can’t tell right now”\. All others see/,
  },
  "a token that has lost a right, and still reads": {
    fault: {
      productive: [answerStatus(403, "{}"), /\/organization_memberships$/],
      harvest: [editJson((json) => ({ ...json, access_roles: ["manager"] })), /\/users\/me$/],
    },
    page: 200,
    stands: { state: "amber", cause: "psa.wrong_org", source: "check.token" },
    says: /not give the token all the rights .* Pages are answered with what the token still shows\./,
  },
  "a token that suddenly sees nobody, where one client is known": {
    fault: { productive: [noRows, /\/people$/], harvest: [noRows, /\/contacts$/] },
    page: 403,
    stands: { state: "amber", cause: "psa.token_sees_less", source: "check.people" },
    says: /jane@acme\.example got in lately and is not found .* taken out of (Productive|Harvest), or the token suddenly sees less\./,
  },
};

describe.each(vendorKinds)("%s", (vendor) => {
  let firm: VendorFirm;
  let jane: Visitor;
  beforeEach(async () => {
    firm = await startVendorFirm({ vendor, psaDeadlineMs: 5_000, records: vendorRecords() });
    jane = firm.browse();
    await jane.signIn("jane@acme.example");
    await firm.app.check();
    // What was read of the projects is too old to be shown.
    firm.clock.advance(16 * MINUTE_MS);
  });
  afterEach(() => firm.stop());

  const health = () => inFirmRead(firm.database.db, firm.firm.id, findHealth);
  const subjects = () =>
    firm.mailbox
      .list()
      .filter(({ subject }) => subject.startsWith("Client portals: "))
      .map(({ subject }) => subject.replace(/^Client portals: (the connection to (the PSA|Productive|Harvest) )?/, ""));

  async function loadAndCheck(): Promise<number> {
    firm.clock.advance(5 * MINUTE_MS);
    const { status } = await jane.get("/acme");
    await firm.app.background.idle();
    await firm.app.check();
    return status;
  }

  test.each(Object.entries(troubles))(
    "%s, for an hour: one mail, what clients see is what they see, and one mail of its end",
    async (_, { fault, page, stands, says }) => {
      const canary = (await health())?.canary;
      const [what, path] = fault[vendor];
      firm.standIn.fail(what, path ? { path } : {});
      for (let round = 1; round <= ROUNDS; round++) {
        const status = await loadAndCheck();
        const { state, mailedState } = (await health()) ?? {};
        expect({ round, status }).toEqual({ round, status: page });
        // What no check asks is news when a second page has met it.
        if (round > 1) expect(await health()).toMatchObject(stands);
        if (round > 3) expect({ state, mailedState }).toEqual({ state: stands.state, mailedState: stands.state });
      }
      expect(subjects()).toEqual([
        stands.state === "red" ? "your clients can’t be answered right now" : "needs a look",
      ]);
      expect((await health())?.canary).toEqual(canary);
      const office = firm.visitOffice();
      await office.signIn("nora@firm.example");
      expect(wordsOf(await office.get("/settings/connections"))).toMatch(says);

      firm.standIn.recover();
      for (let round = 1; round <= 4; round++) expect(await loadAndCheck()).toBe(200);
      expect(await health()).toMatchObject({ state: "green", cause: null, lastGoodAt: firm.clock.now() });
      expect(subjects().toReversed()).toEqual([
        stands.state === "red" ? "your clients can’t be answered right now" : "needs a look",
        "works again",
      ]);
    },
    120_000,
  );

  test("a check costs few calls, and stops at the first question that has no answer", async () => {
    const costOf = async () => {
      firm.clock.advance(5 * MINUTE_MS);
      const before = firm.standIn.requests.length;
      await firm.app.check();
      return firm.standIn.requests.slice(before).map(({ path }) => path);
    };
    const whole = await costOf();
    expect(whole.length).toBeLessThanOrEqual(CALLS_OF_A_CHECK_MAX);
    firm.standIn.fail(answerStatus(401), { path: /\/projects$/ });
    const withoutProjects = await costOf();
    expect(withoutProjects.at(-1)).toMatch(/\/projects$/);
    expect(withoutProjects.length).toBeLessThanOrEqual(3);
    firm.standIn.fail(answerStatus(401));
    const silent = await costOf();
    expect(silent.filter((path) => !whole.slice(0, 2).includes(path))).toEqual([]);
    expect(silent.length).toBeLessThanOrEqual(2);
  });

  test("the calls that are left are read when the page is shown", async () => {
    const office = firm.visitOffice();
    await office.signIn("nora@firm.example");
    const left = async () => {
      const [, count = ""] =
        /Calls left now ([\d,]+) in/.exec(wordsOf(await office.get("/settings/connections"))) ?? [];
      return Number(count.replaceAll(",", ""));
    };
    const before = await left();
    const asked = firm.standIn.requests.length;
    await jane.get("/acme");
    expect(before - (await left())).toBe(firm.standIn.requests.length - asked);
    expect(firm.standIn.requests.length).toBeGreaterThan(asked);
  });
});
