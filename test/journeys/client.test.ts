import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectHeading, expectPath, openContext, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage } from "./stage.ts";

const browser = useBrowser();

/** The projects of Acme that a client may see, in the order of the page: by state, then by name. */
const acmeProjects = [
  "Headquarters lobby and reception renewal",
  "Loading dock and canopy replacement",
  "Warehouse 4 roof replacement, solar-ready",
  "Westbrook plant: laboratory and office expansion",
  "Congress Street parking structure repair",
  "Boiler plant MEP retrofit",
];

async function shownProjects(page: Page): Promise<string[]> {
  return page.locator("main").getByRole("heading", { level: 3 }).allInnerTexts();
}

async function openProject(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 3, name }).getByRole("link").click();
}

test("a client types an email and the code from the mail, sees the company's projects, opens one and comes back", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await expectHeading(page, "See your projects");
  await signIn(page, stage, "jane@acme.example");
  await expectPath(page, "/acme");
  await expectHeading(page, "4 projects under way");
  expect(await shownProjects(page)).toEqual(acmeProjects);
  await expect.poll(() => page.getByText("54 % complete").isVisible()).toBe(true);
  expect(await textOf(page.locator("main"))).not.toContain("shuttle shelter");
  expect(await textOf(page.locator("main"))).toMatch(/Next: .+/);
  await openProject(page, "Boiler plant MEP retrofit");
  await expectHeading(page, "Boiler plant MEP retrofit");
  await page.getByRole("link", { name: "All projects" }).click();
  await expectHeading(page, "4 projects under way");
  await openProject(page, "Westbrook plant: laboratory and office expansion");
  await expectHeading(page, "Westbrook plant: laboratory and office expansion");
  await page.goBack();
  await expectHeading(page, "4 projects under way");
});

test("the code mail comes from the firm by name, stands alone in an inbox and is readable as plain text", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane@acme.example");
  expect(stage.mails?.mails.map(({ to }) => to)).toEqual(["jane@acme.example"]);
  const caught = stage.mails?.newestTo("jane@acme.example");
  expect(caught?.mail.from).toMatchObject({ name: "Harbor & Finch", address: "portal@harbor-finch.example" });
  expect(caught?.mail.subject).toMatch(/^\d{3} \d{3} is your code for Harbor & Finch$/);
  expect(caught?.mail.text).toContain("Your code for Harbor & Finch: ");
  expect(caught?.mail.text).toContain(new URL(stage.portals).host);
});

test("an email that the firm does not know gets “No projects” with that email, a reference, and a way to switch that leads in", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane.doe@acme.example");
  await expectHeading(page, "No projects");
  const main = page.locator("main");
  expect(await textOf(main)).toContain("You are signed in as jane.doe@acme.example");
  expect(await textOf(main.locator("code"))).toMatch(/^PL-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  expect(await textOf(page.locator("body"))).not.toContain("Acme Corp");
  const ask = await main.getByRole("link", { name: "Write to Harbor & Finch" }).getAttribute("href");
  expect(ask).toMatch(/^mailto:/);
  expect(decodeURIComponent(ask ?? "")).toContain("jane.doe@acme.example");
  await main.getByRole("button", { name: "Use another email" }).click();
  await expectHeading(page, "See your projects");
  await signIn(page, stage, "jane@acme.example");
  await expectPath(page, "/acme");
  expect(await shownProjects(page)).toEqual(acmeProjects);
});

test("a contact added in the PSA counts on the very next load without a second sign-in, and so does its removal", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane.doe@acme.example");
  await expectHeading(page, "No projects");
  await stage.csv.append("contacts.csv", "k-900,jane.doe@acme.example,Jane Doe,c-12,,,false");
  await page.reload();
  await expectHeading(page, "4 projects under way");
  expect(await shownProjects(page)).toEqual(acmeProjects);
  await stage.csv.removeLines("contacts.csv", "k-900,");
  await page.reload();
  await expectHeading(page, "No projects");
  expect(await textOf(page.locator("body"))).not.toContain("Westbrook");
  expect(stage.mails?.mails).toHaveLength(1);
});

test("a contact of another company is refused without a word about the company here, and led to their own portal", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "fiona@keystone-obrien.example");
  await expectHeading(page, "Your projects have their own address");
  const refusal = await page.content();
  for (const secret of ["Acme", ...acmeProjects]) expect(refusal).not.toContain(secret);
  await page.getByRole("link", { name: "Keystone, O'Brien & Sons Builders" }).click();
  await expectHeading(page, /projects? under way$/);
  expect(await textOf(page.locator("header"))).toContain("Keystone, O'Brien & Sons Builders");
});

test("somebody of two companies chooses between them at the firm's own address, and each shows its own projects", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/`);
  await signIn(page, stage, "ingrid@solheim-bim.example");
  await expectHeading(page, "Which company’s projects?");
  await page.getByRole("link", { name: "Lindqvist + Okafor Architects" }).click();
  await expectPath(page, "/lindqvist-okafor-architects");
  await expectHeading(page, /under way$/);
  const ofLindqvist = await shownProjects(page);
  await page.goto(`${stage.portals}/atelier-nunez-delacroix`);
  await expectHeading(page, /under way$/);
  const ofAtelier = await shownProjects(page);
  expect(ofLindqvist).toContain("Bath Library renewal: structural and MEP engineering");
  expect(ofAtelier).toContain("Observatory Hill residence: structural engineering");
  expect(ofLindqvist.filter((name) => ofAtelier.includes(name))).toEqual([]);
});

test("a CSV folder that cannot be read is “cannot tell right now” and never “No projects”, and the next load after it is back shows them", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane@acme.example");
  await stage.csv.hide();
  await page.reload();
  await expectHeading(page, "We can’t tell right now");
  await stage.csv.bringBack();
  await page.getByRole("link", { name: "Try again" }).click();
  await expectHeading(page, "4 projects under way");
});
