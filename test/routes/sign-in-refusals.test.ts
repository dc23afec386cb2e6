// A sign-in that stops at a portal: the page carries a reference, and behind it stands why, for the firm to look up.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { readPersonHistory } from "../../src/data/queries/person-history.ts";
import type { Email } from "../../src/domain/email.ts";
import { expectCause, referenceOf, signInCauses } from "../support/decisions.ts";
import { wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const MINUTE_MS = 60_000;
const RESEND_AFTER_MS = 30_000;
const HOME = "/acme-northmark";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

let guests = 0;
async function asked(): Promise<{ visitor: Visitor; email: string; code: string; link: string }> {
  guests++;
  const email = `stopped-${guests}@elsewhere.example`;
  const visitor = firms.visit(firms.north);
  await visitor.post("/sign-in", { email, next: HOME });
  return { visitor, email, code: visitor.newestCode(email), link: visitor.newestLink(email) };
}

async function expectRefusal(page: Answer, expected: { status: number; cause: string; email: string | null }) {
  const { status, cause, email } = expected;
  const stored = await expectCause(firms, firms.north, { page, status, cause });
  expect(stored).toMatchObject({
    outcome: "refused",
    asked: "acme-northmark",
    person: email === null ? null : { email },
  });
  const verdicts = stored.steps.map(({ check, verdict }) => `${check} ${verdict}`);
  expect(verdicts.slice(0, 3)).toEqual(["address skipped", "identity fail", "connection skipped"]);
  if (email !== null) expect(await signInCauses(firms, firms.north, email)).toEqual([cause]);
}

describe("a reference and its cause stand on the page", () => {
  test("when a code has run out", async () => {
    const { visitor, email, code } = await asked();
    firms.clock.advance(15 * MINUTE_MS);
    await expectRefusal(await visitor.post("/sign-in/code", { code }), { status: 400, cause: "proof.expired", email });
  });

  test("when a link has run out", async () => {
    const { visitor, email, link } = await asked();
    firms.clock.advance(15 * MINUTE_MS);
    await expectRefusal(await visitor.get(link), { status: 400, cause: "proof.expired", email });
  });

  test("when a newer mail has replaced a link", async () => {
    const { visitor, email, link } = await asked();
    for (const _ of [1, 2]) {
      firms.clock.advance(RESEND_AFTER_MS);
      await visitor.post("/sign-in/resend", {});
    }
    await expectRefusal(await visitor.get(link), { status: 400, cause: "proof.expired", email });
  });

  test("when the tries are used up, with the last one and with every further one", async () => {
    const { visitor, email } = await asked();
    for (let count = 0; count < 4; count++)
      expect(referenceOf(await visitor.post("/sign-in/code", { code: "none" }))).toBeNull();
    const last = await visitor.post("/sign-in/code", { code: "none" });
    await expectRefusal(last, { status: 422, cause: "proof.no_tries_left", email });
    const further = await visitor.post("/sign-in/code", { code: "none" });
    await expectCause(firms, firms.north, { page: further, status: 429, cause: "proof.no_tries_left" });
  });

  test("when a link was used already; the address behind it is forgotten with the proof", async () => {
    const { visitor, email, code, link } = await asked();
    await visitor.postOnly("/sign-in/code", { code });
    const page = await firms.visit(firms.north).get(link);
    const stored = await expectCause(firms, firms.north, { page, status: 400, cause: "proof.already_used" });
    expect(stored.person?.email).toBe(email);
  });

  test("when a code was used already", async () => {
    const { visitor, code } = await asked();
    const other = firms.visit(firms.north);
    other.stealCookies(visitor);
    await visitor.postOnly("/sign-in/code", { code });
    const page = await other.post("/sign-in/code", { code });
    const stored = await expectCause(firms, firms.north, { page, status: 400, cause: "proof.already_used" });
    expect(stored.person).toBeNull();
  });

  test("when a code is typed in a browser that did not ask", async () => {
    const { code } = await asked();
    const other = firms.visit(firms.north);
    other.setCookie("anything", "else");
    const page = await other.post("/sign-in/code", { code });
    const stored = await expectCause(firms, firms.north, { page, status: 400, cause: "proof.other_browser" });
    expect(stored.person).toBeNull();
    expect(wordsOf(page)).toContain("This browser did not ask for a code");
  });

  test("when a link is clicked in a browser that did not ask; just opening it there is nothing to write down", async () => {
    const { email, link } = await asked();
    const other = firms.visit(firms.north);
    expect(referenceOf(await other.get(link))).toBeNull();
    expect(await signInCauses(firms, firms.north, email)).toEqual([]);
    const t = new URL(link, "http://x.invalid").searchParams.get("t") ?? "";
    await expectRefusal(await other.post("/sign-in/link", { t }), { status: 403, cause: "proof.other_browser", email });
  });

  test("when the browser keeps no cookies", async () => {
    const visitor = firms.visit(firms.north);
    for (const page of [
      await visitor.get("/sign-in/code?sent=1"),
      await visitor.post("/sign-in/code", { code: "1" }),
    ]) {
      const stored = await expectCause(firms, firms.north, { page, status: 400, cause: "sess.cookies_off" });
      expect(stored.person).toBeNull();
    }
  });

  test("when so many mails were asked for that the next has to wait; the code can be typed meanwhile", async () => {
    const email = "wanted@elsewhere.example";
    const address = "198.51.100.7";
    const browsers = Array.from({ length: 8 }, () => Object.assign(firms.visit(firms.north), { address }));
    for (const browser of browsers.slice(0, 6)) await browser.post("/sign-in", { email, next: HOME });
    const fresh = browsers[6];
    const page = await fresh?.post("/sign-in", { email, next: HOME });
    if (!fresh || !page) throw new Error("cannot happen: eight browsers");
    await expectRefusal(page, { status: 429, cause: "proof.throttled", email });
    expect(page.text).toContain('action="/sign-in/code"');
    expect(wordsOf(page)).toContain("No mail is on its way to");
    expect((await fresh.post("/sign-in/code", { code: "none" })).status).toBe(422);
    const first = browsers[0];
    firms.clock.advance(RESEND_AFTER_MS);
    const resent = await first?.post("/sign-in/resend", {});
    expect(resent && referenceOf(resent)).not.toBeNull();
    expect(await signInCauses(firms, firms.north, email)).toEqual(["proof.throttled", "proof.throttled"]);
    const sixth = browsers[5];
    await sixth?.postOnly("/sign-in/code", { code: sixth.codes(email)[0] ?? "" });
    expect(sixth?.cookies.has("prolens_portal")).toBe(true);
  });
});

describe("beside the person, for the firm", () => {
  const troubleOf = async (email: string) => {
    const history = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
      readPersonHistory(tx, email as Email, null),
    );
    return history.proofTrouble?.cause ?? null;
  };

  test("stands what stopped the newest sign-in, until they are in", async () => {
    const { visitor, email, code } = await asked();
    for (let count = 0; count < 5; count++) await visitor.post("/sign-in/code", { code: "none" });
    expect(await troubleOf(email)).toBe("proof.no_tries_left");
    firms.clock.advance(RESEND_AFTER_MS);
    await visitor.post("/sign-in/resend", {});
    await visitor.post("/sign-in/code", { code: visitor.codes(email).find((one) => one !== code) ?? "" });
    expect(await troubleOf(email)).toBeNull();
  });

  test("stands a link that had run out, but not when a machine opens it again after they got in", async () => {
    const late = await asked();
    firms.clock.advance(15 * MINUTE_MS);
    await late.visitor.get(late.link);
    expect(await troubleOf(late.email)).toBe("proof.expired");
    const { visitor, email, code, link } = await asked();
    await visitor.post("/sign-in/code", { code });
    firms.clock.advance(MINUTE_MS);
    const scanner = firms.visit(firms.north);
    await scanner.get(link);
    expect(await troubleOf(email)).toBeNull();
    firms.clock.advance(15 * MINUTE_MS);
    await scanner.get(link);
    expect(await troubleOf(email)).toBeNull();
    expect(await signInCauses(firms, firms.north, email)).toEqual(["proof.already_used", "proof.expired"]);
    firms.clock.advance(13 * 60 * MINUTE_MS);
    await scanner.get(link);
    expect(await troubleOf(email)).toBe("proof.expired");
  });
});

