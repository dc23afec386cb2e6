// What clients meet of a firm's branding: on every page of its portals, at the door, and in mails.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resetBranding, setBrandingPicture, setBrandingTexts } from "../../src/commands/set-branding.ts";
import type { Email } from "../../src/domain/email.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const HOME = "/acme-northmark";
const JANE = "jane@acme.north.example";
const HELP = "help@studio.example";
const PHONE = "+44 20 7946 0123";

let firms: TwoFirms;
let jane: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  const texts = {
    accent: "#ffd400",
    welcome: "Welcome to **our** portal. <script>alert(1)</script>",
    supportEmail: HELP as Email,
    supportPhone: PHONE,
  };
  await setBrandingTexts(firms.database.db, doer(), { texts, seen: null });
  for (const which of ["logo", "favicon"] as const) {
    const type = which === "logo" ? "image/webp" : "image/png";
    const picture = { type, width: 300, height: 100, content: Buffer.from(which) } as const;
    await setBrandingPicture(firms.database.db, doer(), { which, picture });
  }
  jane = firms.visit(firms.north);
  await jane.signIn(JANE, HOME);
});
afterAll(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });
const stylesIn = (text: string) => /href="(\/brand\.[^"]+)"/.exec(text)?.[1] ?? "";
const logoIn = (text: string) => /<img class="logo" src="([^"]+)"/.exec(text)?.[1] ?? "";

describe("every page", () => {
  test.each([
    ["home", HOME],
    ["a project", `${HOME}/projects/p-1`],
    ["a refusal", "/birch-northmark"],
  ])("shows logo, accent, icon and whom to ask: %s", async (_, path) => {
    const { text } = await jane.get(path);
    expect(text).toMatch(/<img class="logo" src="\/images\/[^"]+\.webp" width="300" height="100" alt="North/);
    expect(text).toMatch(/<link rel="icon" href="\/images\/[^"]+\.png" type="image\/png"/);
    expect(stylesIn(text)).toMatch(/^\/brand\.ffd400-/);
    expect(text).toContain(`href="mailto:${HELP}`);
    expect(text).toContain(`<a href="tel:+442079460123">${PHONE}</a>`);
    expect(text).not.toContain(firms.north.firm.contactEmail);
  });

  test("of a stranger does too, before and within the sign-in", async () => {
    const stranger = firms.visit(firms.north);
    const pages = [
      await stranger.get(HOME),
      await stranger.get("/"),
      await stranger.get("/sign-in"),
      await stranger.post("/sign-in", { email: "who@elsewhere.example", next: "/" }),
      await stranger.post("/sign-in/code", { code: "000000" }),
    ];
    for (const { text } of pages) {
      expect([logoIn(text) !== "", stylesIn(text) !== "", text.includes(PHONE)]).toEqual([true, true, true]);
    }
    // It greets at the door, and stands not between somebody and their code.
    expect(pages.map(({ text }) => text.includes("Welcome to"))).toEqual([true, true, true, false, false]);
  });

  test("of another firm has none of it", async () => {
    const { text } = await firms.visit(firms.south).get("/");
    expect([logoIn(text), stylesIn(text), text.includes(HELP)]).toEqual(["", "", false]);
  });
});

test("the welcome stands on the client's first page alone, and nothing in it does anything", async () => {
  const welcome = "<p>Welcome to <strong>our</strong> portal. &lt;script>alert(1)&lt;/script></p>";
  expect((await jane.get(HOME)).text).toContain(welcome);
  expect((await jane.get(`${HOME}/projects/p-1`)).text).not.toContain("Welcome to");
  // Bo sees one project only: the home page leads there.
  const bo = firms.visit(firms.north);
  await bo.signIn("bo@birch.north.example");
  const only = await bo.get("/birch-northmark");
  expect([only.path, only.text.split(welcome).length]).toEqual(["/birch-northmark/projects/p-4", 2]);
});

test("the logo and the stylesheet load for everybody, and the stylesheet holds for ever", async () => {
  const { text } = await firms.visit(firms.north).get("/");
  expect((await firms.visit(firms.north).get(logoIn(text))).text).toBe("logo");
  const styles = await firms.visit(firms.north).get(stylesIn(text));
  expect(styles.text).toMatch(/^\.branded\{--accent:#[0-9a-f]{6};--accent-text:#[0-9a-f]{6};--on-accent:#ffffff\}/);
  expect(styles.headers.get("content-type")).toBe("text/css; charset=utf-8");
  expect(styles.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const wrong = stylesIn(text).replace(/-.*/, "-00000000.css");
  expect((await firms.visit(firms.north).get(wrong)).headers.get("content-type")).toContain("text/html");
});

test("a mail with a code says where help is", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.post("/sign-in", { email: "bo@birch.north.example", next: "/" });
  const [mail] = firms.mailbox.list();
  expect(mail?.text).toContain(`Questions? Write to ${HELP} or call ${PHONE}.`);
  expect(mail?.html).toContain(HELP);
});

test("what is taken back is the program's own again, and a picture that was is gone", async () => {
  const logo = logoIn((await jane.get(HOME)).text);
  for (const item of ["logo", "accent", "supportEmail", "welcome"] as const)
    await resetBranding(firms.database.db, doer(), item);
  const home = await jane.get(HOME);
  expect([logoIn(home.text), stylesIn(home.text)]).toEqual(["", ""]);
  expect(wordsOf(home)).toContain(firms.north.firm.name);
  expect(home.text).toContain(`mailto:${firms.north.firm.contactEmail}`);
  expect((await jane.get(logo)).status).toBe(404);
  expect(headingOf(home)).not.toBeNull();
});
