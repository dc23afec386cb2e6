// What one portal shows: a switch that is set for it alone goes before the one for all, on its own page and on the next load.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setPortalSwitch } from "../../src/commands/set-portal-switch.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { type SwitchSetting, visibilitySwitchNames } from "../../src/domain/visibility.ts";
import { postAgreed } from "../support/agree.ts";
import { auditCounts, decisionBehind } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { contactsOf, startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const VISIBILITY = "/settings/data-visibility";
const HOME = "/acme-northmark";
const PROJECT = `${HOME}/projects/p-1`;
const PERSON = "/settings/client-portals/diagnose/person?email=jane@acme.north.example&portal=acme-northmark";
const FEE = "987,654.00";

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
});
beforeEach(async () => {
  for (const company of ["c-acme", "c-birch"])
    for (const name of visibilitySwitchNames) await setAt(company, name, "inherit");
  await setVisibility(firms.database.db, doer(), { name: "fee", isOn: false });
  await setVisibility(firms.database.db, doer(), { name: "cross_project", isOn: true });
});
afterAll(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });

function portalOf(company: string) {
  const portal = firms.north.portals.get(company);
  if (!portal) throw new Error(`the sample has a portal for ${company}`);
  return portal;
}

function setAt(company: string, name: (typeof visibilitySwitchNames)[number], to: SwitchSetting) {
  return setPortalSwitch(firms.database.db, doer(), { portalId: portalOf(company).id, name, to });
}

const pathOf = (company: string) => `/settings/client-portals/${portalOf(company).id}/visibility`;
const isFeeShown = async () => (await jane.get(PROJECT)).text.includes(FEE);

describe("a switch of one portal", () => {
  test.each([
    ["inherit", false, false],
    ["inherit", true, true],
    ["on", false, true],
    ["on", true, true],
    ["off", false, false],
    ["off", true, false],
  ] as const)("set to %s where the one for all is %s: the fee is shown, %s", async (to, isOn, isShown) => {
    await setVisibility(firms.database.db, doer(), { name: "fee", isOn });
    await postAgreed(admin, pathOf("c-acme"), { name: "fee", to });
    expect(await isFeeShown()).toBe(isShown);
  });

  test("holds at no other portal, and goes back to the one for all", async () => {
    await setAt("c-birch", "fee", "on");
    expect(await isFeeShown()).toBe(false);
    await setAt("c-acme", "fee", "on");
    expect(await isFeeShown()).toBe(true);
    await admin.post(pathOf("c-acme"), { name: "fee", to: "inherit" });
    expect(await isFeeShown()).toBe(false);
  });

  test("counts for everybody at once as it does for one, in the pre-flight too", async () => {
    await setAt("c-acme", "cross_project", "off");
    const closed = await jane.get(HOME);
    expect((await decisionBehind(firms, firms.north, closed)).cause).toBe("scope.not_on_project");
    const page = wordsOf(await admin.get("/settings/client-portals/preflight"));
    expect(page).toContain("named on none of Acme NORTHMARK");
    expect(page).not.toContain("named on none of Birch NORTHMARK");
  });

  test("is told to the firm with the level at which it is set, and leads to its page", async () => {
    const everywhere = await admin.get(PERSON);
    expect(wordsOf(everywhere)).toContain("switched off for all portals");
    expect(everywhere.text).toContain(`href="${VISIBILITY}#fee"`);
    await setAt("c-acme", "fee", "off");
    const here = await admin.get(PERSON);
    expect(wordsOf(here)).toContain("switched off for this portal");
    expect(here.text).toContain(`href="${pathOf("c-acme")}#fee"`);
  });
});

describe("the page", () => {
  test("shows each switch with where it is set, and its other settings", async () => {
    expect(wordsOf(await admin.get(pathOf("c-acme")))).toMatch(
      /Fee: Off Inherited: off for all portals\..*Switch on here Fee Keep off here Fee/,
    );
    await setAt("c-acme", "fee", "on");
    expect(wordsOf(await admin.get(pathOf("c-acme")))).toMatch(
      /Fee: On Set for this portal\. For all portals it is off\..*Inherit \(off\) Fee Switch off here Fee/,
    );
    const all = await admin.get(VISIBILITY);
    expect(wordsOf(all)).toContain("Set apart: Acme NORTHMARK: on");
    // The portal that is set apart is none of those where a change for all is felt.
    expect(wordsOf(all)).toContain("in 2 portals.");
    expect(all.text).toContain(`href="${pathOf("c-acme")}#fee"`);
  });

  test("is reached from the register, from the template and from Data Visibility", async () => {
    for (const path of ["/settings/client-portals", pathOf("c-acme").replace("visibility", "template"), VISIBILITY])
      expect((await admin.get(path)).text).toContain(`href="${pathOf("c-acme")}"`);
  });

  test("says when the template carries nothing of it", async () => {
    await admin.post(pathOf("c-acme").replace("visibility", "template"), { template: "contractor" });
    expect(wordsOf(await admin.get(pathOf("c-acme")))).toContain(
      "The template of this portal, Contractor, does not carry it: it stays hidden, on or off.",
    );
    expect(wordsOf(await admin.get(`${pathOf("c-acme")}/fee`))).toContain("To how many people Nobody for now.");
    await admin.post(pathOf("c-acme").replace("visibility", "template"), { template: "owner" });
  });

  test("lets a viewer and a member look, and switch nothing", async () => {
    for (const role of ["member", "viewer"] as const) {
      const other = firms.visitOffice();
      await other.signIn(await addTeamUser(firms, firms.north, role));
      const page = await other.get(pathOf("c-acme"));
      expect([page.status, page.text.includes("here<")]).toEqual([200, false]);
      const wish = { name: "fee", to: "on" };
      expect((await other.post(pathOf("c-acme"), wish)).status).toBe(403);
      expect((await other.get(`${pathOf("c-acme")}/fee`)).status).toBe(403);
      expect((await other.get(`${VISIBILITY}/fee`)).status).toBe(403);
    }
    expect(await isFeeShown()).toBe(false);
  });

  test("refuses what is no switch, no setting and no portal of this firm, and changes nothing", async () => {
    const before = await auditCounts(firms, firms.north);
    for (const form of [{ name: "mood", to: "on" }, { name: "fee", to: "maybe" }, { name: "fee" }, {}])
      expect((await admin.post(pathOf("c-acme"), form as Record<string, string>)).status).toBe(404);
    const foreign = `/settings/client-portals/${firms.south.portals.get("c-acme")?.id}/visibility`;
    for (const path of [foreign, "/settings/client-portals/none/visibility"]) {
      expect((await admin.get(path)).status).toBe(404);
      expect((await admin.get(`${path}/fee`)).status).toBe(404);
      expect((await admin.post(path, { name: "hours", to: "off" })).status).toBe(404);
    }
    expect((await admin.get(`${pathOf("c-acme")}/mood`)).status).toBe(404);
    expect((await admin.get(`${VISIBILITY}/mood`)).status).toBe(404);
    expect(await auditCounts(firms, firms.north)).toEqual(before);
  });

  test("writes down who changed what", async () => {
    const before = await auditCounts(firms, firms.north);
    await admin.post(pathOf("c-acme"), { name: "hours", to: "off" });
    const after = await auditCounts(firms, firms.north);
    expect(after["portal.visibility"]).toBe((before["portal.visibility"] ?? 0) + 1);
  });
});

