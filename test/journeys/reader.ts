// A page of the browser into which documents are written one after the other, and in each of which axe-core looks for faults at every
// width, light and dark. The page stays open, for to load axe-core and to warm it up costs several times what it takes to run.
import axe from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { desk, phone } from "./browsing.ts";

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What other colours can change. */
const colours = ["color-contrast", "link-in-text-block"];

export const variants = [
  { label: "phone-light", viewport: phone, colorScheme: "light", rules: everything },
  { label: "phone-dark", viewport: phone, colorScheme: "dark", rules: colours },
  { label: "desk-dark", viewport: desk, colorScheme: "dark", rules: colours },
  { label: "desk-light", viewport: desk, colorScheme: "light", rules: everything },
] as const;

/** What is enlarged four times on a desk, or stands on the smallest phone, still fits: 320 px (WCAG 1.4.10). */
const narrow = { width: 320, height: 640 };

/** `open`: which of its folded parts stand open, in their order; by default as it says itself. */
export type Sheet = { html: string; open?: boolean[] | undefined };

/** `shape`: the kinds of its elements, which tell whether another document is the same page; `open`: as in a sheet. */
export type Reading = { faults: string[]; shape: string[]; open: boolean[] };

/** Called instead of the inspection with each variant while it stands there. */
export type Camera = (page: Page, label: string) => Promise<void>;

export type Reader = (sheet: Sheet, camera?: Camera) => Promise<Reading>;

/** Documents are read as if they came from this address: its styles, its script and its policy hold for them. */
export async function openReader(context: BrowserContext, url: string): Promise<Reader> {
  const page = await context.newPage();
  await page.goto(url);
  // Evaluated by the debugger: the page's own policy would refuse to load it, and rightly.
  await page.evaluate(axe.source);
  return async ({ html, open }, camera) => {
    await page.setViewportSize(narrow);
    await page.setContent(html);
    await page.evaluate(unfold, open);
    const faults = await tooWideOn(page);
    for (const { label, viewport, colorScheme, rules } of variants) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      if (camera) await camera(page, label);
      const found = camera ? [] : [...(await tooWideOn(page)), ...(await page.evaluate(violations, rules))];
      faults.push(...found.map((fault) => `${label}: ${fault}`));
    }
    return { faults, ...(await page.evaluate(shapeOf)) };
  };
}

async function tooWideOn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const beyond = document.documentElement.scrollWidth - innerWidth;
    if (beyond <= 0) return [];
    const widest = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 0.5,
    );
    return [`scrolls sideways by ${beyond} px at ${innerWidth} px: ${widest.at(-1)?.outerHTML.slice(0, 160)}`];
  });
}

async function violations(rules: string[]): Promise<string[]> {
  const { run } = (window as unknown as { axe: typeof axe }).axe;
  const { violations } = await run(document, {
    runOnly: rules,
    resultTypes: ["violations"],
    // How to find an element again costs more than to find it.
    selectors: false,
    preload: false,
    iframes: false,
  });
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

function unfold(open: boolean[] | undefined): void {
  for (const [index, part] of document.querySelectorAll("details").entries()) part.open = open?.[index] ?? part.open;
}

function shapeOf(): { shape: string[]; open: boolean[] } {
  const kinds = [...document.querySelectorAll("body *")].map((one) => [one.localName, ...one.classList].join("."));
  return { shape: [...new Set(kinds)], open: [...document.querySelectorAll("details")].map(({ open }) => open) };
}
