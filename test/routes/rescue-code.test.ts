// A code that an admin reads out on the phone: for whom it is given, and where and how often it counts.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { audit } from "../../src/data/schema/tables.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { asOwner } from "../support/test-database.ts";
import { companiesOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const CODE_PATH = "/settings/client-portals/diagnose/code";
const MINUTE_MS = 60_000;
const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";

let firms: TwoFirms;
let admin: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
});
afterAll(() => firms.stop());

async function codeFor(email = JANE): Promise<string> {
  const page = await admin.post(CODE_PATH, { email });
  expect([page.status, headingOf(page)]).toEqual([200, `Read this code out to ${email}`]);
  return codeOn(page);
}

function codeOn(page: Answer): string {
  const [code] = /\d{4} \d{4}/.exec(wordsOf(page)) ?? [];
  if (code === undefined) throw new Error("the page shows no code");
  return code;
}

async function atCodeStep(email = JANE, firm = firms.north): Promise<Visitor> {
  const visitor = firms.visit(firm);
  await visitor.post("/sign-in", { email, next: HOME });
  return visitor;
}

const mistyped = (code: string) => code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));

describe("it is given", () => {
  test("for a contact whom the PSA confirms, shown once, grouped, with what to say", async () => {
    const page = await admin.post(CODE_PATH, { email: ` ${JANE.toUpperCase()} ` });
    expect(codeOn(page)).toMatch(/^\d{4} \d{4}$/);
    expect(wordsOf(page)).toContain(`First they type ${JANE} at their portal’s address.`);
    expect(wordsOf(page)).toContain("for 10 minutes");
    expect(page.headers.get("cache-control")).toContain("no-store");
  });

  test.each([
    ["no contact", "who@elsewhere.example", "no contact in the PSA carries"],
    ["an archived contact", "old@acme.north.example", "is archived in the PSA"],
    ["a contact without a company", "nobody@acme.north.example", "is linked to no company"],
    ["a contact of an archived company", "di@dune.north.example", "is archived in the PSA"],
    ["another firm’s contact", "jane@acme.south.example", "no contact in the PSA carries"],
  ])("not for %s, and says why", async (_, email, reason) => {
    const page = await admin.post(CODE_PATH, { email });
    expect([page.status, headingOf(page)]).toEqual([422, `No code for ${email}`]);
    expect(wordsOf(page)).toContain(reason);
    expect(wordsOf(page)).not.toMatch(/\d{4} \d{4}/);
    expect(await storedCodes(email)).toEqual([]);
  });

  test("not while the PSA does not answer", async () => {
    await firms.north.csv.remove("companies.csv");
    try {
      const page = await admin.post(CODE_PATH, { email: "bo@birch.north.example" });
      expect([page.status, headingOf(page)]).toEqual([503, "No code for bo@birch.north.example"]);
      expect(await storedCodes("bo@birch.north.example")).toEqual([]);
    } finally {
      await firms.north.csv.write("companies.csv", companiesOf("north"));
    }
  });

  test.each(["", "no email", `${"x".repeat(10_000)}@x.example`])("not for what is no email (%#)", async (email) => {
    const page = await admin.post(CODE_PATH, { email });
    expect([page.status, headingOf(page)]).toEqual([422, "This is not an email address"]);
  });

  test("by an admin alone", async () => {
    for (const role of ["viewer", "member"] as const) {
      const visitor = firms.visitOffice();
      await visitor.signIn(await addTeamUser(firms, firms.north, role));
      const page = await visitor.post(CODE_PATH, { email: JANE });
      expect([page.status, headingOf(page)]).toEqual([403, "Only an admin can do this"]);
    }
    const nobody = await firms.visitOffice().post(CODE_PATH, { email: JANE });
    expect(headingOf(nobody)).toBe("Sign in to your firm’s office");
    const client = firms.visit(firms.north);
    await client.signIn("bo@birch.north.example");
    expect((await client.post(CODE_PATH, { email: JANE })).status).toBe(404);
  });
});