describe("something sensitive", () => {
  test("is confirmed before one portal shows it: what, where, to how many people, and what to check", async () => {
    const question = await admin.post(pathOf("c-acme"), { name: "fee", to: "on" });
    expect(headingOf(question)).toBe("Show fee at the portal of Acme NORTHMARK?");
    expect(wordsOf(question)).toContain("The fee of every project and how much of it is invoiced.");
    // Jane, and the one who belongs to two companies.
    expect(wordsOf(question)).toContain("2 people, who can get in");
    expect(wordsOf(question)).toContain("Check first that your agreement with Acme NORTHMARK allows it.");
    expect(await isFeeShown()).toBe(false);
    expect(question.text).toContain('name="agreed" value="yes"');
    await postAgreed(admin, pathOf("c-acme"), { name: "fee", to: "on" });
    expect(await isFeeShown()).toBe(true);
  });

  test("is everybody's full name, email and phone, too", async () => {
    const question = await admin.post(VISIBILITY, { name: "team_profiles", to: "on" });
    expect(headingOf(question)).toBe("Show full team profiles at all portals?");
    expect(wordsOf(question)).toContain("Full names, emails and phone numbers of the team and the project manager.");
    const here = await admin.post(pathOf("c-acme"), { name: "team_profiles", to: "on" });
    expect(headingOf(here)).toBe("Show full team profiles at the portal of Acme NORTHMARK?");
    expect(wordsOf(await admin.get(VISIBILITY))).toContain("Full team profiles: Off");
  });

  test("is confirmed when a portal begins to inherit it, too", async () => {
    await setVisibility(firms.database.db, doer(), { name: "fee", isOn: true });
    await setAt("c-acme", "fee", "off");
    const question = await admin.post(pathOf("c-acme"), { name: "fee", to: "inherit" });
    expect(headingOf(question)).toBe("Show fee at the portal of Acme NORTHMARK?");
    expect(question.text).toContain('name="to" value="inherit"');
    expect(await isFeeShown()).toBe(false);
    await postAgreed(admin, pathOf("c-acme"), { name: "fee", to: "inherit" });
    expect(await isFeeShown()).toBe(true);
  });

  test("is confirmed before all portals show it, with everybody who would see it counted once", async () => {
    const question = await admin.post(VISIBILITY, { name: "fee", to: "on" });
    expect(headingOf(question)).toBe("Show fee at all portals?");
    expect(wordsOf(question)).toContain("3 portals: Acme NORTHMARK, Birch NORTHMARK and Cedar NORTHMARK.");
    expect(wordsOf(question)).toContain("3 people, who can get in");
    expect(await isFeeShown()).toBe(false);
    await setAt("c-birch", "fee", "off");
    const fewer = wordsOf(await admin.get(`${VISIBILITY}/fee`));
    expect([fewer.includes("2 portals"), fewer.includes("2 people")]).toEqual([true, true]);
  });

  test("is switched off, and kept as it is, without a question", async () => {
    await setAt("c-acme", "fee", "on");
    await admin.post(pathOf("c-acme"), { name: "fee", to: "off" });
    expect(await isFeeShown()).toBe(false);
  });

  test("names no number of people where the PSA cannot tell it", async () => {
    await firms.north.csv.remove("contacts.csv");
    expect(wordsOf(await admin.get(`${pathOf("c-acme")}/fee`))).toContain("Cannot be told right now");
    expect(wordsOf(await admin.get(`${VISIBILITY}/fee`))).toContain("Cannot be told right now");
    const broken = [
      ...contactsOf("north"),
      { id: "k-30", email: "x@acme.north.example", name: "", company_id: "c-acme" },
    ];
    await firms.north.csv.write("contacts.csv", broken);
    expect(wordsOf(await admin.get(`${pathOf("c-acme")}/fee`))).toContain("At least 2 people");
    await firms.north.csv.write("contacts.csv", contactsOf("north"));
  });
});
