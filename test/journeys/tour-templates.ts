// What a firm settles about its portals: defaults, its own shape of a template, and two templates side by side.
import type { Page } from "playwright-core";
import type { Tour } from "./inspection.ts";

const SETTINGS = "/settings/client-portals";

/** For an admin who is signed in. What it changes nobody else can see: the fee is switched off for every client. */
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
  await page.goto(`${stage.office}${SETTINGS}`);
  await page.locator("td[data-label=Template] a").first().click();
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator(".side-by-side").waitFor();
  await look(page, "office-template-sides");
}
