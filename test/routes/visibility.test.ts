// What a firm lets its clients see: the firm-wide switches and the template of each portal, from the click to the next load.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setTemplate } from "../../src/commands/set-template.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { postAgreed } from "../support/agree.ts";
import { auditCounts, decisionBehind, decisionsAbout } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { contactsOf, projectsOf, startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const VISIBILITY = "/settings/data-visibility";
const HOME = "/acme-northmark";
const PROJECT = `${HOME}/projects/p-1`;
const FEE = "987,654.00";

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
});
beforeEach(async () => {
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  await setVisibility(firms.database.db, doer, { name: "fee", isOn: false });
  await setVisibility(firms.database.db, doer, { name: "cross_project", isOn: true });
  await setTemplate(firms.database.db, doer, acme().id, "owner");
});
afterAll(() => firms.stop());

function acme() {
  const portal = firms.north.portals.get("c-acme");
  if (!portal) throw new Error("the sample has a portal for Acme");
  return portal;
}

const templatePath = () => `/settings/client-portals/${acme().id}/template`;
const switchTo = (name: string, to: string) => postAgreed(admin, VISIBILITY, { name, to });

async function feeInDecision() {
  await jane.get(PROJECT);
  const decisions = await decisionsAbout(firms, firms.north, "jane@acme.north.example");
  return decisions.toSorted((one, other) => Number(one.at) - Number(other.at)).at(-1)?.body.fields.budget;
}

describe("the fee", () => {
  test("is hidden until the firm switches it on, and then shown on the next load of an owner's portal", async () => {
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
    expect(await feeInDecision()).toEqual({ visible: false, cause: "scope.toggle" });
    const page = await switchTo("fee", "on");
    expect(wordsOf(page)).toContain("Fee: On");
    expect((await jane.get(PROJECT)).text).toContain(FEE);
    await switchTo("fee", "off");
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
  });

  test("stays hidden on a portal of another template, which is then named as the reason", async () => {
    await switchTo("fee", "on");
    await admin.post(templatePath(), { template: "contractor" });
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
    expect(await feeInDecision()).toEqual({ visible: false, cause: "scope.template" });
    await postAgreed(admin, templatePath(), { template: "owner" });
    expect((await jane.get(PROJECT)).text).toContain(FEE);
  });

  test("of one firm is not switched by the other", async () => {
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    await postAgreed(south, VISIBILITY, { name: "fee", to: "on" });
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
    expect((await south.post(templatePath(), { template: "contractor" })).status).toBe(404);
    expect((await south.get(templatePath())).text).not.toContain("NORTHMARK");
    await switchTo("fee", "on");
    expect((await jane.get(PROJECT)).text).toContain(FEE);
  });
});

describe("cross-project visibility", () => {
  test("off leaves a contact the projects on which they are named, on every page, and says so to the firm", async () => {
    await switchTo("cross_project", "off");
    const closed = await jane.get(HOME);
    expect(headingOf(closed)).toBe("No projects yet");
    expect((await decisionBehind(firms, firms.north, closed)).cause).toBe("scope.not_on_project");
    const named = projectsOf("north").map((row) => (row.id === "p-1" ? { ...row, contact_ids: "k-9;k-1" } : row));
    await firms.north.csv.write("projects.csv", named);
    const home = await jane.get(HOME);
    expect(home.text).toContain("Library renewal");
    expect(home.text).not.toContain("Parking repair");
    expect((await jane.get(`${HOME}/projects/p-2`)).status).toBe(404);
    await switchTo("cross_project", "on");
    expect((await jane.get(HOME)).text).toContain("Parking repair");
    await firms.north.csv.write("projects.csv", projectsOf("north"));
  });

  test("off, two contacts of one email are named together", async () => {
    await switchTo("cross_project", "off");
    const twin = { id: "k-20", email: "jane@acme.north.example", name: "Jane Doe", company_id: "c-acme" };
    await firms.north.csv.write("contacts.csv", [...contactsOf("north"), twin]);
    const named = projectsOf("north").map((row) => (row.id === "p-2" ? { ...row, contact_ids: "k-20" } : row));
    await firms.north.csv.write("projects.csv", named);
    expect((await jane.get(HOME)).text).toContain("Parking repair");
    await firms.north.csv.write("contacts.csv", contactsOf("north"));
    await firms.north.csv.write("projects.csv", projectsOf("north"));
  });
});

describe("the pages", () => {
  test("say what a change would expose before it is made, and let only an admin make it", async () => {
    expect(wordsOf(await admin.get(VISIBILITY))).toContain(
      "Shows the fee of every project and how much of it is invoiced, in 3 portals.",
    );
    for (const role of ["member", "viewer"] as const) {
      const other = firms.visitOffice();
      await other.signIn(await addTeamUser(firms, firms.north, role));
      const page = await other.get(VISIBILITY);
      expect([page.status, page.text.includes("Switch on")]).toEqual([200, false]);
      expect((await other.post(VISIBILITY, { name: "fee", to: "on" })).status).toBe(403);
      expect((await other.post(templatePath(), { template: "contractor" })).status).toBe(403);
      expect((await other.get(templatePath())).status).toBe(200);
    }
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
  });

  test("compare the four templates, with the portal's own one chosen", async () => {
    const page = await admin.get(templatePath());
    expect(headingOf(page)).toBe("Template of Acme NORTHMARK");
    expect(page.text).toMatch(/value="owner" checked/);
    expect(wordsOf(page)).toMatch(
      /Fee switched off hidden hidden hidden Profitability switched off hidden hidden hidden Invoices shown hidden/,
    );
  });

  test("lead back to where somebody came from, and to no other host", async () => {
    const back = await admin.postOnly(templatePath(), { template: "owner", next: "/settings/data-visibility" });
    expect(back.location).toBe("/settings/data-visibility");
    const away = await admin.postOnly(templatePath(), { template: "owner", next: "//evil.example" });
    expect(away.location).toBe("/");
  });

  test("refuse what is no switch, no template and no portal, and change nothing", async () => {
    const before = await auditCounts(firms, firms.north);
    for (const form of [{ name: "mood", to: "on" }, { name: "fee", to: "maybe" }, { name: "fee" }, {}])
      expect((await admin.post(VISIBILITY, form as Record<string, string>)).status).toBe(404);
    for (const template of ["", "boss", "Owner"])
      expect((await admin.post(templatePath(), { template })).status).toBe(404);
    expect((await admin.get("/settings/client-portals/none/template")).status).toBe(404);
    expect((await admin.post("/settings/client-portals/none/template", { template: "owner" })).status).toBe(404);
    expect(await auditCounts(firms, firms.north)).toEqual(before);
  });

  test("are the sign-in page for whoever is not signed in, and change nothing", async () => {
    const stranger = firms.visitOffice();
    for (const page of [
      await stranger.get(VISIBILITY),
      await stranger.post(VISIBILITY, { name: "fee", to: "on" }),
      await stranger.get(templatePath()),
      await stranger.post(templatePath(), { template: "contractor" }),
    ])
      expect(headingOf(page)).toBe("Sign in to your firm’s office");
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
  });

  test("write down who changed what", async () => {
    const before = await auditCounts(firms, firms.north);
    await switchTo("fee", "on");
    await admin.post(templatePath(), { template: "engineer" });
    const after = await auditCounts(firms, firms.north);
    expect(after["visibility.set"]).toBe((before["visibility.set"] ?? 0) + 1);
    expect(after["portal.template"]).toBe((before["portal.template"] ?? 0) + 1);
  });
});
