// Settings → Client Portals → Branding: what an admin uploads and types, from the click to what clients see.
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WAITING_MAX } from "../../src/pictures/encode-picture.ts";
import { forgetBranding } from "../support/branding.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const BRANDING = "/settings/client-portals/branding";
const typed = {
  shown: "#0d9488",
  swatch: "#1d4ed8",
  hex: "",
  welcome: "Welcome to **our** portal.",
  "support-email": "Help@Studio.example ",
  "support-phone": "+44 20 7946 0123",
};

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
});
beforeEach(() => forgetBranding(firms));
afterAll(() => firms.stop());

const home = () => jane.get("/acme-northmark");
const door = () => firms.visit(firms.north).get("/");
const logoIn = ({ text }: Answer) => /<img class="logo[^"]*" src="([^"]+)"/.exec(text)?.[1] ?? null;
const accentIn = ({ text }: Answer) => /href="\/brand\.([0-9a-f]{6})-/.exec(text)?.[1] ?? null;
const picture = async (background = "#123456") => {
  const drawn = sharp({ create: { width: 900, height: 300, channels: 3, background } });
  return new Uint8Array(await drawn.png().toBuffer());
};

describe("the form", () => {
  test("settles colour, welcome and support for the next page of every client, and for the sign-in page", async () => {
    const page = await admin.post(BRANDING, typed);
    expect(wordsOf(page)).toContain("Saved. Clients see it from their next page on.");
    const [inside, outside] = [await home(), await door()];
    expect([accentIn(inside), accentIn(outside)]).toEqual(["1d4ed8", "1d4ed8"]);
    for (const { text } of [inside, outside]) {
      expect(text).toContain("Welcome to <strong>our</strong> portal.");
      expect(text).toContain(`href="mailto:help@studio.example"`);
      expect(text).toContain(`href="tel:+442079460123"`);
    }
    const south = await firms.visit(firms.south).get("/");
    expect([accentIn(south), south.text.includes("Welcome to")]).toEqual([null, false]);
  });

  test.each([
    ["a colour typed beside the one that is chosen", { swatch: "#0d9488", hex: "FFD400" }, "ffd400"],
    ["another colour", { swatch: "other", hex: "#fd0" }, "ffdd00"],
    ["a swatch chosen after a colour was typed", { swatch: "#6d28d9", hex: "#ffd400" }, "6d28d9"],
    ["the colour that the program ships", { swatch: "#0d9488" }, null],
  ])("takes %s", async (_, colour, accent) => {
    await admin.post(BRANDING, { ...typed, ...colour });
    expect(accentIn(await home())).toBe(accent);
  });

  test.each([
    ["hex", { swatch: "other", hex: "tea<l" }, "Type the colour as six digits or letters", "tea&lt;l"],
    ["hex", { swatch: "other", hex: "" }, "Type the colour as six digits or letters", "Another colour"],
    ["support-email", { "support-email": "help at studio" }, "Type a whole email address", "help at studio"],
    ["support-phone", { "support-phone": "call us" }, "Type a number that can be dialled", "call us"],
    [
      "welcome",
      { welcome: `Long ${"x".repeat(1500)}` },
      "it has 1505 characters, and there is room for 1500",
      "Long xxx",
    ],
  ])("says what is wrong with %s, keeps all that was typed and saves nothing", async (name, wrong, words, kept) => {
    const page = await admin.post(BRANDING, { ...typed, ...wrong });
    expect(page.status).toBe(422);
    expect(page.text).toMatch(new RegExp(`id="${name}-problem" class="problem">[^<]*`));
    expect(wordsOf(page)).toContain(words);
    expect(page.text).toContain(kept);
    const { "support-phone": phone } = { ...typed, ...wrong };
    expect(page.text).toContain(phone);
    expect(accentIn(await home())).toBeNull();
  });

  test("shows a preview of what is typed, with the firm's own stylesheet and the shades it comes to, and saves nothing", async () => {
    const before = await auditCounts(firms, firms.north);
    const asked = { ...typed, swatch: "other", hex: "#ffd400", preview: "yes" };
    const page = await admin.get(`${BRANDING}?${new URLSearchParams(asked)}`);
    expect([page.status, accentIn(page)]).toEqual([200, "ffd400"]);
    const words = wordsOf(page);
    expect(words).toContain("What clients would see. Nothing is saved yet.");
    expect(words).toMatch(
      /On light pages #ffd400 has 1\.\d to 1, too little to read\. Links and buttons become #[0-9a-f]{6} \(4\.\d to 1\)/,
    );
    expect(words).toMatch(/On dark pages #ffd400 is used as it is: 1\d\.\d to 1/);
    expect(page.text).toContain("<p>Welcome to <strong>our</strong> portal.</p>");
    expect(page.text).toContain(`value="Help@Studio.example "`);
    expect(await auditCounts(firms, firms.north)).toEqual(before);
    expect(accentIn(await home())).toBeNull();
  });

  test("says beside the preview that a welcome which is too long is not shown in it", async () => {
    const leadOf = async (length: number) => {
      const asked = { ...typed, welcome: "x".repeat(length), preview: "yes" };
      const page = await admin.get(`${BRANDING}?${new URLSearchParams(asked)}`);
      return /id="preview-lead"[^>]*>([^<]*)/.exec(page.text)?.[1];
    };
    const lead = "What clients would see. Nothing is saved yet.";
    expect(await leadOf(1500)).toBe(lead);
    expect(await leadOf(1501)).toBe(
      `${lead} Your welcome message is too long, so the preview stays with what is saved.`,
    );
  });

  test("lets its page's script ask our own host again for the preview, and nobody else", async () => {
    const { headers } = await admin.get(BRANDING);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*; connect-src 'self'$/);
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test("shows in a preview what is wrong as well, and is no failure", async () => {
    const page = await admin.get(
      `${BRANDING}?${new URLSearchParams({ ...typed, "support-phone": "call us", preview: "yes" })}`,
    );
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("Type a number that can be dialled");
  });
});

describe("a logo", () => {
  test("of which nothing can be seen is refused in words on what to do", async () => {
    const empty = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"></svg>');
    const page = await admin.upload(`${BRANDING}/logo`, { picture: empty });
    expect(page.status).toBe(422);
    expect(wordsOf(page)).toContain(
      "There is nothing to see in that picture: all of it is transparent. Show its layers",
    );
    expect(logoIn(await home())).toBeNull();
  });

  test("that is larger than any form that is taken is refused on the form's own page", async () => {
    for (const which of ["logo", "favicon"]) {
      const page = await admin.upload(`${BRANDING}/${which}`, { picture: new Uint8Array(10 * 1024 * 1024) });
      expect([page.status, headingOf(page)]).toEqual([413, "Branding"]);
      expect(page.text).toMatch(new RegExp(`id="${which}-problem" class="problem">That file is larger than 5 MB`));
    }
  });

  test("stands in place of the firm's name from the next page on, written anew, and its office page shows it", async () => {
    const answer = await admin.upload(`${BRANDING}/logo`, { picture: await picture() });
    expect([answer.status, answer.location]).toEqual([303, BRANDING]);
    const [inside, outside] = [await home(), await door()];
    expect(logoIn(inside)).toMatch(/^\/images\/[0-9a-f-]{36}\.webp$/);
    expect(logoIn(outside)).toBe(logoIn(inside));
    expect(inside.text).toContain(`width="600" height="200" alt="${firms.north.firm.name}"`);
    const atOffice = logoIn(await admin.get(BRANDING)) ?? "";
    const served = await admin.get(atOffice);
    expect([served.status, served.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(served.headers.get("cache-control")).toContain("private");
    expect((await firms.visit(firms.south).get(logoIn(inside) ?? "")).status).toBe(404);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    expect((await south.get(atOffice)).status).toBe(404);
  });

  test("replaces the one before, which is gone", async () => {
    await admin.upload(`${BRANDING}/logo`, { picture: await picture() });
    const first = logoIn(await home()) ?? "";
    await admin.upload(`${BRANDING}/logo`, { picture: await picture("#ff0000") });
    expect(logoIn(await home())).not.toBe(first);
    expect((await jane.get(first)).status).toBe(404);
  });

  test("that is a drawing with a script becomes pixels", async () => {
    const hostile = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><script>alert(1)</script><rect width="60" height="20"/></svg>`;
    await admin.upload(`${BRANDING}/logo`, { picture: new TextEncoder().encode(hostile) });
    const served = await jane.get(logoIn(await home()) ?? "");
    expect(served.headers.get("content-type")).toBe("image/webp");
    expect(served.text).not.toContain("script");
  });

  test.each([
    ["larger than 5 MB", new Uint8Array(5 * 1024 * 1024 + 1), "larger than 5 MB"],
    ["no picture", new TextEncoder().encode("<html><script>1</script></html>"), "cannot be read as a picture"],
    [
      "a drawing of endless size",
      new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>`),
      "too many pixels",
    ],
    [
      "a drawing with very much in it",
      new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${"<path d='M0 0h9'/>".repeat(1_001)}</svg>`),
      "Save it as PNG",
    ],
    ["not chosen", "", "Choose a file first"],
  ])("that is %s is refused in words that say what to do", async (_, sent, words) => {
    const page = await admin.upload(`${BRANDING}/logo`, { picture: sent });
    expect([page.status, wordsOf(page).includes(words)]).toEqual([422, true]);
    expect(page.text).toContain(`id="logo-problem"`);
    expect(logoIn(await home())).toBeNull();
  });

  test.each([
    [null, "Many pictures are being uploaded at the moment. Try again in a minute."],
    ["de", "Versuchen Sie es in einer Minute noch einmal."],
    ["es", "Inténtelo de nuevo dentro de un minuto."],
  ] as const)(
    "that is sent while many others wait is refused for a minute, in the words of %s",
    async (language, words) => {
      const sent = { picture: await picture() };
      admin.language = language;
      const uploads = Array.from({ length: WAITING_MAX + 6 }, () => admin.upload(`${BRANDING}/logo`, sent));
      const answers = await Promise.all(uploads);
      admin.language = null;
      const refused = answers.filter(({ status }) => status === 503);
      expect(refused.length).toBeGreaterThan(0);
      for (const page of refused)
        expect([page.headers.get("retry-after"), wordsOf(page)]).toEqual(["60", expect.stringContaining(words)]);
      expect(answers.filter(({ status }) => status === 303).length + refused.length).toBe(answers.length);
    },
  );
});

test("an icon stands in the tab, as a PNG", async () => {
  await admin.upload(`${BRANDING}/favicon`, { picture: await picture() });
  expect((await door()).text).toMatch(/<link rel="icon" href="\/images\/[0-9a-f-]{36}\.png" type="image\/png"/);
});

test("each thing can be taken back by itself", async () => {
  await admin.post(BRANDING, typed);
  await admin.upload(`${BRANDING}/logo`, { picture: await picture() });
  expect(wordsOf(await admin.get(BRANDING))).toContain("Remove the logo Back to teal Remove the welcome message");
  const page = await admin.post(`${BRANDING}/reset`, { item: "logo" });
  expect(wordsOf(page)).toContain("Taken back.");
  expect([logoIn(await home()), accentIn(await home())]).toEqual([null, "1d4ed8"]);
  await admin.post(`${BRANDING}/reset`, { item: "accent" });
  expect(accentIn(await home())).toBeNull();
  expect((await admin.post(`${BRANDING}/reset`, { item: "firm_id" })).status).toBe(404);
});

test("a mail with the address of a portal says where help is", async () => {
  await admin.post(BRANDING, typed);
  await firms.visit(firms.north).post("/sign-in", { email: "bo@birch.north.example", next: "/" });
  expect(firms.mailbox.list()[0]?.text).toContain("Questions? Write to help@studio.example or call +44 20 7946 0123.");
});

describe("whoever is no admin", () => {
  test.each(["member", "viewer"] as const)("a %s looks and changes nothing", async (role) => {
    const other = firms.visitOffice();
    await other.signIn(await addTeamUser(firms, firms.north, role));
    const page = await other.get(BRANDING);
    expect([page.status, headingOf(page), page.text.includes("Save the branding")]).toEqual([200, "Branding", false]);
    expect((await other.post(BRANDING, typed)).status).toBe(403);
    expect((await other.upload(`${BRANDING}/logo`, { picture: await picture() })).status).toBe(403);
    expect((await other.post(`${BRANDING}/reset`, { item: "logo" })).status).toBe(403);
    expect([accentIn(await home()), logoIn(await home())]).toEqual([null, null]);
  });

  test("a stranger gets the sign-in page, whatever they send", async () => {
    const stranger = firms.visitOffice();
    for (const page of [
      await stranger.get(BRANDING),
      await stranger.post(BRANDING, typed),
      await stranger.upload(`${BRANDING}/logo`, { picture: await picture() }),
      await stranger.post(`${BRANDING}/reset`, { item: "logo" }),
    ])
      expect(headingOf(page)).toBe("Sign in to your firm’s office");
    expect(logoIn(await home())).toBeNull();
  });
});

test("who changed what is written down", async () => {
  const before = await auditCounts(firms, firms.north);
  await admin.post(BRANDING, typed);
  await admin.upload(`${BRANDING}/logo`, { picture: await picture() });
  await admin.post(`${BRANDING}/reset`, { item: "logo" });
  const after = await auditCounts(firms, firms.north);
  for (const action of ["branding.set", "branding.picture", "branding.reset"])
    expect(after[action], action).toBe((before[action] ?? 0) + 1);
});
