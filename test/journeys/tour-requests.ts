// Asking the firm, and what the firm sees of it.
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, signIn } from "./browsing.ts";
import type { Tour } from "./tour.ts";

const SETTINGS = "/settings/client-portals";

/** Needs people who have asked nothing yet. */
export async function visitRequests(tour: Tour): Promise<void> {
  const { stage, open, look } = tour;
  const client = await (await open()).newPage();
  const ask = () => client.getByRole("button", { name: "Ask Harbor & Finch" }).click();
  await client.goto(`${stage.portals}/acme`);
  await signIn(client, stage, "j.doe@acme.example");
  await ask();
  await expectHeading(client, "We have told Harbor & Finch");
  await look(client, "portal-asked");
  await client.goto(`${stage.portals}/acme`);
  await ask();
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
}
