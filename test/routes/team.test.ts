// Who is in a firm's team: what a role opens, what a change of it does to somebody at work, and that an admin is always left.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { removeTeamUser } from "../../src/commands/remove-team-user.ts";
import { setContactEmail } from "../../src/commands/set-contact-email.ts";
import { setTeamUser } from "../../src/commands/set-team-user.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { readFirm } from "../../src/data/queries/firms.ts";
import { listTeam } from "../../src/data/queries/team.ts";
import { audit, type TeamRole, teamSession } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { type Side, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const update = { project: "p-1", dated_on: "2026-11-20", author: "Maya Oduya", body: "The walls are up." };

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

const doer = (side: Side = "north") => ({
  firmId: firms[side].firm.id,
  actor: "command line",
  now: firms.clock.now(),
});
const set = (email: string, role: TeamRole, side?: Side) =>
  setTeamUser(firms.database.db, doer(side), { email: email as Email, role });
const remove = (email: string, side?: Side) => removeTeamUser(firms.database.db, doer(side), email as Email);
const team = async () =>
  (await inFirmRead(firms.database.db, firms.north.firm.id, listTeam)).map(({ email, role }) => `${email} ${role}`);
const written = (action: string) =>
  inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
    tx.select({ actor: audit.actor, subject: audit.subject }).from(audit).where(eq(audit.action, action)),
  );
const sessions = () => inFirmRead(firms.database.db, firms.north.firm.id, (tx) => tx.select().from(teamSession));

async function signedIn(email: string): Promise<Visitor> {
  const visitor = firms.visitOffice();
  await visitor.signIn(email);
  return visitor;
}
const publish = async (who: Visitor) => (await who.postOnly("/updates/new", { ...update, do: "publish" })).status;
const save = async (who: Visitor) => (await who.postOnly("/updates/new", { ...update, do: "save" })).status;

test("a member writes, and another role counts on their next load", async () => {
  expect(await set("maya@north.example", "member")).toBe("added");
  const maya = await signedIn("maya@north.example");
  expect([await save(maya), await publish(maya)]).toEqual([303, 403]);
  expect(await set("maya@north.example", "admin")).toBe("changed");
  expect(await publish(maya)).toBe(303);
  expect(await set("maya@north.example", "viewer")).toBe("changed");
  expect([await save(maya), (await maya.get("/updates")).status]).toEqual([403, 200]);
  expect(await set("maya@north.example", "viewer")).toBe("same");
  expect(await written("team.add")).toEqual([
    { actor: "command line", subject: { email: "maya@north.example", role: "member" } },
  ]);
  expect((await written("team.role")).map(({ subject }) => subject)).toEqual([
    { email: "maya@north.example", role: "admin", before: "member" },
    { email: "maya@north.example", role: "viewer", before: "admin" },
  ]);
});

test("a removed member's session is over at once, and they cannot sign in again", async () => {
  await set("leon@north.example", "member");
  const leon = await signedIn("leon@north.example");
  expect(headingOf(await leon.get("/updates"))).toBe("Updates");
  const before = (await sessions()).length;
  expect(await remove("leon@north.example")).toBe("removed");
  expect((await sessions()).length).toBe(before - 1);
  expect(headingOf(await leon.get("/updates"))).not.toBe("Updates");
  expect(await save(leon)).not.toBe(303);
  expect((await written("team.remove")).map(({ subject }) => subject)).toEqual([
    { email: "leon@north.example", role: "member" },
  ]);
  expect(await remove("leon@north.example")).toBe("none");
});

test("the only admin is neither removed nor lowered, also when two admins remove each other at once", async () => {
  const admin = firms.north.admin;
  expect([await remove(admin), await set(admin, "member")]).toEqual(["only_admin", "only_admin"]);
  await set("second@north.example", "admin");
  const ends = await Promise.all([remove(admin), remove("second@north.example")]);
  expect(ends.sort()).toEqual(["only_admin", "removed"]);
  expect((await team()).filter((one) => one.endsWith(" admin"))).toHaveLength(1);
});

test("another firm's team is out of reach", async () => {
  await set("zoe@north.example", "viewer");
  expect(await remove("zoe@north.example", "south")).toBe("none");
  expect(await set("zoe@north.example", "admin", "south")).toBe("added");
  expect(await team()).toContain("zoe@north.example viewer");
});

