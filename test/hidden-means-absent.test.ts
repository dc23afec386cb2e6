// Hidden means absent, over whole answers: for every pair of template, what the firm has hidden of it, switches, level and person, no
// answer (page, file, photo, error, preview, comparison, JSON; body or header) carries a value that is hidden from this person, and
// the project's page carries every other one.
import { afterAll, beforeAll, expect, test } from "vitest";
import { limitContact } from "../src/commands/limit-contact.ts";
import { setPortalSwitch } from "../src/commands/set-portal-switch.ts";
import { setTemplate } from "../src/commands/set-template.ts";
import { setVisibility } from "../src/commands/set-visibility.ts";
import { resetTemplate, shapeTemplate } from "../src/commands/shape-template.ts";
import { startPreview } from "../src/commands/start-preview.ts";
import { inFirmRead } from "../src/data/database.ts";
import { pulseAnswer } from "../src/data/schema/content-tables.ts";
import type { Email } from "../src/domain/email.ts";
import type { ContactId, ProjectId } from "../src/domain/ids.ts";
import { ApiClient, addApiKey } from "./support/api-client.ts";
import {
  type Case,
  everywhere,
  type Field,
  factors,
  fields,
  files,
  inTable,
  isShown,
  onPage,
  promised,
  type SwitchName,
  seesProject,
  shapes,
  switchNames,
} from "./support/hidden-promises.ts";
import {
  addMarkedFirm,
  fillerIds,
  type Mark,
  marksOf,
  neverMarks,
  type PersonName,
  type ProjectNumber,
  people,
  percentCellOf,
  wholeCompanyMarks,
  writeMarkedProjects,
} from "./support/marked-firm.ts";
import { addMarkedUpdates } from "./support/marked-updates.ts";
import { pairwise } from "./support/pairwise.ts";
import { addTeamUser } from "./support/team.ts";
import { startTestApp, type TestApp, type TestFirm } from "./support/test-app.ts";
import type { Answer, Visitor } from "./support/visitor.ts";

let app: TestApp;
let firm: TestFirm;
let program: ApiClient;
let visitors: Record<PersonName, Visitor>;
let member: Visitor;
let previews: Record<PersonName | "to_come", string>;
let photos: Record<ProjectNumber, string>;
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
  photos = await addMarkedUpdates(app, firm);
  const email = await addTeamUser(app, firm, "member");
  member = app.visitOffice();
  await member.signIn(email);
  const lookAs = async (as: string | null) => {
    const asked = { portalId: acme(), email: as as Email | null };
    const id = await startPreview(
      app.database.db,
      { firmId: firm.firm.id, now: app.clock.now(), member: email },
      asked,
    );
    return `/preview/${id}`;
  };
  previews = {
    named: await lookAs(people.named),
    unnamed: await lookAs(people.unnamed),
    limited: await lookAs(people.limited),
    to_come: await lookAs(null),
  };
  const contact = { id: "k-limited" as ContactId, name: "Contact k-limited" };
  const projectIds = ["p-1" as ProjectId, ...fillerIds];
  await limitContact(app.database.db, doer(), { portalId: acme(), contact, projectIds });
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
  if (given.template !== before?.template || given.shape !== before.shape) {
    await resetTemplate(db, doer(), given.template);
    const { template } = given;
    for (const change of shapes[given.shape].changes) await shapeTemplate(db, doer(), { template, ...change });
  }
  for (const name of switchNames) {
    if (given[name] === before?.[name] && given.level === before.level) continue;
    const isHere = given.level === "here";
    await setVisibility(db, doer(), { name, isOn: (given[name] === "on") !== isHere });
    await setPortalSwitch(db, doer(), { portalId: acme(), name, to: isHere ? given[name] : "inherit" });
  }
}

const ALL_INVOICES = "/acme/invoices.csv";
const projectPath = (n: number) => `/acme/projects/p-${n}`;
const photoPath = (n: ProjectNumber) => `${projectPath(n)}/photos/${photos[n]}.webp`;

