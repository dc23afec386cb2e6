// Settings → Client Portals → Defaults: what the firm's portals inherit, from the form to the client's next load.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postAgreed } from "../support/agree.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const DEFAULTS = "/settings/client-portals/defaults";
const REGISTER = "/settings/client-portals";
const PROJECT = "/acme-northmark/projects/p-1";
const FEE = "987,654.00";
const shipped = { template: "owner", locale: "browser", pulse: "two_weeks" };

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
});
afterAll(() => firms.stop());

const templatePath = () => `${REGISTER}/${firms.north.portals.get("c-acme")?.id}/template`;

describe("the page", () => {
  test("shows the program's defaults until the firm changes one, and keeps what was saved", async () => {
    const before = await admin.get(DEFAULTS);
    expect(headingOf(before)).toBe("Portal defaults");
    for (const value of ["owner", "browser", "two_weeks"])
      expect(before.text).toMatch(new RegExp(`value="${value}" checked`));
    const saved = await admin.post(DEFAULTS, { template: "engineer", locale: "de", pulse: "off" });
    expect(wordsOf(saved)).toContain("Saved. It counts on the next page load.");
    for (const value of ["engineer", "de", "off"]) expect(saved.text).toMatch(new RegExp(`value="${value}" checked`));
    await admin.post(DEFAULTS, shipped);
  });

  test("lets a member and a viewer look and only an admin save", async () => {
    for (const role of ["member", "viewer"] as const) {
      const other = firms.visitOffice();
      await other.signIn(await addTeamUser(firms, firms.north, role));
      const page = await other.get(DEFAULTS);
      expect([page.status, page.text.includes("Save the defaults")]).toEqual([200, false]);
      expect((await other.post(DEFAULTS, { ...shipped, pulse: "off" })).status).toBe(403);
    }
    expect((await admin.get(DEFAULTS)).text).toMatch(/value="two_weeks" checked/);
  });

  test("is the sign-in page for whoever is not signed in", async () => {
    const stranger = firms.visitOffice();
    for (const page of [await stranger.get(DEFAULTS), await stranger.post(DEFAULTS, shipped)])
      expect(headingOf(page)).toBe("Sign in to your firm’s office");
  });

  test("refuses what its form cannot send, and changes nothing", async () => {
    const before = await auditCounts(firms, firms.north);
    for (const wrong of [{ template: "boss" }, { template: "" }, { locale: "fr" }, { locale: "" }, { pulse: "daily" }])
      expect((await admin.post(DEFAULTS, { ...shipped, ...wrong })).status).toBe(404);
    expect((await admin.post(DEFAULTS, {})).status).toBe(404);
    expect(await auditCounts(firms, firms.north)).toEqual(before);
  });

  test("writes down who saved, and leaves the other firm as it was", async () => {
    const before = await auditCounts(firms, firms.north);
    await admin.post(DEFAULTS, { ...shipped, pulse: "week" });
    const after = await auditCounts(firms, firms.north);
    expect(after["portal_defaults.set"]).toBe((before["portal_defaults.set"] ?? 0) + 1);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    expect((await south.get(DEFAULTS)).text).toMatch(/value="two_weeks" checked/);
    await admin.post(DEFAULTS, shipped);
  });
});

describe("a portal", () => {
  test("follows the firm's default template until it has one of its own, and can go back to it", async () => {
    await postAgreed(admin, "/settings/data-visibility", { name: "fee", to: "on" });
    await admin.post(templatePath(), { template: "default" });
    expect(wordsOf(await admin.get(DEFAULTS))).toContain("1 portal follows this default; 2 have their own.");
    expect(wordsOf(await admin.get(REGISTER))).toContain("Owner (default)");
    expect((await jane.get(PROJECT)).text).toContain(FEE);
    await admin.post(DEFAULTS, { ...shipped, template: "contractor" });
    expect(wordsOf(await admin.get(templatePath()))).toContain("Follow the firm’s default (Contractor)");
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
    await postAgreed(admin, templatePath(), { template: "owner" });
    expect((await jane.get(PROJECT)).text).toContain(FEE);
    expect(wordsOf(await admin.get(DEFAULTS))).toContain("0 portals follow this default; 3 have their own.");
    await admin.post(DEFAULTS, shipped);
  });
});
