// What a page of the office says was done: whoever did it reads it once, and no address makes a page say it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectToGuarded, makeGuardedVendor } from "../support/guarded-vendor.ts";
import { wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const CONNECTIONS = "/settings/connections";
const BRANDING = "/settings/client-portals/branding";
const DEFAULTS = "/settings/client-portals/defaults";
const VISIBILITY = "/settings/data-visibility";
const COOKIE = "__Host-prolens_office_told";
const shipped = { template: "owner", locale: "browser", pulse: "two_weeks" };

let firms: TwoFirms;
let admin: Visitor;
beforeAll(async () => {
  const vendor = makeGuardedVendor();
  firms = await startTwoFirms({ isSecure: true, connect: connectToGuarded(vendor, () => firms) });
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
});
afterAll(() => firms.stop());

const portal = () => `/settings/client-portals/${firms.north.portals.get("c-acme")?.id}/visibility`;
const save = () => admin.postOnly(DEFAULTS, shipped);

describe("an address", () => {
  const queries = [
    ...["connected", "rotated", "reconnected", "disconnected"].map((done) => `${CONNECTIONS}?done=${done}`),
    ...["words", "picture", "reset", "constructor"].map((saved) => `${BRANDING}?saved=${saved}`),
    `${DEFAULTS}?saved=yes`,
    `${VISIBILITY}?asked=hours`,
  ];

  test.each(queries)("%s is the page as it is", async (address) => {
    const [path = ""] = address.split("?");
    expect((await admin.get(address)).text).toBe((await admin.get(path)).text);
  });

  test("of one portal's switches is the page as it is", async () => {
    expect((await admin.get(`${portal()}?asked=hours`)).text).toBe((await admin.get(portal())).text);
  });
});

describe("whoever did it", () => {
  const words = { connection: "Disconnected. What was read is forgotten.", defaults: "Saved. It counts" };

  test("reads so on the page that follows, and no more when it is loaded again", async () => {
    const answer = await save();
    expect(answer.location).toBe(DEFAULTS);
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-prolens_office_told=saved/);
    expect(cookie.split("; ")).toEqual(
      expect.arrayContaining(["Max-Age=60", "Path=/", "HttpOnly", "Secure", "SameSite=Lax"]),
    );
    expect(wordsOf(await admin.get(DEFAULTS))).toContain(words.defaults);
    expect(admin.cookies.has(COOKIE)).toBe(false);
    expect(wordsOf(await admin.get(DEFAULTS))).not.toContain(words.defaults);
  });

  test("is told on no other page, and reads it when they come to its own", async () => {
    await admin.get(DEFAULTS);
    await save();
    for (const path of [BRANDING, CONNECTIONS, VISIBILITY, portal()])
      expect((await admin.get(path)).text).not.toContain('role="status"');
    expect(wordsOf(await admin.get(DEFAULTS))).toContain(words.defaults);
  });

  test("of one portal is told nothing at the page of all portals", async () => {
    await admin.send("GET", `${portal()}/hours`, { follow: false });
    expect((await admin.get(VISIBILITY)).text).not.toContain('role="status"');
    expect(wordsOf(await admin.get(portal()))).toContain("There is nothing to confirm: Hours is on already.");
  });

  test("reads what became of a connection; a click that changed nothing says nothing", async () => {
    const form = /name="connection" value="([^"]+)"/.exec((await admin.get(`${CONNECTIONS}/disconnect`)).text);
    expect(wordsOf(await admin.post(`${CONNECTIONS}/disconnect`, { connection: form?.[1] ?? "" }))).toContain(
      words.connection,
    );
    const again = await admin.post(`${CONNECTIONS}/disconnect`, { connection: form?.[1] ?? "" });
    expect(wordsOf(again)).toContain("PSA: Disconnected");
    expect(again.text).not.toContain('role="status"');
  });
});

test.each(["%", "saved", "saved%20", "__proto__", "saved%20%2Fsettings%2Fconnections"])(
  "a cookie that says %j is nothing that a page says",
  async (value) => {
    admin.setCookie(COOKIE, value);
    for (const path of [DEFAULTS, BRANDING, CONNECTIONS]) {
      const page = await admin.get(path);
      expect([page.status, page.text.includes('role="status"')]).toEqual([200, false]);
    }
  },
);
