// Settings → Client Portals → Branding in a browser: what is typed shows in the preview without a press.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

const BRANDING = "/settings/client-portals/branding";

async function openBranding(stage: Stage): Promise<Page> {
  const page = await (await openContext(browser())).newPage();
  await page.goto(`${stage.office}/sign-in`);
  await signIn(page, stage, sampleAdmin.email);
  await page.goto(`${stage.office}${BRANDING}`);
  return page;
}

/** The accent in which the preview's buttons stand. */
async function accentOf(page: Page): Promise<string> {
  return page
    .locator(".preview button")
    .first()
    .evaluate((button) => getComputedStyle(button).backgroundColor);
}

async function focusedField(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}

test("what an admin types or chooses shows in the preview without a press; focus, text and place in it stay, and nothing is saved", async () => {
  const stage = await openStage();
  const page = await openBranding(stage);
  const shipped = await accentOf(page);
  await page.getByLabel("Welcome message").pressSequentially("Good to **see** you. ");
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain("Good to see you.");
  expect(await page.locator("#preview strong").allInnerTexts()).toContain("see");
  expect(await textOf(page.locator("#preview"))).toContain("What clients would see. Nothing is saved yet.");
  expect([await focusedField(page), await page.getByLabel("Welcome message").inputValue()]).toEqual([
    "welcome",
    "Good to **see** you. ",
  ]);
  await page.getByLabel("Another colour, as a hex value").pressSequentially("#b91c1c");
  await expect.poll(() => accentOf(page), patience).toBe("rgb(185, 28, 28)");
  expect(await textOf(page.locator("#contrast"))).toContain("#b91c1c");
  await page.keyboard.type("0");
  expect(await focusedField(page)).toBe("hex");
  expect(await page.getByLabel("Another colour, as a hex value").inputValue()).toBe("#b91c1c0");
  await page.getByLabel("Another colour, as a hex value").fill("");
  await page.getByRole("radio", { name: "Violet" }).check();
  await expect.poll(() => accentOf(page), patience).toBe("rgb(109, 40, 217)");
  await page.getByRole("radio", { name: "Teal" }).check();
  await expect.poll(() => accentOf(page), patience).toBe(shipped);
  await page.goto(`${stage.office}${BRANDING}`);
  expect(await page.getByLabel("Welcome message").inputValue()).toBe("");
});

test("however much is pasted as a welcome, the preview says that it is too long, with a press as well", async () => {
  const stage = await openStage();
  const page = await openBranding(stage);
  const words = "Your welcome message is too long, so the preview stays with what is saved.";
  await page.getByLabel("Welcome message").focus();
  await page.keyboard.insertText("好".repeat(20_000));
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain(words);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("and there is room for 1500").waitFor();
  expect(await textOf(page.locator("#preview"))).toContain(words);
});

test("while a new colour's stylesheet is on its way the former one holds, however often is looked meanwhile", async () => {
  const stage = await openStage();
  const page = await openBranding(stage);
  await page.getByRole("radio", { name: "Brick" }).check();
  await expect.poll(() => accentOf(page), patience).toBe("rgb(185, 28, 28)");
  const held = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  await page.route(/6d28d9/, async (route) => {
    if (route.request().resourceType() !== "stylesheet") return route.continue();
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  await page.getByRole("radio", { name: "Violet" }).check();
  await asked.promise;
  await page.getByLabel("Welcome message").pressSequentially("Good to see you.");
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain("Good to see you.");
  expect(await accentOf(page)).toBe("rgb(185, 28, 28)");
  held.resolve();
  await expect.poll(() => accentOf(page), patience).toBe("rgb(109, 40, 217)");
});

test("while the network is away or the sign-in has ended, page and text stay as they are, and the preview goes on when it is back", async () => {
  const stage = await openStage();
  const page = await openBranding(stage);
  const welcome = page.getByLabel("Welcome message");
  const before = await textOf(page.locator("#preview"));
  await page.evaluate(() => {
    const { fetch } = window;
    window.fetch = async () => {
      window.fetch = fetch;
      throw new TypeError("nothing answers");
    };
  });
  const isTried = () => page.evaluate(() => window.fetch.toString().includes("[native code]"));
  await welcome.pressSequentially("One");
  await expect.poll(isTried, patience).toBe(true);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  const answered = page.waitForResponse((response) => response.url().includes("two"));
  await welcome.pressSequentially(" two");
  await (await answered).finished();
  expect([await textOf(page.locator("#preview")), await welcome.inputValue()]).toEqual([before, "One two"]);
  await page.context().addCookies(cookies);
  await welcome.pressSequentially(" three");
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain("One two three");
});

test("without script the button shows what is typed", async () => {
  const stage = await openStage();
  const signedIn = await openBranding(stage);
  const context = await openContext(browser(), {
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`${stage.office}${BRANDING}`);
  await page.getByLabel("Welcome message").fill("Good to see you.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain("Good to see you.");
  expect(await page.getByLabel("Welcome message").inputValue()).toBe("Good to see you.");
});
