// Settings → Client Portals → Branding, open with several people at once: nobody writes over what somebody else has saved unseen.
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { forgetBranding } from "../support/branding.ts";
import { auditCounts } from "../support/decisions.ts";
import { wordsOf } from "../support/page.ts";
import { startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const BRANDING = "/settings/client-portals/branding";
const typed = { shown: "#0d9488", swatch: "#1d4ed8", hex: "", welcome: "Welcome", "support-phone": "+44 20 7946 0123" };

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
});
beforeEach(() => forgetBranding(firms));
afterAll(() => firms.stop());

const home = () => jane.get("/acme-northmark");
const picture = async () => {
  const drawn = sharp({ create: { width: 90, height: 30, channels: 3, background: "#123456" } });
  return new Uint8Array(await drawn.png().toBuffer());
};
const seenIn = ({ text }: Answer) => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? "";

test("the second of two writes nothing over: what was typed is kept, what holds stands beside it, and a second save counts", async () => {
  const seen = seenIn(await admin.get(BRANDING));
  await admin.post(BRANDING, { ...typed, seen, welcome: "Theirs" });
  const before = await auditCounts(firms, firms.north);
  const page = await admin.post(BRANDING, { ...typed, seen, welcome: "Mine", swatch: "#b91c1c" });
  expect(page.status).toBe(422);
  expect(wordsOf(page)).toContain("somebody else has saved the branding meanwhile");
  expect(page.text).toMatch(/<textarea[^>]*>Mine</);
  expect(wordsOf(page)).toMatch(/What holds now Accent colour #1d4ed8 Welcome message Theirs/);
  expect((await home()).text).toContain("Theirs");
  expect(await auditCounts(firms, firms.north)).toMatchObject({ "branding.set": before["branding.set"] });
  await admin.post(BRANDING, { ...typed, seen: seenIn(page), welcome: "Mine" });
  expect((await home()).text).toContain("Mine");
});

test("the second of two is let through where both want the same, and where the first has changed pictures alone", async () => {
  const seen = seenIn(await admin.get(BRANDING));
  await admin.upload(`${BRANDING}/favicon`, { picture: await picture() });
  expect((await admin.postOnly(BRANDING, { ...typed, seen })).status).toBe(303);
  expect((await admin.postOnly(BRANDING, { ...typed, seen })).status).toBe(303);
});

test("a preview and a field with a problem do not hide what was saved meanwhile", async () => {
  const seen = seenIn(await admin.get(BRANDING));
  await admin.post(BRANDING, { ...typed, welcome: "Theirs" });
  const preview = await admin.get(`${BRANDING}?${new URLSearchParams({ ...typed, seen, preview: "yes" })}`);
  const wrong = await admin.post(BRANDING, { ...typed, seen, "support-phone": "call us" });
  expect([seenIn(preview), seenIn(wrong)]).toEqual([seen, seen]);
});

test("of three who save at the same time, one is through and the others are told", async () => {
  const seen = seenIn(await admin.get(BRANDING));
  const save = (welcome: string) => admin.postOnly(BRANDING, { ...typed, seen, welcome });
  const answers = await Promise.all([save("One"), save("Other"), save("Third")]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
});
