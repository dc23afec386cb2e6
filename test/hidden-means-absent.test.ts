// Hidden means absent, over whole answers: for every pair of template, switches, level and person, no answer (page, file, error,
// JSON; body or header) carries a value that is hidden from this person, and the project's page carries every other one.
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitContact } from "../src/commands/limit-contact.ts";
import { setPortalSwitch } from "../src/commands/set-portal-switch.ts";
import { setTemplate } from "../src/commands/set-template.ts";
import { setVisibility } from "../src/commands/set-visibility.ts";
import type { ContactId, ProjectId } from "../src/domain/ids.ts";
import { ApiClient, addApiKey } from "./support/api-client.ts";
import {
  addMarkedFirm,
  type Mark,
  marksOf,
  neverMarks,
  type PersonName,
  people,
  wholeCompanyMarks,
} from "./support/marked-firm.ts";
import { pairwise, type Row } from "./support/pairwise.ts";
import { startTestApp, type TestApp, type TestFirm } from "./support/test-app.ts";
import type { Answer, Visitor } from "./support/visitor.ts";

const onOff = ["on", "off"] as const;
const factors = {
  template: ["owner", "architect", "engineer", "contractor"],
  person: ["named", "unnamed", "limited"],
  /** Whether the switches are set for all portals, or for this one against all the others. */
  level: ["all", "here"],
  fee: onOff,
  hours: onOff,
  rates: onOff,
  profitability: onOff,
  team_names: onOff,
  team_profiles: onOff,
  utilisation: onOff,
  task_notes: onOff,
  invoices: onOff,
  cross_project: onOff,
} as const;
type Case = Row<typeof factors>;
type Field = keyof ReturnType<typeof marksOf>;
type SwitchName = Exclude<keyof Case, "template" | "person" | "level">;

const everywhere = factors.template;
const drawn = ["architect", "engineer"] as const;
/** What the product promises: which templates carry a field, and which switches must all be on. Told here, not asked of the code. */
const promised: Record<Field, { on: readonly Case["template"][]; switches?: SwitchName[] }> = {
  name: { on: everywhere },
  phase: { on: everywhere },
  percentComplete: { on: everywhere },
  dates: { on: everywhere },
  milestones: { on: everywhere },
  disciplines: { on: drawn },
  hours: { on: drawn, switches: ["hours"] },
  hoursByDiscipline: { on: drawn, switches: ["hours"] },
  rates: { on: ["engineer"], switches: ["hours", "rates"] },
  ratesByDiscipline: { on: ["engineer"], switches: ["hours", "rates"] },
  budget: { on: ["owner"], switches: ["fee"] },
  profitability: { on: ["owner"], switches: ["profitability"] },
  invoices: { on: ["owner"], switches: ["invoices"] },
  tasks: { on: ["architect", "engineer", "contractor"] },
  taskNotes: { on: drawn, switches: ["task_notes"] },
  teamNames: { on: everywhere, switches: ["team_names"] },
  teamProfiles: { on: everywhere, switches: ["team_names", "team_profiles"] },
  utilisation: { on: drawn, switches: ["team_names", "utilisation"] },
  manager: { on: everywhere, switches: ["team_names"] },
  managerProfile: { on: everywhere, switches: ["team_names", "team_profiles"] },
  address: { on: everywhere },
  description: { on: everywhere },
};
const fields = Object.keys(promised) as Field[];
/** The page adds up what the hours come to; only the file tells it by discipline. */
const onPage = fields.filter((field) => field !== "ratesByDiscipline");
const switchNames = Object.keys(factors).filter(
  (name): name is SwitchName => !["template", "person", "level"].includes(name),
);

/** The tables that are files too, and what each carries. */
const files: Record<string, Field[]> = {
  phases: ["phase"],
  milestones: ["milestones"],
  hours: ["hoursByDiscipline", "ratesByDiscipline"],
  invoices: ["invoices"],
  tasks: ["tasks", "taskNotes"],
};

function isShown(field: Field, { template, ...rest }: Case): boolean {
  const { on, switches = [] } = promised[field];
  return on.includes(template) && switches.every((name) => rest[name] === "on");
}

/** Named on the first project; unnamed on none; limited to the first, on which they are named. */
function seesProject(n: 1 | 2, { person, cross_project: cross }: Case): boolean {
  return n === 1 ? person !== "unnamed" || cross === "on" : person !== "limited" && cross === "on";
}

let app: TestApp;
let firm: TestFirm;
let program: ApiClient;
let visitors: Record<PersonName, Visitor>;
beforeAll(async () => {
  app = await startTestApp();
  firm = await addMarkedFirm(app);
  program = new ApiClient(app, (await addApiKey(app, firm)).key);
  const signedIn = async (email: string) => {
    const visitor = app.visit(firm);
    await visitor.signIn(email, "/acme");
    return visitor;
  };
  visitors = {
    named: await signedIn(people.named),
    unnamed: await signedIn(people.unnamed),
    limited: await signedIn(people.limited),
  };
  const contact = { id: "k-limited" as ContactId, name: "Contact k-limited" };
  await limitContact(app.database.db, doer(), { portalId: acme(), contact, projectIds: ["p-1" as ProjectId] });
});
afterAll(() => app.stop());

