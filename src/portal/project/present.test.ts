import { describe, expect, test } from "vitest";
import { plainMilestone, plainPhase } from "../../../test/support/project.ts";
import type { UnreadField } from "../../access/content.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { Invoice, Milestone, Phase, Project } from "../../domain/project.ts";
import { type BlockName, fieldsOfBlock } from "../../domain/template.ts";
import { templateBlocks } from "../../domain/template-shape.ts";
import type { PlacedBlock } from "./blocks-on-paper.ts";
import { type OpenProjectModel, presentProject } from "./present.ts";
import type { BlockModel } from "./present-blocks.ts";
import { presentCsv } from "./present-csv.ts";
import { orderPhases, phaseLetters, presentRail } from "./present-phases.ts";
import type { ProjectInput } from "./project-input.ts";

const today = "2026-03-03" as CalendarDate;
const day = (text: string) => text as CalendarDate;
const id = "a" as ProjectId;

const library: Project = {
  id,
  companyId: "acme" as CompanyId,
  number: "24-107",
  name: "Riverside Library",
  status: "active",
  phase: " construction DOCUMENTS",
  startDate: null,
  endDate: null,
  percentComplete: 48,
  managerId: null,
  contactIds: [],
  address: null,
  currency: null,
  fee: null,
  description: "One.\n\nTwo.",
};

function phase(name: string, order: number | null, overrides: Partial<Phase> = {}): Phase {
  return plainPhase(name, { projectId: id, order, ...overrides });
}

function milestone(name: string, dueDate: string, overrides: Partial<Milestone> = {}): Milestone {
  return plainMilestone(name, dueDate, { projectId: id, ...overrides });
}

const noMore: ProjectInput["more"] = {
  disciplines: [],
  hours: [],
  invoices: [],
  margins: [],
  tasks: [],
  team: [],
  staff: [],
  utilisation: [],
  unread: [],
};

const blocks = (...names: BlockName[]) =>
  names.map((name) => ({ name, fields: fieldsOfBlock[name], isEmphasised: name === "phases" }));

function present(overrides: Partial<ProjectInput> = {}) {
  return presentProject(inputOf(overrides));
}

function inputOf(overrides: Partial<ProjectInput>): ProjectInput {
  return {
    portalSlug: "acme",
    firmName: "Harbor Finch",
    project: library,
    phases: [],
    milestones: [],
    manager: null,
    more: noMore,
    order: templateBlocks.owner,
    readAt: new Date("2026-03-03T12:00:00Z"),
    now: new Date("2026-03-03T12:06:00Z"),
    today,
    locale: "en-GB",
    ...overrides,
  };
}

function blockOf<Name extends BlockModel["name"]>(model: OpenProjectModel, name: Name) {
  return model.blocks.find((block): block is Extract<PlacedBlock, { name: Name }> => block.name === name);
}

