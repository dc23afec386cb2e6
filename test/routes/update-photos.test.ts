// Photos on updates: added and removed in the office while an update can be written on, read at the portal once it is published.
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { image, projectUpdate, updatePhoto } from "../../src/data/schema/content-tables.ts";
import { audit } from "../../src/data/schema/tables.ts";
import { WAITING_MAX } from "../../src/pictures/encode-picture.ts";
import { englishOn } from "../support/english.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const PROJECT = "/acme-northmark/projects/p-1";
const CAPTION = "The north wall";
const written = { project: "p-1", dated_on: "2026-11-20", author: "Maya Oduya", body: "The walls are up." };

let firms: TwoFirms;
let admin: Visitor;
let member: Visitor;
let viewer: Visitor;
let png: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  firms = await startTwoFirms();
  const signedIn = async (email: string) => {
    const visitor = firms.visitOffice();
    await visitor.signIn(email);
    return visitor;
  };
  admin = await signedIn(firms.north.admin);
  member = await signedIn(await addTeamUser(firms, firms.north, "member"));
  viewer = await signedIn(await addTeamUser(firms, firms.north, "viewer"));
  const drawn = sharp({ create: { width: 60, height: 20, channels: 3, background: "#123456" } });
  png = new Uint8Array(await drawn.png().toBuffer());
});
beforeEach(() =>
  inFirmWrite(firms.database.db, firms.north.firm.id, async (tx) => {
    await tx.delete(projectUpdate);
    await tx.delete(image);
  }),
);
afterAll(() => firms.stop());

/** Writes an update and returns the path of its page. */
async function write(how = "save"): Promise<string> {
  const { location } = await admin.postOnly("/updates/new", { ...written, do: how });
  if (!location) throw new Error("the update was not kept");
  return location;
}

type Fields = Record<string, string | Uint8Array<ArrayBuffer>>;

const versionOf = ({ text }: Answer) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? "";
/** What the form of the update carries for whoever opens it now. */
const opened = async (path: string) => ({ ...written, version: versionOf(await admin.get(path)) });
const add = async (who: Visitor, path: string, fields: Fields = {}) =>
  who.upload(path, { ...(await opened(path)), add_photo: "yes", photo: png, caption: CAPTION, ...fields });
const photosIn = ({ text }: Answer) => [...text.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src ?? "");
const idOf = (src: string) => src.split("/").at(-1)?.replace(".webp", "") ?? "";
const remove = async (who: Visitor, path: string, src: string) =>
  who.postOnly(path, { ...(await opened(path)), remove_photo: idOf(src) });
const stored = async () => {
  const [row] = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) => tx.select().from(projectUpdate));
  if (!row) throw new Error("there is no update");
  return row;
};
const kept = () =>
  inFirmRead(firms.database.db, firms.north.firm.id, async (tx) => ({
    photos: await tx.select().from(updatePhoto).orderBy(updatePhoto.position),
    images: await tx.select({ id: image.id }).from(image),
  }));
const countKept = async () => {
  const { photos, images } = await kept();
  return [photos.length, images.length];
};

