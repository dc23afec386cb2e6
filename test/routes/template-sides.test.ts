// Two templates beside each other on what the PSA says of one portal's company: only what a client would see, and why not the rest.
import { afterAll, beforeAll, expect, test } from "vitest";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { shapeTemplate } from "../../src/commands/shape-template.ts";
import { createUpdate } from "../../src/commands/write-update.ts";
import { calendarDateOf } from "../../src/domain/calendar-date.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { plainProject } from "../support/project.ts";
import { addTeamUser } from "../support/team.ts";
import { projectsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const FEE = "987,654.00";

let firms: TwoFirms;
let member: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  member = firms.visitOffice();
  await member.signIn(await addTeamUser(firms, firms.north, "member"));
});
afterAll(() => firms.stop());

const path = () => `/settings/client-portals/${firms.north.portals.get("c-acme")?.id}/template`;
const compare = (left: string, right: string, visitor = member) => visitor.get(`${path()}?left=${left}&right=${right}`);
const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });
const setFee = (isOn: boolean) => setVisibility(firms.database.db, doer(), { name: "fee", isOn });

/** The words of each of the two sides: every block has one cell of each. */
function sidesOf({ text }: Pick<Answer, "text">): [string, string] {
  const cells = text
    .split('<div class="side">')
    .slice(1)
    .map((cell) => wordsOf({ text: cell.split("</div>")[0] ?? "" }));
  const side = (place: number) => cells.filter((_, index) => index % 2 === place).join(" ");
  return [side(0), side(1)];
}

/** What a block's row says, its heading first. */
function rowOf({ text }: Pick<Answer, "text">, name: string): string | undefined {
  const rows = text.split("<h3>").map((row) => wordsOf({ text: row.split("</li>")[0] ?? "" }));
  return rows.find((row) => row.startsWith(name));
}

test("asks the PSA only when somebody compares", async () => {
  const reads = async () => (await auditCounts(firms, firms.north))["psa.read_company_work"] ?? 0;
  const before = await reads();
  const page = await member.get(path());
  expect(wordsOf(page)).toContain("Side by side, on what Acme NORTHMARK has now");
  expect(await reads()).toBe(before);
});

test("shows real values on both sides, and for each field that is hidden why", async () => {
  await setFee(false);
  const page = await compare("owner", "contractor");
  const [owner, contractor] = sidesOf(page);
  expect(owner).toContain("Milestones: Permit set NORTHMARK ACMEMARK");
  expect(owner).toContain("Fee: switched off");
  expect(owner).toContain("Invoices: nothing in the PSA");
  // No switch would bring it back: the template's own word goes first, as in the table above.
  expect(owner).toContain("Team utilisation: hidden in this template");
  expect(contractor).toContain("Milestones: Permit set NORTHMARK ACMEMARK");
  expect(rowOf(page, "Fee")).toMatch(/^Fee Only in Owner Owner .* Contractor not in this template$/);
  expect(owner + contractor).not.toContain(FEE);
});

test("says of each block whether it differs and in what, and marks the field that does", async () => {
  const page = await compare("owner", "contractor");
  expect(rowOf(page, "Milestones")).toMatch(
    /^Milestones Differs: order, emphasis Owner 3 of 7 .*Contractor 1 of 6, stands out/,
  );
  expect(rowOf(page, "Team")).toMatch(/^Team(?! Differs)/);
  await shapeTemplate(firms.database.db, doer(), { template: "contractor", field: "teamProfiles", change: "hide" });
  const hidden = "differs: Full team profiles: hidden in this template";
  const changed = await compare("owner", "contractor");
  expect(rowOf(changed, "Team")).toMatch(/^Team Differs: content/);
  expect(sidesOf(changed)[1]).toContain(hidden);
  await shapeTemplate(firms.database.db, doer(), { template: "contractor", field: "teamProfiles", change: "show" });
  expect(wordsOf(await compare("owner", "owner"))).toContain("Both show the same.");
});

