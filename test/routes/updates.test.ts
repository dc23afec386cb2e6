// Updates: written in the office, published by an admin, read at the portal, and their history.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { switchOfField } from "../../src/access/checks/content.ts";
import { rotateAddress } from "../../src/commands/rotate-address.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { insertImage } from "../../src/data/queries/images.ts";
import { projectUpdate, updatePhoto, updateVersion } from "../../src/data/schema/content-tables.ts";
import { doBlocksCarry } from "../../src/domain/template.ts";
import { templateBlocks } from "../../src/domain/template-shape.ts";
import { visibilityDefaults, visibilitySwitchNames } from "../../src/domain/visibility.ts";
import { auditCounts } from "../support/decisions.ts";
import { wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { projectsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const PROJECT = "/acme-northmark/projects/p-1";
const written = {
  project: "p-1",
  dated_on: "2026-11-20",
  author: "Maya Oduya",
  body: "The **permit set** is out. <script>alert(1)</script>",
  discipline_1: "Civil",
  percent_1: "40",
};

let firms: TwoFirms;
let admin: Visitor;
let member: Visitor;
let viewer: Visitor;
let jane: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  member = firms.visitOffice();
  await member.signIn(await addTeamUser(firms, firms.north, "member"));
  viewer = firms.visitOffice();
  await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
  jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
});
beforeEach(() => inFirmWrite(firms.database.db, firms.north.firm.id, (tx) => tx.delete(projectUpdate)));
afterAll(() => firms.stop());

const updates = () => inFirmRead(firms.database.db, firms.north.firm.id, (tx) => tx.select().from(projectUpdate));
const versions = () =>
  inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
    tx.select().from(updateVersion).orderBy(updateVersion.version),
  );

/** Writes an update and returns the path of its page. */
async function write(who: Visitor, how: string, more: Record<string, string> = {}): Promise<string> {
  const { location } = await who.postOnly("/updates/new", { ...written, do: how, ...more });
  if (!location) throw new Error("the update was not kept");
  return location;
}

function showNames(isOn: boolean): Promise<unknown> {
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  return setVisibility(firms.database.db, doer, { name: "team_names", isOn });
}

