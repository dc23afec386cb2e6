// What a firm settles about its portals: defaults, its own shape of a template, and two templates side by side.
import type { Page } from "playwright-core";
import { expectHeading } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

const SETTINGS = "/settings/client-portals";

/** For an admin who is signed in. What it changes nobody else can see: the fee is shown to no client. */
export async function visitTemplates(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  await page.goto(`${stage.office}${SETTINGS}/defaults`);
  await look(page, "office-defaults");
  await page.goto(`${stage.office}${SETTINGS}/templates/contractor`);
  await look(page, "office-template-shipped");
  await page.getByRole("button", { name: "Show Fee", exact: true }).click();
  await page.getByRole("button", { name: "Reset to default" }).waitFor();
  await look(page, "office-template-changed");
  await page.getByRole("button", { name: "Reset to default" }).click();
  await page.getByText("as it comes with the program").waitFor();
  await visitQuestion(page, { stage, look });
  await page.goto(`${stage.office}${SETTINGS}`);
  await page.locator("td[data-label=Template] a").first().click();
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator(".side-rows").waitFor();
  await look(page, "office-template-sides");
}

/** With the fee switched on for one portal, whose template does not carry it: what comes before the template would. */
async function visitQuestion(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  await page.goto(`${stage.office}/settings/data-visibility`);
  await page.getByText("Set one portal apart").click();
  await page.getByRole("link", { name: /^Keystone/ }).click();
  const inherit = page.getByRole("button", { name: "Inherit (off) Fee" });
  const switchOn = page.getByRole("button", { name: "Switch on here Fee" });
  await switchOn.waitFor();
  const portal = page.url();
  await switchOn.click();
  await page.getByRole("button", { name: "Switch on", exact: true }).click();
  await inherit.waitFor();
  await page.goto(`${stage.office}${SETTINGS}/templates/contractor`);
  await page.getByRole("button", { name: "Show Fee", exact: true }).click();
  await expectHeading(page, "Show fee to clients?");
  await look(page, "office-template-confirm");
  await page.goto(portal);
  await inherit.click();
  await switchOn.waitFor();
}