test("says none of updates while none is published, and of those of another company nothing", async () => {
  const publish = (id: string, companyId: string, action: "save" | "publish") =>
    createUpdate(firms.database.db, doer(), {
      project: plainProject(id, { companyId: companyId as CompanyId, name: `Written about ${id}` }),
      draft: { authorName: "Maya Oduya", datedOn: calendarDateOf(firms.clock.now()), percents: [], body: "Text" },
      action,
    });
  const updates = async () => rowOf(await compare("owner", "engineer"), "Updates");
  await publish("p-1", "c-acme", "save");
  await publish("p-2", "c-birch", "publish");
  expect(await updates()).toMatch(/Owner .* Updates: none Engineer .* Updates: none$/);
  await publish("p-1", "c-acme", "publish");
  expect(await updates()).toMatch(/Updates: about Library renewal NORTHMARK ACMEMARK Engineer /);
});

test("shows a value exactly where a client would see it", async () => {
  await setFee(true);
  const [owner, contractor] = sidesOf(await compare("owner", "contractor"));
  expect(owner).toContain(FEE);
  expect(contractor).not.toContain(FEE);
  await shapeTemplate(firms.database.db, doer(), { template: "contractor", block: "fee", change: "show" });
  expect(sidesOf(await compare("owner", "contractor"))[1]).toContain(FEE);
  await setFee(false);
});

test("leaves out what no client sees: projects that are archived or drafts", async () => {
  const named = projectsOf("north").map((row) => (row.id === "p-1" ? { ...row, status: "archived" } : row));
  await firms.north.csv.write("projects.csv", named);
  const words = wordsOf(await compare("owner", "engineer"));
  expect(words).toContain("nothing in the PSA");
  expect(words).not.toContain("Permit set NORTHMARK ACMEMARK");
  await firms.north.csv.write("projects.csv", projectsOf("north"));
});

test("says so when the PSA cannot be read, and shows nothing in its place", async () => {
  await firms.north.csv.writeText("projects.csv", "nothing\n");
  const page = await compare("owner", "engineer");
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toContain("under Settings → Connections, and mend what it lists.");
  expect(page.text).not.toContain("Permit set NORTHMARK ACMEMARK");
  await firms.north.csv.write("projects.csv", projectsOf("north"));
});

test("is for members, as previews are: a viewer finds no form, and no answer by its address", async () => {
  const viewer = firms.visitOffice();
  await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
  const page = await viewer.get(path());
  expect([page.status, wordsOf(page).includes("Side by side")]).toEqual([200, false]);
  for (const query of ["left=owner&right=engineer", "left=owner", "right=owner", "left="]) {
    const refused = await viewer.get(`${path()}?${query}`);
    expect([refused.status, refused.text.includes("Permit set")]).toEqual([403, false]);
  }
});

test("writes down each comparison, and none that is refused", async () => {
  const compared = async () => (await auditCounts(firms, firms.north))["template.compare"] ?? 0;
  const before = await compared();
  await member.get(path());
  await compare("owner", "boss");
  expect(await compared()).toBe(before);
  await compare("owner", "engineer");
  expect(await compared()).toBe(before + 1);
});

test("shows the project manager as the switches of the team let clients see them", async () => {
  const setSwitch = (name: "team_names" | "team_profiles", isOn: boolean) =>
    setVisibility(firms.database.db, doer(), { name, isOn });
  const seen = async () => sidesOf(await compare("owner", "contractor"))[0];
  expect(await seen()).toMatch(/Project manager: Maya A\. Project manager’s full profile: switched off/);
  await setSwitch("team_profiles", true);
  expect(await seen()).toMatch(/Project manager: Maya Oduya .*Project manager’s full profile: maya@northmark\.example/);
  await setSwitch("team_names", false);
  expect(await seen()).toMatch(/Project manager: switched off Project manager’s full profile: hidden with the field/);
  await setSwitch("team_profiles", false);
  await setSwitch("team_names", true);
});

test("refuses what is no template, and shows another firm nothing", async () => {
  for (const [left, right] of [
    ["boss", "owner"],
    ["owner", ""],
    ["", ""],
  ] as const)
    expect((await compare(left, right)).status).toBe(404);
  expect((await member.get(`${path()}?left=owner`)).status).toBe(404);
  const south = firms.visitOffice();
  await south.signIn(firms.south.admin);
  const page = await compare("owner", "engineer", south);
  expect(page.status).toBe(404);
  expect(page.text).not.toContain("NORTHMARK");
  expect(headingOf(await compare("owner", "engineer", firms.visitOffice()))).toBe("Sign in to your firm’s office");
});
