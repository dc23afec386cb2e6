import type { Page } from "playwright-core";
import { expectHeading } from "./browsing.ts";
import type { Tour } from "./inspection.ts";

/** What is connected, tested, ended and asked for again. Leaves it connected; nobody else should be looking meanwhile. */
export async function visitConnections(page: Page, { stage, look }: Pick<Tour, "stage" | "look">): Promise<void> {
  const connections = `${stage.office}/settings/connections`;
  await page.goto(connections);
  await look(page, "office-connections");
  await page.getByRole("button", { name: "Test" }).click();
  await page.getByText("Read just now").waitFor();
  await look(page, "office-connections-tested");
  await page.goto(connections);
  await page.getByRole("link", { name: "Disconnect" }).click();
  await expectHeading(page, "Disconnect the CSV folder?");
  await look(page, "office-connections-disconnect");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByText("PSA: Disconnected").waitFor();
  await look(page, "office-connections-disconnected");
  for (const [path, name] of [
    ["", "office-portals-disconnected"],
    ["/preflight", "office-preflight-disconnected"],
    ["/watch", "office-watch-disconnected"],
  ]) {
    await page.goto(`${stage.office}/settings/client-portals${path}`);
    await look(page, `${name}`);
  }
  await page.goto(connections);
  await page.getByRole("link", { name: "Connect Harvest" }).click();
  await look(page, "office-connections-connect");
  await page.getByLabel("Account id").fill("12345");
  await page.getByLabel("Token", { exact: true }).fill("1234.pt.no-such-token");
  await page.getByRole("button", { name: "Connect" }).click();
  await page.getByText("Nothing was changed").waitFor();
  await look(page, "office-connections-refused");
  await page.goto(connections);
  await page.getByRole("button", { name: "Reconnect" }).click();
  await page.getByText("PSA: Connected").waitFor();
}
