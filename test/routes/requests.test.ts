// Requests that no browser of a well-meaning person sends: odd hosts, paths, ids, methods, origins and sizes.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectCause } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import { type Answer, Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";

let firms: TwoFirms;
let jane: Visitor;
let outsider: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  jane = firms.visit(firms.north);
  await jane.signIn(JANE, HOME);
  outsider = firms.visit(firms.north);
  await outsider.signIn("who@elsewhere.example", "/");
});
afterAll(() => firms.stop());

/** No answer to bad input is a fault, and none shows how we are built. */
function expectNoFault(page: Answer): void {
  expect([page.path, page.status]).not.toEqual([page.path, 500]);
  expect(page.text).not.toMatch(/node_modules|\.tsx?:\d|at async|drizzle|select "|PostgreSQL|invariant/i);
}

describe("a host", () => {
  test.each([
    "evil.example",
    "portal.test",
    ".portal.test",
    "nobody.portal.test",
    "north-studio.portal.test.evil.example",
    "a.north-studio.portal.test",
    "north-studio.portal.test:8080",
    "office.test:8080",
    "127.0.0.1",
    "xn--north-studio.portal.test",
    `${"n".repeat(60)}.portal.test`,
  ])("that is not ours (%s) has nothing at any address", async (host) => {
    const visitor = new Visitor({ app: firms.app, mailbox: firms.mailbox }, host);
    visitor.stealCookies(jane);
    for (const path of ["/", HOME, "/sign-in", "/settings/client-portals", "/mailbox"]) {
      const page = await visitor.get(path);
      expect(page.status).toBe(404);
      expect(headingOf(page)).toBe("Nothing at this address");
      expect(page.text).not.toMatch(/northmark|north studio/i);
    }
  });

  test("in capitals is the same host", async () => {
    const page = await jane.send("GET", HOME, { headers: { host: "NORTH-STUDIO.Portal.Test" } });
    expect(page.status).toBe(200);
  });
});

const oddSegments: [string, string][] = [
  ["dots and a slash", "%2e%2e%2f%2e%2e%2fetc%2fpasswd"],
  ["a NUL", "%00"],
  ["a NUL inside", "p-1%00"],
  ["percent signs that are no encoding", "%E0%A4%A"],
  ["a lone percent sign", "%"],
  ["bytes that are no UTF-8", "%ff%fe"],
  ["10 kB", "x".repeat(10_240)],
  ["an emoji", "%F0%9F%8F%9B"],
  ["an emoji, unencoded", "🏛"],
  ["a quote", "p-1'--"],
  ["markup", "%3Cscript%3Ealert(1)%3C%2Fscript%3E"],
  ["a line break", "p-1%0d%0aX-Evil:%20yes"],
  ["a backslash", "%5Cevil.example"],
  ["a tab and a backslash", "%09%5Cevil.example"],
  ["a slash", "%2Fevil.example"],
  ["a question mark", "%3Fx=y"],
  ["a blank", "%20"],
  ["a right-to-left override", "%E2%80%AEcba"],
  ["an array's property", "constructor"],
  ["the prototype", "__proto__"],
];

describe("an address of", () => {
  test.each(oddSegments)("%s is the neutral page for an outsider, with the cause stored", async (_, segment) => {
    const page = await outsider.get(`/${segment}`);
    expectNoFault(page);
    expectOwnLinks(page, outsider.host);
    await expectCause(firms, firms.north, { page, status: 403, cause: "door.unknown_url" });
    expect(headingOf(page)).toBe("No projects");
  });

  test.each(oddSegments)("%s is the sign-in page for somebody who is not signed in", async (_, segment) => {
    const visitor = firms.visit(firms.north);
    const page = await visitor.get(`/${segment}`);
    expectNoFault(page);
    expectOwnLinks(page, visitor.host);
    expect([page.status, headingOf(page)]).toEqual([200, "See your projects"]);
  });
});

describe("a project id of", () => {
  test.each(oddSegments)("%s is no project of theirs, for a member", async (_, segment) => {
    const page = await jane.get(`${HOME}/projects/${segment}`);
    expectNoFault(page);
    expectOwnLinks(page, jane.host);
    await expectCause(firms, firms.north, { page, status: 404, cause: "scope.no_such_project" });
  });
});

/** Everything a page links to is on its own host, or a mail to the firm. */
function expectOwnLinks(page: Answer, host: string): void {
  for (const [, raw = ""] of page.text.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
    const url = new URL(raw.replaceAll("&amp;", "&"), `http://${host}${page.path}`);
    expect(url.protocol === "mailto:" || url.host === host, `${raw} on ${page.path}`).toBe(true);
  }
}

test("an address typed with a slash at its end is the same address", async () => {
  for (const path of [`${HOME}/`, `${HOME}/projects/p-1/`, `${HOME}/%2e%2e${HOME}`]) {
    expect([path, (await jane.get(path)).status]).toEqual([path, 200]);
  }
  expect((await firms.visitOffice().get("/settings/client-portals/")).status).toBe(200);
});

test("an address typed in capitals, or cut at its projects, is the portal's own", async () => {
  for (const path of [HOME.toUpperCase(), `${HOME}/projects`, `${HOME}/projects/`]) {
    const page = await jane.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.text).toContain("Library renewal");
  }
});

