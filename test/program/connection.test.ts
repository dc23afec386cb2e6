// `prolens connection` and `prolens portal link` beside a running demo, with a stand-in for Productive that holds the same firm.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { type ProductiveStandIn, startProductiveStandIn } from "../../demo/stand-ins/productive/stand-in.ts";
import { type FirmRecords, readFirmRecords } from "../../demo/stand-ins/records.ts";
import { runProgram, useDemo } from "./program.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const TOKEN = "1234.CANARY.token";
const FIRM = ["--firm", "harbor-finch"];

const demo = useDemo();
let standIn: ProductiveStandIn;
let records: FirmRecords;
const printed: string[] = [];

beforeAll(async () => {
  records = readFirmRecords(demo.place.csvDir);
  const organization = { id: "90210", name: "Harbor & Finch" };
  standIn = await startProductiveStandIn({ records, organization, token: TOKEN });
});
afterAll(() => standIn.close());

async function run(args: string[], token = TOKEN) {
  const settings = { ...demo.settings(), PRODUCTIVE_API_URL: standIn.url, PROLENS_CONNECTION_TOKEN: token };
  const end = await runProgram([...args, ...FIRM], settings);
  printed.push(end.stdout, end.stderr);
  return end;
}
/** What was printed, without blank lines and the hard blanks between a number and its noun. */
const linesOf = ({ stdout }: { stdout: string }) =>
  stdout
    .replaceAll("\u00a0", " ")
    .split("\n")
    .filter((line) => line !== "");
const connection = (...args: string[]) => run(["connection", ...args]);
const asJson = async (end: ReturnType<typeof run>) => JSON.parse((await end).stdout);
const add = ["connection", "add", "--kind", "productive", "--organization"];

test("a token is tried before it is stored, and a folder that is not there is wrong use", async () => {
  const wrong = await run([...add, "90210"], "1234.CANARY.wrong");
  expect(wrong.code).toBe(3);
  expect(wrong.stdout).toMatch(/^Refused: Productive does not accept this token\. .*\nWhat came back: /);
  const elsewhere = await run([...add, "777"]);
  expect([elsewhere.code, elsewhere.stdout]).toEqual([3, expect.stringContaining("not the organisation 777")]);
  const missing = await connection("add", "--kind", "csv", "--dir", "/nowhere");
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("there is no folder /nowhere")]);
  expect((await connection("review")).code).toBe(2);
});

const addDir = (dir: string, ...more: string[]) => connection("add", "--kind", "csv", "--dir", dir, ...more);

/** A folder beside the demo's, with a copy of its files or with none. */
async function makeFolder(name: string, isFilled: boolean) {
  const dir = `${demo.place.csvDir} ${name}`;
  await (isFilled ? cp(demo.place.csvDir, dir, { recursive: true }) : mkdir(dir));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const edit = async (file: string, change: (text: string) => string) =>
    writeFile(join(dir, file), change(await readFile(join(dir, file), "utf8")));
  return { dir, edit };
}

test("a folder that lets nobody in is refused with what to do, and the one in use stays", async () => {
  const { dir } = await makeFolder("empty", false);
  const empty = await addDir(dir);
  const missing = (file: string) =>
    `Refused: ${file} is missing in the CSV folder. Put it there; without it nobody can be let in.`;
  expect([empty.code, linesOf(empty)]).toEqual([
    3,
    [missing("companies.csv"), missing("contacts.csv"), missing("projects.csv"), "Nothing was changed."],
  ]);
  expect(await asJson(addDir(dir, "--json"))).toMatchObject({ dir, fault: "unavailable" });
  const other = await makeFolder("without projects", true);
  await other.edit("projects.csv", (text) => text.replaceAll(",", ";"));
  const unread = await addDir(other.dir);
  expect([unread.code, linesOf(unread)]).toEqual([
    3,
    [expect.stringMatching(/^Refused: projects\.csv .* not separated by commas/), "Nothing was changed."],
  ]);
  const jane = await run(["diagnose", "--email", "jane@acme.example", "--portal", "acme"]);
  expect([jane.code, (await connection("review")).code]).toEqual([0, 2]);
});

