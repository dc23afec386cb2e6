// What the firm writes about a project: in the office, and as the client reads it.
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect } from "vitest";
import { expectHeading, patience, signIn } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

/** An update that cannot be kept yet, then one that is published, and its history. For somebody of the team who is signed in. */
export async function visitUpdates(page: Page, { stage, open, look }: Tour): Promise<void> {
  await page.goto(`${stage.office}/updates`);
  await look(page, "office-updates-none");
  await page.getByRole("link", { name: "Write an update" }).click();
  await page.getByLabel("What is new").fill("The **permit set** is out.\n\n- Civil is done\n- Structure follows");
  await page.getByLabel("Author").fill("Maya Oduya");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".problem").waitFor();
  await look(page, "office-update-problem");
  await page.getByLabel("Project").selectOption("p-1");
  await page.getByLabel("Discipline 1", { exact: true }).fill("Civil");
  await page.getByLabel("Percent of discipline 1", { exact: true }).fill("100");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("only your team sees it").waitFor();
  await look(page, "office-update-draft");
  await addPhoto(page);
  await look(page, "office-update-photo");
  await page.getByRole("button", { name: "Publish to the client" }).click();
  await page.getByText("the client reads it").waitFor();
  await look(page, "office-update-published");
  await page.getByRole("link", { name: "History" }).click();
  await look(page, "office-update-history");
  await page.goto(`${stage.office}/updates`);
  await look(page, "office-updates");
  const client = await (await open()).newPage();
  await client.goto(`${stage.portals}/acme/projects/p-1`);
  await signIn(client, stage, "raul.ibanez@acme.example");
  await expectHeading(client, "Westbrook plant: laboratory and office expansion");
  await expectPhoto(client);
  await look(client, "portal-project-photo");
}

const CAPTION = "The north wall of the laboratory, seen from the yard";

async function addPhoto(page: Page): Promise<void> {
  const drawn = sharp({ create: { width: 1600, height: 900, channels: 3, background: "#8a9a8f" } });
  await page
    .getByLabel("Photo", { exact: true })
    .setInputFiles({ name: "wall.jpg", mimeType: "image/jpeg", buffer: await drawn.jpeg().toBuffer() });
  await page.getByLabel("What the photo shows").fill(CAPTION);
  await page.getByRole("button", { name: "Add the photo" }).click();
  await expectPhoto(page);
}

/** It is fetched when it comes into view, and only then does the page have its whole look. */
async function expectPhoto(page: Page): Promise<void> {
  const photo = page.getByRole("img", { name: CAPTION });
  await photo.scrollIntoViewIfNeeded();
  await expect
    .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth), patience)
    .toBeGreaterThan(0);
}
