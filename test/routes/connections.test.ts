// Settings → Connections: a token is tried before it counts, is stored sealed, and never comes back; what is ended is ended at once.
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { findConnectionStatus } from "../../src/data/queries/connections.ts";
import { listPortals } from "../../src/data/queries/portals.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { allRows } from "../support/all-rows.ts";
import { auditCounts } from "../support/decisions.ts";
import { connectToGuarded, makeGuardedVendor } from "../support/guarded-vendor.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { asOwner } from "../support/test-database.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const PAGE = "/settings/connections";
const HARVEST = `${PAGE}/connect/harvest`;
const TOKEN = "1234.pt.CANARY-good";
const NEWER = "1234.pt.CANARY-newer";
const WRONG = "1234.pt.CANARY-wrong";
const OTHER = "1234.pt.CANARY-other";
const faults = [
  ["auth_expired", "does not accept this token"],
  ["forbidden", "does not let it read what belongs to this account id"],
  ["not_found", "finds nothing under this account id"],
  ["rate_limited", "takes no more questions"],
  ["unavailable", "does not answer"],
  ["invalid_response", "cannot read"],
  ["partial", "cannot read"],
] as const;

const vendor = makeGuardedVendor();
let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
/** Everything that was shown in the course of the tests. */
const shown: Answer[] = [];
const keep = async (answer: Promise<Answer>): Promise<Answer> => {
  shown.push(await answer);
  return answer;
};

beforeAll(async () => {
  firms = await startTwoFirms({ connect: connectToGuarded(vendor, () => firms) });
  vendor.dir = firms.north.csv.dir;
  const identity = { organisation: "Harbor & Finch", tokenOwner: "Maya Oduya" };
  for (const token of [TOKEN, NEWER]) vendor.tokens.set(token, { account: "12345", identity });
  vendor.tokens.set(OTHER, { account: "777", identity: { ...identity, organisation: "Other" } });
  for (const [code] of faults) vendor.faults.set(`1234.pt.CANARY-${code}`, code);
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
});
afterAll(() => firms.stop());

const stored = () => inFirmRead(firms.database.db, firms.north.firm.id, findConnectionStatus);
/** What a form carries along that was shown just now. */
const seen = async () => ({ connection: (await stored())?.id ?? "" });
const portalsOf = () => inFirmRead(firms.database.db, firms.north.firm.id, listPortals);
const home = async () => headingOf(await keep(jane.get("/acme-northmark")));
const actions = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([action]) => action.startsWith("connection.")));

