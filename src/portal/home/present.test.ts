import { describe, expect, test } from "vitest";
import { plainProject } from "../../../test/support/project.ts";
import type { UnreadField } from "../../access/content.ts";
import type { UpdateNews } from "../../data/queries/updates.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import { emptyWork, type Invoice, type Milestone, type Project } from "../../domain/project.ts";
import type { HomeWork } from "./home-input.ts";
import { type HomeModel, type OpenHomeModel, presentHome } from "./present.ts";
import { presentProjectsCsv } from "./present-projects-csv.ts";
import { CARDS_MAX } from "./table-size.ts";

const today = "2026-03-03" as CalendarDate;
const acme = "acme" as CompanyId;

function project(id: string, overrides: Partial<Project> = {}): Project {
  return plainProject(id, { companyId: acme, name: `Project ${id}`, ...overrides });
}

function milestone(name: string, dueDate: string, overrides: Partial<Milestone> = {}): Milestone {
  return {
    id: name,
    projectId: "a" as ProjectId,
    name,
    dueDate: dueDate as CalendarDate,
    doneDate: null,
    owner: "client",
    ...overrides,
  };
}

type Options = { isStale?: boolean; locale?: string; lastVisitOn?: string; news?: UpdateNews[] };

function home(
  work: Partial<HomeWork>,
  { isStale = false, locale = "en-GB", lastVisitOn = "", news = [] }: Options = {},
): HomeModel {
  return presentHome({
    portalSlug: "acme",
    firmName: "Harbor Finch",
    companyName: "Acme",
    work: { ...emptyWork(acme), unread: [], ...work },
    readAt: new Date("2026-03-03T12:00:00Z"),
    now: new Date("2026-03-03T12:06:00Z"),
    isStale,
    today,
    lastVisitOn: lastVisitOn === "" ? null : (lastVisitOn as CalendarDate),
    news,
    locale,
  });
}

function openHome(work: Partial<HomeWork>, options: Options = {}): OpenHomeModel {
  const model = home(work, options);
  if ("notice" in model) throw new Error("expected an open page");
  return model;
}

function cardsOf({ projects }: OpenHomeModel) {
  if (projects.kind !== "cards") throw new Error("expected cards");
  return projects.groups;
}

describe("what could not be read", () => {
  const unread = (field: UnreadField["field"], part: UnreadField["part"], why: UnreadField["why"] = "not_readable") =>
    [{ field, part, why, projectId: null }] satisfies UnreadField[];
  const projects = [project("a"), project("b")];

  test("is said above the projects where dates or phases may be missing, and nowhere else", () => {
    expect(openHome({ projects }).missing).toEqual([]);
    expect(openHome({ projects, unread: unread("tasks", "tasks") }).missing).toEqual([]);
    const both = [...unread("phase", "phases"), ...unread("milestones", "milestones")];
    expect(openHome({ projects, unread: both }).missing).toEqual([
      "Not all milestones could be read, so dates may be missing on this page until Harbor Finch has seen to it.",
      "Not all phases could be read, so some may be missing on this page until Harbor Finch has seen to it.",
    ]);
    const tooMany = unread("milestones", "milestones", "too_much");
    expect(openHome({ projects, unread: tooMany }).missing).toEqual([
      "Milestones are left out for now. Harbor Finch can tell you.",
    ]);
    expect(openHome({ projects, unread: both }, { locale: "de-DE" }).missing[0]).toContain("können Termine fehlen");
    expect(openHome({ projects, unread: both }, { locale: "es-ES" }).missing[0]).toContain("pueden faltar fechas");
  });

  test("of a project's phases keeps its card from counting them", () => {
    const phases = ["Concept", "Design"].map((name, at) => ({
      ...{ id: name, projectId: "a" as ProjectId, name, order: at, startDate: null, endDate: null },
      ...{ percentComplete: at === 0 ? 100 : 40, fee: null, budgetHours: null },
    }));
    const phaseOf = (missing: UnreadField[]) =>
      cardsOf(openHome({ projects, phases, unread: missing }))[0]?.projects[0]?.phase;
    expect(phaseOf([])).toBe("Design, phase 2 of 2");
    expect(phaseOf(unread("phase", "phases"))).toBe("Design");
  });

  test("is in no file: a column of the table of projects that may lack something is left out of it", () => {
    const many = Array.from({ length: CARDS_MAX + 1 }, (_, at) => project(`p-${at}`, { phase: "Design" }));
    const milestones = [milestone("Permit", "2026-03-09", { projectId: "p-0" as ProjectId })];
    const headOf = (missing: UnreadField[]) => {
      const work = { ...emptyWork(acme), projects: many, milestones, unread: missing };
      return presentProjectsCsv({ work, today, locale: "en-GB" })?.text.split("\r\n")[0]?.slice(1);
    };
    expect(headOf([])).toBe("Project,State,Phase,Next date,Next milestone,Waiting on you,Of those late");
    expect(headOf(unread("milestones", "milestones"))).toBe("Project,State,Phase");
    expect(headOf(unread("phase", "phases"))).not.toContain("Phase");
  });

  test("of invoices that are too many stands in their place, and no sum is told", () => {
    const { invoices } = openHome({ projects, unread: unread("invoices", "invoices", "too_much") });
    expect(invoices).toMatchObject({
      heading: "Invoices are left out for now",
      note: "Harbor Finch can tell you.",
      ...{ totals: [], open: null, paid: null, download: null },
    });
  });
});

