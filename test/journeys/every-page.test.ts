import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { desk, openContext, phone, useBrowser } from "./browsing.ts";
import { openAlbum } from "./shots.ts";
import { openStage } from "./stage.ts";
import { tourEveryPage } from "./tour.ts";
import { tourInLanguage } from "./tour-languages.ts";

const browser = useBrowser();
const narrow = { width: 320, height: 640 };

test("every page in every state is accessible on a desk and a phone, light and dark, fits a narrow screen, and raises no complaint", {
  // The camera takes four pictures of each page.
  timeout: process.env.MODE === "shots" ? 1_200_000 : 600_000,
}, async () => {
  const stage = await openStage({ mail: "mailbox" });
  // `npm run shots` is this same walk with a camera.
  const album = process.env.MODE === "shots" ? await openAlbum() : null;
  const seen: string[] = [];
  const faults: string[] = [];
  await tourEveryPage({
    stage,
    open: () => openContext(browser()),
    look: async (page, name) => {
      seen.push(name);
      faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
      await album?.take(page, name);
    },
  });
  await album?.finish();
  expect(faults).toEqual([]);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(20);
});

test("the client's pages in German and Spanish are accessible on a phone, light and dark, and fit a narrow screen", {
  timeout: 600_000,
}, async () => {
  const stage = await openStage({ mail: "mailbox" });
  const faults: string[] = [];
  const look = async (page: Page, name: string) => {
    faults.push(...(await faultsOnPhone(page)).map((fault) => `${name}: ${fault}`));
  };
  const tour = { stage, open: (options: BrowserContextOptions) => openContext(browser(), options), look };
  // One after the other: they are the same people, and the newest code counts.
  for (const locale of ["de-DE", "es-ES"]) await tourInLanguage(tour, locale);
  expect(faults).toEqual([]);
});

test("the check can fail: grey on grey, an unnamed picture and a too wide page are noticed", async () => {
  const page = await (await openContext(browser())).newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><title>x</title><main><h1 style="color:#999;background:#aaa;width:2000px">Grey</h1><img src="data:,"></main></html>`,
  );
  const faults = await faultsOf(page);
  expect(faults.filter((fault) => fault.includes("color-contrast"))).toHaveLength(3);
  expect(faults.filter((fault) => fault.includes("image-alt"))).toHaveLength(2);
  expect(faults.at(-1)).toContain("scrolls sideways");
});

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What other colours can change. */
const colours = ["color-contrast", "link-in-text-block"];

async function faultsOf(page: Page): Promise<string[]> {
  const faults = await violations(page, "desk, light", everything);
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await violations(page, "desk, dark", colours)));
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: "light" });
  faults.push(...(await violations(page, "phone, light", everything)), ...(await widthFaults(page)));
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: null });
  return faults;
}

async function faultsOnPhone(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const faults = await violations(page, "phone, light", everything);
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await violations(page, "phone, dark", colours)), ...(await widthFaults(page)));
  await page.setViewportSize(phone);
  return faults;
}

async function widthFaults(page: Page): Promise<string[]> {
  await page.setViewportSize(narrow);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return beyond > 0 ? [`scrolls sideways by ${beyond} px at ${narrow.width} px`] : [];
}

async function violations(page: Page, where: string, runOnly: string[]): Promise<string[]> {
  // Evaluated by the debugger: the page's own policy would refuse to load it, and rightly.
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  const found = await page.evaluate(async (asked) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, { runOnly: asked, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  }, runOnly);
  return found.map((fault) => `${where}: ${fault}`);
}
