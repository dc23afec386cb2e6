// A project's page on paper: a status report on one sheet, with when it is from and who it is by, and nothing to click.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createUpdate } from "../../src/commands/write-update.ts";
import { unscopedFindFirmBySlug } from "../../src/data/queries/firms.ts";
import { calendarDateOf } from "../../src/domain/calendar-date.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { plainProject } from "../support/project.ts";
import { openContext, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

/** A client of the templates that show the most. */
const clients = [
  { template: "owner", email: "jane@acme.example", tasks: 0 },
  { template: "architect", email: "soren@lindqvist-okafor.example", tasks: 3 },
  { template: "contractor", email: "fiona@keystone-obrien.example", tasks: 3 },
];

const MANY = 40;

async function openTasksEverywhere({ csv }: Stage): Promise<void> {
  const projects = (await readFile(join(csv.dir, "projects.csv"), "utf8")).matchAll(/^(p-\d+),/gm);
  const lines = [...projects].flatMap(([, id]) =>
    Array.from({ length: MANY }, (_, index) => `t-${id}-${index},${id},,Settle point ${index},todo,2030-01-01,`),
  );
  await csv.append("tasks.csv", lines.join("\n"));
}

/** Of every project three updates, each as long as one may be, with a percent for each of eight disciplines. */
async function writeUpdatesEverywhere({ csv, database: { db } }: Stage): Promise<void> {
  const firm = await unscopedFindFirmBySlug(db, "harbor-finch");
  if (!firm) throw new Error("the stage has Harbor & Finch");
  const percents = Array.from({ length: 8 }, (_, index) => ({ discipline: `Discipline ${index}`, percent: 50 }));
  const projects = await readFile(join(csv.dir, "projects.csv"), "utf8");
  for (const [, id = "", companyId] of projects.matchAll(/^(p-\d+),[^,]*,(?:"[^"]*"|[^,]*),(c-\d+),/gm))
    for (const which of ["first", "second", "newest"])
      await createUpdate(
        db,
        { firmId: firm.id, actor: "test", now: systemClock.now() },
        {
          project: plainProject(id, { companyId: companyId as CompanyId }),
          draft: {
            ...{ authorName: "Maya Oduya", datedOn: calendarDateOf(systemClock.now()), percents },
            body: `The ${which} update.\n\n${"Another line about it.\n\n".repeat(200)}`,
          },
          action: "publish",
        },
      );
}

test("a project prints on one sheet of A4, dated and signed, without navigation and without what is folded, however many tasks it has and however much is written about it", {
  timeout: 120_000,
}, async () => {
  const stage = await openStage();
  await openTasksEverywhere(stage);
  await writeUpdatesEverywhere(stage);
  for (const { template, email, tasks } of clients) {
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
    const isRest = /and \d+ more open tasks/.test(text);
    expect([
      template,
      isRest,
      await page.locator(".milestones > li:visible", { hasText: "Settle point" }).count(),
    ]).toEqual([template, tasks > 0, expect.toSatisfy((count: number) => count <= tasks)]);
    expect(text).toContain("The newest update.");
    expect(text).not.toMatch(/The (first|second) update/);
    expect(text).not.toMatch(/Download as CSV|Sign out|All projects|Show as table/);
  }
});