describe("a folder", () => {
  test("is shown as what is connected, and a test says in words what it holds and what to mend", async () => {
    const page = await keep(admin.get(PAGE));
    expect(headingOf(page)).toBe("Connections");
    expect(wordsOf(page)).toContain("PSA: Connected");
    expect(page.text).not.toContain("Rotate token");
    const tested = wordsOf(await keep(admin.post(`${PAGE}/test`, await seen())));
    expect(tested).toContain("Read just now Everything could be read. Not supplied: Assignments");
    expect(tested).toMatch(/Companies 4 Contacts \d+ Projects \d+/);
    await firms.north.csv.write("phases.csv", [{ id: "ph-1", project_id: "p-gone", name: "x", order: "1" }]);
    const mended = wordsOf(await keep(admin.post(`${PAGE}/test`, await seen())));
    expect(mended).toContain("1 place to mend phases.csv, line 2");
    expect((await stored())?.lastGoodAt).toEqual(firms.clock.now());
  });

  test("without a file that is needed the test says that it could not read it, first of all, and the health says the same", async () => {
    const contacts = await readFile(join(firms.north.csv.dir, "contacts.csv"), "utf8");
    await firms.north.csv.remove("contacts.csv");
    firms.clock.advance(60_000);
    const tested = wordsOf(await keep(admin.post(`${PAGE}/test`, await seen())));
    await writeFile(join(firms.north.csv.dir, "contacts.csv"), contacts);
    const told = "contacts.csv is missing in the CSV folder. Put it there; without it nobody can be let in.";
    expect(tested).toContain(
      `PSA: Connected The test could not read something in the CSV folder ${told} 1 place to mend phases.csv`,
    );
    expect(tested).toContain("Red Something in the CSV folder cannot be read.");
    expect(tested).toContain(`What to do ${told}`);
    expect(tested).not.toMatch(/Read just now|Companies 4|does not answer/);
    firms.clock.advance(60_000);
    const mended = wordsOf(await keep(admin.post(`${PAGE}/test`, await seen())));
    expect(mended).toContain("PSA: Connected Read just now");
  });

  test("goes on being read while another one waits beside it for its review, and when that is given up", async () => {
    const review = await keep(admin.post(HARVEST, { account: "12345", token: TOKEN }));
    expect(headingOf(review)).toBe("Switch from CSV files to Harvest?");
    expect((await stored())?.kind).toBe("csv");
    expect(wordsOf(await keep(admin.get(PAGE)))).toMatch(/Another PSA waits for your review: Harvest, .*id 12345/);
    await keep(admin.post(`${PAGE}/review/keep`, {}));
    expect((await stored())?.kind).toBe("csv");
    expect(wordsOf(await keep(admin.get(PAGE)))).not.toContain("Another PSA waits");
  });

  test("has no token to rotate", async () => {
    expect((await admin.postOnly(`${PAGE}/token`, { token: TOKEN, ...(await seen()) })).location).toBe(PAGE);
    expect((await stored())?.credential).toBeNull();
  });

  test("is disconnected after a question that says what clients will see, and reconnected with one press", async () => {
    const asked = await keep(admin.get(`${PAGE}/disconnect`));
    expect(headingOf(asked)).toBe("Disconnect the CSV folder?");
    expect(wordsOf(asked)).toContain("whoever opens a portal reads that we can’t tell right now");
    expect(await home()).toContain("project under way");
    firms.clock.advance(1_000);
    expect(wordsOf(await keep(admin.post(`${PAGE}/disconnect`, await seen())))).toContain("PSA: Disconnected");
    expect(await home()).toBe("We can’t tell right now");
    for (const place of ["", "/preflight", "/diagnose?q=jane", "/watch"]) {
      const page = wordsOf(await keep(admin.get(`/settings/client-portals${place}`)));
      expect(page).toContain("Nothing is connected, so nothing can be read");
      expect(page).toContain("Connect your PSA at Settings → Connections");
      expect(page).not.toMatch(/It answered|again in a minute|Nobody has lost access|every 15 minutes/);
    }
    firms.clock.advance(1_000);
    expect(wordsOf(await keep(admin.post(`${PAGE}/reconnect`, await seen())))).toContain("PSA: Connected");
    expect(await home()).toContain("project under way");
  });

  test("that cannot be read stays disconnected", async () => {
    await admin.post(`${PAGE}/disconnect`, await seen());
    await asOwner(firms.database.ownerUrl, `UPDATE connection SET settings = '{"dir":"/nowhere"}' WHERE kind = 'csv'`);
    const page = await keep(admin.post(`${PAGE}/reconnect`, await seen()));
    expect([page.status, headingOf(page)]).toEqual([422, "The folder cannot be read"]);
    expect((await stored())?.isLive).toBe(false);
  });

  test("is connected by a command, which the page names for this firm", async () => {
    expect((await admin.get(PAGE)).text).toContain(
      "prolens connection add --firm north-studio --kind csv --dir FOLDER",
    );
  });
});