test("a photo is added to a draft and in review, written anew, and the client sees it once it is published", async () => {
  const path = await write();
  const answer = await add(member, path);
  expect([answer.status, answer.location]).toEqual([303, `${path}#photos`]);
  await member.post(path, { ...written, version: "2", do: "review" });
  expect((await add(admin, path, { caption: " The  roof\n" })).status).toBe(303);
  expect((await kept()).photos.map(({ caption, position }) => [caption, position])).toEqual([
    [CAPTION, 1],
    ["The roof", 2],
  ]);
  const page = await viewer.get(path);
  const [first = ""] = photosIn(page);
  expect(page.text).toContain(`alt="${CAPTION}"`);
  const served = await viewer.get(first);
  expect([served.status, served.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(served.headers.get("cache-control")).toContain("private");
  const jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
  expect(photosIn(await jane.get(PROJECT))).toEqual([]);
  await admin.post(path, { ...written, version: "4", do: "publish" });
  const shown = await jane.get(PROJECT);
  expect(shown.text).toMatch(/alt="The north wall".*alt="The roof"/s);
  expect((await jane.get(photosIn(shown)[0] ?? "")).headers.get("content-type")).toBe("image/webp");
});

test("a photo that is removed is gone, the picture too, and the audit says who did what", async () => {
  const path = await write();
  await add(member, path);
  await add(member, path, { caption: "The roof" });
  const [first = ""] = photosIn(await member.get(path));
  const answer = await remove(member, path, first);
  expect([answer.status, answer.location]).toEqual([303, `${path}#photos`]);
  expect((await kept()).photos.map(({ caption }) => caption)).toEqual(["The roof"]);
  expect([await countKept(), (await member.get(first)).status]).toEqual([[1, 1], 404]);
  expect((await remove(member, path, first)).status).toBe(404);
  const rows = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) => tx.select().from(audit));
  const ofThis = rows.filter(({ subject }) => JSON.stringify(subject).includes(path.slice("/updates/".length)));
  expect(ofThis.map(({ action }) => action).sort()).toEqual([
    "update.photo_add",
    "update.photo_add",
    "update.photo_remove",
    "update.write",
    "update.write",
    "update.write",
    "update.write",
  ]);
  const history = wordsOf(await viewer.get(`${path}/history`));
  expect(history).toMatch(/4\. Draft.*Photos: The roof 3\. Draft.*Photos: The north wall · The roof 2\. Draft/);
});

describe("what is typed and not yet saved", () => {
  const typed = { ...written, body: "Half a sentence", author: "Ada" };

  test("is saved with a photo that is added or removed, whichever button does it", async () => {
    const path = await write();
    expect((await add(member, path, typed)).location).toBe(`${path}#photos`);
    expect(await stored()).toMatchObject({ body: "Half a sentence", authorName: "Ada", version: 2 });
    const [photo = ""] = photosIn(await member.get(path));
    await member.postOnly(path, { ...typed, version: "2", body: "A whole one.", remove_photo: idOf(photo) });
    expect([(await stored()).body, await countKept()]).toEqual(["A whole one.", [0, 0]]);
    const saved = await member.upload(path, { ...typed, version: "3", do: "save", photo: png, caption: CAPTION });
    expect([saved.location, (await stored()).body, await countKept()]).toEqual([path, "Half a sentence", [1, 1]]);
  });

  test("stays in the form when the photo cannot be kept, and the caption when the text cannot", async () => {
    const path = await write();
    const page = await add(member, path, { ...typed, photo: "" });
    expect([page.status, page.text.includes("Half a sentence"), page.text.includes('value="Ada"')]).toEqual([
      422,
      true,
      true,
    ]);
    const edit = await add(member, path, { ...typed, body: "" });
    expect([edit.status, edit.text.includes(`value="${CAPTION}"`)]).toEqual([422, true]);
    expect(wordsOf(edit)).toMatch(/Write what is new\..*Nothing is saved yet\. Choose the file once more\./);
    expect([(await stored()).version, await countKept()]).toEqual([1, [0, 0]]);
  });

  test("is not lost by Enter in a field: the first button of the form saves", async () => {
    const { text } = await member.get(await write());
    expect(/<button[^>]*>/.exec(text.slice(text.indexOf('class="write"')))?.[0]).toContain('value="save"');
  });
});

