// A project's page on paper: a status report on one sheet, with when it is from and who it is by, and nothing to click.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { setBrandingPicture } from "../../src/commands/set-branding.ts";
import { setTemplate } from "../../src/commands/set-template.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { shapeTemplate } from "../../src/commands/shape-template.ts";
import { createUpdate } from "../../src/commands/write-update.ts";
import { inFirmRead } from "../../src/data/database.ts";
import type { Doer } from "../../src/data/queries/audit.ts";
import { unscopedFindFirmBySlug } from "../../src/data/queries/firms.ts";
import { listPortalsOfCompanies } from "../../src/data/queries/portals.ts";
import { calendarDateOf } from "../../src/domain/calendar-date.ts";
import type { Template } from "../../src/domain/firm.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { blockNames } from "../../src/domain/template.ts";
import { visibilitySwitchNames } from "../../src/domain/visibility.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { drawPicture } from "../../src/pictures/draw-picture.ts";
import { plainProject } from "../support/project.ts";
import { bigProject, plantBigProject, planted } from "./big-project.ts";
import { openContext, signIn, textOf, useBrowser } from "./browsing.ts";
import { lostRowsOf, openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

const templates = ["owner", "architect", "engineer", "contractor"] as const satisfies Template[];
/** Acme's: under way in two phases, before a permit, on hold, completed; and the one with more than fits. */
const projects: string[] = ["p-1", "p-2", "p-3", "p-5", "p-6", bigProject.id];
const papers = ["A4", "Letter"] as const;

/** Harbor & Finch with a logo as tall as one may be, and of each project three updates, each as long as one may be. */
async function openPrintStage() {
  const stage = await openStage();
  const { db } = stage.database;
  const firm = await unscopedFindFirmBySlug(db, "harbor-finch");
  if (!firm) throw new Error("the stage has Harbor & Finch");
  const doer = { firmId: firm.id, actor: "test", now: systemClock.now() };
  await plantBigProject(stage.csv, calendarDateOf(doer.now));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><rect width="600" height="200" fill="#234"/></svg>`;
  const picture = await drawPicture({ bytes: Buffer.from(svg), kind: "logo" });
  if (picture.kind !== "encoded") throw new Error("the logo is a drawing");
  await setBrandingPicture(db, doer, { which: "logo", picture });
  for (const id of projects) await writeUpdates(stage, doer, id);
  const [portal] = await inFirmRead(db, firm.id, (tx) =>
    listPortalsOfCompanies(tx, [bigProject.companyId as CompanyId]),
  );
  if (!portal) throw new Error("Acme Corp has a portal");
  return {
    stage,
    doer,
    setTemplate: (template: Template) => setTemplate(db, doer, portal.id, template),
    setSwitches: async (isOn: boolean) => {
      for (const name of visibilitySwitchNames.filter((one) => one !== "cross_project"))
        await setVisibility(db, doer, { name, isOn });
    },
  };
}

async function writeUpdates({ database: { db } }: Stage, doer: Doer, id: string): Promise<void> {
  const percents = Array.from({ length: 8 }, (_, index) => ({ discipline: `Discipline ${index}`, percent: 50 }));
  for (const which of ["first", "second", "newest"])
    await createUpdate(
      db,
      { ...doer, now: systemClock.now() },
      {
        project: plainProject(id, { companyId: bigProject.companyId as CompanyId }),
        draft: {
          ...{ authorName: "Maya Oduya", datedOn: calendarDateOf(doer.now), percents },
          body: `The ${which} update.\n\n${"Another line about it.\n\n".repeat(200)}`,
        },
        action: "publish",
      },
    );
}

async function signedInAt(stage: Stage) {
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "jane@acme.example");
  return { page, storageState: await context.storageState() };
}

/** On how many sheets of either paper the project's page stands, and what is read on it. */
async function printProject(page: Page, stage: Stage, id: string): Promise<{ sheets: number[]; text: string }> {
  await page.emulateMedia({ media: null });
  await page.goto(`${stage.portals}/acme/projects/${id}`);
  await page.locator(".title-block").waitFor();
  const sheets: number[] = [];
  for (const format of papers) {
    const pdf = await page.pdf({ format });
    sheets.push(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0);
  }
  await page.emulateMedia({ media: "print" });
  return { sheets, text: await textOf(page.locator("body")) };
}

const oneEach = papers.map(() => 1);

/** Of each list on paper how many rows there are, printed or counted; absent where the page has no such list. */
async function countedRows(page: Page): Promise<Record<string, number>> {
  const found = await page.evaluate(() => {
    const isSeen = (one: Element) => one.checkVisibility();
    const lists: Record<string, string> = {
      phases: ".rail > li",
      disciplines: "section:not(:has(> .sum-lines)) > .bars > li:has(> .progress)",
      hours: "section > .bars > li:has(> .hours-bar)",
      invoices: ".sums tbody tr",
      people: ".person-line",
      tasks: "section:has(> .printed-only) > .milestones > li:has(.figures > span:nth-child(2)):has(.note)",
    };
    return Object.entries(lists).map(([name, rows]) => {
      const seen = [...document.querySelectorAll(rows)].filter(isSeen);
      const rest = seen[0]?.closest("section:not(.table-frame)")?.querySelector(":scope > .printed-only");
      return [name, seen.length, rest && isSeen(rest) ? (rest.textContent ?? "") : ""] as const;
    });
  });
  return Object.fromEntries(
    found.filter(([, seen]) => seen > 0).map(([name, seen, rest]) => [name, seen + Number(/\d+/.exec(rest)?.[0] ?? 0)]),
  );
}

test("a project prints on one sheet of A4 and of Letter, whatever its template, the switches and the project, dated and signed, without anything to click or that ages", {
  timeout: 180_000,
}, async () => {
  const print = await openPrintStage();
  const { page } = await signedInAt(print.stage);
  const tooLong: unknown[] = [];
  for (const isOn of [false, true]) {
    await print.setSwitches(isOn);
    for (const template of templates) {
      await print.setTemplate(template);
      for (const id of projects) {
        const { sheets, text } = await printProject(page, print.stage, id);
        if (sheets.join() !== oneEach.join()) tooLong.push({ template, isOn, id, sheets });
        expect(text).toMatch(/Status report of Harbor & Finch, as of \d+ \w+, \d\d:\d\d UTC/);
        expect(text).toContain("The newest update.");
        expect(text).toContain("2 earlier updates");
        expect(text).toContain("office@harbor-finch.example");
        expect(text).not.toMatch(/The (first|second) update|just now|minutes? ago|Write to/);
        expect(text).not.toMatch(/Download as CSV|Sign out|All projects|Show as table|How is this/);
      }
    }
  }
  expect(tooLong).toEqual([]);
});

test("what a printed project leaves out is counted, in a template with every block as well, and in each language it stays on one sheet", {
  timeout: 180_000,
}, async () => {
  const print = await openPrintStage();
  const { page, storageState } = await signedInAt(print.stage);
  await print.setSwitches(true);
  for (const block of blockNames)
    for (const change of ["show", "stand_out"] as const)
      await shapeTemplate(print.stage.database.db, print.doer, { template: "owner", block, change });
  const counted: Record<string, number> = {};
  for (const template of templates) {
    await print.setTemplate(template);
    const { sheets, text } = await printProject(page, print.stage, bigProject.id);
    expect([template, sheets]).toEqual([template, oneEach]);
    for (const [name, count] of Object.entries(await countedRows(page)))
      expect([template, name, count]).toEqual([template, name, planted[name as keyof typeof planted]]);
    Object.assign(counted, await countedRows(page));
    const ahead = text.match(/Step \d+ with/g)?.length ?? 0;
    expect(text).toContain(`and ${planted.ahead - ahead} more to come, ${planted.done} done`);
    expect(text).toContain("and 4 more\n");
  }
  expect(Object.keys(counted).sort()).toEqual(["disciplines", "hours", "invoices", "people", "phases", "tasks"]);
  for (const locale of ["de-DE", "es-ES"]) {
    const abroad = await (await openContext(browser(), { locale, storageState })).newPage();
    for (const template of templates) {
      await print.setTemplate(template);
      for (const id of [...projects.slice(0, 3), bigProject.id]) {
        const { sheets, text } = await printProject(abroad, print.stage, id);
        expect([locale, template, id, sheets]).toEqual([locale, template, id, oneEach]);
        expect(text).not.toMatch(/gerade eben|ahora mismo|An Harbor & Finch schreiben|Escribir a/);
      }
    }
  }
});

test("a project of whose lists rows could not be read says so on paper, and stays on one sheet in each language", {
  timeout: 180_000,
}, async () => {
  const print = await openPrintStage();
  const { page, storageState } = await signedInAt(print.stage);
  await print.setSwitches(true);
  for (const [file, row] of Object.entries(lostRowsOf(bigProject.id))) await print.stage.csv.append(file, row);
  const german = await (await openContext(browser(), { locale: "de-DE", storageState })).newPage();
  const said = new Set<string>();
  for (const template of templates) {
    await print.setTemplate(template);
    const { sheets, text } = await printProject(page, print.stage, bigProject.id);
    expect([template, sheets]).toEqual([template, oneEach]);
    for (const [told] of text.matchAll(/Not (all|everybody).*? could be read, so some(body)? may be missing here/g))
      said.add(told);
    const abroad = await printProject(german, print.stage, bigProject.id);
    expect([template, abroad.sheets]).toEqual([template, oneEach]);
    expect(abroad.text).toContain("ließen sich lesen; hier k");
  }
  expect(said.size).toBe(4);
});
