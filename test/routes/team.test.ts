// Who is in a firm's team: what a role opens, what a change of it does to somebody at work, and that an admin is always left.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeTeamUser } from "../../src/commands/remove-team-user.ts";
import { setTeamUser } from "../../src/commands/set-team-user.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { listTeam } from "../../src/data/queries/team.ts";
import { audit, type TeamRole, teamSession } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import { headingOf } from "../support/page.ts";
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
