// Asking the firm, and what the firm sees of it.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { otherLanguages } from "../support/english.ts";
import { askCode, expectHeading, patience, signIn, typeCode } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

const SETTINGS = "/settings/client-portals";

/** Needs people who have asked nothing yet. */
export async function visitRequests(tour: Tour): Promise<void> {
  const { stage, open, look } = tour;
  const client = await (await open()).newPage();
  await ask(client, tour, "j.doe@acme.example");
  await expectHeading(client, "We have told Harbor & Finch");
  await look(client, "portal-asked", { language: "en" });
  await client.goto(`${stage.portals}/acme`);
  await client.getByRole("button", { name: "Ask Harbor & Finch" }).click();
  await expectHeading(client, "Harbor & Finch has your question");
  await look(client, "portal-asked-again");
  const office = await (await open()).newPage();
  await office.goto(`${stage.office}${SETTINGS}/diagnose/approvals`);
  await signIn(office, stage, sampleAdmin.email);
  await look(office, "office-approvals-none");
  await office.goto(`${stage.office}${SETTINGS}/requests`);
  await look(office, "office-requests");
  await office.getByRole("button", { name: "j.doe@acme.example is Jane Doe" }).click();
  await office.goto(`${stage.office}${SETTINGS}/diagnose/approvals`);
  await look(office, "office-approvals");
  await office.goto(`${stage.office}${SETTINGS}/requests`);
  await office.getByRole("button", { name: "Done" }).first().click();
  await expectHeading(office, "No open requests");
  await office.locator("summary").click();
  await look(office, "office-requests-closed");
  for (const language of otherLanguages) {
    const page = await (await open(language)).newPage();
    await ask(page, tour, `j.doe.${language}@acme.example`);
    await look(page, "portal-asked", { language });
  }
}

/** Somebody at a closed door, in whatever language. */
async function ask(page: Page, { stage }: Tour, email: string): Promise<void> {
  await page.goto(`${stage.portals}/acme`);
  await askCode(page, email);
  await typeCode(page, stage.newestCode(email));
  await page.locator('form[action="/ask"] button').click();
  await expect.poll(() => new URL(page.url()).pathname, patience).toBe("/ask");
}