describe("the phase rail", () => {
  test.each([
    ["Schematic design", "SD"],
    ["Construction administration", "CA"],
    ["Permitting", "PE"],
    ["Bidding & negotiation", "BN"],
    ["03 Construction documents", "CD"],
    ["Phase 2", "P2"],
    ["Ébauche", "ÉB"],
    ["–", ""],
  ])("%s is lettered %s", (name, letters) => {
    expect(phaseLetters(name)).toBe(letters);
  });

  test("phases stand by position, then start, then name; unknown comes last", () => {
    const phases = [phase("z", null), phase("y", null, { startDate: day("2026-01-01") }), phase("b", 2), phase("a", 1)];
    expect(orderPhases(phases).map(({ name }) => name)).toEqual(["a", "b", "y", "z"]);
  });

  test("the project's phase is found whatever its case and blanks, and what lies before it is done", () => {
    const phases = [phase("Schematic design", 1), phase("Construction documents", 2), phase("Bidding", 3)];
    const rail = presentRail({ project: library, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ state }) => state)).toEqual(["done", "current", "next"]);
    expect(rail?.summary).toBe("Construction documents, phase 2 of 3");
  });

  test("where the PSA does not say how far the work is, no phase is said to be done or still to come", () => {
    const phases = [phase("Bidding", null), phase("Permitting", null)];
    const rail = presentRail({ project: { ...library, phase: null }, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ stateText }) => stateText)).toEqual(["not stated", "not stated"]);
    expect([rail?.summary, rail?.isBare]).toEqual(["Phases: 2", true]);
    const dated = [...phases, phase("Schematic", null, { startDate: day("2026-01-01") })];
    expect(presentRail({ project: { ...library, phase: null }, phases: dated, today, locale: "en-GB" })?.isBare).toBe(
      false,
    );
  });

  test("a phase that has begun out of turn says so", () => {
    const phases = [
      phase("Design development", 1, { percentComplete: 95 }),
      phase("Construction documents", 2, { percentComplete: 62 }),
      phase("Bidding", 3, { percentComplete: 0 }),
    ];
    const rail = presentRail({ project: library, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ stateText }) => stateText)).toEqual(["begun, 95\u00a0%", "now, 62\u00a0%", "to come"]);
  });

  test("today stands where it lies between the planned days, and nowhere outside of them", () => {
    const phases = [
      phase("past", 1, { startDate: day("2026-01-01"), endDate: day("2026-03-02") }),
      phase("now", 2, { startDate: day("2026-03-01"), endDate: day("2026-03-05") }),
      phase("one day", 3, { startDate: today, endDate: today }),
    ];
    const rail = presentRail({ project: library, phases, today, locale: "en-GB" });
    expect(rail?.stations.map((station) => station.today?.percent ?? null)).toEqual([null, 50, 0]);
    expect(rail?.stations.map(({ pace }) => pace)).toEqual([
      { text: "planned end passed", isLate: true },
      { text: "50\u00a0% of its planned days have passed", isLate: false },
      { text: "0\u00a0% of its planned days have passed", isLate: false },
    ]);
  });

  test("of a project on hold is not late, nor do its days go on", () => {
    const phases = [
      phase("past", 1, { endDate: day("2026-03-02") }),
      phase("now", 2, { startDate: day("2026-03-01"), endDate: day("2026-03-05") }),
    ];
    const rail = presentRail({ project: { ...library, status: "on_hold" }, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ pace }) => pace)).toEqual([null, null]);
  });

  test("of a completed project is done where no percent says otherwise, and nothing of it is late", () => {
    const over = { ...library, status: "completed" as const };
    const phases = [phase("past", 1, { endDate: day("2026-03-02") }), phase("cut short", 2, { percentComplete: 90 })];
    const rail = presentRail({ project: over, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ stateText, pace }) => [stateText, pace])).toEqual([
      ["done", null],
      ["begun, 90\u00a0%", null],
    ]);
  });

  test("whose percent it is and that the dates are the planned ones is said once, and neither where it is not shown", () => {
    const noteOf = (percentComplete: number | null, dates: Partial<Phase>, locale = "en-GB") => {
      const project = { ...library, percentComplete };
      return blockOf(present({ project, phases: [phase("Design", 1, dates)], locale }), "phases")?.phases.note;
    };
    const dates = { startDate: day("2026-01-01"), endDate: day("2026-03-02") };
    expect(noteOf(62, dates)).toBe("Percent complete as Harbor Finch reports it. Dates as planned.");
    expect(noteOf(62, dates, "de-DE")).toBe("Fertigstellung nach Angabe von Harbor Finch. Termine wie geplant.");
    expect(noteOf(62, dates, "es-ES")).toBe("Avance según los datos de Harbor Finch. Fechas según lo previsto.");
    expect(noteOf(null, { endDate: dates.endDate })).toBe("Dates as planned.");
    expect(noteOf(62, {})).toBe("Percent complete as Harbor Finch reports it.");
    expect(noteOf(null, {})).toBeNull();
  });

  test("phases of other projects are left out", () => {
    expect(
      presentRail({
        project: library,
        phases: [phase("x", 1, { projectId: "other" as ProjectId })],
        today,
        locale: "en-GB",
      }),
    ).toBeNull();
  });
});