/** Everything that this person can ask for, and what the firm's own program is told about them. */
async function askAll({ person }: Case): Promise<Answer[]> {
  const pages = ["/acme", ALL_INVOICES, ...[1, 2, 3, 4].map(projectPath), "/acme/nothing", "/no-such-portal"];
  const tables = [1, 2].flatMap((n) => Object.keys(files).map((name) => `${projectPath(n)}/${name}.csv`));
  const own = [...pages, ...tables, ...([1, 2, 3, 4] as const).map(photoPath), `${projectPath(1)}?earlier=1`];
  const asked = own.map((path) => visitors[person].send("GET", path, { follow: false }));
  const told = ["/api/v1/portals", `/api/v1/diagnose?email=${people[person]}&portal=acme`];
  return Promise.all([...asked, ...told.map((path) => program.get(path))]);
}

/** What the firm is shown of the client's pages: a preview as this person and as one who does not exist yet, and the templates compared. */
async function lookAll({ person, template }: Case) {
  const pages = ["", ...[1, 2].flatMap((n) => [`/projects/p-${n}`, `/projects/p-${n}/tasks.csv`])];
  const below = (preview: string) =>
    Promise.all([
      ...pages.map((page) => member.send("GET", `${preview}${page}`, { follow: false })),
      member.send("GET", `${preview}/projects/p-1/photos/${photos[1]}.webp`, { follow: false }),
    ]);
  const compare = `/settings/client-portals/${acme()}/template?left=${template}&right=${template}`;
  return {
    asPerson: await below(previews[person]),
    toCome: await below(previews.to_come),
    compared: await member.get(compare),
  };
}

/** The home page while Acme has so many projects that it is a table, in groups, as a list and as a file; and as the firm's preview has it. */
async function askTable({ person }: Case): Promise<TableAnswers> {
  await writeMarkedProjects(firm.csv, "many");
  const asked = ["", "?group=no&sort=percent&q=mark", PROJECTS_FILE, `${PROJECTS_FILE}?q=mark`];
  const askAt = (visitor: Visitor, home: string) =>
    Promise.all(asked.map((path) => visitor.send("GET", `${home}${path}`, { follow: false })));
  const answers = { own: await askAt(visitors[person], "/acme"), previewed: await askAt(member, previews[person]) };
  await writeMarkedProjects(firm.csv, "few");
  return answers;
}

const PROJECTS_FILE = "/projects.csv";
type TableAnswers = { own: Answer[]; previewed: Answer[] };

const RANDOM_ID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

