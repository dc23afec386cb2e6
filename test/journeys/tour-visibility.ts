import type { Page } from "playwright-core";
import { expectHeading } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

/** The switches for all portals, those of one, and the question before something sensitive is shown. */
export async function visitVisibility(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  await page.goto(`${stage.office}/settings/data-visibility`);
  await look(page, "office-visibility");
  await page.getByText("Set one portal apart").click();
  await page.getByRole("link", { name: "Acme Corp", exact: true }).click();
  await expectHeading(page, "What clients see at the portal of Acme Corp");
  await look(page, "office-visibility-portal");
  await page.getByRole("button", { name: "Switch on here Fee" }).click();
  await expectHeading(page, "Show fee at the portal of Acme Corp?");
  await look(page, "office-visibility-confirm");
  await page.goto(`${stage.office}/settings/data-visibility/profitability`);
  await page.getByText("What it gives away").waitFor();
  await look(page, "office-visibility-confirm-cost");
}