describe("from draft to portal", () => {
  test("a member writes and sends to review, an admin publishes, the client reads it, and withdrawn it is gone at once", async () => {
    const before = await auditCounts(firms, firms.north);
    const path = await write(member, "save");
    expect((await jane.get(PROJECT)).text).not.toContain("permit set");
    const text = { ...written, body: "The **permit set** is out, <b>really</b>." };
    await member.post(path, { ...text, version: "1", do: "review" });
    expect((await jane.get(PROJECT)).text).not.toContain("permit set");
    expect(wordsOf(await admin.get("/updates"))).toContain("In review");
    await admin.post(path, { ...text, version: "2", do: "publish" });
    const page = await jane.get(PROJECT);
    expect(page.text).toContain("<strong>permit set</strong> is out, &lt;b>really&lt;/b>.");
    expect(wordsOf(page)).toMatch(/Updates 20 November.*By Maya O\..*Civil: 40.% complete/);
    await showNames(false);
    expect(wordsOf(await jane.get(PROJECT))).toMatch(/Updates 20 November By North Studio The/);
    await showNames(true);
    expect(wordsOf(await member.get(path))).toContain("the client reads it. To change it, withdraw it first.");
    await member.post(path, { version: "3", do: "withdraw" });
    expect((await jane.get(PROJECT)).text).not.toContain("permit set");
    expect((await versions()).map(({ version, state }) => [version, state])).toEqual([
      [1, "draft"],
      [2, "review"],
      [3, "published"],
      [4, "withdrawn"],
    ]);
    const after = await auditCounts(firms, firms.north);
    expect((after["update.write"] ?? 0) - (before["update.write"] ?? 0)).toBe(4);
    const history = wordsOf(await viewer.get(`${path}/history`));
    expect(history).toMatch(/4\. Withdrawn.*3\. Published.*2\. In review.*1\. Draft.*The \*\*permit set\*\* is out\./);
    await member.post(path, { version: "4", do: "draft" });
    expect((await updates()).map(({ state, body }) => [state, body])).toEqual([["draft", text.body]]);
  });

  test("the percent by discipline belongs to the update: neither the template nor a switch takes it away", async () => {
    await write(admin, "publish");
    const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
    const switchAll = async (stand: Partial<typeof visibilityDefaults>) => {
      for (const name of visibilitySwitchNames)
        await setVisibility(firms.database.db, doer, { name, isOn: stand[name] ?? false });
    };
    await switchAll({ cross_project: true });
    expect(doBlocksCarry(templateBlocks.owner, "disciplines")).toBe(false);
    expect(wordsOf(await jane.get(PROJECT))).toMatch(/Civil: 40.% complete/);
    await switchAll(visibilityDefaults);
    // Were there a switch for work by discipline, the percent would have to follow it.
    expect(switchOfField.disciplines).toBeUndefined();
    expect(wordsOf(await admin.get("/updates/new"))).toContain("whoever reads the update reads it");
    expect(wordsOf(await admin.get("/updates/new"))).toContain(
      "Library renewal NORTHMARK ACMEMARK, N1-NORTHMARK-ACMEMARK",
    );
  });

  test("three stand on the page, the newest first, and the earlier ones behind links, three at a time and back", async () => {
    for (const day of ["01", "04", "02", "07", "03", "06", "05"])
      await write(admin, "publish", { dated_on: `2026-11-${day}`, body: `Note of day ${day}` });
    const notesAt = async (path: string) => {
      const page = await jane.get(path);
      // The newest stands at the side once more, for paper.
      const [main = ""] = page.text.split("<aside>");
      const links = [...main.matchAll(/href="([^"]+#updates)">([^<]+)</g)].map(([, href, label]) => [label, href]);
      return { notes: [...main.matchAll(/Note of day (\d\d)/g)].map(([, day]) => day), links };
    };
    const first = {
      notes: ["07", "06", "05"],
      links: [["4 earlier updates", `${PROJECT}?earlier=3#updates`]],
    };
    expect(await notesAt(PROJECT)).toEqual(first);
    expect(await notesAt(`${PROJECT}?earlier=3`)).toEqual({
      notes: ["04", "03", "02"],
      links: [
        ["Newer updates", `${PROJECT}#updates`],
        ["1 earlier update", `${PROJECT}?earlier=6#updates`],
      ],
    });
    expect(await notesAt(`${PROJECT}?earlier=6`)).toEqual({
      notes: ["01"],
      links: [["Newer updates", `${PROJECT}?earlier=3#updates`]],
    });
    for (const asked of ["7", "999999", "-3", "1e9", "x", "", "99999999999999999999", "%00"])
      expect(await notesAt(`${PROJECT}?earlier=${asked}`)).toEqual(first);
  });

  test("what was earlier and is withdrawn is gone, and a page of it shows the newest", async () => {
    const paths: string[] = [];
    for (const day of ["01", "02", "03", "04"])
      paths.push(await write(admin, "publish", { dated_on: `2026-11-${day}`, body: `Note of day ${day}` }));
    const [oldest = ""] = paths;
    expect(wordsOf(await jane.get(`${PROJECT}?earlier=3`))).toContain("Note of day 01");
    await admin.post(oldest, { version: "1", do: "withdraw" });
    const page = wordsOf(await jane.get(`${PROJECT}?earlier=3`));
    expect(page).toMatch(/day 04.*day 03.*day 02/);
    expect(page).not.toContain("day 01");
    expect((await jane.get("/acme-northmark/projects/p-2?earlier=3")).text).not.toContain('id="updates"');
  });

  test("the home page tells of the newest published update of each project that its reader sees", async () => {
    await write(admin, "publish", { dated_on: "2026-11-18" });
    await write(admin, "publish", { dated_on: "2026-11-19", project: "p-2" });
    await write(admin, "publish", { dated_on: "2026-11-17", project: "p-4" });
    const latest = await write(admin, "publish");
    await write(admin, "save", { dated_on: "2026-11-21" });
    const told = async (who: Visitor, path: string) => {
      const { text } = await who.get(path);
      return [...text.matchAll(/Update of (\d+ \w+).*?href="([^"]+)"/gs)].map(([, day, href]) => `${day} ${href}`);
    };
    const parking = "19 November /acme-northmark/projects/p-2#updates";
    expect((await told(jane, "/acme-northmark")).sort()).toEqual([parking, `20 November ${PROJECT}#updates`]);
    await admin.post(latest, { version: "1", do: "withdraw" });
    expect((await told(jane, "/acme-northmark")).sort()).toEqual([`18 November ${PROJECT}#updates`, parking]);
    const hidden = projectsOf("north").map((row) => (row.id === "p-1" ? { ...row, status: "archived" } : row));
    await firms.north.csv.write("projects.csv", [...hidden, { ...hidden[1], id: "p-9", name: "Another" }]);
    expect(await told(jane, "/acme-northmark")).toEqual([parking]);
    await firms.north.csv.write("projects.csv", projectsOf("north"));
    const office = firms.visitOffice();
    await office.signIn(firms.south.admin);
    await write(office, "publish", { dated_on: "2026-11-16" });
    const south = firms.visit(firms.south);
    await south.signIn("jane@acme.south.example");
    expect(await told(south, "/acme-southmark")).toEqual(["16 November /acme-southmark/projects/p-1#updates"]);
  });

  test("the name of the author is the one of last time", async () => {
    expect((await member.get("/updates/new")).text).not.toContain("Maya O. at North");
    await write(member, "save", { author: "Maya O. at North" });
    expect((await member.get("/updates/new")).text).toContain("Maya O. at North");
    expect((await admin.get("/updates/new")).text).not.toContain("Maya O. at North");
  });
});

describe("the list", () => {
  const rowsOf = ({ text }: Answer) => [...text.matchAll(/<th scope="row">.*?<a [^>]*>([^<]+)<.*?"State">([^<]+)</gs)];
  const listed = async (query: string) =>
    rowsOf(await viewer.get(`/updates${query}`)).map(([, name, state]) => `${name}: ${state}`);

  test("is filtered by state and by the name of the project or the client, in the address", async () => {
    expect((await viewer.get("/updates")).text).not.toContain('type="search"');
    await write(admin, "publish");
    await write(admin, "review", { project: "p-2" });
    await write(admin, "save", { project: "p-4" });
    const all = await listed("");
    expect([all.length, await listed("?q=&state=")]).toEqual([3, all]);
    expect([await listed("?state=nonsense"), await listed(`?q=${"%00"}`)]).toEqual([all, all]);
    expect(await listed("?state=published")).toEqual(all.filter((row) => row.endsWith("Published")));
    expect(await listed("?q=BIRCH")).toEqual(all.filter((row) => row.endsWith("Draft")));
    expect(await listed("?q=birch&state=review")).toEqual([]);
    const [project = ""] = (all[0] ?? "").split(":");
    expect(await listed(`?q=${encodeURIComponent(project.toUpperCase())}`)).toContain(all[0]);
  });

  test("says how many it shows, keeps what was asked for, and counts what waits whatever is filtered", async () => {
    await write(admin, "review");
    const page = await viewer.get("/updates?q=%3Cb%3E%25&state=draft");
    expect(page.text).toMatch(/value="&lt;b>%".*<option value="draft" selected/s);
    expect(wordsOf(page)).toMatch(/Updates: 1.waits for review.*0.updates shown\. Show all.*No update is like that\./);
  });
});

describe("who may", () => {
  test("only an admin publishes, and a viewer reads", async () => {
    const path = await write(member, "save");
    expect((await member.post("/updates/new", { ...written, do: "publish" })).status).toBe(403);
    expect((await member.post(path, { ...written, version: "1", do: "publish" })).status).toBe(403);
    expect((await member.get(path)).text).not.toContain("Publish to the client");
    expect((await viewer.get("/updates/new")).status).toBe(403);
    for (const form of [
      { ...written, do: "save" },
      { ...written, version: "1", do: "review" },
    ])
      expect((await viewer.post(path, form)).status).toBe(403);
    expect([(await viewer.get(path)).status, (await viewer.get("/updates")).status]).toEqual([200, 200]);
    expect((await viewer.get(path)).text).not.toContain('name="do"');
    expect((await updates()).map(({ state }) => state)).toEqual(["draft"]);
  });

  test("nobody of another firm, no client and no stranger reads or changes one", async () => {
    const path = await write(admin, "publish");
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    for (const asked of [path, `${path}/history`]) expect((await south.get(asked)).status).toBe(404);
    expect((await south.post(path, { version: "1", do: "withdraw" })).status).toBe(404);
    expect((await south.get("/updates")).text).not.toContain("NORTHMARK");
    const client = firms.visitOffice();
    await client.signIn("jane@acme.north.example");
    for (const visitor of [client, firms.visitOffice()])
      expect((await visitor.get(path)).text).not.toContain("permit set");
    expect((await updates()).map(({ state }) => state)).toEqual(["published"]);
  });

  test("a client reads the updates of the very project, and of no other company's", async () => {
    await write(admin, "publish", { project: "p-4", body: "About the clinic" });
    await write(admin, "publish", { project: "p-2", body: "About the parking" });
    expect((await jane.get(PROJECT)).text).not.toMatch(/About the (clinic|parking)/);
    expect((await jane.get("/acme-northmark/projects/p-2")).text).toContain("About the parking");
    const bo = firms.visit(firms.north);
    await bo.signIn("bo@birch.north.example");
    const own = await bo.get("/birch-northmark/projects/p-4");
    expect([own.text.includes("About the clinic"), own.text.includes("parking")]).toEqual([true, false]);
    const south = firms.visit(firms.south);
    await south.signIn("jane@acme.south.example");
    expect((await south.get("/acme-southmark/projects/p-2")).text).not.toContain("About the");
  });
});

test("a photo is served while its update is published, to who may see that very project, and to nobody else", async () => {
  const path = await write(admin, "publish");
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  const picture = { type: "image/webp", width: 60, height: 20, content: Buffer.from("photo bytes") } as const;
  const imageId = await inFirmWrite(firms.database.db, doer.firmId, async (tx) => {
    const id = await insertImage(tx, doer, picture);
    const updateId = path.slice("/updates/".length);
    await tx
      .insert(updatePhoto)
      .values({ firmId: doer.firmId, updateId, imageId: id, position: 1, caption: "The north wall" });
    return id;
  });
  const photo = `${PROJECT}/photos/${imageId}.webp`;
  expect((await jane.get(PROJECT)).text).toContain(`src="${photo}" alt="The north wall"`);
  const answer = await jane.get(photo);
  expect([answer.text, answer.headers.get("cache-control")]).toEqual(["photo bytes", "private, no-store"]);
  const bo = firms.visit(firms.north);
  await bo.signIn("bo@birch.north.example");
  const south = firms.visit(firms.south);
  await south.signIn("jane@acme.south.example");
  for (const [visitor, asked] of [
    [bo, photo],
    [bo, `/birch-northmark/projects/p-4/photos/${imageId}.webp`],
    [south, `/acme-southmark/projects/p-1/photos/${imageId}.webp`],
    [jane, `/acme-northmark/projects/p-2/photos/${imageId}.webp`],
    [jane, `${PROJECT}/photos/${imageId}.png`],
    [firms.visit(firms.north), photo],
  ] as const)
    expect((await visitor.get(asked)).text).not.toContain("photo bytes");
  // At an address from before it was rotated, it is led on to like every page.
  const portal = firms.north.portals.get("c-acme");
  if (portal) await rotateAddress(firms.database.db, doer, portal.id, "acme-northmark-new");
  const moved = await jane.get(photo);
  expect([moved.path, moved.text]).toEqual([photo.replace("northmark", "northmark-new"), "photo bytes"]);
  await admin.post(path, { version: "1", do: "withdraw" });
  expect((await jane.get(photo)).status).toBe(404);
});

describe("what cannot be kept", () => {
  test("is shown as it was typed, with what to change about it", async () => {
    const bad = { ...written, do: "save", project: "p-3", dated_on: "2026-02-30", author: "", percent_1: "140" };
    const page = await member.post("/updates/new", { ...bad, body: "z".repeat(5_001) });
    expect([page.status, page.text.includes("z".repeat(5_001)), page.text.includes('value="140"')]).toEqual([
      422,
      true,
      true,
    ]);
    const said = wordsOf(page);
    for (const words of [
      "Choose the project that it is about.",
      "Give the day as year, month and day",
      "Say who writes",
      "This is 5,001 characters long. Shorten it to 5,000.",
      "a whole number from 0 to 100",
    ])
      expect(said).toContain(words);
    const path = await write(member, "save");
    const edit = await member.post(path, { ...written, version: "1", do: "save", body: "", author: "Kept name" });
    expect([edit.status, edit.text.includes("Kept name"), wordsOf(edit).includes("Write what is new.")]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await versions()).length).toBe(1);
  });

  test("is an older text over somebody's newer one: both stay in view, and nothing is changed", async () => {
    const path = await write(member, "save");
    await admin.post(path, { ...written, version: "1", do: "save", body: "Newer words" });
    const page = await member.post(path, { ...written, version: "1", do: "save", body: "My words" });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toMatch(
      /Somebody else has changed this update meanwhile.*My words.*As it stands now.*Newer words/,
    );
    expect((await updates())[0]?.body).toBe("Newer words");
    await member.post(path, { ...written, version: "2", do: "save", body: "Both words" });
    expect((await updates())[0]?.body).toBe("Both words");
    await admin.post(path, { ...written, version: "3", do: "publish" });
    const late = await member.post(path, { ...written, version: "3", do: "save", body: "Too late" });
    expect([late.status, late.text.includes("Too late")]).toEqual([422, true]);
    expect((await updates())[0]?.state).toBe("published");
  });

  test("of two saves at once one is told", async () => {
    const path = await write(member, "save");
    const answers = await Promise.all(
      ["One", "Two"].map((body) => member.postOnly(path, { ...written, version: "1", do: "save", body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await versions()).length).toBe(2);
  });

  test("is refused when it is no action, no version and no update", async () => {
    const path = await write(member, "save");
    for (const how of ["", "delete"])
      expect((await admin.post(path, { ...written, version: "1", do: how })).status).toBe(404);
    expect((await admin.post(path, { ...written, version: "x", do: "save" })).status).toBe(422);
    expect((await admin.post(path, { ...written, version: "1", do: "withdraw" })).status).toBe(422);
    for (const asked of ["/updates/none", "/updates/none/history"]) expect((await admin.get(asked)).status).toBe(404);
    expect((await admin.post("/updates/none", { ...written, version: "1", do: "save" })).status).toBe(404);
    for (const how of ["withdraw", "draft"])
      expect((await admin.post("/updates/new", { ...written, do: how })).status).toBe(404);
    expect((await versions()).length).toBe(1);
  });

  test("is kept in the form while the PSA does not answer", async () => {
    await firms.north.csv.remove("projects.csv");
    const page = await member.post("/updates/new", { ...written, do: "save" });
    await firms.north.csv.write("projects.csv", projectsOf("north"));
    expect([page.status, page.text.includes("permit set"), page.text.includes('value="p-1" selected')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(wordsOf(page)).toContain("Your PSA does not answer right now");
    expect(await updates()).toEqual([]);
  });
});