describe("publishing publishes what the publisher has seen", () => {
  const publish = { ...written, version: "1", do: "publish" };

  test.each([
    ["a photo was added", false],
    ["a photo was removed", true],
  ])("where %s since, they are told, nothing is published, and the next press publishes", async (_, isRemoved) => {
    const path = await write();
    if (isRemoved) await add(member, path);
    const { version } = await opened(path);
    const [photo = ""] = photosIn(await member.get(path));
    await (isRemoved ? remove(member, path, photo) : add(member, path));
    const page = await admin.post(path, { ...publish, version });
    expect([page.status, (await stored()).state, photosIn(page).length]).toEqual([422, "draft", isRemoved ? 0 : 1]);
    expect(wordsOf(page)).toContain("This has changed since you opened it, so nothing was done.");
    expect((await admin.postOnly(path, { ...publish, version: versionOf(page) })).status).toBe(303);
    expect((await stored()).state).toBe("published");
  });

  test("and what they had typed stays beside what stands now, the caption too", async () => {
    const path = await write();
    await add(member, path);
    const page = await admin.upload(path, { ...publish, body: "My own words", photo: png, caption: "The roof" });
    expect([page.status, page.text.includes('value="The roof"'), (await stored()).state]).toEqual([422, true, "draft"]);
    expect(wordsOf(page)).toMatch(
      /Somebody else has changed.*My own words.*As it stands now: Draft The walls are up\./,
    );
    expect(wordsOf(page)).toContain("Choose the file once more.");
  });

  test("nor does bad input make a text that they have not seen theirs", async () => {
    const path = await write();
    await member.post(path, { ...written, version: "1", do: "save", body: "Newer words" });
    const page = await admin.post(path, { ...publish, author: "" });
    expect([page.status, versionOf(page)]).toEqual([422, "1"]);
    const again = await admin.post(path, { ...publish, version: versionOf(page) });
    expect([again.status, (await stored()).body]).toEqual([422, "Newer words"]);
  });
});