describe("a vendor", () => {
  test.each(faults)("that answers %s is told apart in words, and nothing is stored", async (code, words) => {
    const before = await stored();
    const page = await keep(admin.post(HARVEST, { account: "12345", token: `1234.pt.CANARY-${code}` }));
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain(words);
    expect(wordsOf(page)).toContain("Nothing was changed");
    expect(page.text).toMatch(/name="account"[^>]*value="12345"|value="12345"[^>]*name="account"/);
    expect(page.text).toMatch(/<input[^>]*type="password"[^>]*>/);
    expect(await stored()).toEqual(before);
  });

  test("names what the token sees where the account is another", async () => {
    const page = await keep(admin.post(HARVEST, { account: "999", token: TOKEN }));
    expect(wordsOf(page)).toContain("What came back: the token sees only Harbor & Finch");
  });

  test.each([
    [{ account: "harbor", token: TOKEN }, "Type the number, without letters."],
    [{ account: "12345", token: "two CANARY-pieces" }, "Paste the token whole."],
    [{}, "Paste the token whole."],
  ])("is not asked about what can be no token or no account (%#)", async (form, words) => {
    const before = await auditCounts(firms, firms.north);
    expect(wordsOf(await keep(admin.post(HARVEST, form)))).toContain(words);
    expect(await auditCounts(firms, firms.north)).toEqual(before);
  });

  test("that takes the token in place of a source that was disconnected waits for its review; then it is read from at once", async () => {
    const before = await portalsOf();
    expect(wordsOf(await keep(admin.get(HARVEST)))).toContain("Nothing changes before you have reviewed the switch");
    const review = await keep(admin.post(HARVEST, { account: "12345-harbor-finch", token: ` ${TOKEN}\n` }));
    expect(headingOf(review)).toBe("Switch from CSV files to Harvest?");
    expect(wordsOf(review)).toContain("CSV files is disconnected and is not asked.");
    expect(wordsOf(review)).toContain("3 portals keep their clients, none stays closed.");
    expect(await portalsOf()).toEqual(before);
    expect(await home()).toBe("We can’t tell right now");
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(review.text)?.[1] ?? "";
    await keep(admin.post(`${PAGE}/review`, { seen }));
    expect(await portalsOf()).toEqual(before);
    expect(await home()).toContain("project under way");
    const page = wordsOf(await keep(admin.get(PAGE)));
    expect(page).toContain("PSA: Connected");
    expect(page).toContain("Harbor & Finch, id 12345 Token of Maya Oduya");
  });

  test("that is connected already is not connected beside itself", async () => {
    const before = await stored();
    const page = await keep(admin.post(HARVEST, { account: "12345", token: TOKEN }));
    expect([page.status, headingOf(page)]).toEqual([422, "This account is connected already"]);
    expect(await stored()).toEqual(before);
  });

  test("keeps its token when a new one is wrong, and has the new one when it is right", async () => {
    const before = (await stored())?.credential;
    const refused = await keep(admin.post(`${PAGE}/token`, { token: WRONG, ...(await seen()) }));
    expect([refused.status, headingOf(refused)]).toEqual([422, "Rotate the token for Harvest"]);
    expect((await stored())?.credential).toEqual(before);
    expect(await home()).toContain("project under way");
    firms.clock.advance(1_000);
    expect(wordsOf(await keep(admin.post(`${PAGE}/token`, { token: NEWER, ...(await seen()) })))).toContain(
      "The new token is in use",
    );
    vendor.tokens.delete(TOKEN);
    expect((await stored())?.credential).not.toEqual(before);
    expect(await home()).toContain("project under way");
  });

  test("offers another token once, where the one it has is refused", async () => {
    const check = async () => {
      firms.clock.advance(5 * 60_000);
      await firms.app.check();
    };
    const known = vendor.tokens.get(NEWER);
    invariant(known, "it was put in by the test before");
    vendor.tokens.delete(NEWER);
    await check();
    const page = wordsOf(await keep(admin.get(PAGE)));
    vendor.tokens.set(NEWER, known);
    await check();
    expect(page).toContain("Clients read");
    expect(page).toContain("then press “Rotate token”");
    expect(page.replaceAll("“Rotate token”", "").split("Rotate token")).toHaveLength(2);
  });

  test("is neither tested, ended nor given a token by a form that was shown for another connection, and the page says so", async () => {
    const before = [await stored(), await auditCounts(firms, firms.north)];
    for (const connection of [randomUUID(), "", "no id"])
      for (const path of ["test", "disconnect", "token", "reconnect"]) {
        const page = wordsOf(await keep(admin.post(`${PAGE}/${path}`, { connection, token: OTHER })));
        expect(page).toContain("Nothing was done: somebody has changed the connection meanwhile.");
        expect(page).toContain("PSA: Connected");
      }
    expect(await admin.postOnly(`${PAGE}/test`, {})).toMatchObject({ status: 303, location: PAGE });
    expect([await stored(), await auditCounts(firms, firms.north)]).toEqual(before);
  });

  test("that is disconnected has no token left, its figures are forgotten, and a new token brings everything back", async () => {
    const portals = await portalsOf();
    await home();
    const { worksRead } = vendor;
    await home();
    expect(vendor.worksRead).toBe(worksRead);
    firms.clock.advance(1_000);
    await keep(admin.post(`${PAGE}/disconnect`, await seen()));
    expect(await stored()).toMatchObject({ isLive: false, credential: null });
    expect(await home()).toBe("We can’t tell right now");
    const again = await keep(admin.post(`${PAGE}/reconnect`, { token: WRONG, ...(await seen()) }));
    expect([again.status, (await stored())?.isLive]).toEqual([422, false]);
    firms.clock.advance(1_000);
    expect(wordsOf(await keep(admin.post(`${PAGE}/reconnect`, { token: NEWER, ...(await seen()) })))).toContain(
      "Everything is as it was before.",
    );
    expect(await home()).toContain("project under way");
    expect(vendor.worksRead).toBe(worksRead + 1);
    expect(await portalsOf()).toEqual(portals);
  });

  test("whose account is connected again brings everything back without a review; another account is reviewed", async () => {
    const portals = await portalsOf();
    await admin.post(`${PAGE}/disconnect`, await seen());
    firms.clock.advance(1_000);
    expect(wordsOf(await keep(admin.post(HARVEST, { account: "12345", token: NEWER })))).toContain(
      "Harvest is connected. Portals read from it from now on.",
    );
    expect(await portalsOf()).toEqual(portals);
    expect(await home()).toContain("project under way");
    await admin.post(`${PAGE}/disconnect`, await seen());
    const review = await keep(admin.post(HARVEST, { account: "777", token: OTHER }));
    expect(headingOf(review)).toBe("Switch from Harvest 12345 to Harvest 777?");
    expect(await home()).toBe("We can’t tell right now");
    expect(wordsOf(await keep(admin.get(PAGE)))).toMatch(/Another PSA waits for your review: Harvest, .*id 777/);
    await keep(admin.post(`${PAGE}/review/keep`, {}));
    firms.clock.advance(1_000);
    await keep(admin.post(`${PAGE}/reconnect`, { token: NEWER, ...(await seen()) }));
    expect(await home()).toContain("project under way");
    expect(await portalsOf()).toEqual(portals);
  });

  test("unknown has no form", async () => {
    for (const kind of ["csv", "other", "%00"]) expect((await admin.get(`${PAGE}/connect/${kind}`)).status).toBe(404);
  });
});