describe("which projects are shown", () => {
  test("drafts, archived projects and other companies' projects never reach the page", () => {
    const projects = [
      project("d", { status: "draft" }),
      project("x", { status: "archived" }),
      project("o", { companyId: "other" as CompanyId }),
    ];
    expect(
      home({ projects, milestones: [milestone("m", "2026-03-04", { projectId: "o" as ProjectId })] }),
    ).toMatchObject({
      state: "empty",
      notice: { heading: "No projects" },
    });
  });

  test("groups stand in the order active, on hold, completed, and only where they have members", () => {
    const model = openHome({
      projects: [project("c", { status: "completed" }), project("b"), project("a")],
    });
    expect(cardsOf(model).map(({ heading, projects }) => [heading, projects.map(({ name }) => name)])).toEqual([
      ["Under way", ["Project a", "Project b"]],
      ["Completed", ["Project c"]],
    ]);
    expect(model.heading).toBe("2\u00a0projects under way");
  });

  test("the id of a project is escaped in its address", () => {
    const model = openHome({ projects: [project("a/b?c")] });
    expect(cardsOf(model)[0]?.projects[0]?.href).toBe("/acme/projects/a%2Fb%3Fc");
  });
});

describe("waiting on you", () => {
  const milestones = [
    milestone("soon", "2026-03-12"),
    milestone("late", "2026-02-26"),
    milestone("far", "2026-03-18"),
    milestone("done", "2026-03-04", { doneDate: "2026-03-01" as CalendarDate }),
    milestone("the firm's", "2026-03-04", { owner: "firm" }),
    milestone("nobody's", "2026-03-04", { owner: null }),
    milestone("of a project not shown", "2026-03-04", { projectId: "zz" as ProjectId }),
  ];

  test("holds the client's open milestones that are late or due within two weeks, the earliest first", () => {
    const { waiting } = openHome({ projects: [project("a")], milestones });
    expect(waiting.items.map(({ name, when, flag }) => [name, when, flag?.text])).toEqual([
      ["late", "26 February (5 days ago)", "late"],
      ["soon", "12 March (in 9 days)", undefined],
    ]);
  });

  test("is empty while the project is on hold", () => {
    expect(openHome({ projects: [project("a", { status: "on_hold" })], milestones }).waiting.items).toEqual([]);
  });

  test("what is next of a project on hold is not late either: one rule for its card, its row and its own page", () => {
    const onHold = project("a", { status: "on_hold" });
    const cardOf = (...projects: Project[]) => cardsOf(openHome({ projects, milestones }))[0]?.projects[0]?.next;
    expect(cardOf(onHold)).toEqual({ text: "Next: late, 26 February (5 days ago), by you", flag: null });
    expect(cardOf(project("a"))?.flag?.text).toBe("late");
  });

  test("what was done in the last thirty days is listed, the newest first", () => {
    const done = (day: string) => milestone(day, "2026-01-01", { doneDate: day as CalendarDate });
    const { changes } = openHome({
      projects: [project("a")],
      milestones: [done("2026-02-03"), done("2026-02-20"), done("2026-01-15")],
    });
    expect(changes.items.map(({ name }) => name)).toEqual(["2026-02-20", "2026-02-03"]);
  });
});

test("a stale page says how old it is and that it will be tried again", () => {
  expect(openHome({ projects: [project("a")] }, { isStale: true })).toMatchObject({
    state: "stale",
    freshness: "As of 6 minutes ago. Newer figures cannot be read right now; the next visit tries again.",
  });
});