test("another folder in which an id is another company waits for its review; the same one changes nothing", async () => {
  const rivals = await makeFolder("of rivals", true);
  await rivals.edit("companies.csv", (text) => text.replace("Acme Corp", "Zeta Rivals Ltd"));
  await rivals.edit("contacts.csv", (text) => `${text.replaceAll("acme.example", "zeta.example")}k-broken\n`);
  const added = await addDir(rivals.dir);
  expect([added.code, linesOf(added)]).toEqual([
    0,
    [
      `Harbor & Finch still reads from ${demo.place.csvDir}.`,
      "What a switch would do: prolens connection review --firm harbor-finch",
    ],
  ]);
  const gets = async (email: string) => (await run(["diagnose", "--email", email, "--portal", "acme"])).code;
  expect([await gets("jane@zeta.example"), await gets("jane@acme.example")]).toEqual([3, 0]);
  const review = linesOf(await connection("review"));
  expect(review).toEqual(
    expect.arrayContaining([
      `Switch from CSV files ${demo.place.csvDir} to CSV files ${rivals.dir}?`,
      "Portals: 12 portals keep their clients, 1 stays closed.",
      "Portal of Acme Corp",
    ]),
  );
  expect(linesOf(await addDir(demo.place.csvDir))[0]).toBe(`Harbor & Finch reads from ${demo.place.csvDir} already.`);
  expect((await connection("review")).code).toBe(0);
  expect(await asJson(connection("keep", "--json"))).toEqual({ firm: "harbor-finch", dropped: true });
});

test("a firm without portals reads from another folder at once; with portals it waits, disconnected too, until it is switched to", async () => {
  const { dir } = await makeFolder("of quay", true);
  const quay = (...args: string[]) => runProgram(args, demo.settings());
  await quay("firm", "create", "--slug", "quay", "--name", "Quay", "--admin", "kim@quay.example");
  const add = (to: string) => quay("connection", "add", "--firm", "quay", "--kind", "csv", "--dir", to);
  expect((await add(demo.place.csvDir)).stdout).toContain(`Quay now reads from ${demo.place.csvDir}.`);
  expect((await add(dir)).stdout).toContain(`Quay now reads from ${dir}.`);
  expect((await quay("portal", "create", "--firm", "quay", "--company", "c-12")).code).toBe(0);
  await quay("connection", "remove", "--firm", "quay");
  expect((await add(demo.place.csvDir)).stdout).toContain(`The portals of Quay are linked to ${dir}.`);
  const { seen } = await asJson(quay("connection", "review", "--firm", "quay", "--json"));
  const switched = await quay("connection", "switch", "--firm", "quay", "--seen", seen);
  expect([switched.code, switched.stdout]).toEqual([0, "Quay now reads from a CSV folder.\n"]);
  await quay("connection", "remove", "--firm", "quay");
  expect((await add(demo.place.csvDir)).stdout).toContain(`Quay now reads from ${demo.place.csvDir}.`);
});

test("another PSA waits beside the folder, is reviewed, and can be given up", async () => {
  expect(await asJson(run([...add, "90210", "--json"]))).toEqual({ firm: "harbor-finch", state: "pending" });
  const review = await connection("review");
  expect(linesOf(review)).toEqual([
    "Switch from CSV files to Productive?",
    expect.stringContaining("links and bookmarks to single projects may end with the switch."),
    "Portals: 13 portals keep their clients, none stays closed.",
    "Where people get in: At 13 portals somebody gets in.",
    "People: 23 get in as before, 1 gains access, 1 loses it, 3 see other projects.",
    "Projects: 2 become visible, none is hidden.",
    "State of projects: 2 projects change it, and clients see that.",
    "No longer shown: Your portals are set to show these, and Productive has no way to supply them: Percent complete and Address.",
    "Newly shown: Where your folder has no file, your portals then show what stands in Productive.",
    "Updates and pulse: 10 projects keep theirs.",
    "Projects that become visible (2)",
    "  Westbrook plant: shuttle shelter · Acme Corp · 3 people see it then. It is a draft in CSV files.",
    "  Taproom expansion · Pine & Pilot Brewing Co. · 1 person sees it then. It is a draft in CSV files.",
    "Projects whose state changes (2)",
    "  Congress Street parking structure repair · Acme Corp · On hold in CSV files, under way in Productive.",
    "  Athletic fields and stormwater improvements · Saltmarsh Regional School District · On hold in CSV files, under way in Productive.",
    "Lose access (1)",
    expect.stringMatching(
      /^ {2}business\.office@saltmarshschools\.example · Michelle Ouellette, Saltmarsh .* · saw 9 projects: no contact in the PSA carries the email \S+ If they work for .*, in Productive, under CRM > Contacts, give them /,
    ),
    "Gain access (1)",
    "  odette@pineandpilot.example · Odette Marsh, Pine & Pilot Brewing Co. · sees 1 project",
    "See other projects than before (3)",
    "  raul.ibanez@acme.example · Raúl Ibáñez, Acme Corp · saw 6, sees 7",
    "  linda.cho@acme.example · Linda Cho, Acme Corp · saw 6, sees 7",
    "  jane@acme.example · Jane Doe, Acme Corp · saw 6, sees 7",
    "The switch counts on the next page load. The files stay in their folder and are not read any more.",
    expect.stringMatching(/^To switch: prolens connection switch --firm harbor-finch --seen [0-9a-f]{32}$/),
  ]);
  expect((await connection("switch", "--seen", "0")).code).toBe(3);
  expect(await asJson(connection("keep", "--json"))).toEqual({ firm: "harbor-finch", dropped: true });
  expect(await asJson(connection("keep", "--json"))).toEqual({ firm: "harbor-finch", dropped: false });
});