describe("Settings → Team", () => {
  const TEAM = "/settings/team";
  const doNorth = () => ({ db: firms.database.db, firmId: firms.north.firm.id });
  const idOf = async (email: string) =>
    (await inFirmRead(doNorth().db, doNorth().firmId, listTeam)).find((one) => one.email === email)?.id ?? "none";
  const contact = async () => (await inFirmRead(doNorth().db, doNorth().firmId, readFirm)).contactEmail;
  const send = (who: Visitor, below: string, form: Record<string, string> = {}) => who.post(`${TEAM}${below}`, form);
  let boss: Visitor;
  beforeAll(async () => {
    for (const one of await team()) if (one.endsWith(" viewer")) await remove(one.split(" ")[0] ?? "");
    await set("boss@north.example", "admin");
    boss = await signedIn("boss@north.example");
  });

  test("lists everybody with role and last sign-in; an admin adds, changes and removes, and each is audited", async () => {
    await send(boss, "", { email: " Ida@North.example ", role: "member" });
    const ida = await idOf("ida@north.example");
    expect(wordsOf(await boss.get(TEAM))).toContain("ida@north.example Member just now not known");
    await signedIn("ida@north.example");
    expect(wordsOf(await boss.get(TEAM))).toContain("ida@north.example Member just now just now");
    await send(boss, `/${ida}/role`, { role: "viewer", before: "member" });
    expect(await team()).toContain("ida@north.example viewer");
    await send(boss, `/${ida}/remove`);
    expect((await team()).some((one) => one.startsWith("ida@"))).toBe(false);
    const actors = [...(await written("team.add")), ...(await written("team.role")), ...(await written("team.remove"))]
      .filter(({ subject }) => JSON.stringify(subject).includes("ida@"))
      .map(({ actor }) => actor);
    expect(actors).toEqual(["boss@north.example", "boss@north.example", "boss@north.example"]);
  });

  test("changes nothing for whom another admin has changed meanwhile, who is there already, or what is no email", async () => {
    await set("kai@north.example", "member");
    const kai = await idOf("kai@north.example");
    const stale = await send(boss, `/${kai}/role`, { role: "admin", before: "viewer" });
    expect([stale.status, wordsOf(stale).includes("another role meanwhile")]).toEqual([422, true]);
    const again = await send(boss, "", { email: "kai@north.example", role: "admin" });
    expect([again.status, wordsOf(again).includes("kai@north.example is in the team already")]).toEqual([422, true]);
    const none = await send(boss, "", { email: "kai<b>", role: "member" });
    expect([none.status, none.text.includes("kai<b>")]).toEqual([422, false]);
    const unknown = await send(boss, "", { email: "new@north.example", role: "owner" });
    expect([unknown.status, unknown.text.includes("Type an email address")]).toEqual([422, false]);
    expect(wordsOf(unknown)).toContain("Nobody was added: choose one of the three roles in the list");
    expect(unknown.text).toContain('value="new@north.example"');
    expect(await team()).toContain("kai@north.example member");
    await remove("kai@north.example");
  });

  test("asks to whom clients write before that person leaves, and settles both at once", async () => {
    await setContactEmail(firms.database.db, doer(), "kim@north.example" as Email);
    await set("kim@north.example", "member");
    const kim = await idOf("kim@north.example");
    expect(headingOf(await send(boss, `/${kim}/remove`))).toBe("Whom do clients write to from now on?");
    expect((await send(boss, `/${kim}/remove`, { contact: "nobody" })).status).toBe(422);
    expect(await team()).toContain("kim@north.example member");
    const left = await send(boss, `/${kim}/remove`, { contact: "help@north.example" });
    expect(wordsOf(left)).toContain("Clients who need help write to help@north.example");
    expect([await contact(), (await team()).some((one) => one.startsWith("kim@"))]).toEqual([
      "help@north.example",
      false,
    ]);
    expect((await written("firm.contact")).at(-1)?.subject).toEqual({
      email: "help@north.example",
      before: "kim@north.example",
    });
    await send(boss, "/contact", { contact: "office@north.example" });
    expect(await contact()).toBe("office@north.example");
    expect((await send(boss, "/contact", { contact: "x" })).status).toBe(422);
  });

  test("leaves an admin: the page offers nothing for the only one, and a form of before is refused", async () => {
    for (const one of await team())
      if (one.endsWith(" admin") && !one.startsWith("boss@")) await remove(one.split(" ")[0] ?? "");
    expect(wordsOf(await boss.get(TEAM))).toContain("The only admin. Make somebody else an admin first.");
    const own = await idOf("boss@north.example");
    for (const [below, form] of [
      ["role", { role: "viewer", before: "admin" }],
      ["remove", {}],
    ] as const) {
      const page = await send(boss, `/${own}/${below}`, form);
      expect([page.status, wordsOf(page).includes("is the only admin")]).toEqual([422, true]);
    }
    expect(await team()).toContain("boss@north.example admin");
  });

  test("is read by members and viewers, who change nothing; another firm's ids are nobody's", async () => {
    await set("vera@north.example", "viewer");
    const vera = await signedIn("vera@north.example");
    const page = await vera.get(TEAM);
    expect([
      page.status,
      page.text.includes("/remove"),
      wordsOf(page).includes("Only an admin changes the team"),
    ]).toEqual([200, false, true]);
    const own = await idOf("vera@north.example");
    for (const below of ["", "/contact", `/${own}/role`, `/${own}/remove`])
      expect((await vera.postOnly(`${TEAM}${below}`, { email: "a@b.example", role: "admin" })).status).toBe(403);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    for (const id of [own, "none", "%00"]) {
      expect((await south.postOnly(`${TEAM}/${id}/remove`, {})).location).toBe(TEAM);
      expect((await south.postOnly(`${TEAM}/${id}/role`, { role: "admin", before: "viewer" })).location).toBe(TEAM);
    }
    expect(await team()).toContain("vera@north.example viewer");
  });
});