test("a percent says what it measures", () => {
  const [group] = cardsOf(openHome({ projects: [project("a", { percentComplete: 62 })] }));
  expect(group?.projects[0]?.progress).toEqual({
    percent: 62,
    text: "62\u00a0% complete",
    measure: "as Harbor Finch reports it",
  });
});

test("a card says what comes next and who has to act, unless a flag says it", () => {
  const nextOf = (due: string, owner: Milestone["owner"]) =>
    cardsOf(openHome({ projects: [project("a")], milestones: [milestone("Permit", due, { owner })] }))[0]?.projects[0]
      ?.next;
  expect(nextOf("2026-03-12", "firm")).toEqual({
    text: "Next: Permit, 12 March (in 9 days), by Harbor Finch",
    flag: null,
  });
  expect(nextOf("2026-03-12", "client")).toMatchObject({
    text: "Next: Permit, 12 March (in 9 days)",
    flag: { kind: "waiting" },
  });
});

describe("what changed", () => {
  const invoice: Invoice = {
    id: "i-1",
    companyId: acme,
    projectId: "a" as ProjectId,
    number: "2026-014",
    issuedOn: "2026-02-10" as CalendarDate,
    dueOn: null,
    amount: { amount: "1200.50", currency: "EUR" },
    paid: null,
    paidOn: "2026-03-02" as CalendarDate,
    isPaid: true,
  };
  const work = {
    projects: [project("a")],
    milestones: [milestone("Survey", "2026-02-20", { doneDate: "2026-02-19" as CalendarDate })],
    invoices: [invoice, { ...invoice, id: "i-2", number: "of a draft", projectId: "zz" as ProjectId }],
  };

  test("is what was finished, billed and paid in the last thirty days, the newest first", () => {
    const { changes } = openHome(work);
    expect(changes.items.map(({ name, who, when }) => [name, who, when])).toEqual([
      ["Invoice 2026-014, €1,200.50", "paid", "2 March (yesterday)"],
      ["Survey", "done", "19 February (12 days ago)"],
      ["Invoice 2026-014, €1,200.50", "issued", "10 February (21 days ago)"],
    ]);
  });

  test("is what is dated since the day of the last visit, however long ago that was, and says so in three languages", () => {
    const since = (lastVisitOn: string, locale?: string) =>
      openHome(work, { lastVisitOn, ...(locale && { locale }) }).changes;
    expect(since("2026-02-19").items.map(({ who }) => who)).toEqual(["paid", "done"]);
    expect(since("2026-02-19").heading).toBe("What changed since your last visit on 19 February");
    expect(since("2025-12-30").items.length).toBe(3);
    expect(since("2025-12-30", "de-DE").heading).toContain("seit Ihrem letzten Besuch am 30. Dezember 2025");
    expect(since("2025-12-30", "es-ES").heading).toContain("desde su última visita, el 30 de diciembre de 2025");
  });

  test("is the last thirty days where nothing is new since the last visit, and says that", () => {
    const { heading, items, note } = openHome(work, { lastVisitOn: "2026-03-03" }).changes;
    expect([heading, items.length, note]).toEqual([
      "What changed lately",
      3,
      "Nothing new since your last visit on 3 March.",
    ]);
    expect(openHome(work).changes.note).toBeNull();
  });

  test("is also the newest update of each project that is shown, new on the day on which it was published", () => {
    const about = (id: string, datedOn: string, publishedOn: string): UpdateNews => ({
      ...{ projectId: id as ProjectId, datedOn },
      publishedAt: new Date(`${publishedOn}T08:00:00Z`),
    });
    const news = [about("a", "2026-02-12", "2026-03-01"), about("hidden", "2026-03-02", "2026-03-02")];
    const first = (locale: string) => openHome(work, { news, lastVisitOn: "2026-02-28", locale }).changes.items;
    expect(first("en-GB").map(({ name }) => name)).toEqual(["Invoice 2026-014, €1,200.50", "Update of 12 February"]);
    expect(first("en-GB")[1]).toMatchObject({
      when: "1 March (2 days ago)",
      who: "published",
      project: { name: "Project a", href: "/acme/projects/a#updates" },
    });
    expect([first("de-DE")[1]?.name, first("es-ES")[1]?.name]).toEqual([
      "Neuigkeit vom 12. Februar",
      "Novedad del 12 de febrero",
    ]);
  });

  test("names no project for what is for the company as a whole", () => {
    const { changes } = openHome({ ...work, milestones: [], invoices: [{ ...invoice, projectId: null }] });
    expect(changes.items.map(({ project }) => project)).toEqual([null, null]);
  });

  test("is told in the reader's language, with their way of writing dates and money", () => {
    const told = (locale: string) => {
      const { heading, changes } = openHome(work, { locale });
      return [heading, changes.heading, changes.items[0]?.name, changes.items[0]?.when, changes.items[1]?.who];
    };
    expect(told("de-DE")).toEqual([
      "1\u00a0Projekt in Arbeit",
      "Was sich zuletzt geändert hat",
      "Rechnung 2026-014, 1.200,50\u00a0€",
      "2. März (gestern)",
      "erledigt",
    ]);
    expect(told("es-ES")).toEqual([
      "1\u00a0proyecto en curso",
      "Cambios recientes",
      "Factura 2026-014, 1200,50\u00a0€",
      "2 de marzo (ayer)",
      "hecho",
    ]);
  });
});

