// One browser for a test file, and in it contexts (browsers of one person) that notice every complaint of a page.
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import type { Stage } from "./stage.ts";

export const desk = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

/** How long a condition is waited for; pages answer in milliseconds, machines under load do not. */
export const patience = { timeout: 30_000, interval: 25 };

/** Starts the browser before the tests of this file and closes it after them. */
export function useBrowser(): () => Browser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (!browser) throw new Error("the browser is open during tests only");
    return browser;
  };
}

/** Somebody's browser: cookies of its own, and British English unless it is said. When the test ends, no page in it may have complained. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: desk, locale: "en-GB", ...options });
  const complaints = watch(context);
  onTestFinished(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });
  return context;
}

/** Collects console errors and warnings (policy violations among them), script errors and answers of 500 and above. */
export function watch(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("weberror", (error) => void complaints.push(`script error: ${error.error().message}`));
  context.on("console", (message) => {
    const isLoud = message.type() === "error" || message.type() === "warning";
    // A page that refuses says so with its status as well, which the browser notes down as an error.
    const isStatus = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
    const isOwnStatus = isStatus && message.location().url === message.page()?.url();
    const isUnavailable = message.text().includes("status of 503");
    if (isLoud && !isOwnStatus && !isUnavailable) complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on("response", (response) => {
    const isDocument = response.request().resourceType() === "document";
    if (response.status() === 500 || (response.status() >= 400 && !isDocument))
      complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}

/** What the page is about, once it is there. */
export async function expectHeading(page: Page, heading: string | RegExp): Promise<void> {
  const poll = expect.poll(() => textOf(page.getByRole("heading", { level: 1 })), patience);
  await (typeof heading === "string" ? poll.toBe(heading) : poll.toMatch(heading));
}

/** What a person reads there, with plain blanks for those that hold a number and its noun together. */
export async function textOf(locator: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text must not count, and this is no DOM node
  return (await locator.innerText()).replaceAll("\u00a0", " ");
}

export async function expectPath(page: Page, path: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).pathname, patience).toBe(path);
}

/** Types an email where the page asks for one, and the code from the mail. */
export async function signIn(page: Page, stage: Stage, email: string): Promise<void> {
  await page.getByLabel("Work email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectHeading(page, "Type the 6-digit code");
  await page.getByLabel("Code", { exact: true }).fill(stage.newestCode(email));
  await page.getByRole("button", { name: /^Open (?:my projects|the office)$/ }).click();
  await expect.poll(() => page.locator("header").getByText(`Signed in as ${email}`).isVisible(), patience).toBe(true);
}

/** Asks for a code in whatever language the page is: the fields and the button are found by what they do. */
export async function askCode(page: Page, email: string): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('main form[action="/sign-in"] button').click();
  await page.locator('input[name="code"]').waitFor();
}

/** Types the code and sends it, in whatever language the page is. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('input[name="code"]').fill(code);
  await page.locator('form[action="/sign-in/code"] button').click();
}