describe("what was done", () => {
  test("is written down step by step, without a secret", async () => {
    expect(actions(await auditCounts(firms, firms.north))).toEqual({
      "connection.add": 2,
      "connection.disconnect": 5,
      "connection.keep": 2,
      "connection.propose": 3,
      "connection.reconnect": 3,
      "connection.rotate_token": 1,
      "connection.switch": 1,
      "connection.test": 4,
      "connection.try_token": 20,
    });
  });

  test("has left no token in a page, a log line or the database", async () => {
    const rows = (await allRows(firms.database)).map(({ row }) => row);
    expect(shown.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.includes("sealed")).length).toBe(1);
    for (const text of [...shown.map(({ text }) => text), ...rows, JSON.stringify(firms.logLines)]) {
      expect(text).not.toContain("CANARY");
      expect(text).not.toContain(Buffer.from(NEWER).toString("base64").slice(0, 20));
    }
  });
});

describe("who may", () => {
  test("a member reads what is connected and changes nothing; a viewer does not come in", async () => {
    const before = await stored();
    const member = firms.visitOffice();
    await member.signIn(await addTeamUser(firms, firms.north, "member"));
    const page = await member.get(PAGE);
    expect(wordsOf(page)).toContain("Only an admin can change connections.");
    expect(page.text).not.toMatch(/\/settings\/connections\/(test|token|disconnect|reconnect|connect)/);
    for (const path of ["test", "token", "disconnect", "reconnect", "connect/harvest"]) {
      expect([path, (await member.post(`${PAGE}/${path}`, { account: "1", token: NEWER })).status]).toEqual([
        path,
        403,
      ]);
    }
    for (const path of ["token", "disconnect", "reconnect", "connect/harvest"]) {
      expect([path, (await member.get(`${PAGE}/${path}`)).status]).toEqual([path, 403]);
    }
    const viewer = firms.visitOffice();
    await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
    expect(headingOf(await viewer.get(PAGE))).toBe("Only members and admins can do this");
    expect(await stored()).toEqual(before);
  });

  test("nobody who is not signed in, and no other site’s page", async () => {
    const before = await stored();
    expect(headingOf(await firms.visitOffice().post(`${PAGE}/disconnect`, {}))).toBe("Sign in to your firm’s office");
    const foreign = await admin.postOnly(`${PAGE}/disconnect`, {}, { origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect(await stored()).toEqual(before);
  });
});