describe("invoices", () => {
  const invoice = (id: string, overrides: Partial<Invoice> = {}): Invoice => ({
    ...{ id, companyId: acme, projectId: "a" as ProjectId, number: id, paid: null, paidOn: null, isPaid: false },
    ...{ issuedOn: "2026-02-01" as CalendarDate, dueOn: "2026-03-10" as CalendarDate },
    amount: { amount: "100.00", currency: "EUR" },
    ...overrides,
  });
  const late = (id: string, dueOn: string, overrides: Partial<Invoice> = {}) =>
    invoice(id, { dueOn: dueOn as CalendarDate, ...overrides });
  const projects = [project("a"), project("b")];
  const blockOf = (invoices: Invoice[], locale?: string) =>
    openHome({ projects, invoices }, { ...(locale && { locale }) }).invoices;

  test("of all projects and of the company as a whole stand in one table and one total, each with what it is of", () => {
    const block = blockOf([
      invoice("1"),
      invoice("2", { projectId: null, amount: { amount: "5.00", currency: "USD" } }),
      invoice("3", { projectId: "of another" as ProjectId }),
      invoice("4", { projectId: "b" as ProjectId, isPaid: true }),
    ]);
    expect(block?.heading).toBe("2\u00a0invoices open");
    expect(block?.totals.map(({ label, value }) => `${label} ${value}`)).toEqual([
      "Open €100.00 and US$5.00",
      "Paid €100.00",
      "Total €200.00 and US$5.00",
    ]);
    expect(block?.open?.rows.map(({ cells }) => cells[0])).toEqual([
      { text: "1", place: { label: "Project a", href: "/acme/projects/a" } },
      { text: "2", place: "General" },
    ]);
    expect(block?.open?.rows[0]?.cells.slice(1)).toEqual(["€100.00", { text: "due 10 March", isLate: false }]);
    expect(block?.paid?.summary).toBe("Show 1 paid invoice");
    expect(block?.paid?.table.rows.map(({ cells }) => cells[0])).toEqual([
      { text: "4", place: { label: "Project b", href: "/acme/projects/b" } },
    ]);
    expect(block?.download?.href).toBe("/acme/invoices.csv");
  });

  test("beyond a few are in the file, and the earliest due are never those", () => {
    const many = Array.from({ length: 20 }, (_, index) => late(`${index}`, `2026-03-${30 - index}`));
    const paid = Array.from({ length: 15 }, (_, index) => invoice(`p${index}`, { isPaid: true }));
    const block = blockOf([...many, ...paid]);
    expect(block?.open?.rows.map(({ id }) => id)).toEqual(["19", "18", "17", "16", "15", "14", "13", "12"]);
    expect([block?.paid?.table.rows.length, block?.more]).toEqual([12, "15 more are in the file."]);
  });

  test("that are none are no block, and nothing waits on the client for their sake", () => {
    const home = openHome({ projects });
    expect([home.invoices, home.waiting.items]).toEqual([null, []]);
    expect(
      openHome({ projects, invoices: [invoice("1"), late("2", "2026-01-01", { isPaid: true })] }).waiting.items,
    ).toEqual([]);
  });

  test("that are overdue wait on the client, before all else and in one line", () => {
    const waitingOf = (invoices: Invoice[], locale = "en-GB") =>
      openHome({ projects, invoices, milestones: [milestone("Permit", "2026-02-01")] }, { locale }).waiting.items;
    const half = late("7", "2026-02-20", { paid: { amount: "40.00", currency: "EUR" } });
    expect(waitingOf([half, invoice("8")])[0]).toEqual({
      name: "Invoice 7, €60.00",
      when: "20 February (11 days ago)",
      who: null,
      flag: { kind: "late", text: "overdue" },
      project: { name: "Show the invoices", href: "#invoices" },
    });
    const several = [half, late("9", "2026-02-10", { projectId: null, amount: { amount: "5.00", currency: "USD" } })];
    expect(waitingOf(several).map(({ name }) => name)).toEqual(["2 invoices, €60.00 and US$5.00", "Permit"]);
    expect(waitingOf(several)[0]?.when).toBe("10 February (21 days ago)");
    expect(waitingOf(several, "de-DE")[0]?.name).toBe("2 Rechnungen, 60,00\u00a0€ und 5,00\u00a0$");
    expect(waitingOf(several, "es-ES")[0]?.flag?.text).toBe("vencidas");
  });

  test("of which some could not be read are all listed and never counted, and go into no file", () => {
    const unread = [{ field: "invoices", part: "invoices", projectId: null, why: "not_readable" }] as const;
    const many = Array.from({ length: 20 }, (_, index) => late(`${index}`, "2026-02-20"));
    const home = openHome({ projects, invoices: many, unread: [...unread] });
    expect(home.invoices).toMatchObject({
      heading: "Invoices",
      note: "Not all invoices could be read. Totals are left out until Harbor Finch has seen to it.",
      ...{ totals: [], more: null, download: null },
    });
    expect(home.invoices?.open?.rows).toHaveLength(20);
    const overdue = { name: "Invoices", when: null, flag: { kind: "late", text: "overdue" } };
    expect(home.waiting.items).toMatchObject([{ ...overdue, project: { href: "#invoices" } }]);
    const one = { projects, invoices: [late("7", "2026-02-20")], unread: [...unread] };
    expect(openHome(one).waiting.items).toMatchObject([overdue]);
    expect(openHome(one, { locale: "es-ES" }).waiting.items[0]?.flag?.text).toBe("vencidas");
    expect(openHome({ projects, unread: [...unread] }).invoices).toMatchObject({ heading: "Invoices", open: null });
    const notYet = { field: "invoices", part: "invoices", projectId: null, why: "not_yet" } as const;
    expect(openHome({ projects, unread: [notYet] }).invoices).toMatchObject({
      heading: "Invoices are left out for now",
      note: "This is still being read. Load this page again in a minute.",
    });
  });

  test.each([
    ["en-GB", "2026-01-05", "5 January (57 days ago)"],
    ["de-DE", "2026-01-05", "5. Januar (vor 57 Tagen)"],
    ["es-ES", "2026-01-05", "5 de enero (hace 57 días)"],
    ["en-GB", "2026-03-02", "2 March (yesterday)"],
    ["de-DE", "2026-03-02", "2. März (gestern)"],
    ["es-ES", "2025-01-05", "5 de enero de 2025 (hace 422 días)"],
  ])("say in %s for how long they are overdue, however long; so does what else waits", (locale, dueOn, when) => {
    const { waiting } = openHome(
      { projects, invoices: [late("7", dueOn)], milestones: [milestone("Permit", dueOn)] },
      { locale },
    );
    expect(waiting.items.map((item) => item.when)).toEqual([when, when]);
  });
});