test("an address that no page has is a page that says so", async () => {
  for (const path of [`${HOME}/x/y/z`, "/sign-in/other", "/assets/none.js", "///x", "/a/b/"]) {
    const page = await jane.get(path);
    expectNoFault(page);
    expect([path, page.status]).toEqual([path, 404]);
    expect(headingOf(page)).toBe("Nothing at this address");
  }
});

describe("a method", () => {
  test("HEAD answers as GET does, without the page", async () => {
    for (const path of [HOME, "/", "/sign-in", `${HOME}/projects/none`]) {
      const [head, get] = [
        await jane.send("HEAD", path, { follow: false }),
        await jane.send("GET", path, { follow: false }),
      ];
      expect([head.status, head.location, head.text]).toEqual([get.status, get.location, ""]);
    }
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "POST"])(
    "%s on a page that only shows has nothing there",
    async (method) => {
      for (const path of ["/", HOME, `${HOME}/projects/p-1`]) {
        const page = await jane.send(method, path);
        expect([path, page.status]).toEqual([path, 404]);
        expect(page.text).not.toContain("Library renewal");
      }
    },
  );

  test("GET on what only a form may do does nothing", async () => {
    expect((await jane.get("/sign-out")).status).toBe(403);
    expect((await jane.get(HOME)).status).toBe(200);
  });
});

describe("what another site makes a browser send", () => {
  const refused = { heading: "That did not work", words: "This was sent from another page" };

  test.each([
    ["another origin", { origin: "http://evil.example" }],
    ["an origin that hides itself", { origin: "null" }],
    ["another firm's portals", { origin: "http://south-studio.portal.test" }],
    ["the office", { origin: "http://office.test" }],
    ["a cross-site fetch", { "sec-fetch-site": "cross-site" }],
    ["a sibling site", { "sec-fetch-site": "same-site" }],
    [
      "a cross-site fetch that forges its origin",
      {
        "sec-fetch-site": "cross-site",
        origin: "http://north-studio.portal.test",
      },
    ],
    ["an origin with our name in front", { origin: "http://north-studio.portal.test.evil.example" }],
    ["another port", { origin: "http://north-studio.portal.test:8080" }],
  ])("is refused before anything is done (%s)", async (_, headers: Record<string, string>) => {
    for (const path of ["/sign-in", "/sign-in/code", "/sign-in/resend", "/sign-out", "/nothing"]) {
      const mailsBefore = firms.mailbox.list().length;
      const page = await jane.postOnly(path, { email: "victim@elsewhere.example" }, headers);
      expect(page.status).toBe(403);
      expect(headingOf(page)).toBe(refused.heading);
      expect(wordsOf(page)).toContain(refused.words);
      expect(firms.mailbox.list().length).toBe(mailsBefore);
    }
    expect((await jane.get(HOME)).status).toBe(200);
  });

  test("may be a link: reading is not refused", async () => {
    expect((await jane.get(HOME, { "sec-fetch-site": "cross-site" })).status).toBe(200);
  });

  test("is told from a form of ours and from a client that is no browser", async () => {
    for (const headers of [{ "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }, {}]) {
      const visitor = firms.visit(firms.north);
      const page = await visitor.post("/sign-in", { email: `${visitor.address}@elsewhere.example` }, headers);
      expect(headingOf(page)).toBe("Type the 6-digit code");
    }
  });
});

describe("a body", () => {
  const type = "application/x-www-form-urlencoded";

  test.each(["/sign-in", "/sign-in/code", "/sign-out", HOME])(
    "over 64 KiB is refused at %s, in words",
    async (path) => {
      const body = `email=${"a".repeat(64 * 1024)}`;
      for (const length of [{}, { "content-length": String(body.length) }]) {
        const page = await firms
          .visit(firms.north)
          .send("POST", path, { body, headers: { "content-type": type, ...length } });
        expect(page.status).toBe(413);
        expect(headingOf(page)).toBe("That was too long");
        expectNoFault(page);
      }
    },
  );

  test("of 64 KiB is still read", async () => {
    const body = `email=${"a".repeat(64 * 1024 - 6)}`;
    const page = await firms.visit(firms.north).send("POST", "/sign-in", { body, headers: { "content-type": type } });
    expect(page.status).toBe(422);
  });
});

test("every page forbids being framed, sniffed, indexed, kept and scripted by anybody else", async () => {
  const office = firms.visitOffice();
  const pages = [await jane.get(HOME), await outsider.get("/x"), await office.get("/"), await jane.get("/x/y/z")];
  for (const { headers, text } of pages) {
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|connect-src/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    expect(text).not.toMatch(/ style="| on[a-z]+="|<style|<script(?![^>]* src="\/assets\/)/);
  }
});
