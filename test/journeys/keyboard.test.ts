// Everything that matters, done by the keyboard alone: nothing here points or clicks.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, expectPath, openContext, patience, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

const SETTINGS = "/settings/client-portals";
const SKIP = "Skip to the content";

test("a client signs in, skips to the content, opens a project and what is folded there, and signs out", async () => {
  const stage = await openStage();
  for (const day of ["05", "06", "07", "08"])
    await stage.csv.append("milestones.csv", `m-key-${day},p-1,Early step ${day},2026-01-${day},2026-01-${day},firm`);
  const page = await openPage();
  await page.goto(`${stage.portals}/acme`);
  await signInByKeys(page, stage, { email: "jane@acme.example", open: "Open my projects" });
  await expectHeading(page, "4 projects under way");
  await skipToContent(page);
  await press(page, "Westbrook plant: laboratory and office expansion");
  await expectHeading(page, "Westbrook plant: laboratory and office expansion");
  await press(page, /\d more done$/);
  await expectShown(page, "Early step 05");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByText("Early step 05").isVisible(), patience).toBe(false);
  await press(page, "All projects");
  await expectPath(page, "/acme");
  await press(page, "Sign out");
  await expectHeading(page, "See your projects");
});

test("a client answers the pulse with a face, adds a comment and changes it", async () => {
  const stage = await openStage();
  const page = await openPage();
  await page.goto(`${stage.portals}/acme/projects/p-1`);
  await signInByKeys(page, stage, { email: "jane@acme.example", open: "Open my projects" });
  await expectHeading(page, "Westbrook plant: laboratory and office expansion");
  await press(page, "Happy");
  await expectShown(page, /^Thank you/);
  // The place for it is open after a fresh answer, and folded once there is a comment.
  await comment(page, "The drawings came early.");
  await expectShown(page, "Your comment: The drawings came early.");
  await press(page, "Change your comment");
  await comment(page, " All of them.");
  await expectShown(page, "Your comment: The drawings came early. All of them.");
});

test("the firm's admin hides and moves a block of a template", async () => {
  const stage = await openStage();
  const page = await openOffice(stage);
  await page.goto(`${stage.office}${SETTINGS}/templates/contractor`);
  await press(page, "Hide Tasks");
  await expect
    .poll(() => page.getByRole("button", { name: "Show Tasks", exact: true }).isVisible(), patience)
    .toBe(true);
  await press(page, "Move up Tasks");
  const order = () => page.locator(".shape > li").evaluateAll((items) => items.map(({ id }) => id).slice(0, 3));
  await expect.poll(order, patience).toEqual(["milestones", "tasks", "phases"]);
});

test("the firm's admin starts a preview of a portal and ends it", async () => {
  const stage = await openStage();
  const page = await openOffice(stage);
  await page.goto(`${stage.office}${SETTINGS}?q=acme`);
  await press(page, "Preview the portal of Acme Corp");
  await expectHeading(page, "Preview the portal of Acme Corp");
  await tabTo(page, "As anybody else");
  await page.keyboard.type("jane@acme.example");
  await page.keyboard.press("Enter");
  await expectShown(page, /^Preview: what Jane Doe/);
  await press(page, "End the preview");
  await expectHeading(page, "Preview the portal of Acme Corp");
});

test("the firm's admin leaves something sensitive off, then shows it to clients, and takes it back", {
  timeout: 120_000,
}, async () => {
  const stage = await openStage();
  const page = await openOffice(stage);
  await page.goto(`${stage.office}/settings/data-visibility`);
  await press(page, "Switch on Fee");
  await expectHeading(page, "Show fee at all portals?");
  await press(page, "Leave it off");
  await expectHeading(page, "Data visibility");
  await press(page, "Switch on Fee");
  await expectHeading(page, "Show fee at all portals?");
  await press(page, "Switch on");
  await expectHeading(page, "Data visibility");
  await press(page, "Switch off Fee");
  await expect.poll(() => page.getByRole("button", { name: "Switch on Fee" }).isVisible(), patience).toBe(true);
});

test("the firm's admin chooses a colour, writes a welcome, looks at both and saves them", async () => {
  const stage = await openStage();
  const page = await openOffice(stage);
  await page.goto(`${stage.office}${SETTINGS}/branding`);
  await tabTo(page, "Teal");
  await page.keyboard.press("ArrowRight");
  await tabTo(page, "Welcome message");
  await page.keyboard.type("Good to see you.");
  await press(page, "Preview");
  await expectShown(page, "What clients would see. Nothing is saved yet.");
  expect(await page.getByRole("radio", { name: "Blue" }).isChecked()).toBe(true);
  await press(page, "Save the branding");
  await expectShown(page, "Saved. Clients see it from their next page on.");
});

async function openPage(): Promise<Page> {
  return (await openContext(browser())).newPage();
}

async function openOffice(stage: Stage): Promise<Page> {
  const page = await openPage();
  await page.goto(stage.office);
  await signInByKeys(page, stage, { email: sampleAdmin.email, open: "Open the office" });
  await expectHeading(page, /client companies/);
  return page;
}

async function signInByKeys(page: Page, stage: Stage, { email, open }: { email: string; open: string }): Promise<void> {
  await tabTo(page, "Work email");
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expectHeading(page, "Type the 6-digit code");
  await tabTo(page, "Code");
  await page.keyboard.type(stage.newestCode(email));
  await press(page, open);
}

/** The first stop of a page leads past its head. */
async function skipToContent(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatchObject({ name: SKIP, isShown: true });
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
}

async function comment(page: Page, text: string): Promise<void> {
  await tabTo(page, /^What would you like/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
  await press(page, "Send the comment");
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

async function expectShown(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => page.getByText(text).first().isVisible(), patience).toBe(true);
}

/** Presses Tab until that control has the focus; every stop on the way must be seen, and come after the one before. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  let place = -1;
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // After the last stop of the page its first one comes again.
    const isStart = stop.name === "" || stop.name === SKIP;
    if (stop.name !== "") expect(stop, `focus on “${stop.name}”`).toMatchObject({ isShown: true });
    if (!isStart) expect(stop.place, `the place of “${stop.name}”`).toBeGreaterThan(place);
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
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = isField ? element.labels?.[0]?.textContent : element.textContent;
    const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    const place = [...document.querySelectorAll("*")].indexOf(element);
    return { name: (label ?? "").trim(), isShown: isInView && isOutlined, place };
  });
}