describe("the page", () => {
  test("the title block holds only what is known", () => {
    expect(present().block).toEqual({
      title: "Riverside Library",
      cells: [
        { label: "Number", value: "24-107" },
        { label: "Phase", value: "construction DOCUMENTS" },
        { label: "State", value: "Under way" },
        { label: "As of", value: "6 minutes ago", isAgeing: true },
      ],
    });
  });

  test("late milestones come first, then the next three, then later ones; done ones newest first", () => {
    const model = present({
      milestones: [
        milestone("n4", "2026-07-01"),
        milestone("n1", "2026-03-03"),
        milestone("n3", "2026-06-01"),
        milestone("n2", "2026-05-01"),
        milestone("late", "2026-03-02", { owner: "client" }),
        milestone("d1", "2026-01-01", { doneDate: day("2026-01-02") }),
        milestone("d2", "2026-01-01", { doneDate: day("2026-02-02") }),
        milestone("other", "2026-03-05", { projectId: "other" as ProjectId }),
      ],
    });
    const [next, later, done] = blockOf(model, "milestones")?.milestones.lists ?? [];
    expect(next?.heading).toBe("Next, 1 late");
    expect(next?.items.map(({ name }) => name)).toEqual(["late", "n1", "n2", "n3"]);
    expect(next?.items[0]).toMatchObject({ who: "by you", flag: { kind: "late", text: "late" } });
    expect(next?.items[1]).toMatchObject({ who: "by Harbor Finch", flag: null, when: "3 March (today)" });
    expect(later?.items.map(({ name }) => name)).toEqual(["n4"]);
    expect(done?.items.map(({ name }) => name)).toEqual(["d2", "d1"]);
  });

  test("nothing of a project on hold is late or waits on the client", () => {
    const milestones = [
      milestone("past", "2026-03-02", { owner: "client" }),
      milestone("soon", "2026-03-05", { owner: "client" }),
    ];
    const model = present({ milestones, project: { ...library, status: "on_hold" } });
    const [next] = blockOf(model, "milestones")?.milestones.lists ?? [];
    expect(next?.heading).toBe("Next");
    expect(next?.items.map(({ name, flag }) => [name, flag])).toEqual([
      ["past", null],
      ["soon", null],
    ]);
  });

  test.each([
    ["en-GB", "3 more done", "1 more done"],
    ["de-DE", "3 weitere erledigt", "1 weiterer erledigt"],
    ["es-ES", "3 más terminados", "1 más terminado"],
  ])(
    "of more than three done milestones the newest three stand open, the others below a summary: %s",
    (locale, three, one) => {
      const doneOnes = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          milestone(`d${index + 1}`, "2026-01-01", { doneDate: day(`2026-01-0${index + 1}`) }),
        );
      const listOf = (count: number) =>
        blockOf(present({ milestones: doneOnes(count), locale }), "milestones")?.milestones.lists[0];
      expect(listOf(6)?.items.map(({ name }) => name)).toEqual(["d6", "d5", "d4"]);
      expect(listOf(6)?.folded?.items.map(({ name }) => name)).toEqual(["d3", "d2", "d1"]);
      expect([listOf(6)?.folded?.summary, listOf(4)?.folded?.summary]).toEqual([three, one]);
      expect(listOf(3)?.items).toHaveLength(3);
      expect(listOf(3)?.folded).toBeNull();
    },
  );

  test("is empty when nothing is published, and stale says so before anything else", () => {
    const bare = { ...library, percentComplete: null };
    expect(present({ project: bare }).state).toBe("empty");
    expect(present({ project: bare, isStale: true }).state).toBe("stale");
    expect(present().state).toBe("full");
  });

  test("the manager's phone and mail become links only when they are given", () => {
    const staff = {
      id: "s",
      name: "Nora Finch",
      role: null,
      discipline: null,
      email: null,
      phone: "+1 (207) 555-0142",
    };
    expect(present({ manager: staff }).manager).toEqual({
      name: "Nora Finch",
      role: null,
      email: null,
      phone: { label: "+1 (207) 555-0142", href: "tel:+12075550142" },
    });
  });

  const task = { id: "t", projectId: id, phaseId: null, name: "T", status: null, dueDate: null, internalNotes: null };
  const full: Partial<ProjectInput> = {
    order: [...templateBlocks.engineer],
    phases: [phase("Construction documents", 1)],
    milestones: [milestone("m", "2026-03-05")],
    more: { ...noMore, tasks: [task] },
    manager: { id: "s", name: "Nora Finch", role: null, discipline: null, email: null, phone: null },
  };

  test("has its blocks in the order that is given, phases and milestones among them, and none that is not", () => {
    const names = (order: BlockName[]) => present({ ...full, order: blocks(...order) }).blocks.map(({ name }) => name);
    expect(names(["tasks", "milestones", "phases", "team"])).toEqual(["tasks", "milestones", "phases"]);
    expect(names(["phases"])).toEqual(["phases"]);
    const both = present({ ...full, order: blocks("phases", "tasks") }).blocks;
    expect(both.map(({ isEmphasised }) => isEmphasised)).toEqual([true, false]);
    expect(present({ ...full, order: blocks("tasks") })).toMatchObject({ state: "empty", manager: null, about: null });
    expect(present({ ...full, order: blocks("about") })).toMatchObject({ manager: { name: "Nora Finch" }, blocks: [] });
    // The title block names the manager as well, exactly where the page does.
    const cell = { label: "Project manager", value: "Nora Finch" };
    expect(present({ ...full, order: blocks("about") }).block.cells).toContainEqual(cell);
    expect(present({ ...full, order: blocks("tasks") }).block.cells).not.toContainEqual(cell);
  });

  test("says on paper which moment it is from, however young it is", () => {
    expect(present().report).toBe("Status report of Harbor Finch, as of 3 March, 12:00 UTC");
  });

  test.each([
    ["de-DE", "In Arbeit", "48\u00a0% fertig, jetzt in Construction documents", "Als Nächstes", "durch Harbor Finch"],
    [
      "es-ES",
      "En curso",
      "48\u00a0% completado, ahora en Construction documents",
      "Próximamente",
      "a cargo de Harbor Finch",
    ],
  ])("speaks %s", (locale, state, heading, next, who) => {
    const model = present({ ...full, locale });
    expect(model.block.cells.map(({ value }) => value)).toContain(state);
    expect(blockOf(model, "phases")?.phases.heading).toBe(heading);
    expect(blockOf(model, "milestones")?.milestones.lists[0]).toMatchObject({ heading: next, items: [{ who }] });
  });

  test("has a file for each table that it shows, which every spreadsheet reads as UTF-8, and none for another", () => {
    const input = { ...full, project: { ...library, number: "../24 107\r\n" } };
    const file = presentCsv("tasks", inputOf(input));
    expect(file).toEqual({ name: "24-107-tasks.csv", text: "\uFEFFTask,Phase,State,Due\r\nT,,,\r\n" });
    expect(presentCsv("tasks", inputOf({ ...full, locale: "de" }))?.text).toContain("Aufgabe,Phase,Status,Fällig");
    expect(presentCsv("tasks", inputOf({ ...full, order: blocks("phases") }))).toBeNull();
    expect(presentCsv("invoices", inputOf(full))).toBeNull();
    expect(presentCsv("phases", inputOf({ project: { ...library, number: "№" } }))).toBeNull();
  });
});