describe("what cannot be kept", () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"/>`;
  test.each([
    ["no file", { photo: "" }, "Choose a file first"],
    ["no picture", { photo: new TextEncoder().encode("<html></html>") }, "cannot be read as a picture"],
    ["a file that is too large", { photo: new Uint8Array(8 * 1024 * 1024 + 1) }, "larger than 8 MB"],
    ["a drawing", { photo: new TextEncoder().encode(drawing) }, "Save it as PNG, JPEG or WebP"],
    ["no caption", { caption: "  " }, "Say what the photo shows, and choose the file once more."],
    ["a long caption", { caption: "z".repeat(201) }, "This is 201 characters long. Shorten it to 200"],
  ])("is %s: it is said what to do, and the caption stays", async (_, fields, words) => {
    const page = await add(member, await write(), fields);
    expect([page.status, wordsOf(page).includes(words)]).toEqual([422, true]);
    const caption = "caption" in fields ? fields.caption.trim() : CAPTION;
    expect(page.text).toContain(`name="caption" value${caption && `="${caption}"`}`);
    expect(await countKept()).toEqual([0, 0]);
  });

  test("is a photo with too many pixels", async () => {
    const wide = sharp({ create: { width: 16_000, height: 4_001, channels: 3, background: "#123456" } });
    const photo = new Uint8Array(await wide.png({ compressionLevel: 1 }).toBuffer());
    const page = await add(member, await write(), { photo });
    expect([page.status, wordsOf(page).includes("too many pixels"), await countKept()]).toEqual([422, true, [0, 0]]);
  });

  test("is a photo while many others wait: the text and the caption stay, and it is said when to try again", async () => {
    const paths = await Promise.all(Array.from({ length: WAITING_MAX + 6 }, () => write()));
    const answers = await Promise.all(paths.map((path) => add(member, path)));
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const page of refused) {
      expect(page.headers.get("retry-after")).toBe("60");
      expect(page.text).toContain(`value="${CAPTION}"`);
      expect(wordsOf(page)).toContain("Many pictures are being uploaded at the moment.");
    }
    const kept = answers.filter(({ status }) => status === 303).length;
    expect([kept + refused.length, await countKept()]).toEqual([paths.length, [kept, kept]]);
  });

  test("is a seventh photo, even when two are sent at once", async () => {
    const path = await write();
    for (let count = 0; count < 5; count++) await add(member, path);
    const answers = await Promise.all([add(member, path), add(admin, path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const page = await add(member, path, { caption: "One more" });
    expect([page.status, wordsOf(page).includes("An update has room for 6 photos.")]).toEqual([422, true]);
    expect(page.text).toContain('value="One more"');
    expect(wordsOf(await member.get(path))).toContain("Remove one to add another.");
    expect((await member.get(path)).text).not.toContain("Add the photo");
    expect(await countKept()).toEqual([6, 6]);
  });

  test("is a change to what the client reads, or has read", async () => {
    const path = await write();
    await add(member, path);
    const [photo = ""] = photosIn(await member.get(path));
    await admin.post(path, { ...written, version: "2", do: "publish" });
    const published = await member.get(path);
    expect([photosIn(published).length, /(Add|Remove) the photo/.test(published.text)]).toEqual([1, false]);
    const page = await add(member, path, { caption: "Too late" });
    expect([page.status, page.text.includes('value="Too late"')]).toEqual([422, true]);
    expect(wordsOf(page)).toContain("The client reads this update, so its photos stay as they are. Withdraw it first");
    expect((await remove(admin, path, photo)).status).toBe(422);
    await admin.post(path, { version: "3", do: "withdraw", caption: "Too late" });
    const withdrawn = await remove(admin, path, photo);
    expect([withdrawn.status, wordsOf(withdrawn).includes("Put it back to draft first.")]).toEqual([422, true]);
    expect(await countKept()).toEqual([1, 1]);
    await admin.post(path, { version: "4", do: "draft" });
    expect((await remove(member, path, photo)).status).toBe(303);
  });

  test("is a file over the limit of any form, and a large form where no photo is taken", async () => {
    const path = await write();
    const huge = { photo: new Uint8Array(9 * 1024 * 1024 + 1) };
    expect(await add(member, path, huge)).toMatchObject({ status: 413 });
    expect((await member.upload("/updates/new", { photo: new Uint8Array(1024 * 1024) })).status).toBe(413);
    expect(await countKept()).toEqual([0, 0]);
  });
});

test.each([
  ["de", "Foto entfernen", "Noch ist nichts gespeichert.", "Verlauf: Library renewal NORTHMARK ACMEMARK"],
  ["es", "Quitar la foto", "Todavía no se ha guardado nada.", "Historial: Library renewal NORTHMARK ACMEMARK"],
] as const)(
  "an update, its photos, what was wrong and its history speak %s",
  async (language, shown, wrong, history) => {
    const path = await write();
    await add(member, path);
    member.language = language;
    const page = await member.get(path);
    const refused = await add(member, path, { author: "" });
    const past = await member.get(`${path}/history`);
    member.language = null;
    for (const one of [page, refused, past]) expect(englishOn(one, language)).toEqual([]);
    expect([wordsOf(page), wordsOf(refused), headingOf(past)]).toEqual([
      expect.stringContaining(shown),
      expect.stringContaining(wrong),
      history,
    ]);
  },
);

describe("who may", () => {
  test("a viewer sees the photos and changes none", async () => {
    const path = await write();
    expect((await viewer.get(path)).text).not.toContain('id="photos"');
    await add(member, path);
    const page = await viewer.get(path);
    const [photo = ""] = photosIn(page);
    expect([(await viewer.get(photo)).status, /(Add|Remove) the photo/.test(page.text)]).toEqual([200, false]);
    expect([(await add(viewer, path)).status, (await remove(viewer, path, photo)).status]).toEqual([403, 403]);
    expect(await countKept()).toEqual([1, 1]);
  });

  test("nobody of another firm, no client and no stranger sees, adds or removes one", async () => {
    const path = await write();
    await add(member, path);
    const [photo = ""] = photosIn(await member.get(path));
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    const asked = [await south.get(photo), await add(south, path), await add(south, path, { caption: "" })];
    for (const { status } of [...asked, await remove(south, path, photo)]) expect(status).toBe(404);
    const client = firms.visitOffice();
    await client.signIn("jane@acme.north.example");
    for (const who of [client, firms.visitOffice()])
      for (const page of [await who.get(photo), await add(who, path), await remove(who, path, photo)]) {
        expect(page.headers.get("content-type")).toContain("text/html");
        expect(headingOf(page)).not.toContain("Library renewal");
      }
    expect(await countKept()).toEqual([1, 1]);
  });

  test("a photo is found below its own update only, and by its own name", async () => {
    const [path, elsewhere] = [await write(), await write()];
    await add(member, path);
    const [photo = ""] = photosIn(await member.get(path));
    const moved = photo.replace(path, elsewhere);
    for (const asked of [moved, photo.replace(".webp", ".png"), `${path}/photos/none.webp`])
      expect((await member.get(asked)).status).toBe(404);
    expect((await remove(member, elsewhere, moved)).status).toBe(404);
    expect((await add(member, "/updates/none")).status).toBe(404);
    expect(await countKept()).toEqual([1, 1]);
  });
});
