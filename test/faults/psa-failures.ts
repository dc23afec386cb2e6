// What can go wrong with a vendor's answers, by name; and three people at one door, to see what each of them is told then.
import { expect } from "vitest";
import {
  answerHtml,
  answerStatus,
  cutBody,
  dripBody,
  editJson,
  type Fault,
  type LooseJson,
  neverAnswer,
  redirectTo,
  sendHugeBody,
} from "../../demo/stand-ins/faults.ts";
import * as harvest from "../../demo/stand-ins/harvest/page-faults.ts";
import * as productive from "../../demo/stand-ins/productive/page-faults.ts";
import type { FirmRecords } from "../../demo/stand-ins/records.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { type ConnectionHealth, findHealth } from "../../src/data/queries/health.ts";
import type { VendorKind } from "../../src/domain/psa-connection.ts";
import { decisionBehind } from "../support/decisions.ts";
import { headingOf } from "../support/page.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

/** Longer than the program keeps figures, so that the work is read anew. */
const FIGURES_GONE_MS = 16 * 60_000;
/** So often a connection is checked. */
const CHECK_DUE_MS = 5 * 60_000;
/** The vendor is back, and whatever was kept of its trouble would still be kept. */
export const BACK_MS = 1_000;
/** The same where records could not be understood: whoever was closed out by them asks again this soon. */
export const MENDED_MS = 5_000;

export type AtTheDoor = { member: Answer; other: Answer; unknown: Answer };

export type Stage = {
  firm: VendorFirm;
  jane: Visitor;
  stranger: Visitor;
  /** The member's portal, loaded at once by its member, by another company's contact and by a stranger, when figures are gone or `afterMs`. */
  loadAll: (afterMs?: number) => Promise<AtTheDoor>;
  /** The same one after the other, so that the PSA is asked about each alone. */
  loadEach: (afterMs?: number) => Promise<AtTheDoor>;
  /** The member's projects are there, on this very load, and nobody else sees them. */
  expectRecovered: (load?: () => Promise<AtTheDoor>) => Promise<void>;
  /** They are told no more than that it cannot be told, and the firm is told why. */
  expectCannotTell: (pages: Answer[], cause: string) => Promise<void>;
  /**
   * How the connection is, once what the pages reported is settled and, unless `isByPages`, it was checked: what cannot be
   * understood may be about one person, so pages report only the rest.
   */
  readHealth: (isByPages: boolean) => Promise<ConnectionHealth | null>;
};

/** Three seconds are the whole patience of a page here, unless a test says otherwise. The connection has been found green once. */
export async function startStage(
  vendor: VendorKind,
  psaDeadlineMs = 3_000,
  records: FirmRecords = vendorRecords(),
): Promise<Stage> {
  const firm = await startVendorFirm({ vendor, psaDeadlineMs, records });
  const [jane, bo, stranger] = [firm.browse(), firm.browse(), firm.browse()];
  await jane.signIn("jane@acme.example");
  await bo.signIn("bo@birch.example");
  await stranger.signIn("who@elsewhere.example");
  await firm.app.check();
  const loadAll = async (afterMs = FIGURES_GONE_MS) => {
    firm.clock.advance(afterMs);
    const [member, other, unknown] = await Promise.all([jane.get("/acme"), bo.get("/acme"), stranger.get("/acme")]);
    return { member, other, unknown };
  };
  const loadEach = async (afterMs = FIGURES_GONE_MS) => {
    firm.clock.advance(afterMs);
    // So far apart no question waits for another.
    const load = (visitor: Visitor) => {
      firm.clock.advance(2_000);
      return visitor.get("/acme");
    };
    return { member: await load(jane), other: await load(bo), unknown: await load(stranger) };
  };
  return {
    ...{ firm, jane, stranger, loadAll, loadEach },
    expectCannotTell: async (pages, cause) => {
      for (const page of pages) await expectCannotTell(firm, page, cause);
    },
    readHealth: async (isByPages) => {
      await firm.app.background.idle();
      if (!isByPages) {
        firm.clock.advance(CHECK_DUE_MS);
        await firm.app.check();
      }
      return inFirmRead(firm.database.db, firm.firm.id, findHealth);
    },
    expectRecovered: async (load = loadAll) => {
      const { member, other, unknown } = await load();
      expect(member.status).toBe(200);
      expect(member.text).toContain("Library renewal");
      for (const page of [other, unknown]) {
        expect(page.status).toBe(403);
        expect(page.text).not.toContain("Library renewal");
      }
    },
  };
}

async function expectCannotTell(firm: VendorFirm, page: Answer, cause: string): Promise<void> {
  const { status } = page;
  expect({ status, heading: headingOf(page) }).toEqual({ status: 503, heading: "We can’t tell right now" });
  expect(page.text).not.toMatch(/No projects|Library renewal|Clinic fit-out|a-token|Productive|Harvest|127\.0\.0\.1/);
  const stored = await decisionBehind(firm, firm, page);
  expect(stored).toMatchObject({ outcome: "unavailable", cause });
}

/** Changes every row of a listing, or puts several in its place; what is no listing stays as it is. */
export function editRows(edit: (row: LooseJson) => LooseJson | LooseJson[]): Fault {
  return editJson((json, url) => {
    const name = rowsIn(json, url);
    return name === null ? json : { ...json, [name]: json[name].flatMap(edit) };
  });
}

/** Under which name the rows of an answer stand: `data` with Productive, the collection's with Harvest. */
function rowsIn(json: LooseJson, url: URL): string | null {
  const names = ["data", url.pathname.split("/").at(-1) ?? ""];
  return names.find((name) => Array.isArray(json[name])) ?? null;
}

export const pageFaults = { productive, harvest };

/** With each, the cause that it is told by. Pages without end are in a file of their own: they take longer than a page here waits. */
export function failuresOf(vendor: VendorKind): [name: string, fault: Fault, cause: string][] {
  const { pageLoop, countTooMany } = pageFaults[vendor];
  const noRows = editJson((json, url) => ({ ...json, [rowsIn(json, url) ?? ""]: "none" }));
  return [
    ["silence", neverAnswer(), "psa.down"],
    ["a slow drip", dripBody(300), "psa.down"],
    ["a cut in the middle", cutBody(), "psa.down"],
    ["HTML in place of JSON", answerHtml(), "psa.bad_answer"],
    ["HTML with 503", answerHtml(503), "psa.down"],
    ["nothing at all", answerStatus(200), "psa.bad_answer"],
    ["JSON of another shape", editJson(() => ["what"]), "psa.bad_answer"],
    ["rows that are no rows", noRows, "psa.bad_answer"],
    ["a page that leads back to itself", pageLoop(), "psa.partial"],
    ["a count above what came", countTooMany(), "psa.partial"],
    ["a way to elsewhere", redirectTo("http://127.0.0.1:1/"), "psa.bad_answer"],
    ["401", answerStatus(401), "psa.token_revoked"],
    ["403", answerStatus(403), "psa.wrong_org"],
    ["404 on the collection", answerStatus(404), "psa.bad_answer"],
    ["409", answerStatus(409), "psa.bad_answer"],
    ["429 with a header", answerStatus(429, "", { "retry-after": "1" }), "psa.rate_limited"],
    ["429 without one", answerStatus(429), "psa.rate_limited"],
    ["500", answerStatus(500), "psa.down"],
    ["503", answerStatus(503), "psa.down"],
    ["a body of 50 MB", sendHugeBody(), "psa.bad_answer"],
  ];
}
