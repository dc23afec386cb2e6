import { describe, expect, test } from "vitest";
import { company, contact, email, firm, now, portalOf, project } from "../access/scenarios/people.ts";
import type { Drift, WatchRun } from "../data/queries/watch.ts";
import { templateBlocks } from "../domain/template-shape.ts";
import { compareLooks, type KnownBefore } from "./compare-looks.ts";
import type { PreflightInput } from "./preflight.ts";

const acme = portalOf("acme");
const [hourAgo, dayAgo] = [new Date(now.getTime() - 3_600_000), new Date(now.getTime() - 86_400_000)];
const answeredRun: WatchRun = {
  startedAt: hourAgo,
  finishedAt: hourAgo,
  contacts: 10,
  companies: 1,
  contactsBefore: null,
};
const nothing: KnownBefore = { run: null, isSeenLess: false, watched: [], lastAccess: [], open: [] };
const revoked = { trouble: { kind: "trouble", cause: "psa.token_revoked", detail: "401" } } as const;
const down = { trouble: { kind: "trouble", cause: "psa.down", detail: "no answer" } } as const;

function told(change: Partial<Drift>): Drift {
  return {
    ...{ id: "d-1", kind: "psa_trouble", cause: "psa.down", email: null, portalId: null, reason: "", projectsLost: 0 },
    ...{ reasons: null, foundAt: hourAgo, endedAt: null },
    ...change,
  };
}

/** Ten people of Acme; the first `archived` of them are archived. */
function answer(archived = 0, changed: Partial<PreflightInput> = {}): PreflightInput {
  const contacts = Array.from({ length: 10 }, (_, n) =>
    contact(`k-${n}`, [`p${n}@acme.example`], ["acme"], n < archived),
  );
  return {
    ...{ now, firm, psaKind: "csv", portals: [acme], aliases: [], limits: [], teamEmails: new Set() },
    directory: { value: { contacts, companies: [company("acme")] }, gaps: [], readAt: now },
    projects: { value: [project("p-1", "acme")], gaps: [], readAt: now },
    templates: templateBlocks,
    switches: [],
    ownSwitches: [],
    ...changed,
  };
}

const visits = Array.from({ length: 10 }, (_, n) => ({
  ...{ email: email(`p${n}@acme.example`), portalId: acme.id, at: dayAgo, projects: 1 },
}));
const gap = { place: "contacts.csv, line 3", message: "cut" };

describe("a PSA that gives no answer", () => {
  test("a key that is refused is told at once, even at the first look", () => {
    expect(compareLooks(nothing, revoked, "en-GB")).toMatchObject({
      found: [{ kind: "psa_trouble", cause: "psa.token_revoked" }],
      run: null,
    });
  });

  test("silence is told at the second look in a row, and not again", () => {
    const silent = { ...answeredRun, startedAt: now };
    expect(compareLooks({ ...nothing, run: answeredRun }, down, "en-GB").found).toEqual([]);
    expect(compareLooks({ ...nothing, run: silent }, down, "en-GB").found).toHaveLength(1);
    expect(compareLooks({ ...nothing, run: silent, open: [told({})] }, down, "en-GB").found).toEqual([]);
  });

  test("silence that becomes a refused key is told as that, in place of the silence", () => {
    const result = compareLooks({ ...nothing, run: answeredRun, open: [told({})] }, revoked, "en-GB");
    expect(result).toMatchObject({ found: [{ cause: "psa.token_revoked" }], endedIds: ["d-1"] });
  });

  test("projects that cannot be read end nobody's access", () => {
    const known = { ...nothing, run: answeredRun, lastAccess: visits };
    expect(compareLooks(known, answer(0, { projects: down.trouble }), "en-GB")).toMatchObject({
      found: [],
      watched: [],
    });
  });
});

describe("how much it shows", () => {
  test("four people less are four findings, not a PSA that shows less", () => {
    const { found } = compareLooks({ ...nothing, run: answeredRun, lastAccess: visits }, answer(4), "en-GB");
    expect(found.map(({ cause }) => cause)).toEqual(Array(4).fill("who.inactive"));
  });

  test("half of all at once is one finding, and everybody stays as they were", () => {
    const { found, watched, run } = compareLooks(
      { ...nothing, run: answeredRun, lastAccess: visits },
      answer(5),
      "en-GB",
    );
    expect(found.map(({ kind }) => kind)).toEqual(["psa_sees_less"]);
    expect(watched.every(({ outcome }) => outcome === "granted")).toBe(true);
    expect(run).toMatchObject({ contacts: 5, contactsBefore: 10 });
  });

  test("after the firm has said that it is meant, each person is named", () => {
    const put = { ...answeredRun, contacts: null };
    expect(compareLooks({ ...nothing, run: put, lastAccess: visits }, answer(5), "en-GB").found).toHaveLength(5);
  });

  test("while the check of the connection misses known people, nobody is named, and everybody stays as they were", () => {
    const known = { ...nothing, run: answeredRun, lastAccess: visits };
    const { found, watched } = compareLooks({ ...known, isSeenLess: true }, answer(2), "en-GB");
    expect(found).toEqual([]);
    expect(watched.every(({ outcome }) => outcome === "granted")).toBe(true);
    const open = [told({ kind: "psa_sees_less", cause: "psa.token_sees_less" })];
    expect(compareLooks({ ...known, isSeenLess: true, open }, answer(), "en-GB").endedIds).toHaveLength(1);
  });

  test("with rows that cannot be read nothing is counted, and what was told of the PSA stands", () => {
    const input = answer(5);
    const partial = { ...input, directory: { ...input.directory, gaps: [gap] } };
    const known = { ...nothing, run: { ...answeredRun, contacts: 5, contactsBefore: 10 }, lastAccess: visits };
    const open = [told({ kind: "psa_sees_less", cause: "psa.token_sees_less" })];
    expect(compareLooks({ ...known, open }, partial, "en-GB")).toMatchObject({
      found: [],
      endedIds: [],
      run: { contactsBefore: 10 },
    });
  });
});

test("who came since the last look and cannot be judged now is not forgotten", () => {
  const paused = { ...acme, state: "paused" as const };
  const { watched, found } = compareLooks(
    { ...nothing, run: answeredRun, lastAccess: visits.slice(0, 1) },
    answer(1, { portals: [paused] }),
    "en-GB",
  );
  expect(found).toEqual([]);
  expect(watched).toEqual([
    { email: "p0@acme.example", portalId: acme.id, outcome: "granted", cause: null, projects: 1 },
  ]);
});
