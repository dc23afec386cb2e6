// Hidden means absent, of what is too long or left for now as well: what an archived project has changes no byte of the page of another.
import { describe, expect, onTestFinished, test } from "vitest";
import { completeRecords, type FirmRecords } from "../demo/stand-ins/records.ts";
import type { Template } from "../src/domain/firm.ts";
import { startVendorFirm, vendorRecords } from "./support/vendor-firm.ts";

const times = <Row>(count: number, make: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => make(at));

type Archived = Partial<Record<"done" | "open" | "services" | "entries", number>>;

/** Jane's company has one project with an open task, or none, and an archived one with so many records. */
function recordsOf({ done = 0, open = 0, services = 0, entries = 0 }: Archived, hasTask: boolean): FirmRecords {
  const records = vendorRecords();
  const old = { project_id: "old-hall", phase_id: "" };
  return completeRecords({
    ...records,
    projects: [
      ...records.projects,
      { id: "old-hall", number: "19-03", name: "Old hall", company_id: "acme", status: "archived" },
    ],
    phases: [
      { id: "design", project_id: "library", name: "Design", order: "1" },
      ...times(services, (at) => ({ id: `s-${at}`, project_id: "old-hall", name: `Phase ${at}`, order: `${at}` })),
    ],
    time_entries: [
      {
        ...{ id: "own", project_id: "library", phase_id: "design" },
        person_id: "nora",
        date: "2026-03-02",
        hours: "2",
      },
      ...times(entries, (at) => ({ ...old, id: `e-${at}`, person_id: "nora", date: "2026-03-02", hours: "1" })),
    ],
    tasks: [
      ...(hasTask ? [{ id: "own", project_id: "library", name: "Draw the stair", status: "todo" }] : []),
      ...times(done, (at) => ({ ...old, id: `d-${at}`, name: `Old task ${at}`, status: "done" })),
      ...times(open, (at) => ({ ...old, id: `o-${at}`, name: `Old task ${at}`, status: "todo" })),
    ],
  });
}

/** `areCallsShort`: they are so few that only what a page cannot do without is asked for at once. */
type Given = { archived: Archived; hasTask: boolean; template: Template; areCallsShort?: boolean };

/** The page of the one project that Jane sees, as it is read first. */
async function pageOf({ archived, hasTask, template, areCallsShort = false }: Given): Promise<string> {
  let calls = 100_000;
  const firm = await startVendorFirm({
    ...{ psaDeadlineMs: 20_000, records: recordsOf(archived, hasTask), templates: { acme: template } },
    budgetOf: (budget) => ({ ...budget, calls }),
  });
  onTestFinished(() => firm.stop());
  const jane = firm.browse();
  await jane.signIn("jane@acme.example");
  if (areCallsShort) calls = 8;
  await firm.forgetCalls();
  firm.clock.advance(16 * 60_000);
  const { status, text } = await jane.get(`/acme/projects/${firm.standIn.theirIdOf("project", "library")}`);
  expect(status).toBe(200);
  return text.replaceAll("\u00a0", " ");
}

const templates = ["architect", "contractor"] as const;

describe.each(templates)("the template %s, where an archived project has more than can be read", (template) => {
  test.each([
    ["done tasks, and this one has a task", { done: 2_300 }, true],
    ["done tasks, and this one has none", { done: 2_300 }, false],
    ["open tasks, and this one has a task", { open: 2_300 }, true],
    ["everything", { done: 2_300, open: 2_300, services: 2_100, entries: 1_100 }, true],
  ] as const)(
    "of %s",
    async (_, archived, hasTask) => {
      const page = await pageOf({ archived, hasTask, template });
      expect(page).toBe(await pageOf({ archived: {}, hasTask, template }));
      expect(page).not.toContain("left out");
      expect(page.includes("Draw the stair")).toBe(hasTask);
    },
    60_000,
  );
});

test.each([
  ["architect", ["Phases", "Tasks", "Hours"]],
  ["contractor", ["Phases", "Tasks"]],
] as const)(
  "the template %s says of what is left for now the same, whatever an archived project has, and of %j alone",
  async (template, told) => {
    const given = { hasTask: true, template, areCallsShort: true };
    const page = await pageOf({ ...given, archived: { done: 2_300, services: 2_100, entries: 1_100 } });
    expect(page).toBe(await pageOf({ ...given, archived: {} }));
    const lists = ["Phases", "Tasks", "Invoices", "Hours"];
    expect(lists.filter((name) => page.includes(`${name} are left out for now`))).toEqual(told);
    expect(page).toContain("This is still being read.");
  },
  60_000,
);