describe("it counts", () => {
  test("at the code step for this email, with blanks as it was read out, once", async () => {
    const code = await codeFor();
    const visitor = await atCodeStep();
    expect((await visitor.post("/sign-in/code", { code: ` ${code} ` })).text).toContain("Library renewal NORTHMARK");
    const again = await atCodeStep();
    expect((await again.post("/sign-in/code", { code })).status).toBe(422);
    expect(await storedCodes(JANE)).toEqual([]);
  });

  test("for ten minutes", async () => {
    const code = await codeFor();
    firms.clock.advance(10 * MINUTE_MS);
    expect((await (await atCodeStep()).post("/sign-in/code", { code })).status).toBe(422);
    const next = await codeFor();
    firms.clock.advance(10 * MINUTE_MS - 1);
    expect((await (await atCodeStep()).post("/sign-in/code", { code: next })).status).toBe(200);
  });

  test("as long as no newer one was given for the same email", async () => {
    const [first, second] = [await codeFor(), await codeFor()];
    const visitor = await atCodeStep();
    expect((await visitor.post("/sign-in/code", { code: first })).status).toBe(422);
    expect((await visitor.post("/sign-in/code", { code: second })).status).toBe(200);
  });

  test("for nobody else, at no other firm, and not at the office", async () => {
    const code = await codeFor();
    for (const visitor of [await atCodeStep("bo@birch.north.example"), await atCodeStep(JANE, firms.south)])
      expect((await visitor.post("/sign-in/code", { code })).status).toBe(422);
    const office = firms.visitOffice();
    await office.post("/sign-in", { email: JANE });
    expect((await office.post("/sign-in/code", { code })).status).toBe(422);
    expect((await firms.visit(firms.north).post("/sign-in/code", { code })).status).toBe(400);
    expect((await (await atCodeStep()).post("/sign-in/code", { code })).status).toBe(200);
  });

  test("against the five tries, and a wrong one spends nothing", async () => {
    const code = await codeFor();
    const visitor = await atCodeStep();
    for (const left of [4, 3, 2, 1, 0]) {
      const page = await visitor.post("/sign-in/code", { code: mistyped(code) });
      expect(wordsOf(page)).toContain(left > 0 ? `${left} ${left === 1 ? "try" : "tries"} left` : "no tries left");
    }
    expect((await visitor.post("/sign-in/code", { code })).status).toBe(429);
    firms.clock.advance(MINUTE_MS);
    await visitor.post("/sign-in/resend", {});
    expect((await visitor.post("/sign-in/code", { code })).status).toBe(200);
  });

  test("once, when five browsers type it at the same moment", async () => {
    const email = "cy@cedar.north.example";
    const code = await codeFor(email);
    const browsers = await Promise.all(Array.from({ length: 5 }, () => atCodeStep(email)));
    await Promise.all(browsers.map((browser) => browser.postOnly("/sign-in/code", { code })));
    expect(browsers.filter((browser) => browser.cookies.has("prolens_portal"))).toHaveLength(1);
  });
});

test("who gave it to whom and that it was used is audited; the code itself is kept nowhere in clear", async () => {
  const email = "both@firms.north.example";
  const code = await codeFor(email);
  const plain = code.replace(" ", "");
  const [kept] = await storedCodes(email);
  expect(kept).toMatch(/^[\w-]{43}$/);
  await (await atCodeStep(email)).post("/sign-in/code", { code });
  const rows = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
    tx.select({ actor: audit.actor, action: audit.action, subject: audit.subject }).from(audit),
  );
  const theirs = rows.filter(({ action, subject }) => action.startsWith("rescue_code.") && subject.email === email);
  expect(theirs).toEqual([
    { actor: firms.north.admin, action: "rescue_code.issue", subject: { email } },
    { actor: email, action: "rescue_code.use", subject: { email, issuedBy: firms.north.admin } },
  ]);
  const said = JSON.stringify([rows, firms.logLines, firms.mailbox.list()]);
  for (const form of [code, plain]) expect(said).not.toContain(form);
});

async function storedCodes(email: string): Promise<string[]> {
  const rows = await asOwner<{ email: string; code_hash: string }>(
    firms.database.ownerUrl,
    "SELECT email, code_hash FROM rescue_code",
  );
  return rows.filter((row) => row.email === email).map((row) => row.code_hash);
}
