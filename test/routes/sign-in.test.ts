// The road of a sign-in: which emails are taken, which codes count, and where it ends.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const MINUTE_MS = 60_000;
const RESEND_AFTER_MS = 30_000;
const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

let guests = 0;
/** An email that nobody knows and no other test uses, so that no allowance is shared. */
function someEmail(): string {
  guests++;
  return `guest-${guests}@elsewhere.example`;
}

async function askedForCode(email = someEmail()): Promise<{ visitor: Visitor; email: string; code: string }> {
  const visitor = firms.visit(firms.north);
  await visitor.post("/sign-in", { email, next: "/" });
  return { visitor, email, code: visitor.newestCode(email) };
}

function otherCode(...codes: string[]): string {
  const free = ["000000", "111111", "222222", "333333"].find((code) => !codes.includes(code));
  if (free === undefined) throw new Error("cannot happen: at most three codes are named");
  return free;
}

describe("the email", () => {
  test.each([
    ["nothing", ""],
    ["blanks", "   "],
    ["no at sign", "jane.example"],
    ["no domain", "jane@"],
    ["no name", "@acme.north.example"],
    ["two at signs", "jane@acme@north.example"],
    ["a blank inside", "jane doe@acme.north.example"],
    ["a line break that would add a mail header", "jane@acme.north.example\r\nBcc: all@evil.example"],
    ["a NUL", "jane\u0000@acme.north.example"],
    ["a display name", "Jane <jane@acme.north.example>"],
    ["several addresses", "jane@acme.north.example, bo@birch.north.example"],
    ["10 kB", `${"a".repeat(10_240)}@acme.north.example`],
    ["10 kB of domain", `jane@${"a.".repeat(5_120)}example`],
    ["an emoji instead of a domain", "jane@💥"],
    ["markup", `"><script>alert(1)</script>@x`],
  ])("that is none (%s) is sent back with what to type, and no mail goes out", async (_, email) => {
    const visitor = firms.visit(firms.north);
    const mailsBefore = firms.mailbox.list().length;
    const page = await visitor.post("/sign-in", { email, next: HOME });
    expect(page.status).toBe(422);
    expect(page.text).toContain("This does not look like an email address");
    expect(page.text).toContain(`value="${HOME}"`);
    expect(page.text).not.toContain("<script>alert");
    expect(page.text.length).toBeLessThan(20_000);
    expect(firms.mailbox.list().length).toBe(mailsBefore);
    expect(visitor.cookies.size).toBe(0);
  });

  test.each(["JANE@ACME.NORTH.EXAMPLE", "  jane@acme.north.example \t", "Jane@Acme.North.Example\n"])(
    "in capitals or with blanks around it is the same one (%j)",
    async (typed) => {
      const visitor = firms.visit(firms.north);
      const page = await visitor.signIn(typed, HOME);
      expect(page.status).toBe(200);
      expect(page.text).toContain("Library renewal NORTHMARK");
      expect(page.text).toContain(JANE);
    },
  );

  test.each([
    ["a plus-address", "jane+site@acme.north.example"],
    ["another spelling", "jane.doe@acme.north.example"],
    ["a letter that only looks alike", "j\u0430ne@acme.north.example"],
    ["a dotless i", "\u0131jane@acme.north.example"],
    ["a full-width letter", "\uff4aane@acme.north.example"],
    ["a subdomain", "jane@x.acme.north.example"],
  ])("with %s is another person", async (_, email) => {
    const visitor = firms.visit(firms.north);
    await visitor.post("/sign-in", { email, next: HOME });
    const page = await visitor.post("/sign-in/code", { code: firms.mailbox.list()[0]?.subject.slice(0, 7) ?? "" });
    expect(page.status).toBe(403);
    expect(headingOf(page)).toBe("No projects");
    expect(page.text).not.toContain("Library renewal");
  });

  test("is not asked for again while the code just mailed is fresh: a double click sends one mail", async () => {
    const { visitor, email } = await askedForCode();
    const page = await visitor.post("/sign-in", { email, next: "/" });
    expect(page.text).toContain("Type the 6-digit code");
    expect(visitor.codes(email)).toHaveLength(1);
  });
});

