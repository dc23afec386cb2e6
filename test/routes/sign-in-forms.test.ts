// What is posted to the sign-in forms that no form of ours would post, where a sign-in leads, and how much of it is allowed.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

const doors: [string, () => Visitor][] = [
  ["a portal", () => firms.visit(firms.north)],
  ["the office", () => firms.visitOffice()],
];

describe.each(doors)("at %s", (_, visit) => {
  test("a file in place of the email is no email", async () => {
    const form = new FormData();
    form.append("email", new File(["jane"], "jane@acme.north.example"));
    form.append("next", new File(["//evil.example"], "next"));
    const page = await visit().send("POST", "/sign-in", { body: form });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain("This does not look like an email address");
  });

  test("a file in place of the code is a wrong code", async () => {
    const visitor = visit();
    await visitor.post("/sign-in", { email: `${visitor.address}@elsewhere.example` });
    const form = new FormData();
    form.append("code", new File(["123456"], "123456"));
    const page = await visitor.send("POST", "/sign-in/code", { body: form });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain("4 tries left");
  });

  test("a form in multipart encoding is understood", async () => {
    const visitor = visit();
    const form = new FormData();
    form.append("email", `${visitor.address}@elsewhere.example`);
    expect(headingOf(await visitor.send("POST", "/sign-in", { body: form }))).toBe("Type the 6-digit code");
  });

  test.each([
    ["multipart without a boundary", "multipart/form-data", "--x\r\n"],
    [
      "multipart that breaks off",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="email"',
    ],
    ["multipart that is empty", "multipart/form-data; boundary=x", ""],
    ["JSON", "application/json", '{"email":"jane@acme.north.example"}'],
    ["plain text", "text/plain", "email=jane@acme.north.example"],
    ["no type at all", "", "email=jane@acme.north.example"],
    ["bytes that are no text", "application/x-www-form-urlencoded", "\u00ff\u00fe%ff%fe%00=%"],
    ["an attempt at the prototype", "application/x-www-form-urlencoded", "__proto__[email]=jane@acme.north.example"],
    ["a list of emails", "application/x-www-form-urlencoded", "email[]=jane@acme.north.example&email[]=x@y.example"],
  ])("%s is answered like an empty form", async (_, type, body) => {
    const mailsBefore = firms.mailbox.list().length;
    for (const path of ["/sign-in", "/sign-in/code", "/sign-in/resend"]) {
      const page = await visit().send("POST", path, { body, headers: type ? { "content-type": type } : {} });
      expect([path, page.status]).toEqual([path, path === "/sign-in" ? 422 : 400]);
    }
    expect(firms.mailbox.list().length).toBe(mailsBefore);
  });

  test("a form that is broken signs out all the same", async () => {
    const page = await visit().send("POST", "/sign-out", {
      body: "--x",
      headers: { "content-type": "multipart/form-data" },
      follow: false,
    });
    expect([page.status, page.location]).toEqual([303, "/"]);
  });

  test("of two emails in one form one alone counts, and gets the only mail", async () => {
    const visitor = visit();
    const [first, second] = [`one-${visitor.address}@elsewhere.example`, `two-${visitor.address}@elsewhere.example`];
    const body = new URLSearchParams([
      ["email", first],
      ["email", second],
    ]);
    const page = await visitor.send("POST", "/sign-in", {
      body: body.toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(wordsOf(page)).toContain(`Sent to ${second}`);
    expect([visitor.codes(first).length, visitor.codes(second).length]).toEqual([0, 1]);
  });

  test("no seventh mail goes to an email that one network asks for, the page says for how long, and its owner elsewhere gets one", async () => {
    const email = `wanted-${visit().host}@elsewhere.example`;
    const elsewhere = visit();
    const from = (address: string) => Object.assign(visit(), { address });
    for (let count = 0; count < 6; count++) {
      const visitor = from(`2001:db8:7:${visit().host.length}::${count + 1}`);
      expect(headingOf(await visitor.post("/sign-in", { email }))).toBe("Type the 6-digit code");
    }
    const page = await from(`2001:db8:7:${visit().host.length}::99`).post("/sign-in", { email });
    expect(page.status).toBe(429);
    expect(wordsOf(page)).toMatch(/ask again in \d+ minutes/);
    const seconds = Number(page.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    expect(visit().codes(email)).toHaveLength(6);
    expect(headingOf(await elsewhere.post("/sign-in", { email }))).toBe("Type the 6-digit code");
  });

  test("no mail goes to the thirty-first who asks for one email from anywhere", async () => {
    const email = `everywhere-${visit().host}@elsewhere.example`;
    const statuses: number[] = [];
    for (let count = 0; count < 31; count++) {
      const visitor = Object.assign(visit(), { address: `198.18.${visit().host.length}.${count}` });
      statuses.push((await visitor.postOnly("/sign-in", { email })).status);
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });

  test("no mail goes to the sixty-first email that one network asks for", async () => {
    const address = `192.0.2.${visit().host.length}`;
    const statuses: number[] = [];
    for (let count = 0; count < 61; count++) {
      const visitor = visit();
      visitor.address = address;
      statuses.push((await visitor.postOnly("/sign-in", { email: `net-${count}@${visitor.host}.example` })).status);
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  });

  test("a network that guesses too often waits, and hears how long", async () => {
    const address = `192.0.2.${100 + visit().host.length}`;
    const guess = async () => {
      const visitor = visit();
      await visitor.post("/sign-in", { email: `${visitor.address}@elsewhere.example` });
      visitor.address = address;
      return Promise.all([1, 2, 3, 4, 5].map(() => visitor.postOnly("/sign-in/code", { code: "none" })));
    };
    for (let count = 0; count < 30; count++) await guess();
    const [page] = await guess();
    expect(page?.status).toBe(429);
    expect(page && wordsOf(page)).toMatch(/That is too soon\. Try again in \d+ minutes/);
    expect(Number(page?.headers.get("retry-after"))).toBeGreaterThan(60);
  });

  test("a stranger who guesses from four networks keeps nobody out of their own sign-in", async () => {
    const { host } = visit();
    const email = `guessed-${host}@elsewhere.example`;
    for (const network of [1, 2, 3, 4]) {
      for (let browser = 0; browser < 11; browser++) {
        const visitor = Object.assign(visit(), { address: `203.0.${host.length}.${network}` });
        await visitor.post("/sign-in", { email });
        await Promise.all([1, 2, 3, 4, 5].map(() => visitor.postOnly("/sign-in/code", { code: "none" })));
      }
    }
    const owner = visit();
    await owner.post("/sign-in", { email });
    const answer = await owner.postOnly("/sign-in/code", { code: owner.newestCode(email) });
    expect(answer.status).not.toBe(429);
  });

  test("a code that no longer counts uses up no tries", async () => {
    const { host } = visit();
    const email = `used-up-${host}@elsewhere.example`;
    const address = `203.0.${host.length}.99`;
    const stuck = Object.assign(visit(), { address });
    await stuck.post("/sign-in", { email });
    for (let count = 0; count < 45; count++) await stuck.postOnly("/sign-in/code", { code: "none" });
    const further = Object.assign(visit(), { address });
    await further.post("/sign-in", { email });
    expect((await further.postOnly("/sign-in/code", { code: "none" })).status).toBe(422);
  });
});

const elsewhere = [
  "//evil.example",
  "///evil.example",
  "////evil.example/x",
  "\\\\evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "http://evil.example",
  "https:evil.example",
  "HTTP:\\\\evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/\t/evil.example",
  "\t//evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "/\r\nLocation: http://evil.example",
  "\u0000//evil.example",
  "/%0d%0aSet-Cookie:%20x=y",
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "/%09/evil.example",
  "%2f%2fevil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/a/../..//evil.example",
  "/%2e%2e//evil.example",
  "evil.example",
  "@evil.example",
  "/@evil.example",
  "//evil.example@north-studio.portal.test",
  "//north-studio.portal.test.evil.example",
  "/\u2028/evil.example",
  "//\u3002evil.example",
  `/${"a".repeat(10_240)}`,
  "",
  "null",
];

test("wherever a sign-in or a sign-out is told to lead, it stays on its host", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.signIn(JANE, HOME);
  for (const next of elsewhere) {
    const { status, location } = await visitor.postOnly("/sign-out", { next });
    expect(status).toBe(303);
    expectOwnHost(location, visitor.host);
  }
});

test("wherever a sign-in is told to lead, the forms and links of its pages and the mail stay on its host", async () => {
  for (const next of elsewhere) {
    const visitor = firms.visit(firms.north);
    const asked = await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`);
    const email = `${visitor.address}@elsewhere.example`;
    const code = await visitor.post("/sign-in", { email, next });
    for (const page of [asked, code]) for (const target of targetsOf(page.text)) expectOwnHost(target, visitor.host);
    expect(asked.text).toContain('name="next"');
    expect(firms.mailbox.list()[0]?.text).not.toContain("evil");
    const entered = await visitor.postOnly("/sign-in/code", { code: visitor.newestCode(email) });
    expectOwnHost(entered.location, visitor.host);
  }
});

/** Where the links and forms of a page lead. */
function targetsOf(html: string): string[] {
  const targets = [...html.matchAll(/(?:href|action|name="next" value)="([^"]*)"/g)].map(([, target = ""]) => target);
  return targets.filter((target) => target !== "#main").map((target) => target.replaceAll("&amp;", "&"));
}

function expectOwnHost(target: string | null, host: string): void {
  expect(target).toMatch(/^\/(?!\/)/);
  const url = new URL(target ?? "", `http://${host}/`);
  expect(url.host).toBe(host);
}
