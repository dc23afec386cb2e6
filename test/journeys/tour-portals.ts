// What clients see of their portals: the door, the pages behind it, and the pages that turn somebody away.
import type { Page } from "playwright-core";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { ROWS_MAX } from "../../src/ui/pages.ts";
import { expectHeading, signIn } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

/** Every page of a client's, side by side as different people. */
export async function visitPortals(tour: Tour): Promise<void> {
  await Promise.all([
    visitDoor(tour),
    visitMailedLink(tour),
    visitTries(tour),
    visitPortal(tour),
    visitClosedDoors(tour),
  ]);
}

async function visitDoor({ stage, open, look }: Tour): Promise<void> {
  const page = await (await open()).newPage();
  await page.goto(`${stage.portals}/acme`);
  await look(page, "portal-sign-in");
  await page.getByLabel("Work email").fill("jane at acme");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.locator(".problem").waitFor();
  await look(page, "portal-sign-in-problem");
  await page.getByLabel("Work email").fill("p.nolan@saltmarshschools.example");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectHeading(page, "Type the 6-digit code");
  await look(page, "portal-code");
  const wrong = stage.newestCode("p.nolan@saltmarshschools.example") === "111111" ? "222222" : "111111";
  await page.getByLabel("Code", { exact: true }).fill(wrong);
  await page.getByRole("button", { name: "Open my projects" }).click();
  await page.locator(".problem").waitFor();
  await look(page, "portal-code-wrong");
}

async function visitMailedLink({ stage, open, look }: Tour): Promise<void> {
  const email = "fiona@keystone-obrien.example";
  const page = await (await open()).newPage();
  await page.goto(`${stage.portals}/sign-in`);
  await page.getByLabel("Work email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectHeading(page, "Type the 6-digit code");
  await page.goto(stage.newestLink(email));
  await look(page, "portal-link");
  const other = await (await open()).newPage();
  await other.goto(stage.newestLink(email));
  await look(other, "portal-link-elsewhere");
  await page.getByRole("button", { name: "Open my projects" }).click();
  await page.locator("header").getByText(`Signed in as ${email}`).waitFor();
  await other.reload();
  await look(other, "portal-link-used");
  await other.goto(`${stage.portals}/sign-in/link?t=cut`);
  await look(other, "portal-link-not-whole");
}

async function visitTries({ stage, open, look }: Tour): Promise<void> {
  const page = await (await open()).newPage();
  await page.goto(`${stage.portals}/sign-in`);
  await page.getByLabel("Work email").fill("sam@elsewhere.example");
  await page.getByRole("button", { name: "Send me a code" }).click();
  for (let count = 0; count < 5; count++) {
    await page.getByLabel("Code", { exact: true }).fill(`${count}`);
    await page.getByRole("button", { name: "Open my projects" }).click();
    await page.locator(".problem").waitFor();
  }
  await look(page, "portal-code-no-tries");
}

async function visitPulse(page: Page, look: Tour["look"]): Promise<void> {
  await page.getByRole("button", { name: "Happy", exact: true }).click();
  await page.getByRole("heading", { name: /^Thank you/ }).waitFor();
  await look(page, "portal-pulse-answered");
  await page.getByLabel("What would you like").fill("x".repeat(1_001));
  await page.getByRole("button", { name: "Send the comment" }).click();
  await page.locator(".problem").waitFor();
  await look(page, "portal-pulse-too-long");
  await page.getByLabel("What would you like").fill("The drawings came a week early.\nThank you.");
  await page.getByRole("button", { name: "Send the comment" }).click();
  await page.getByText("Your comment:").waitFor();
  await look(page, "portal-pulse-commented");
}

async function visitPortal({ stage, open, look }: Tour): Promise<void> {
  const page = await (await open()).newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane@acme.example");
  await look(page, "portal-home");
  await page.goto(`${stage.portals}/acme/projects/p-1`);
  await look(page, "portal-project");
  await visitPulse(page, look);
  await page.goto(`${stage.portals}/acme/projects/p-6`);
  await look(page, "portal-project-completed");
  await page.goto(`${stage.portals}/acme/projects/none`);
  await look(page, "portal-no-such-project");
  await page.goto(`${stage.portals}/acme/nothing`);
  await look(page, "portal-unknown-page");
  const long = await (await open()).newPage();
  await long.goto(`${stage.portals}/`);
  await signIn(long, stage, "constance.abernathy-vandermeer@penhallow-athenaeum.example");
  // Their only project opens directly.
  await look(long, "portal-project-long-names");
  const many = await (await open()).newPage();
  await many.goto(`${stage.portals}/`);
  await signIn(many, stage, "g.thibodeau@saltmarshschools.example");
  await look(many, "portal-home-table");
  await many.getByRole("searchbox").fill("school");
  await many.getByRole("button", { name: "Filter" }).click();
  await many.getByText(/^\d+ of \d+ projects$/).waitFor();
  await many.getByRole("link", { name: "Complete" }).click();
  await look(many, "portal-home-table-filtered");
  await visitPages(many, { stage, look });
  const chooser = await (await open()).newPage();
  await chooser.goto(`${stage.portals}/`);
  await signIn(chooser, stage, "ingrid@solheim-bim.example");
  await look(chooser, "portal-chooser");
}

/** The table of more projects than stand on one page: one in the middle, which has the ways to all others. */
async function visitPages(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  const roofs = Array.from(
    { length: 2 * ROWS_MAX },
    (_, index) => `p-roof-${index},,Roof ${index},c-14,active,,,,,,,,,,`,
  );
  await stage.csv.append("projects.csv", roofs.join("\n"));
  await page.goto(`${stage.portals}/`);
  await page.getByRole("link", { name: `Next ${ROWS_MAX}` }).click();
  await page.getByRole("link", { name: `Previous ${ROWS_MAX}` }).waitFor();
  await look(page, "portal-home-table-page");
}

async function visitClosedDoors({ stage, open, look }: Tour): Promise<void> {
  const doors = [
    ["jane.doe@acme.example", "acme", "portal-no-projects"],
    ["fiona@keystone-obrien.example", "acme", "portal-elsewhere"],
    ["odette@pineandpilot.example", "pine-pilot-brewing", "portal-no-projects-yet"],
  ] as const;
  for (const [email, slug, name] of doors) {
    const page = await (await open()).newPage();
    await page.goto(`${stage.portals}/${slug}`);
    await signIn(page, stage, email);
    await look(page, name);
  }
  const page = await (await open()).newPage();
  await page.goto(`${stage.portals}/acme?for=AAAAAAAAAAAAAAAA`);
  await signIn(page, stage, "fiona@keystone-obrien.example");
  await look(page, "portal-link-of-other");
  const colleague = await (await open()).newPage();
  await colleague.goto(`${stage.portals}/acme`);
  await signIn(colleague, stage, sampleAdmin.email);
  await look(colleague, "portal-team");
}
