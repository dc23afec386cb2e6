// Everything that matters, done by the keyboard alone: nothing here points or clicks.
import type { Download, Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, expectPath, openContext, patience, phone, useBrowser } from "./browsing.ts";
import { expectShown, press, signInByKeys, skipToContent, tabTo } from "./keys.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

const SETTINGS = "/settings/client-portals";

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
  await expect.poll(order, patience).toEqual(["milestones", "phases", "tasks"]);
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

test("the firm's admin finds somebody in Diagnose and asks again, and tests the connection", async () => {
  const stage = await openStage();
  const page = await openOffice(stage);
  await press(page, "Diagnose");
  await expectShown(page, "Who can’t get in?");
  await tabTo(page, "Who can’t get in?");
  await page.keyboard.type("jane.doe@acme.example");
  await page.keyboard.press("Enter");
  await expectHeading(page, /found$/);
  await press(page, /jane\.doe@acme\.example/);
  await expectHeading(page, /^jane\.doe@acme\.example does not get in/);
  await press(page, "Check again now");
  await expectShown(page, "Nothing has changed");
  await press(page, "Connections");
  await expectHeading(page, "Connections");
  await press(page, "Test");
  await expectShown(page, "Read just now");
});

test("the firm's admin writes an update and publishes it; the client reads it and downloads a table", {
  timeout: 120_000,
}, async () => {
  const stage = await openStage();
  const page = await openOffice(stage);
  await press(page, "Updates");
  await expectHeading(page, "Updates");
  await press(page, "Write an update");
  await expectHeading(page, "Write an update");
  await tabTo(page, "Project");
  await page.keyboard.type("Westbrook");
  await tabTo(page, "Author, as the client reads it");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Maya Oduya");
  await tabTo(page, "What is new");
  await page.keyboard.type("The permit set is out.");
  await press(page, "Save");
  await expectShown(page, "only your team sees it");
  await press(page, "Publish to the client");
  await expectShown(page, "the client reads it");
  const client = await openPage();
  await client.goto(`${stage.portals}/acme/projects/p-1`);
  await signInByKeys(client, stage, { email: "jane@acme.example", open: "Open my projects" });
  await expectHeading(client, "Westbrook plant: laboratory and office expansion");
  await skipToContent(client);
  await expectShown(client, "The permit set is out.");
  const downloads: Download[] = [];
  client.on("download", (download) => void downloads.push(download));
  await press(client, /^Download as CSV/);
  await expect
    .poll(() => downloads.map((one) => one.suggestedFilename()), patience)
    .toEqual([expect.stringMatching(/\.csv$/)]);
});

test("on a phone with a keyboard the office's menu opens, is left by Escape, and leads on", async () => {
  const stage = await openStage();
  const page = await openOffice(stage);
  await page.setViewportSize(phone);
  const diagnose = page.getByRole("navigation").getByRole("link", { name: "Diagnose" });
  expect(await diagnose.isVisible()).toBe(false);
  await press(page, /^Menu/);
  expect(await diagnose.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await diagnose.isVisible()).toBe(false);
  await page.keyboard.press("Space");
  await press(page, "Diagnose");
  await expectShown(page, "Who can’t get in?");
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

async function comment(page: Page, text: string): Promise<void> {
  await tabTo(page, /^What would you like/);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
  await press(page, "Send the comment");
}
