// Where a session counts and for how long. The address decides the portal, never a cookie; a session opens one host.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tokenId } from "../../src/identity/secrets.ts";
import { headingOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = DAY_MS / 24;
const PORTAL = "prolens_portal";
const OFFICE = "prolens_office";
const REGISTER = "/settings/client-portals";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

const ofAcme = ["jane@acme.north.example", "both@firms.north.example"];
let turns = 0;
/** A contact of Acme in a browser of their own; in turns, for an email is sent only so many codes. */
async function someoneOfAcme(): Promise<Visitor> {
  const visitor = firms.visit(firms.north);
  turns++;
  await visitor.signIn(ofAcme[turns % ofAcme.length] ?? "");
  return visitor;
}

async function adminOf(firm: "north" | "south"): Promise<Visitor> {
  const visitor = firms.visitOffice();
  await visitor.signIn(firms[firm].admin);
  return visitor;
}

const isInside = async (visitor: Visitor) => (await visitor.get("/acme-northmark")).text.includes("Library renewal");
const isAtWork = async (visitor: Visitor) => headingOf(await visitor.get(REGISTER))?.includes("client compan") ?? false;

describe("a client's session", () => {
  test("is of no use at another firm's host", async () => {
    const south = firms.visit(firms.south);
    south.stealCookies(await someoneOfAcme());
    for (const path of ["/", "/acme-southmark", "/acme-northmark"]) {
      expect(headingOf(await south.get(path))).toBe("See your projects");
    }
  });

  test("is of no use at the office, under its own name, the office's, or with a firm's id in front", async () => {
    const token = (await someoneOfAcme()).cookies.get(PORTAL) ?? "";
    expect(token.length).toBeGreaterThan(40);
    for (const [name, value] of [
      [PORTAL, token],
      [OFFICE, token],
      [OFFICE, `${firms.north.firm.id}.${token}`],
    ] as const) {
      const office = firms.visitOffice();
      office.setCookie(name, value);
      expect(headingOf(await office.get(REGISTER))).toBe("Sign in to your firm’s office");
    }
  });

  test("lives thirty days from the last visit", async () => {
    const visitor = await someoneOfAcme();
    firms.clock.advance(29 * DAY_MS);
    expect(await isInside(visitor)).toBe(true);
    firms.clock.advance(29 * DAY_MS);
    expect(await isInside(visitor)).toBe(true);
    firms.clock.advance(30 * DAY_MS);
    const page = await visitor.get("/acme-northmark");
    expect(headingOf(page)).toBe("See your projects");
  });

  test("ends after thirty days without one, on the server and whatever the cookie says", async () => {
    const visitor = await someoneOfAcme();
    const thief = firms.visit(firms.north);
    thief.stealCookies(visitor);
    firms.clock.advance(30 * DAY_MS - 1);
    const early = firms.visit(firms.north);
    early.stealCookies(visitor);
    firms.clock.advance(1);
    expect(await isInside(thief)).toBe(false);
    expect(await isInside(early)).toBe(false);
  });

  test("is prolonged at most once a day, so that a load writes nothing", async () => {
    const visitor = await someoneOfAcme();
    firms.clock.advance(HOUR_MS);
    const soon = await visitor.get("/acme-northmark");
    expect(soon.headers.getSetCookie()).toEqual([]);
    firms.clock.advance(DAY_MS);
    const later = await visitor.get("/acme-northmark");
    expect(later.headers.getSetCookie()).toEqual([expect.stringContaining("Max-Age=2592000")]);
  });

  test.each(["", "x", "x".repeat(10_240), "../..", "%00", "a.b.c", "' or '1'='1", "💥"])(
    "that was made up (%#) is none",
    async (token) => {
      const visitor = firms.visit(firms.north);
      visitor.setCookie(PORTAL, encodeURIComponent(token));
      const page = await visitor.get("/acme-northmark");
      expect([page.status, headingOf(page)]).toEqual([200, "See your projects"]);
    },
  );

  test("is what is stored hashed: the stored id in the cookie opens nothing", async () => {
    const visitor = await someoneOfAcme();
    const thief = firms.visit(firms.north);
    thief.setCookie(PORTAL, tokenId(visitor.cookies.get(PORTAL) ?? ""));
    expect(await isInside(thief)).toBe(false);
  });

  test("of the one portal does not get in the way of the other's: two people in one browser at two firms", async () => {
    const north = await someoneOfAcme();
    const south = firms.visit(firms.south);
    south.stealCookies(north);
    await south.signIn("bo@birch.south.example");
    north.stealCookies(south);
    expect((await south.get("/birch-southmark")).text).toContain("Clinic fit-out SOUTHMARK");
  });
});

describe("a session at the office", () => {
  test("lives twelve hours, visited or not", async () => {
    const admin = await adminOf("north");
    firms.clock.advance(11 * HOUR_MS);
    expect(await isAtWork(admin)).toBe(true);
    firms.clock.advance(HOUR_MS - 1);
    expect(await isAtWork(admin)).toBe(true);
    firms.clock.advance(1);
    expect(await isAtWork(admin)).toBe(false);
  });

  test("is of no use at any firm's portals, also renamed", async () => {
    const value = (await adminOf("north")).cookies.get(OFFICE) ?? "";
    const [, token = ""] = value.split(".");
    for (const cookie of [value, token]) {
      const visitor = firms.visit(firms.north);
      visitor.setCookie(PORTAL, cookie);
      visitor.setCookie(OFFICE, cookie);
      expect(headingOf(await visitor.get("/acme-northmark"))).toBe("See your projects");
    }
  });

  test("of one firm's admin with another firm's id in front is none", async () => {
    const [, token = ""] = ((await adminOf("north")).cookies.get(OFFICE) ?? "").split(".");
    for (const forged of [
      `${firms.south.firm.id}.${token}`,
      `${firms.south.firm.id}.${token}.${firms.north.firm.id}`,
      `.${token}`,
      token,
      `${firms.north.firm.id.toUpperCase()}.${token}`,
      `${firms.north.firm.id}' or '1'='1.${token}`,
    ]) {
      const office = firms.visitOffice();
      office.setCookie(OFFICE, forged);
      expect(await isAtWork(office)).toBe(false);
    }
  });

  test("ends with signing out, also for a copy of the cookie", async () => {
    const admin = await adminOf("south");
    const thief = firms.visitOffice();
    thief.stealCookies(admin);
    expect(await isAtWork(thief)).toBe(true);
    await admin.post("/sign-out", {});
    expect(await isAtWork(thief)).toBe(false);
    expect(admin.cookies.has(OFFICE)).toBe(false);
  });
});

test("every cookie is out of reach of scripts and other hosts, and of other sites' forms", async () => {
  const visitor = firms.visit(firms.north);
  const asked = await visitor.postOnly("/sign-in", { email: "cookies@elsewhere.example" });
  const entered = await visitor.postOnly("/sign-in/code", { code: visitor.newestCode("cookies@elsewhere.example") });
  const set = [...asked.headers.getSetCookie(), ...entered.headers.getSetCookie()];
  expect(set.length).toBe(3);
  for (const line of set) {
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).toMatch(/; Path=\//);
    expect(line).not.toMatch(/Domain=/i);
  }
});
