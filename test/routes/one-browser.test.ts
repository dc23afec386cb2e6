// One browser, several portals: of one firm and of two, at built-in hosts and at one of a firm's own, and the office. Two
// emails, several tabs, sign-ins and sign-outs in any order. After every step each host shows who is signed in there, or asks.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setCustomHost } from "../../src/commands/set-custom-host.ts";
import { setCustomHostLive } from "../../src/commands/set-custom-host-live.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const OWN_HOST = "projects.north.example";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  await setCustomHost(firms.database.db, doer, OWN_HOST);
  await setCustomHostLive(firms.database.db, doer);
});
afterAll(() => firms.stop());

const hosts = ["north", "north's own host", "south", "office"] as const;
type HostName = (typeof hosts)[number];

/** At each host two emails, and what each reads at these paths: a mark of their own company, or null where they are refused. */
const people = {
  north: [
    { email: () => "jane@acme.north.example", reads: { "/acme-northmark": "ACMEMARK", "/birch-northmark": null } },
    { email: () => "bo@birch.north.example", reads: { "/acme-northmark": null, "/birch-northmark": "BIRCHMARK" } },
  ],
  "north's own host": [
    {
      email: () => "both@firms.north.example",
      reads: { "/acme-northmark": "ACMEMARK", "/birch-northmark": "BIRCHMARK" },
    },
    { email: () => "bo@birch.north.example", reads: { "/acme-northmark": null, "/birch-northmark": "BIRCHMARK" } },
  ],
  south: [
    { email: () => "jane@acme.south.example", reads: { "/acme-southmark": "ACMEMARK", "/birch-southmark": null } },
    { email: () => "jane@acme.north.example", reads: { "/acme-southmark": null, "/birch-southmark": null } },
  ],
  office: [
    { email: () => firms.north.admin, reads: { "/settings/client-portals": "Acme NORTHMARK" } },
    { email: () => firms.south.admin, reads: { "/settings/client-portals": "Acme SOUTHMARK" } },
  ],
} satisfies Record<HostName, { email: () => string; reads: Record<string, string | null> }[]>;

const step = fc.record({
  host: fc.constantFrom(...hosts),
  act: fc.constantFrom("sign in", "sign in", "sign out", "look", "fill the jar" as const),
  who: fc.constantFrom(0, 1),
});

function openBrowser(): Record<HostName, Visitor> {
  return {
    north: firms.visit(firms.north),
    "north's own host": firms.visitHost(OWN_HOST),
    south: firms.visit(firms.south),
    office: firms.visitOffice(),
  };
}

type Signed = Record<HostName, number | null>;

/** Every tab of the browser loads again: each shows what its own host knows, and nothing else. */
async function expectEveryTab(browser: Record<HostName, Visitor>, signed: Signed): Promise<void> {
  for (const host of hosts) {
    const who = signed[host];
    const person = who === null ? null : people[host][who];
    for (const [path, mark] of Object.entries((person ?? people[host][0])?.reads ?? {})) {
      const page = await browser[host].get(path);
      const heading = headingOf(page);
      if (!person) {
        expect([host, heading]).toEqual([
          host,
          expect.stringMatching(/^(?:See your projects|Sign in to your firm’s office)$/),
        ]);
        expect(page.text).not.toMatch(/MARK/);
        continue;
      }
      expect(wordsOf(page)).toContain(`Signed in as ${person.email()}`);
      if (mark === null) expect([host, path, page.status]).toEqual([host, path, 403]);
      else expect(page.text).toContain(mark);
    }
  }
}

const DAY_MS = 86_400_000;

test("whatever the order, every host shows who is signed in there, and a sign-in always helps", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
      // Allowances of codes and sessions of the office are those of another day.
      firms.clock.advance(DAY_MS);
      const browser = openBrowser();
      const signed: Signed = { north: null, "north's own host": null, south: null, office: null };
      for (const { host, act, who } of steps) {
        const tab = browser[host];
        const person = people[host][who];
        if (act === "sign in" && person && signed[host] !== who) {
          // A tab that shows somebody else's page switches first, as its button does.
          if (signed[host] !== null) await tab.post("/sign-out", { next: "/" });
          await tab.signIn(person.email(), Object.keys(person.reads)[0]);
          signed[host] = who;
          // The next step is not the same second: a code that is fresh is not mailed twice.
          firms.clock.advance(31_000);
        }
        if (act === "sign out") {
          await tab.post("/sign-out", { next: "/" });
          signed[host] = null;
        }
        if (act === "fill the jar")
          for (let index = 0; index < 60; index++) tab.setCookie(`stale${index}`, "x".repeat(200));
        await expectEveryTab(browser, signed);
      }
    }),
    { numRuns: 12 },
  );
});

test("a cookie that one host set counts at no other, under whatever name", async () => {
  firms.clock.advance(DAY_MS);
  const browser = openBrowser();
  for (const host of hosts) await browser[host].signIn(people[host][0]?.email() ?? "");
  for (const from of hosts) {
    for (const to of hosts) {
      // One firm's portals know their session at each of the firm's hosts; a browser never carries it over.
      const isOneFirm = from.startsWith("north") && to.startsWith("north");
      if (from === to || isOneFirm) continue;
      const thief = openBrowser()[to];
      for (const value of browser[from].cookies.values())
        for (const name of ["prolens_portal", "prolens_office"]) thief.setCookie(name, value);
      const page = await thief.get(Object.keys(people[to][0]?.reads ?? {})[0] ?? "/");
      expect([from, to, headingOf(page)]).toEqual([
        from,
        to,
        to === "office" ? "Sign in to your firm’s office" : "See your projects",
      ]);
    }
  }
});

test.each([
  ["garbage of our own name", "prolens_portal=garbage"],
  ["an ended session", "prolens_portal=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
  ["another program's cookie of our name for a longer path", 'prolens_portal="a b"; prolens_portal=%E0%A4%A'],
  ["names and values of no meaning", "=; ;;; a=b=c; prolens_portal; prolens_portal_proof=; __Host-x=y"],
])("%s locks nobody out: they sign in, and are in", async (_, jar) => {
  firms.clock.advance(DAY_MS);
  const visitor = firms.visit(firms.north);
  const withJar = () => ({
    cookie: [jar, ...[...visitor.cookies].map(([name, value]) => `${name}=${value}`)].join("; "),
  });
  expect(headingOf(await visitor.send("GET", "/acme-northmark", { headers: withJar() }))).toBe("See your projects");
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const post = (path: string, fields: Record<string, string>) =>
    visitor.send("POST", path, {
      body: new URLSearchParams(fields).toString(),
      headers: { ...form, ...withJar() },
      follow: false,
    });
  await post("/sign-in", { email: "jane@acme.north.example", next: "/acme-northmark" });
  expect((await post("/sign-in/code", { code: visitor.newestCode("jane@acme.north.example") })).status).toBe(303);
  const page = await visitor.send("GET", "/acme-northmark", { headers: withJar() });
  expect(headingOf(page)).toContain("project under way");
});
