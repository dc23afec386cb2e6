// A project's page on paper: a status report on one sheet, with when it is from and who it is by, and nothing to click.
import { expect, test } from "vitest";
import { openContext, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage } from "./stage.ts";

const browser = useBrowser();

/** A client of the templates that show the most. */
const clients = [
  { template: "owner", email: "jane@acme.example" },
  { template: "architect", email: "soren@lindqvist-okafor.example" },
  { template: "contractor", email: "fiona@keystone-obrien.example" },
];

test("a project prints on one sheet of A4, dated and signed, without navigation and without what is folded", {
  timeout: 120_000,
}, async () => {
  const stage = await openStage();
  for (const { template, email } of clients) {
    const page = await (await openContext(browser())).newPage();
    await page.goto(`${stage.portals}/`);
    await signIn(page, stage, email);
    await page.locator("main .projects a").first().click();
    await page.locator(".title-block").waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    expect([template, pages]).toEqual([template, 1]);
    await page.emulateMedia({ media: "print" });
    const text = await textOf(page.locator("body"));
    expect(text).toMatch(/Status report of Harbor & Finch, as of \d+ \w+, \d\d:\d\d UTC/);
    expect(text).not.toMatch(/Download as CSV|Sign out|All projects|Show as table/);
  }
});
