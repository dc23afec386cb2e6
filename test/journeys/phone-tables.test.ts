// Tables on a phone: what somebody looks for stands on the screen, nothing is moved sideways, and each still reads as a table.
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { openContext, phone, signIn, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

/** The phone that most people hold, and the smallest. */
const widths = [390, 320];

async function openOnPhone(stage: Stage, path: string, email: string): Promise<Page> {
  const page = await (await openContext(browser(), { viewport: phone })).newPage();
  await page.goto(`${stage.portals}${path}`);
  await signIn(page, stage, email);
  return page;
}

async function unfoldAll(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const one of all as HTMLDetailsElement[]) one.open = true;
  });
}

/** What of these is cut off at the side, or moves the frame around it sideways. */
async function beyondScreen(all: Locator): Promise<string[]> {
  return all.evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const frame = element.closest(".table-frame");
      const isInFrame = frame === null || frame.scrollWidth <= frame.clientWidth;
      return width > 0 && left >= 0 && right <= innerWidth && isInFrame ? [] : [element.outerHTML];
    }),
  );
}

/** How many of each part of a table a screen reader finds on the page. */
async function partsRead(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const parts = ["table", "row", "columnheader", "rowheader", "cell"];
  const roles = nodes.map(({ role }) => String(role?.value));
  return Object.fromEntries(parts.map((part) => [part, roles.filter((role) => role === part).length]));
}

test("on a phone the amount and the state of every invoice of a project stand on the screen, and so does all else of its tables", async () => {
  const stage = await openStage();
  const page = await openOnPhone(stage, "/acme/projects/p-1", "jane@acme.example");
  for (const width of widths) {
    await page.setViewportSize({ ...phone, width });
    await unfoldAll(page);
    const rows = page.locator("table.sums tbody tr");
    expect(await rows.count()).toBeGreaterThan(3);
    expect(await beyondScreen(rows.locator("th, td:nth-child(4), td:nth-child(5)"))).toEqual([]);
    expect(await beyondScreen(rows.locator("td"))).toEqual([]);
  }
});

test("on a phone a company's invoices and the hours of a project's phases fit as well", async () => {
  const stage = await openStage();
  const owner = await openOnPhone(stage, "/acme", "jane@acme.example");
  const architect = await openOnPhone(
    stage,
    "/lindqvist-okafor-architects/projects/p-23",
    "soren@lindqvist-okafor.example",
  );
  for (const page of [owner, architect])
    for (const width of widths) {
      await page.setViewportSize({ ...phone, width });
      await unfoldAll(page);
      const cells = page.locator("table.sums :is(tbody th, td)");
      expect(await cells.count()).toBeGreaterThan(3);
      expect(await beyondScreen(cells)).toEqual([]);
    }
});

test("a screen reader has the same table on a phone as on a desk: its rows, the heads of rows and columns, and the cells", async () => {
  const stage = await openStage();
  const page = await openOnPhone(stage, "/acme/projects/p-1", "jane@acme.example");
  const rows = await page.locator("table.sums tbody tr").count();
  const parts = { table: 1, row: rows + 1, columnheader: 5, rowheader: rows, cell: 4 * rows };
  for (const width of [1280, ...widths]) {
    await page.setViewportSize({ ...phone, width });
    expect(await partsRead(page)).toEqual(parts);
  }
});

test("on a phone a line that would hold nothing but a dash is left out: of a client's many projects, and of the firm's portals", async () => {
  const stage = await openStage();
  await stage.csv.append("companies.csv", "c-900,No Door Yet,false,");
  for (let index = 0; index < 30; index++)
    await stage.csv.append("projects.csv", `p-${900 + index},,Bare project ${index},c-12,active,,,,,,,,,,`);
  const client = await openOnPhone(stage, "/acme", "jane@acme.example");
  const office = await (await openContext(browser(), { viewport: phone })).newPage();
  await office.goto(`${stage.office}/sign-in`);
  await signIn(office, stage, sampleAdmin.email);
  await office.goto(`${stage.office}/settings/client-portals`);
  for (const [page, place] of [
    [client, ".portfolio"],
    [office, ".register"],
  ] as const) {
    const dashes = page.locator(`${place} td`).filter({ hasText: /^–$/ });
    expect(await dashes.count()).toBeGreaterThan(0);
    expect(await dashes.filter({ visible: true }).count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await dashes.filter({ visible: true }).count()).toBe(await dashes.count());
  }
});
