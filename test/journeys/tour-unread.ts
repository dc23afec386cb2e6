import type { Page } from "playwright-core";
import { signIn } from "./browsing.ts";
import type { Tour } from "./inspection.ts";
import { lostRowsOf } from "./stage.ts";

/** Pages on which an invoice, an hour, or a row of a list is missing because it cannot be read. */
export async function visitUnread(client: Page, { stage, open, look }: Tour): Promise<void> {
  await stage.csv.append("invoices.csv", "i-9000,,c-12,INV-9000,some day,,1.00,,,USD,open");
  await stage.csv.append("time_entries.csv", "t-90000,p-23,,s-22,some day,1,true,150.00,56.00,");
  await client.reload();
  await client.getByText("Not all invoices could be read").waitFor();
  await look(client, "portal-invoices-unread");
  const architect = await (await open()).newPage();
  await architect.goto(`${stage.portals}/lindqvist-okafor-architects/projects/p-23`);
  await signIn(architect, stage, "soren@lindqvist-okafor.example");
  await architect.getByRole("heading", { name: "Hours are left out for now" }).waitFor();
  await look(architect, "portal-project-hours-unread");
  const lostRows = Object.entries(lostRowsOf("p-23"));
  for (const [file, row] of lostRows) await stage.csv.append(file, row);
  await architect.reload();
  await architect.getByText("Not all tasks could be read").waitFor();
  await look(architect, "portal-project-lists-unread");
  await architect.goto(`${stage.portals}/lindqvist-okafor-architects`);
  await architect.getByText("Not all milestones could be read").waitFor();
  await look(architect, "portal-home-lists-unread");
  for (const [file, row] of lostRows) await stage.csv.removeLines(file, row);
  await stage.csv.removeLines("invoices.csv", "i-9000,");
  await stage.csv.removeLines("time_entries.csv", "t-90000,");
}
