// Wrong template: the client misses a field; the firm asks why it is hidden and shows it, with its clicks counted.
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage } from "./stage.ts";

const browser = useBrowser();

test("a field that the portal's template hides names the template, and one click, agreed to, gives the portal another one", async () => {
  const stage = await openStage();
  const office = await (await openContext(browser())).newPage();
  await office.goto(`${stage.office}/settings/data-visibility`);
  await signIn(office, stage, sampleAdmin.email);
  await office.getByRole("button", { name: "Switch on Fee" }).click();
  await office.getByRole("button", { name: "Switch on" }).click();
  await office.getByRole("heading", { name: "Fee: On" }).waitFor();
  const client = await (await openContext(browser())).newPage();
  await client.goto(`${stage.portals}/keystone-obrien-sons-builders`);
  await signIn(client, stage, "fiona@keystone-obrien.example");
  await client.locator(".projects a").first().click();
  await client.getByText("All projects").waitFor();
  const labels = () => client.locator("dt").allTextContents();
  expect(await labels()).not.toContain("Fee");

  let clicks = 0;
  const press = async (role: "button" | "link", name: string | RegExp) => {
    clicks++;
    await office.getByRole(role, { name }).first().click();
    await office.waitForLoadState();
  };
  await office.goto(`${stage.office}/settings/client-portals/diagnose`);
  await office.getByLabel("Who can’t get in?").fill("fiona@keystone-obrien.example");
  await press("button", "Find");
  await press("link", "Fiona O'Brien");
  const hidden = office.locator(".pair-row").filter({ hasText: "Hidden: Fee" });
  await expect.poll(() => textOf(hidden), patience).toContain("template does not carry it");
  await press("button", /Give Keystone.* the Owner template/);
  // The fee is sensitive, so that this template is asked about first.
  await expectHeading(office, "Show fee to clients?");
  await press("button", "Show it to clients");
  await expect
    .poll(() => office.getByRole("region", { name: "What they see" }).textContent(), patience)
    .not.toContain("Hidden: Fee");
  expect(clicks).toBeLessThanOrEqual(4);

  await client.reload();
  await expect.poll(labels, patience).toContain("Fee");
  await client.goto(`${stage.portals}/keystone-obrien-sons-builders`);
  await expectHeading(client, /under way$/);
});