test("it takes over as it was reviewed; the portal that stays closed is linked later; it is tested, ended and comes back", async () => {
  const isOther = ({ id }: { id: string }) => id !== "c-12";
  standIn.setRecords({ ...records, companies: records.companies.filter(isOther) });
  await run([...add, "90210"]);
  const review = linesOf(await connection("review"));
  expect(review).toEqual(
    expect.arrayContaining([
      "Portals: 12 portals keep their clients, 1 stays closed.",
      "Updates and pulse: 7 projects keep theirs. Of 3 projects only your team still sees them.",
      "Portal of Acme Corp",
      "  --choose 'company.acme=none'  Leave it closed: nobody gets in",
      "Updates and pulse that stay as history (3)",
      "  Loading dock and canopy replacement · Acme Corp · no such project in Productive",
    ]),
  );
  expect(review.find((line) => line.startsWith("  jane@acme.example"))).toContain(
    " · saw 6 projects: the portal stays closed. Choose its company here, or after the switch",
  );
  const { seen } = await asJson(connection("review", "--json"));
  expect((await connection("switch", "--seen", seen)).stdout).toContain("now reads from Productive.");
  standIn.setRecords(records);

  const jane = () => run(["diagnose", "--email", "jane@acme.example", "--portal", "acme", "--json"]);
  expect((await jane()).code).toBe(3);
  const { portals } = await asJson(run(["portal", "list", "--json"]));
  const acme = portals.find(
    ({ company, state }: (typeof portals)[0]) => company.name === "Acme Corp" && state === "none",
  );
  const link = ["portal", "link", "--portal", "acme", "--company", acme.company.id];
  expect((await run(["portal", "link", "--portal", "acme", "--company", "no-such"])).code).toBe(2);
  expect((await run([...link, "--seen", "0"])).code).toBe(3);
  const again = "prolens portal link --firm harbor-finch --portal acme";
  expect(linesOf(await run(link))).toEqual([
    "Link the portal of Acme Corp to a company",
    "Portal of Acme Corp",
    "  --choose 'company.acme=none'  Leave it closed: nobody gets in",
    `  --choose 'company.acme=id:${acme.company.id}'  Acme Corp: same name`,
    "Gain access (3)",
    "  raul.ibanez@acme.example · Raúl Ibáñez, Acme Corp · sees 7 projects",
    "  linda.cho@acme.example · Linda Cho, Acme Corp · sees 7 projects",
    "  jane@acme.example · Jane Doe, Acme Corp · sees 7 projects",
    "It counts on the next page load.",
    expect.stringMatching(new RegExp(`^To link it: ${again} --company '${acme.company.id}' --seen [0-9a-f]{32}$`)),
  ]);
  const shown = await asJson(run([...link, "--json"]));
  expect(JSON.stringify(shown.groups)).toContain("jane@acme.example");
  expect((await run([...link, "--seen", shown.seen])).stdout).toBe("/acme belongs to Acme Corp now.\n");
  expect((await run(link)).code).toBe(2);
  expect((await jane()).code).toBe(0);

  const tested = await asJson(connection("test", "--json"));
  expect(tested).toMatchObject({
    kind: "productive",
    counts: expect.arrayContaining([{ kind: "companies", rows: 14 }]),
  });
  expect(await asJson(connection("remove", "--json"))).toEqual({ firm: "harbor-finch", state: "disconnected" });
  expect([(await connection("test")).code, (await jane()).code]).toEqual([2, 4]);
  expect((await run([...add, "90210"])).stdout).toContain("now reads from Productive, Harbor & Finch");
  expect((await jane()).code).toBe(0);
});

test("no command prints a token", () => {
  expect(printed.length).toBeGreaterThan(20);
  expect(printed.filter((text) => text.includes("CANARY"))).toEqual([]);
});