const doer = () => ({ firmId: firm.firm.id, actor: "test", now: app.clock.now() });

function acme() {
  const portal = firm.portals.get("c-acme");
  if (!portal) throw new Error("the firm has a portal for Acme");
  return portal.id;
}

/** What is for the company as a whole is for whoever sees the whole company. */
function wholeCompanyShown(given: Case): Mark[] {
  const isSeen = given.cross_project === "on" && given.person !== "limited" && isShown("invoices", given);
  return isSeen ? wholeCompany : [];
}

/** Sets only what differs from the case before. */
async function settle(given: Case, before: Case | null): Promise<void> {
  const { db } = app.database;
  if (given.template !== before?.template) await setTemplate(db, doer(), acme(), given.template);
  for (const name of switchNames) {
    if (given[name] === before?.[name] && given.level === before.level) continue;
    const isHere = given.level === "here";
    await setVisibility(db, doer(), { name, isOn: (given[name] === "on") !== isHere });
    await setPortalSwitch(db, doer(), { portalId: acme(), name, to: isHere ? given[name] : "inherit" });
  }
}

const ALL_INVOICES = "/acme/invoices.csv";
const projectPath = (n: number) => `/acme/projects/p-${n}`;

/** Everything that this person can ask for, and what the firm's own program is told about them. */
async function askAll({ person }: Case): Promise<Answer[]> {
  const pages = ["/acme", ALL_INVOICES, ...[1, 2, 3, 4].map(projectPath), "/acme/nothing", "/no-such-portal"];
  const tables = [1, 2].flatMap((n) => Object.keys(files).map((name) => `${projectPath(n)}/${name}.csv`));
  const asked = [...pages, ...tables].map((path) => visitors[person].send("GET", path, { follow: false }));
  return Promise.all([...asked, program.get(`/api/v1/diagnose?email=${people[person]}&portal=acme`)]);
}

/** The whole answer as it leaves, headers too; entities and spaces as a reader sees them. */
function wholeText({ text, headers }: Answer): string {
  const head = [...headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  return `${head}\n\n${text}`.replaceAll("&nbsp;", " ");
}

function marksShownTo(given: Case): Set<Mark> {
  const numbers = ([1, 2] as const).filter((n) => seesProject(n, given));
  return new Set([
    ...wholeCompanyShown(given),
    ...numbers.flatMap((n) => fields.filter((field) => isShown(field, given)).flatMap((field) => marks[n][field])),
  ]);
}

const marks = { 1: marksOf(1), 2: marksOf(2), 3: marksOf(3), 4: marksOf(4) };
const wholeCompany = wholeCompanyMarks();
const allMarks = [...wholeCompany, ...Object.values(marks).flatMap((one) => Object.values(one).flat())];
const cases = pairwise(factors);

test("no answer carries what is hidden, and the pages and files carry everything else", async () => {
  const wrong: unknown[] = [];
  let before: Case | null = null;
  for (const given of cases) {
    await settle(given, before);
    before = given;
    const answers = await askAll(given);
    const shown = marksShownTo(given);
    const hidden = [...allMarks.filter((mark) => !shown.has(mark)), ...neverMarks()];
    for (const answer of answers) {
      const text = wholeText(answer);
      for (const mark of hidden) if (mark.test(text)) wrong.push({ leaks: mark, path: answer.path, given });
    }
    wrong.push(...missingIn(answers, given));
  }
  expect(wrong).toEqual([]);
}, 60_000);

/** What should be on a project's page or in one of its files, and is not. */
function missingIn(answers: Answer[], given: Case): unknown[] {
  const textAt = (path: string) => {
    const answer = answers.find((one) => one.path === path);
    return answer?.status === 200 ? answer.text : "";
  };
  const seen = ([1, 2] as const).filter((n) => seesProject(n, given));
  const whole = wholeCompanyShown(given);
  const invoices = isShown("invoices", given) ? seen.flatMap((n) => marks[n].invoices) : [];
  const missingHome = ["/acme", ALL_INVOICES]
    .filter((path) => path === ALL_INVOICES || seen.length > 1)
    .flatMap((path) =>
      [...whole, ...invoices]
        .filter((mark) => !mark.test(textAt(path)))
        .map((mark) => ({ missing: mark, path, given })),
    );
  const missing = seen.flatMap((n) => {
    const page = projectPath(n);
    const tables = Object.entries(files).map(([name, carried]): [string, Field[]] => [`${page}/${name}.csv`, carried]);
    const places: [string, Field[]][] = [[page, onPage], ...tables];
    return places.flatMap(([path, carried]) =>
      carried
        .filter((field) => isShown(field, given))
        .flatMap((field) => marks[n][field].map((mark) => ({ field, mark })))
        .filter(({ mark }) => !mark.test(textAt(path)))
        .map(({ field }) => ({ missing: field, path, given })),
    );
  });
  return [...missingHome, ...missing];
}

test("the cases show every field to somebody and hide it from somebody, with the project in sight", () => {
  for (const field of fields.filter((name) => promised[name].switches || promised[name].on !== everywhere)) {
    const seen = cases.filter((given) => seesProject(1, given)).map((given) => isShown(field, given));
    expect([field, new Set(seen).size]).toEqual([field, 2]);
  }
});