test("the way back to all projects is there unless this is the only one, which is where it would lead again", () => {
  expect(present().back).toEqual({ label: "All projects", href: "/acme" });
  expect(present({ isOnly: true }).back).toBeNull();
});

describe("what could not be read whole", () => {
  const partOf: Partial<Record<UnreadField["field"], UnreadField["part"]>> = {
    ...{ phase: "phases", budget: "fee", profitability: "margins", teamNames: "team" },
  };
  const unread = (field: UnreadField["field"], why: UnreadField["why"] = "not_readable"): UnreadField => {
    return { field, part: partOf[field] ?? (field as UnreadField["part"]), projectId: null, why };
  };
  const saidBy = (missing: UnreadField[], locale = "en-GB") =>
    present({
      order: blocks("phases", "hours", "fee", "team"),
      more: { ...noMore, unread: missing },
      locale,
    }).blocks.flatMap((block) => (block.name === "unread" ? [block.unread] : []));

  test("is said in the place of each block, once, and by whom it is mended", () => {
    const missing = [unread("hours"), unread("budget"), unread("profitability")];
    const text =
      "Not everything here could be read, and a part would mislead you. It comes back once Harbor Finch has seen to it.";
    expect(saidBy(missing)).toEqual([
      { heading: "Hours are left out for now", text },
      { heading: "The fee is left out for now", text },
    ]);
    const ask = "Harbor Finch can tell you.";
    expect(saidBy([unread("hours", "too_much")])).toEqual([{ heading: "Hours are left out for now", text: ask }]);
    expect(saidBy([unread("phase", "too_much")])).toEqual([{ heading: "Phases are left out for now", text: ask }]);
    expect(saidBy([unread("profitability")], "de-DE")[0]?.heading).toBe("Die Marge auf die Stunden fehlt vorerst");
  });

  test("is said of people in words for people, of the manager where they would stand", () => {
    const missing = [unread("manager", "too_much"), unread("teamNames", "too_much")];
    const text = "Who it is could not be read here. Harbor Finch can tell you.";
    expect(saidBy(missing)).toEqual([{ heading: "The team is left out for now", text }]);
    const more = { ...noMore, unread: missing };
    const asideOf = (...order: BlockName[]) => present({ order: blocks(...order), manager: null, more }).unreadManager;
    expect(asideOf("about", "phases")).toEqual({ heading: "Your project manager is not named for now", text });
    expect(asideOf("phases")).toBeNull();
  });

  test("is not taken for a project without phases", () => {
    const order = blocks("phases");
    const more = { ...noMore, unread: [unread("phase")] };
    const nothing = { project: { ...library, percentComplete: null, phase: null }, phases: [], milestones: [], order };
    expect(present(nothing).state).toBe("empty");
    expect(present({ ...nothing, more }).state).toBe("full");
  });

  test("goes into no file, and the fee is held against no invoices", () => {
    const invoice: Invoice = {
      ...{ id: "1", companyId: library.companyId, projectId: id, number: "1", issuedOn: day("2026-02-01") },
      ...{ dueOn: null, amount: { amount: "50.00", currency: "EUR" }, paid: null, paidOn: null, isPaid: false },
    };
    const project = { ...library, fee: { amount: "100.00", currency: "EUR" } };
    const whole = { project, order: blocks("fee", "invoices"), more: { ...noMore, invoices: [invoice] } };
    const partial = { ...whole, more: { ...whole.more, unread: [unread("invoices")] } };
    const feeOf = (given: Partial<ProjectInput>) => present(given).blocks.find(({ name }) => name === "fee");
    expect(feeOf(whole)).toMatchObject({ fee: { bars: [{}, {}] } });
    expect(feeOf(partial)).toMatchObject({ fee: { heading: "Fee €100.00", bars: [] } });
    expect(presentCsv("invoices", inputOf(whole))).not.toBeNull();
    expect(presentCsv("invoices", inputOf(partial))).toBeNull();
    const [block] = present(partial).blocks.filter(({ name }) => name === "invoices");
    expect(block).toMatchObject({ invoices: { heading: "Invoices", totals: [], download: null } });
  });
});
