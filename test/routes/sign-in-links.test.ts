// The link in a sign-in mail: who opens it, where, and how often, decides what it does. A machine that opens it spends nothing.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { referenceOf } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const MINUTE_MS = 60_000;
const RESEND_AFTER_MS = 30_000;

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

type Door = { visit: () => Visitor; email: (name: string) => string; inside: string; session: string };
let guests = 0;
const doors: Record<string, Door> = {
  "a portal": {
    visit: () => firms.visit(firms.north),
    email: (name) => `${name}-${++guests}@elsewhere.example`,
    inside: "No projects",
    session: "prolens_portal",
  },
  "the office": {
    visit: () => firms.visitOffice(),
    // Nobody knows them at the office either; the page that says so comes after the proof.
    email: (name) => `${name}-${++guests}@team.example`,
    inside: "This email is in no firm’s team",
    session: "prolens_office",
  },
};

function tokenIn(link: string): string {
  return new URL(link, "http://here.invalid").searchParams.get("t") ?? "";
}

const click = (visitor: Visitor, link: string): Promise<Answer> => visitor.post("/sign-in/link", { t: tokenIn(link) });

describe.each(Object.entries(doors))("at %s, the link", (_, { visit, email: emailFor, inside, session }) => {
  async function asked(): Promise<{ visitor: Visitor; email: string; link: string; code: string }> {
    const visitor = visit();
    const email = emailFor("jane");
    await visitor.post("/sign-in", { email, next: "/" });
    return { visitor, email, link: visitor.newestLink(email), code: visitor.newestCode(email) };
  }

  test("in the browser that asked shows one button, and the button signs in", async () => {
    const { visitor, email, link } = await asked();
    const page = await visitor.get(link);
    expect([page.status, headingOf(page)]).toEqual([200, `Sign in as ${email}`]);
    expect(page.text.match(/<button/g)).toHaveLength(1);
    expect(page.text).toContain('method="post" action="/sign-in/link"');
    expect(visitor.cookies.has(session)).toBe(false);
    expect(headingOf(await click(visitor, link))).toBe(inside);
  });

  test("in another browser shows the code, which then signs in where it was asked for", async () => {
    const { visitor, email, link, code } = await asked();
    const other = visit();
    const page = await other.get(link);
    expect([page.status, headingOf(page)]).toEqual([200, "Type this code where you asked for it"]);
    expect(wordsOf(page)).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(page.text).toContain(`name="email" value="${email}"`);
    expect(other.cookies.size).toBe(0);
    expect(headingOf(await visitor.post("/sign-in/code", { code }))).toBe(inside);
  });

  test("in another browser offers a new code for that browser, which signs in there", async () => {
    const { email, link } = await asked();
    const other = visit();
    await other.get(link);
    await other.post("/sign-in", { email, next: "/" });
    expect(headingOf(await click(other, other.newestLink(email)))).toBe(inside);
  });

  test("is spent by no scanner: neither by looking, however often and however, nor by a click without the browser’s secret", async () => {
    const { visitor, link, code } = await asked();
    const scanner = visit();
    for (let count = 0; count < 8; count++) {
      for (const method of ["HEAD", "GET", "OPTIONS"]) await scanner.send(method, link);
      const clicked = await scanner.post("/sign-in/link", { t: tokenIn(link) });
      expect([clicked.status, headingOf(clicked)]).toEqual([403, "Type this code where you asked for it"]);
    }
    const stranger = await asked();
    expect((await click(stranger.visitor, link)).status).toBe(403);
    expect([...scanner.cookies.keys(), ...stranger.visitor.cookies.keys()]).not.toContain(session);
    await visitor.get(link);
    await visitor.send("HEAD", link);
    expect(headingOf(await visitor.post("/sign-in/code", { code }))).toBe(inside);
  });

  test("is spent with its code, and the code with it: afterwards the address is filled in, for one click to a new one", async () => {
    const { visitor, email, link } = await asked();
    await click(visitor, link);
    const page = await visit().get(link);
    expect([page.status, headingOf(page)]).toEqual([400, "This link was used already"]);
    expect(page.text).toContain(`value="${email}"`);
    expect(page.text.match(/<button/g)).toHaveLength(1);
    expect(page.text).toContain("Send me a new code");
  });

  test("runs out after fifteen minutes, in every browser", async () => {
    const { visitor, email, link } = await asked();
    firms.clock.advance(15 * MINUTE_MS);
    for (const browser of [visitor, visit()]) {
      for (const page of [await browser.get(link), await click(browser, link)]) {
        expect([page.status, headingOf(page)]).toEqual([400, "This link has run out"]);
        expect(page.text).toContain(`value="${email}"`);
      }
    }
    expect(visitor.cookies.has(session)).toBe(false);
  });

  test("of the newest two mails counts, and of the one before them says that a newer one replaced it", async () => {
    const { visitor, email, link: first } = await asked();
    const links = [first];
    for (const _ of [1, 2]) {
      firms.clock.advance(RESEND_AFTER_MS);
      await visitor.post("/sign-in/resend", {});
      links.push(visitor.newestLink(email));
    }
    for (const page of [await visitor.get(links[0] ?? ""), await click(visitor, links[0] ?? "")])
      expect([page.status, headingOf(page)]).toEqual([400, "A newer mail has replaced this link"]);
    expect(headingOf(await visitor.get(links[2] ?? ""))).toBe(`Sign in as ${email}`);
    expect(headingOf(await click(visitor, links[1] ?? ""))).toBe(inside);
  });

  test("shares the five tries of its code", async () => {
    const { visitor, link } = await asked();
    for (let count = 0; count < 5; count++) await visitor.post("/sign-in/code", { code: "none" });
    for (const page of [await visitor.get(link), await click(visitor, link)])
      expect([page.status, headingOf(page)]).toEqual([400, "This link no longer counts"]);
  });

  test.each(["", "x", "A".repeat(120), "é", "A".repeat(10_000), "%00"])(
    "that is not whole (%#) opens nothing",
    async (t) => {
      const { visitor } = await asked();
      for (const page of [await visitor.get(`/sign-in/link?t=${t}`), await visitor.post("/sign-in/link", { t })]) {
        expect([page.status, headingOf(page)]).toEqual([400, "This link is not whole"]);
        expect(referenceOf(page)).toBeNull();
      }
      expect(visitor.cookies.has(session)).toBe(false);
    },
  );

  test("is refused when another site makes the browser click it", async () => {
    const { visitor, link } = await asked();
    const body = new URLSearchParams({ t: tokenIn(link) }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" };
    expect((await visitor.send("POST", "/sign-in/link", { body, headers })).status).toBe(403);
    expect(visitor.cookies.has(session)).toBe(false);
  });

  test("clicked five times at once signs in once", async () => {
    const { visitor, link } = await asked();
    expect(
      await sessionsAfter(visitor, () => Array.from({ length: 5 }, () => "link" as const), { link, code: "" }),
    ).toBe(1);
  });

  test("and the code at once sign in once", async () => {
    const { visitor, link, code } = await asked();
    expect(await sessionsAfter(visitor, () => ["link", "code", "link", "code"], { link, code })).toBe(1);
  });

  async function sessionsAfter(
    visitor: Visitor,
    ways: () => ("link" | "code")[],
    { link, code }: { link: string; code: string },
  ) {
    const browsers = ways().map((way) => {
      const browser = visit();
      browser.stealCookies(visitor);
      return { way, browser };
    });
    const answers = await Promise.all(
      browsers.map(({ way, browser }) =>
        way === "link"
          ? browser.postOnly("/sign-in/link", { t: tokenIn(link) })
          : browser.postOnly("/sign-in/code", { code }),
      ),
    );
    return answers.filter(({ status, text }) => status === 303 || text.includes(inside)).length;
  }

  test("is for its own host: another door cannot open it, cookie and all", async () => {
    const { visitor, link } = await asked();
    const others = [
      firms.visit(firms.south),
      session === "prolens_portal" ? firms.visitOffice() : firms.visit(firms.north),
    ];
    for (const other of others) {
      for (const [, value] of visitor.cookies)
        for (const name of ["prolens_portal_proof", "prolens_office_proof"]) other.setCookie(name, value);
      expect(headingOf(await other.get(link))).toBe("This link is not whole");
      expect(headingOf(await click(other, link))).toBe("This link is not whole");
    }
  });
});

describe("in a browser where somebody is signed in", () => {
  const BO = "bo@birch.north.example";
  let bo: Visitor;
  beforeAll(async () => {
    bo = firms.visit(firms.north);
    await bo.signIn(BO, "/sign-in");
  });

  test("the link of another email says whose it is and who is signed in, wherever it was asked for", async () => {
    const email = "jane-beside-bo@acme.north.example";
    const both = `You are signed in here as ${BO}; this link signs in ${email}.`;
    await bo.post("/sign-in", { email, next: "/" });
    const link = bo.newestLink(email);
    expect(wordsOf(await bo.get(link))).toContain(both);
    const elsewhere = firms.visit(firms.north);
    await elsewhere.post("/sign-in", { email, next: "/" });
    const other = elsewhere.newestLink(email);
    expect(wordsOf(await bo.get(other))).toContain(both);
    await click(elsewhere, other);
    expect(wordsOf(await bo.get(other))).toContain(both);
    await click(bo, link);
    expect(wordsOf(await bo.get("/"))).toContain(`Signed in as ${email}`);
  });

  test("their own link, opened again, goes on to what they came for", async () => {
    const visitor = firms.visit(firms.north);
    const email = "cy@cedar.north.example";
    await visitor.post("/sign-in", { email, next: "/" });
    const link = visitor.newestLink(email);
    await click(visitor, link);
    for (const page of [await visitor.get(link), await click(visitor, link)])
      expect(wordsOf(page)).toContain(`Signed in as ${email}`);
  });
});

test("the address of the link comes from our own settings, whatever a request claims, and is logged without the token", async () => {
  const visitor = firms.visit(firms.north);
  const email = "logged@elsewhere.example";
  await visitor.post(
    "/sign-in",
    { email, next: "/" },
    { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
  );
  const link = visitor.newestLink(email);
  await visitor.get(link);
  await firms.visit(firms.north).get(link);
  await click(visitor, link);
  const text = JSON.stringify(firms.logLines);
  expect(text).toContain('"path":"/sign-in/link"');
  expect(text).not.toContain(tokenIn(link));
  expect(text).not.toContain(tokenIn(link).slice(0, 24));
});