test("a project of whose phases only the names are known has no line of bubbles, which would say where it is", () => {
  const none = { order: null, startDate: null, endDate: null, percentComplete: null, fee: null, budgetHours: null };
  const unsaid = { projectId: "a" as ProjectId, ...none };
  const phases = ["Bidding", "Permitting"].map((name) => ({ id: name, name, ...unsaid }));
  const cardOf = (phase: string | null) =>
    cardsOf(openHome({ projects: [project("a", { phase })], phases }))[0]?.projects[0];
  expect(cardOf(null)).toMatchObject({ phase: "Phases: 2", rail: null });
  expect(cardOf("Bidding")?.rail?.stations).toHaveLength(2);
});

test("beside a table, the most urgent of many waiting things are listed and the rest is one link away", () => {
  const projects = Array.from({ length: CARDS_MAX + 1 }, (_, index) => project(`p${index}`));
  const milestones = projects.flatMap(({ id }) => [
    milestone(`late ${id}`, "2026-03-01", { projectId: id }),
    milestone(`soon ${id}`, "2026-03-10", { projectId: id }),
  ]);
  const { waiting } = openHome({ projects, milestones });
  expect(waiting.items.map(({ flag }) => flag?.text)).toEqual(Array.from({ length: 8 }, () => "late"));
  expect(waiting.more).toEqual({
    label: "10 more wait on you: show the projects",
    href: "/acme?sort=waiting&dir=desc",
  });
});
