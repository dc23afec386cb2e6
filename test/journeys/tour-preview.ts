// The firm looks at a portal as somebody else would see it.
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, signIn } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

const SETTINGS = "/settings/client-portals";

/** A full page, an empty one, a closed one, and what comes after the end. */
export async function visitPreview({ stage, open, look }: Tour): Promise<void> {
  const page = await (await open()).newPage();
  await page.goto(`${stage.office}${SETTINGS}?q=acme`);
  await signIn(page, stage, sampleAdmin.email);
  await page.goto(`${stage.office}${SETTINGS}?q=acme`);
  await page
    .getByRole("link", { name: /^Preview/ })
    .first()
    .click();
  await expectHeading(page, /^Preview the portal of/);
  await look(page, "office-preview-choose");
  const choose = page.url();
  await page.getByLabel("As anybody else").fill("jane@acme.example");
  await page.getByRole("button", { name: "See what they see", exact: true }).last().click();
  await page.getByText("Preview: what Jane Doe").waitFor();
  await look(page, "preview-home");
  const preview = page.url();
  await page.goto(`${preview}/projects/p-1`);
  await page.getByText("What is not shown, and why").waitFor();
  await look(page, "preview-project");
  await page.getByRole("button", { name: "End the preview" }).click();
  await page.goto(preview);
  await expectHeading(page, "This preview is over");
  await look(page, "preview-over");
  await page.goto(choose);
  await page.getByRole("button", { name: "Look as a contact who does not exist yet" }).click();
  await page.getByText("Preview: what a contact who does not exist yet").waitFor();
  await look(page, "preview-to-come");
  await page.goto(choose);
  await page.getByLabel("As anybody else").fill("jane.doe@acme.example");
  await page.getByRole("button", { name: "See what they see", exact: true }).last().click();
  await expectHeading(page, "No projects");
  await look(page, "preview-closed");
}
