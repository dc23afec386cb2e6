// The keyboard as somebody uses it who has nothing else: Tab until it is there, and a key.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { expectHeading, patience } from "./browsing.ts";
import type { Stage } from "./stage.ts";

const SKIP = "Skip to the content";

/** Types an email where the page asks for one, and the code from the mail. */
export async function signInByKeys(
  page: Page,
  stage: Stage,
  { email, open }: { email: string; open: string },
): Promise<void> {
  await tabTo(page, "Work email");
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expectHeading(page, "Type the 6-digit code");
  await tabTo(page, "Code");
  await page.keyboard.type(stage.newestCode(email));
  await press(page, open);
}

/** The first stop of a page leads past its head. */
export async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatchObject({ name: SKIP, isShown: true });
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
}

/** Goes to a link or a button and presses Enter. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

export async function expectShown(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => page.getByText(text).first().isVisible(), patience).toBe(true);
}

/** Presses Tab until that control has the focus; every stop on the way must be seen, and come after the one before. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  let place = -1;
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // After the last stop of the page its first one comes again.
    const isStart = stop.name === "" || stop.name === SKIP;
    if (stop.name !== "") expect(stop, `focus on “${stop.name}”`).toMatchObject({ isShown: true });
    // The parts of a date are several stops in one place.
    if (!isStart) expect(stop.place, `the place of “${stop.name}”`).toBeGreaterThanOrEqual(place);
    place = stop.place;
    if (typeof name === "string" ? stop.name === name : name.test(stop.name)) return;
  }
  throw new Error(`the keyboard never gets to “${name}”`);
}

/** What has the focus, whether that is to be seen, and where it stands in the page's reading order. */
function focused(page: Page): Promise<{ name: string; isShown: boolean; place: number }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: "", isShown: true, place: -1 };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const isInView = width > 1 && height > 1 && bottom > 0 && top < innerHeight;
    const fields = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement];
    const field = fields.map((kind) => (element instanceof kind ? element.labels?.[0] : null)).find(Boolean);
    const label = (field ?? element).textContent;
    const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    const place = [...document.querySelectorAll("*")].indexOf(element);
    return { name: (label ?? "").trim(), isShown: isInView && isOutlined, place };
  });
}
