import type { Page } from "playwright-core";
import { asOwner } from "../support/test-database.ts";
import { expectHeading } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

/** The review of a switch from the sample's folder to another one, in which a company has another name. */
export async function visitReview(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  await page.goto(`${stage.office}/settings/connections/review`);
  await expectHeading(page, "No switch is under way");
  await look(page, "office-review-nothing");
  await asOwner(
    stage.database.ownerUrl,
    `INSERT INTO connection (firm_id, id, kind, settings, state, created_at, updated_at)
     SELECT firm_id, gen_random_uuid(), kind, settings, 'pending', now(), now() FROM connection
     WHERE firm_id = (SELECT id FROM firm WHERE slug = 'harbor-finch')`,
  );
  await page.reload();
  await expectHeading(page, /^Switch from CSV files/);
  // Until both were read, it has nothing to show, and loads itself again.
  await page.getByRole("button", { name: "Switch now" }).waitFor();
  await look(page, "office-review");
  await page.getByRole("button", { name: "Keep CSV files" }).click();
  await expectHeading(page, /with a portal$/);
  const { ownerUrl } = stage.database;
  const unlinked = "UPDATE portal SET company_id = 'unlinked:' || company_id WHERE company_name LIKE 'Acme%'";
  await asOwner(ownerUrl, unlinked);
  await page.reload();
  await page.getByText("not linked to a company").waitFor();
  await look(page, "office-portals-unlinked");
  await page.getByRole("link", { name: /^Link to a company/ }).click();
  await expectHeading(page, /^Link the portal of Acme/);
  await look(page, "office-link");
  await asOwner(ownerUrl, "UPDATE portal SET company_id = replace(company_id, 'unlinked:', '')");
}