describe("the code", () => {
  test("is taken with blanks and hyphens in it, as it is pasted from a mail", async () => {
    const { visitor, code } = await askedForCode();
    const page = await visitor.post("/sign-in/code", { code: ` ${code.slice(0, 3)} - ${code.slice(3)} ` });
    expect(headingOf(page)).toBe("No projects");
  });

  test.each(["", "12345", "1234567", "abcdef", "１２３４５６", "0".repeat(10_240), "' or 1=1 --"])(
    "that is wrong (%#) is refused, says how many tries are left and opens nothing",
    async (typed) => {
      const { visitor } = await askedForCode();
      const page = await visitor.post("/sign-in/code", { code: typed });
      expect(page.status).toBe(422);
      expect(wordsOf(page)).toContain("4 tries left");
      expect(headingOf(await visitor.get(HOME))).toBe("See your projects");
    },
  );

  test("ends after fifteen minutes", async () => {
    const { visitor, email, code } = await askedForCode();
    firms.clock.advance(15 * MINUTE_MS);
    const page = await visitor.post("/sign-in/code", { code });
    expect(page.status).toBe(400);
    expect(page.text).toContain("That code has run out or was used already");
    expect(page.text).toContain(`value="${email}"`);
    expect(headingOf(await visitor.get("/"))).toBe("See your projects");
  });

  test("is still good a moment before", async () => {
    const { visitor, code } = await askedForCode();
    firms.clock.advance(15 * MINUTE_MS - 1);
    expect(headingOf(await visitor.post("/sign-in/code", { code }))).toBe("No projects");
  });

  test("has five tries; then even the right one is refused, until a new one is sent", async () => {
    const { visitor, email, code } = await askedForCode();
    for (const left of ["4 tries left", "3 tries left", "2 tries left", "1 try left", "there are no tries left"]) {
      const wrong = await visitor.post("/sign-in/code", { code: otherCode(code) });
      expect(wrong.status).toBe(422);
      expect(wordsOf(wrong)).toContain(left);
    }
    const refused = await visitor.post("/sign-in/code", { code });
    expect(refused.status).toBe(429);
    expect(refused.text).toContain("There are no tries left for this code");
    firms.clock.advance(RESEND_AFTER_MS);
    await visitor.post("/sign-in/resend", {});
    const entered = await visitor.post("/sign-in/code", { code: visitor.newestCode(email) });
    expect(headingOf(entered)).toBe("No projects");
  });

  test("costs a try for every guess, also when fifty come at the same moment", async () => {
    const { visitor, code } = await askedForCode();
    const guesses = await Promise.all(
      Array.from({ length: 50 }, () => visitor.postOnly("/sign-in/code", { code: otherCode(code) })),
    );
    const counted = guesses.filter(({ status }) => status === 422);
    expect(counted).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(45);
    expect((await visitor.post("/sign-in/code", { code })).status).toBe(429);
  });

  test("counts if it is one of the newest two, and a third-oldest does not", async () => {
    const newest = await askedForCode();
    for (const _ of [1, 2]) {
      firms.clock.advance(RESEND_AFTER_MS);
      await newest.visitor.post("/sign-in/resend", {});
    }
    const [third, second, first] = newest.visitor.codes(newest.email);
    expect(new Set([first, second, third]).size).toBe(3);
    expect((await newest.visitor.post("/sign-in/code", { code: first ?? "" })).status).toBe(422);
    expect(headingOf(await newest.visitor.post("/sign-in/code", { code: second ?? "" }))).toBe("No projects");
  });

  test("before the newest keeps its own time and no more", async () => {
    const { visitor, code, email } = await askedForCode();
    firms.clock.advance(14 * MINUTE_MS);
    await visitor.post("/sign-in/resend", {});
    firms.clock.advance(2 * MINUTE_MS);
    const old = await visitor.post("/sign-in/code", { code });
    expect(old.status).toBe(400);
    expect((await visitor.post("/sign-in/code", { code: visitor.newestCode(email) })).text).toContain("No projects");
  });

  test("opens once: sent again without a session it asks to start again, with one it goes on", async () => {
    const { visitor, code, email } = await askedForCode();
    const thief = firms.visit(firms.north);
    thief.stealCookies(visitor);
    await visitor.post("/sign-in/code", { code });
    const replayed = await thief.post("/sign-in/code", { code });
    expect(replayed.status).toBe(400);
    expect(replayed.text).toContain("was used already");
    expect(replayed.text).not.toContain(email);
    const again = await visitor.postOnly("/sign-in/code", { code });
    expect([again.status, again.location]).toEqual([303, "/"]);
  });

  test("opens once also when five browsers send it at the same moment", async () => {
    const { visitor, code } = await askedForCode();
    const browsers = Array.from({ length: 5 }, () => {
      const browser = firms.visit(firms.north);
      browser.stealCookies(visitor);
      return browser;
    });
    await Promise.all(browsers.map((browser) => browser.postOnly("/sign-in/code", { code })));
    const inside = browsers.filter((browser) => browser.cookies.has("prolens_portal"));
    expect(inside).toHaveLength(1);
  });

  test("is of no use in another browser than the one that asked", async () => {
    const { visitor, code } = await askedForCode();
    const stranger = await askedForCode();
    const page = await stranger.visitor.post("/sign-in/code", {
      code: code === stranger.code ? otherCode(code) : code,
    });
    expect(page.status).toBe(422);
    const cookieless = await firms.visit(firms.north).post("/sign-in/code", { code });
    expect(cookieless.status).toBe(400);
    expect(cookieless.text).toContain("Your browser keeps no cookies");
    expect(headingOf(await visitor.post("/sign-in/code", { code }))).toBe("No projects");
  });

  test("of one firm's host is of no use on another's, nor at the office, cookie and all", async () => {
    const { visitor, code } = await askedForCode(JANE);
    const south = firms.visit(firms.south);
    south.stealCookies(visitor);
    expect((await south.post("/sign-in/code", { code })).status).toBe(400);
    const office = firms.visitOffice();
    for (const [, value] of visitor.cookies) office.setCookie("prolens_office_proof", value);
    expect((await office.post("/sign-in/code", { code })).status).toBe(400);
    expect((await visitor.post("/sign-in/code", { code })).text).toContain("Library renewal NORTHMARK");
  });
});

