// Pictures that a firm has uploaded: who may load them, and how large what is sent for them may be.
import { afterAll, beforeAll, expect, test } from "vitest";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { findImage, insertImage } from "../../src/data/queries/images.ts";
import { branding } from "../../src/data/schema/content-tables.ts";
import { headingOf } from "../support/page.ts";
import type { TestFirm } from "../support/test-app.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

const BRANDING = "/settings/client-portals/branding/logo";

let firms: TwoFirms;
let logo: string;
let other: string;
beforeAll(async () => {
  firms = await startTwoFirms();
  logo = await addImage(firms.north, "logo bytes");
  other = await addImage(firms.north, "photo bytes");
  const changed = { changedAt: firms.clock.now(), changedBy: "test" };
  await inFirmWrite(firms.database.db, firms.north.firm.id, (tx) =>
    tx.insert(branding).values({ firmId: firms.north.firm.id, logoId: logo, ...changed }),
  );
});
afterAll(() => firms.stop());

function addImage({ firm }: TestFirm, content: string): Promise<string> {
  const doer = { firmId: firm.id, actor: "test", now: firms.clock.now() };
  const picture = { type: "image/webp", width: 60, height: 20, content: Buffer.from(content) } as const;
  return inFirmWrite(firms.database.db, firm.id, (tx) => insertImage(tx, doer, picture));
}

test("the firm's logo is everybody's to load, for ever, as exactly what it is", async () => {
  const answer = await firms.visit(firms.north).get(`/images/${logo}.webp`);
  expect([answer.status, answer.text]).toEqual([200, "logo bytes"]);
  expect(answer.headers.get("content-type")).toBe("image/webp");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});

test("any other picture, of this firm or another, is nothing here; and so is an address that is almost one", async () => {
  const { north, south } = firms;
  const asked = [
    [north, `/images/${other}.webp`],
    [south, `/images/${logo}.webp`],
    [north, `/images/${logo}.png`],
    [north, `/images/${logo}`],
    [north, `/images/${logo}.webp.webp`],
    [north, "/images/none.webp"],
  ] as const;
  for (const [firm, path] of asked) expect((await firms.visit(firm).get(path)).status, path).toBe(404);
  expect((await firms.visitOffice().get(`/images/${logo}.webp`)).status).toBe(404);
});

test("a picture is found in its own firm alone", async () => {
  const find = ({ firm }: TestFirm) => inFirmRead(firms.database.db, firm.id, (tx) => findImage(tx, other));
  expect((await find(firms.north))?.content.toString()).toBe("photo bytes");
  expect(await find(firms.south)).toBeNull();
});

test("a form may be large only where the office takes pictures, and only when it says so beforehand", async () => {
  const sent = { picture: new Uint8Array(200 * 1024) };
  const statusAt = async (path: string) => (await firms.visitOffice().upload(path, sent)).status;
  expect(await statusAt(BRANDING)).not.toBe(413);
  expect(await statusAt("/sign-in")).toBe(413);
  expect(await statusAt("/settings/data-visibility")).toBe(413);
  expect((await firms.visit(firms.north).upload(BRANDING, sent)).status).toBe(413);
  const form = new FormData();
  form.append("picture", new File([sent.picture], "a.png"));
  expect((await firms.visitOffice().send("POST", BRANDING, { body: form })).status).toBe(413);
  const text = { body: "x".repeat(200 * 1024), headers: { "content-length": String(200 * 1024) } };
  expect((await firms.visitOffice().send("POST", BRANDING, text)).status).toBe(413);
});

test("what is larger than any picture may be is not read: who is not signed in gets the sign-in page", async () => {
  const page = await firms.visitOffice().upload(BRANDING, { picture: new Uint8Array(9 * 1024 * 1024) });
  expect(headingOf(page)).toBe("Sign in to your firm’s office");
});

test("a form with pictures that another site sends is refused", async () => {
  const headers = {
    origin: "https://evil.example",
    "content-type": "multipart/form-data; boundary=x",
    "content-length": "9",
  };
  expect((await firms.visitOffice().send("POST", BRANDING, { body: "nonsense!", headers })).status).toBe(403);
});
