// The client's main pages in the languages that are not English, for the checks that need a browser.
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { patience, phone } from "./browsing.ts";
import type { Stage } from "./stage.ts";

type LanguageTour = {
  stage: Stage;
  open: (options: { locale: string; viewport: typeof phone }) => Promise<BrowserContext>;
  look: (page: Page, name: string) => Promise<void>;
};

/** Fields and buttons are found by what they do, for what they say is what changes. */
export async function tourInLanguage({ stage, open, look }: LanguageTour, locale: string): Promise<void> {
  const person = async () => (await open({ locale, viewport: phone })).newPage();
  const lookAt = async (page: Page, name: string) => {
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    await look(page, `${locale}-${name}`);
  };
  const jane = await person();
  await jane.goto(`${stage.portals}/acme`);
  await lookAt(jane, "sign-in");
  await askCode(jane, "jane@acme.example");
  await lookAt(jane, "code");
  await typeCode(jane, stage.newestCode("jane@acme.example"));
  await lookAt(jane, "home");
  await jane.goto(`${stage.portals}/acme/projects/p-1`);
  await lookAt(jane, "project");
  await jane.goto(`${stage.portals}/acme/nothing`);
  await lookAt(jane, "nothing-here");
  const ingrid = await person();
  await signIn(ingrid, stage, "ingrid@solheim-bim.example");
  await lookAt(ingrid, "chooser");
  const stranger = await person();
  await signIn(stranger, stage, "fiona@keystone-obrien.example", "/acme");
  await lookAt(stranger, "closed");
  await stranger.locator('form[action="/ask"] button').click();
  await expect.poll(() => new URL(stranger.url()).pathname, patience).toBe("/ask");
  await lookAt(stranger, "asked");
}

async function signIn(page: Page, stage: Stage, email: string, path = "/"): Promise<void> {
  await page.goto(`${stage.portals}${path}`);
  await askCode(page, email);
  await typeCode(page, stage.newestCode(email));
}

async function askCode(page: Page, email: string): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('main form[action="/sign-in"] button').click();
  await page.locator('input[name="code"]').waitFor();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('input[name="code"]').fill(code);
  await page.locator('form[action="/sign-in/code"] button').click();
  await page.locator(".signed-in").waitFor();
}