/** The whole answer as it leaves, headers too; entities and spaces as a reader sees them. Ids are random and may hold any number. */
function wholeText({ text, headers }: Answer): string {
  const head = [...headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  return `${head}\n\n${text}`.replaceAll("&nbsp;", " ").replaceAll(RANDOM_ID, "id");
}

function marksShownTo(given: Case): Set<Mark> {
  const numbers = ([1, 2] as const).filter((n) => seesProject(n, given));
  return new Set([
    ...wholeCompanyShown(given),
    ...numbers.flatMap((n) => fields.filter((field) => isShown(field, given)).flatMap((field) => marks[n][field])),
  ]);
}

const marks = { 1: marksOf(1), 2: marksOf(2), 3: marksOf(3), 4: marksOf(4) };
/** What a file writes otherwise than a page: a percent as a number alone. */
const inFile = ([1, 2, 3, 4] as const).flatMap((n) =>
  marks[n].percentComplete.map((of) => ({ of, mark: percentCellOf(n) })),
);
const wholeCompany = wholeCompanyMarks();
const allMarks = [...wholeCompany, ...Object.values(marks).flatMap((one) => Object.values(one).flat())];
/** What three settings together show is met by no pair: one case has everything that an engineer can see. */
const switchedOn = Object.fromEntries(switchNames.map((name) => [name, "on"])) as Record<SwitchName, "on">;
const everything: Case = { template: "engineer", shape: "shipped", person: "named", level: "all", ...switchedOn };
const cases = [...pairwise(factors), everything];
/** The table takes a second reading of the PSA: it is asked for in every second case in which it can be seen, and in the one of everything. */
const inSight = cases.filter((given) => seesProject(1, given));
const tableCases = inSight.filter((given, index) => index % 2 === 1 || given === everything);

test("no answer carries what is hidden, and the pages and files carry everything else", async () => {
  const wrong: unknown[] = [];
  let before: Case | null = null;
  for (const given of cases) {
    await settle(given, before);
    before = given;
    const answers = await askAll(given);
    const shown = marksShownTo(given);
    const names = Object.values(marks).flatMap(({ name }) => name);
    const hidden = [...toBeHiddenFromFirm(shown), ...names.filter((mark) => !shown.has(mark)), ...neverMarks()];
    const table = tableCases.includes(given) ? await askTable(given) : { own: [], previewed: [] };
    wrong.push(...leaksIn([...answers, ...table.own], hidden, given), ...missingIn(answers, given));
    wrong.push(...leaksIn(table.previewed, toBeHiddenFromFirm(shown), given));
    wrong.push(...missingInTable([...table.own, ...table.previewed], given));
    // The looks of the firm go the same way to the same data: they are asked for in every third case.
    if (cases.indexOf(given) % 3 === 0) wrong.push(...(await wrongInLooks(given)));
  }
  expect(wrong).toEqual([]);
}, 120_000);

/** What a preview or the comparison carries that this person, or nobody with this template, would see. Projects are named to the firm. */
async function wrongInLooks(given: Case): Promise<unknown[]> {
  const { asPerson, toCome, compared } = await lookAll(given);
  const places: [Answer[], Set<Mark>][] = [
    [asPerson, marksShownTo(given)],
    [toCome, marksShownTo({ ...given, person: "unnamed" })],
    [[compared], marksShownTo({ ...given, person: "named", cross_project: "on" })],
  ];
  return places.flatMap(([answers, shown]) => leaksIn(answers, toBeHiddenFromFirm(shown), given));
}

/** What a look of the firm's hides: all but what is shown, and the names of the projects. */
function toBeHiddenFromFirm(shown: Set<Mark>): Mark[] {
  const names = new Set(Object.values(marks).flatMap(({ name }) => name));
  return [
    ...allMarks.filter((mark) => !shown.has(mark) && !names.has(mark)),
    ...inFile.filter(({ of }) => !shown.has(of)).map(({ mark }) => mark),
  ];
}

function leaksIn(answers: Answer[], hidden: Mark[], given: Case): unknown[] {
  return answers.flatMap((answer) => {
    const text = wholeText(answer);
    return hidden.filter((mark) => mark.test(text)).map((mark) => ({ leaks: mark, path: answer.path, given }));
  });
}

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
    const places: [string, Field[]][] = [[page, onPage], [photoPath(n), ["photos"]], ...tables];
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

/** What the table should say of the marked projects, and does not; that it is one, or a file, comes first. */
function missingInTable(answers: Answer[], given: Case): unknown[] {
  const seen = ([1, 2] as const).filter((n) => seesProject(n, given));
  const shown = inTable.filter((field) => isShown(field, given));
  const promised = seen.flatMap((n) => shown.flatMap((field) => marks[n][field]));
  return answers.flatMap(({ path, text }) => {
    const isFile = path.includes(PROJECTS_FILE);
    const asItStands = (mark: Mark) => (isFile && inFile.find(({ of }) => of === mark)?.mark) || mark;
    return [isFile ? /^Project,Number,State,/ : /class="portfolio"/, ...promised.map(asItStands)]
      .filter((mark) => !mark.test(text))
      .map((mark) => ({ missing: mark, path, given }));
  });
}

test("a pulse that the template hides takes no answer, as if it were not there", async () => {
  const template = "contractor";
  await setTemplate(app.database.db, doer(), acme(), template);
  await resetTemplate(app.database.db, doer(), template);
  const answer = () => visitors.named.postOnly(`${projectPath(1)}/pulse`, { score: "4" });
  const count = () => inFirmRead(app.database.db, firm.firm.id, (tx) => tx.$count(pulseAnswer));
  await shapeTemplate(app.database.db, doer(), { template, block: "pulse", change: "hide" });
  expect([(await answer()).status, await count()]).toEqual([404, 0]);
  const comment = await visitors.named.postOnly(`${projectPath(1)}/pulse/comment`, { comment: "x" });
  expect(comment.status).toBe(404);
  await shapeTemplate(app.database.db, doer(), { template, block: "pulse", change: "show" });
  expect([(await answer()).status, await count()]).toEqual([303, 1]);
});

function isHidable(field: Field): boolean {
  const { switches, on } = promised[field];
  return (
    switches !== undefined || on !== everywhere || Object.values(shapes).some(({ takes }) => takes.includes(field))
  );
}

test("the cases show every field to somebody and hide it from somebody, with the project in sight", () => {
  for (const field of fields.filter(isHidable))
    for (const among of [inSight, tableCases]) {
      const seen = among.map((given) => isShown(field, given));
      expect([field, new Set(seen).size]).toEqual([field, 2]);
    }
});