describe("nothing is written down", () => {
  test("for a mistyped email, a wrong code, a resend that comes too soon, or the page for the code as a wrong turn", async () => {
    const { visitor, email } = await asked();
    const pages = [
      await visitor.post("/sign-in", { email: "no email" }),
      await visitor.post("/sign-in/code", { code: "none" }),
      await visitor.post("/sign-in/resend", {}),
      await firms.visit(firms.north).get("/sign-in/code"),
      await firms.visit(firms.north).get("/sign-in/link?t=x"),
    ];
    expect(pages.map(referenceOf)).toEqual([null, null, null, null, null]);
    expect(await signInCauses(firms, firms.north, email)).toEqual([]);
  });

  test("for the head of a page alone", async () => {
    const { visitor, email, link } = await asked();
    firms.clock.advance(15 * MINUTE_MS);
    expect((await visitor.send("HEAD", link)).status).toBe(400);
    expect(await signInCauses(firms, firms.north, email)).toEqual([]);
  });

  test("at the office, where no firm is known before the proof", async () => {
    const visitor = firms.visitOffice();
    const page = await visitor.post("/sign-in/code", { code: "none" });
    expect([page.status, referenceOf(page)]).toEqual([400, null]);
  });

  test("more than a network’s allowance: the pages stay the same, without a reference", async () => {
    const { email, link } = await asked();
    firms.clock.advance(15 * MINUTE_MS);
    const scanner = Object.assign(firms.visit(firms.north), { address: "198.51.100.99" });
    const pages = [];
    for (let count = 0; count < 125; count++) pages.push(await scanner.get(link));
    expect(pages.map(({ status }) => status)).toEqual(Array(125).fill(400));
    expect(pages.filter((page) => referenceOf(page) !== null)).toHaveLength(120);
    expect(await signInCauses(firms, firms.north, email)).toHaveLength(120);
  });
});