describe("asking for another code", () => {
  test("too early says how long to wait and sends nothing", async () => {
    const { visitor, email } = await askedForCode();
    firms.clock.advance(10_000);
    const page = await visitor.post("/sign-in/resend", {});
    expect(page.status).toBe(429);
    expect(wordsOf(page)).toContain("Try again in 20 seconds");
    expect(page.headers.get("retry-after")).toBe("20");
    expect(visitor.codes(email)).toHaveLength(1);
  });

  test("twice at the same moment is answered both times", async () => {
    const { visitor, email } = await askedForCode();
    firms.clock.advance(RESEND_AFTER_MS);
    const answers = await Promise.all([1, 2, 3].map(() => visitor.postOnly("/sign-in/resend", {})));
    expect(answers.every(({ status }) => status === 303 || status === 429)).toBe(true);
    expect(visitor.codes(email).length).toBe(2);
    const page = await visitor.post("/sign-in/code", { code: visitor.newestCode(email) });
    expect(headingOf(page)).toBe("No projects");
  });

  test("without one under way leads back to the email", async () => {
    const page = await firms.visit(firms.north).post("/sign-in/resend", {});
    expect(page.status).toBe(400);
    expect(page.text).toContain("Work email");
  });
});

test("the page for the code, opened without one under way, leads back to the email", async () => {
  const page = await firms.visit(firms.north).get("/sign-in/code");
  expect(page.status).toBe(400);
  expect(page.text).toContain("Work email");
});

test("signing out ends the session itself, not just the cookie", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.signIn(JANE, HOME);
  const thief = firms.visit(firms.north);
  thief.stealCookies(visitor);
  expect((await thief.get(HOME)).text).toContain("Library renewal");
  const left = await visitor.postOnly("/sign-out", { next: HOME });
  expect([left.status, left.location]).toEqual([303, HOME]);
  expect(visitor.cookies.has("prolens_portal")).toBe(false);
  expect(headingOf(await thief.get(HOME))).toBe("See your projects");
});
