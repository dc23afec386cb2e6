// Settings → Client Portals → Templates: the firm's own shape of each template, from the click to the client's next load.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { resetTemplate, shapeTemplate } from "../../src/commands/shape-template.ts";
import { inFirmWrite } from "../../src/data/database.ts";
import { templateShape } from "../../src/data/schema/content-tables.ts";
import { templates } from "../../src/domain/firm.ts";
import { postAgreed } from "../support/agree.ts";
import { auditCounts, decisionsAbout } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { projectsOf, startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const TEMPLATES = "/settings/client-portals/templates";
const OWNER = `${TEMPLATES}/owner`;
const PROJECT = "/acme-northmark/projects/p-1";
const FEE = "987,654.00";

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
  await setVisibility(firms.database.db, doer(), { name: "fee", isOn: true });
});
beforeEach(async () => {
  for (const template of templates) await resetTemplate(firms.database.db, doer(), template);
});
afterAll(() => firms.stop());

function doer() {
  return { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
}

/** With the yes to what is asked where something sensitive begins to show: test/routes/newly-exposed.test.ts. */
const change = (block: string, to: string) => postAgreed(admin, OWNER, { block, to });
const labels = (text: string) => [...text.matchAll(/<h2>([^<]+)/g)].map(([, label]) => label).slice(0, 9);

const asked = new URLSearchParams({ email: "jane@acme.north.example", portal: "acme-northmark" });

async function fieldInDecision(field: string) {
  await jane.get(PROJECT);
  const decisions = await decisionsAbout(firms, firms.north, "jane@acme.north.example");
  const newest = decisions.toSorted((one, other) => Number(one.at) - Number(other.at)).at(-1);
  return newest?.body.fields[field as "budget"];
}

describe("a block", () => {
  test("that is hidden is gone from the next load, and the firm is told that it has taken it off itself", async () => {
    expect((await jane.get(PROJECT)).text).toContain(FEE);
    const page = await change("fee", "hide");
    expect(wordsOf(page)).toContain("Fee hidden");
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
    expect(await fieldInDecision("budget")).toEqual({ visible: false, cause: "scope.template" });
    const told = await admin.get(`/settings/client-portals/diagnose/person?${asked}`);
    expect(wordsOf(told)).toContain("Your firm has taken Fee off the Owner template. See the Owner template");
    expect(told.text).toContain(`href="${OWNER}#fee"`);
    await change("fee", "show");
    expect((await jane.get(PROJECT)).text).toContain(FEE);
  });

  test("that a template does not come with can be shown", async () => {
    expect(await fieldInDecision("tasks")).toEqual({ visible: false, cause: "scope.template" });
    await change("tasks", "show");
    expect(await fieldInDecision("tasks")).not.toMatchObject({ cause: "scope.template" });
  });

  test("moves past its neighbour, and not beyond the ends", async () => {
    expect(labels((await admin.get(OWNER)).text).slice(0, 3)).toEqual(["Phases", "Updates", "Milestones"]);
    expect(labels((await change("milestones", "up")).text).slice(0, 3)).toEqual(["Phases", "Milestones", "Updates"]);
    expect(labels((await change("phases", "up")).text).slice(0, 3)).toEqual(["Phases", "Milestones", "Updates"]);
    expect(labels((await change("phases", "down")).text).slice(0, 3)).toEqual(["Milestones", "Phases", "Updates"]);
  });

  test("at the side has no place among the others to be moved to, and says where it stands", async () => {
    const { text } = await admin.get(OWNER);
    const [, block = ""] = text.split('<li id="about">');
    const [head = "", rest = ""] = block.split("</h2>");
    expect(head).toContain("at the side; on a phone and on paper below the others");
    expect(rest.split("</div>")[0]).not.toContain("Move");
  });

  test("that a stored shape does not know yet is hidden until the firm shows it", async () => {
    const { db } = firms.database;
    await inFirmWrite(db, firms.north.firm.id, async (tx) => {
      const blocks = [{ name: "phases", isShown: true }] as const;
      await tx
        .insert(templateShape)
        .values({ firmId: doer().firmId, template: "owner", blocks, changedAt: doer().now, changedBy: "test" });
    });
    expect((await jane.get(PROJECT)).text).not.toContain(FEE);
    expect(wordsOf(await admin.get(OWNER))).toContain("Fee hidden");
  });

  test("of two admins who press at once, neither undoes the other's change", async () => {
    const hide = (block: "fee" | "team" | "invoices") =>
      shapeTemplate(firms.database.db, doer(), { template: "owner", block, change: "hide" });
    await Promise.all([hide("fee"), hide("team"), hide("invoices")]);
    const words = wordsOf(await admin.get(OWNER));
    for (const label of ["Fee", "Team", "Invoices"]) expect(words).toContain(`${label} hidden`);
  });
});

test("a block that stands out is marked on the client's page, and no longer once the firm says so", async () => {
  const marked = () => jane.get(PROJECT).then(({ text }) => text.match(/class="emphasised"/g)?.length ?? 0);
  const before = await marked();
  expect(wordsOf(await change("milestones", "stand_out"))).toContain("Milestones stands out");
  expect(await marked()).toBe(before + 1);
  await change("milestones", "stand_back");
  expect(await marked()).toBe(before);
});

describe("a field", () => {
  const ADDRESS = "Addressmark 7";
  const changeField = (field: string, to: string) => admin.post(OWNER, { field, to });
  beforeAll(async () => {
    const rows = projectsOf("north").map((row) => (row.id === "p-1" ? { ...row, address: ADDRESS } : row));
    await firms.north.csv.write("projects.csv", rows);
  });
  afterAll(() => firms.north.csv.write("projects.csv", projectsOf("north")));

  test("that is hidden is gone from the next load while its block stands, and the firm is told where it is settled", async () => {
    expect((await jane.get(PROJECT)).text).toContain(ADDRESS);
    const page = await changeField("address", "hide");
    expect(wordsOf(page)).toContain("Address (hidden) Show");
    const project = await jane.get(PROJECT);
    expect(project.text).not.toContain(ADDRESS);
    expect(wordsOf(project)).toContain("Maya A.");
    expect(await fieldInDecision("address")).toEqual({ visible: false, cause: "scope.template" });
    const told = await admin.get(`/settings/client-portals/diagnose/person?${asked}`);
    expect(wordsOf(told)).toContain("The portal’s template shows About the project without it. See the Owner template");
    expect(told.text).toContain(`href="${OWNER}#about"`);
    expect(wordsOf(await changeField("address", "show"))).toContain("Address Hide");
    expect((await jane.get(PROJECT)).text).toContain(ADDRESS);
  });

  test("that comes hidden can be shown, as far as its switch is on", async () => {
    expect(wordsOf(await admin.get(OWNER))).toContain("Team utilisation (hidden)");
    expect(await fieldInDecision("utilisation")).toMatchObject({ visible: false });
    expect(wordsOf(await changeField("utilisation", "show"))).toContain("Team utilisation (switched off)");
    expect(await fieldInDecision("utilisation")).toEqual({ visible: false, cause: "scope.toggle" });
  });

  test("without which its block would be empty is hidden with the block alone", async () => {
    for (const field of ["hours", "tasks", "teamNames", "invoices", "nothing"])
      expect((await changeField(field, "hide")).status).toBe(404);
    expect((await changeField("address", "up")).status).toBe(404);
  });
});

describe("the page", () => {
  test("names which portals have the template, and can bring it back as it came", async () => {
    const shipped = await admin.get(OWNER);
    expect(headingOf(shipped)).toBe("Owner template");
    expect(wordsOf(shipped)).toContain("3 portals have it: Acme NORTHMARK");
    expect(shipped.text).not.toContain("Reset to default");
    const changed = await change("fee", "hide");
    expect(wordsOf(changed)).toContain("Your firm has changed the Owner template. Reset to default");
    const reset = await postAgreed(admin, `${OWNER}/reset`, {});
    expect(wordsOf(reset)).toContain("The Owner template is as it comes with the program.");
    expect((await jane.get(PROJECT)).text).toContain(FEE);
  });

  test("says so when nothing is left to see", async () => {
    for (const block of ["phases", "updates", "milestones", "fee", "invoices", "team", "about", "pulse"])
      await change(block, "hide");
    expect(wordsOf(await admin.get(OWNER))).toContain("clients see the names of their projects and nothing else");
    expect((await jane.get(PROJECT)).status).toBe(200);
  });

  test("lets a member and a viewer look and only an admin change", async () => {
    for (const role of ["member", "viewer"] as const) {
      const other = firms.visitOffice();
      await other.signIn(await addTeamUser(firms, firms.north, role));
      const page = await other.get(OWNER);
      expect([page.status, page.text.includes("Move up")]).toEqual([200, false]);
      expect((await other.post(OWNER, { block: "fee", to: "hide" })).status).toBe(403);
      expect((await other.post(`${OWNER}/reset`, {})).status).toBe(403);
    }
    expect((await jane.get(PROJECT)).text).toContain(FEE);
  });

  test("is the sign-in page for whoever is not signed in", async () => {
    const stranger = firms.visitOffice();
    for (const page of [
      await stranger.get(OWNER),
      await stranger.post(OWNER, { block: "fee", to: "hide" }),
      await stranger.post(`${OWNER}/reset`, {}),
    ])
      expect(headingOf(page)).toBe("Sign in to your firm’s office");
  });

  test("refuses what is no template, no block and no change, and changes nothing", async () => {
    const before = await auditCounts(firms, firms.north);
    expect((await admin.get(`${TEMPLATES}/boss`)).status).toBe(404);
    expect((await admin.post(`${TEMPLATES}/boss`, { block: "fee", to: "hide" })).status).toBe(404);
    expect((await admin.post(`${TEMPLATES}/boss/reset`, {})).status).toBe(404);
    for (const [block, to] of [
      ["mood", "hide"],
      ["fee", "sideways"],
      ["", ""],
    ] as const)
      expect((await change(block, to)).status).toBe(404);
    await postAgreed(admin, `${OWNER}/reset`, {});
    expect(await auditCounts(firms, firms.north)).toEqual(before);
  });

  test("writes down who changed what, and leaves the other firm as it was", async () => {
    const before = await auditCounts(firms, firms.north);
    await change("fee", "hide");
    await postAgreed(admin, `${OWNER}/reset`, {});
    await change("fee", "hide");
    const after = await auditCounts(firms, firms.north);
    expect(after["template.shape"]).toBe((before["template.shape"] ?? 0) + 2);
    expect(after["template.reset"]).toBe((before["template.reset"] ?? 0) + 1);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    const page = await south.get(OWNER);
    expect(wordsOf(page)).toContain("The Owner template is as it comes with the program.");
    expect(page.text).not.toContain("NORTHMARK");
  });

  test("shows every template, the first one where none is named", async () => {
    expect(headingOf(await admin.get(TEMPLATES))).toBe("Owner template");
    for (const template of templates) expect((await admin.get(`${TEMPLATES}/${template}`)).status).toBe(200);
  });
});
