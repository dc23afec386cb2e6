// What somebody with a fresh machine meets: the demo on its own storage, and the commands beside it while it runs.
import { appendFile, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { isPostgresIn } from "../../src/data/embedded/process-facts.ts";
import { killDatabase, readPostmasterPid } from "../faults/embedded-harness.ts";
import { freePort } from "../support/free-port.ts";
import {
  ask,
  ensureBuilt,
  mailboxCode,
  makePlace,
  runProgram,
  type Server,
  signInAt,
  startProgram,
} from "./program.ts";

// Each command is a process of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let place: Awaited<ReturnType<typeof makePlace>>;
let server: Server;
let port: string;
const settings = () => ({ PROLENS_DATA: place.dataDir, PORT: port });
const command = (...args: string[]) => runProgram(args, settings());
const portals = () => ({ port, host: "harbor-finch.portal.localhost" });

beforeAll(async () => {
  await ensureBuilt();
  place = await makePlace();
  port = String(await freePort());
  server = await startProgram(["demo", "--dir", place.csvDir], settings());
});
afterAll(async () => {
  await server?.stop();
  await place?.drop();
});

const signIn = (email: string) => signInAt(portals(), email, () => mailboxCode(port, email));

const ADMIN = "office@harbor-finch.example";

/** One document and nothing else, or this throws. */
const json = (text: string) => JSON.parse(text);

test("the demo prints the office, three clients' portals with who can sign in, and where mail lands", () => {
  const printed = server.stdout();
  expect(printed).toContain(`http://localhost:${port} `);
  expect(printed).toContain("office@harbor-finch.example");
  expect(printed).toContain(`http://localhost:${port}/mailbox`);
  for (const [slug, email] of [
    ["acme", "jane@acme.example"],
    ["lindqvist-okafor-architects", "soren@lindqvist-okafor.example"],
    ["keystone-obrien-sons-builders", "fiona@keystone-obrien.example"],
  ])
    expect(printed).toMatch(new RegExp(`http://harbor-finch\\.portal\\.localhost:${port}/${slug} +${email}`));
});

test("the sample firm is written into the folder that was named, every file of the contract", async () => {
  const files = await readdir(place.csvDir);
  for (const name of "companies contacts projects phases milestones people time_entries invoices tasks".split(" "))
    expect(files).toContain(`${name}.csv`);
});

test("a client signs in with the code from the mailbox and sees their projects", async () => {
  const cookie = await signIn("jane@acme.example");
  const page = await ask({ ...portals(), cookie }, "/acme");
  expect(page.status).toBe(200);
  expect(page.text).toContain("Headquarters lobby and reception renewal");
});

/** What the firm's admin reads at the office. */
async function readOffice(...paths: string[]): Promise<string[]> {
  const office = { port, host: "localhost" };
  const cookie = await signInAt(office, ADMIN, () => mailboxCode(port, ADMIN));
  const pages = await Promise.all(paths.map((path) => ask({ ...office, cookie }, path)));
  return pages.map(({ text }) => text);
}

/** How many updates a page of the office lists in each state. */
function updatesByState(text = ""): number[] {
  return ["Published", "In review", "Draft"].map((state) => text.split(`>${state}</td>`).length - 1);
}

test("the office has updates in every state and some months of answers, and a client reads theirs", async () => {
  const [updates, pulse] = await readOffice("/updates", "/pulse");
  expect(updatesByState(updates)).toEqual([3, 1, 1]);
  expect(pulse).toMatch(/Lindqvist.*Down from.*Keystone.*Up from/s);
  expect(pulse).toContain("Please call before it goes out again.");
  const soren = { ...portals(), cookie: await signIn("soren@lindqvist-okafor.example") };
  const library = await ask(soren, "/lindqvist-okafor-architects/projects/p-23");
  expect(library.text).toContain("Roof framing of the reading room");
  const [, photo = ""] = /<img[^>]+src="([^"]+\.webp)"/.exec(library.text) ?? [];
  expect((await ask(soren, photo)).status).toBe(200);
});

test("the owners' portals follow the firm's default, and the design teams' have templates of their own", async () => {
  const [defaults = ""] = await readOffice("/settings/client-portals/defaults");
  expect(defaults.replaceAll("\u00a0", " ")).toContain("7 portals follow this default; 6 have their own.");
});

test("a second start on the same data says so, says what to do, and stops", async () => {
  const other = { ...settings(), PORT: String(await freePort()) };
  const { code, stderr, stdout } = await runProgram(["demo", "--dir", place.csvDir], other);
  expect(code).toBe(1);
  expect(stderr).toContain(place.dataDir);
  expect(stderr).toContain(`process ${server.pid}`);
  expect(stderr).toContain("PROLENS_DATA");
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stdout).toBe("");
});

test("`portal list --json` is the register of the contract, one document on stdout", async () => {
  const { code, stdout } = await command("portal", "list", "--firm", "harbor-finch", "--json");
  expect(code).toBe(0);
  const { portals: listed } = json(stdout);
  expect(listed).toHaveLength(14);
  expect(listed).toContainEqual({
    company: { id: "c-12", name: "Acme Corp" },
    portal: "acme",
    address: `http://harbor-finch.portal.localhost:${port}/acme`,
    template: "owner",
    state: "open",
  });
  expect(listed).toContainEqual({
    company: { id: "c-40", name: "Brickyard Lofts LLC" },
    portal: null,
    address: null,
    template: null,
    state: "none",
  });
  expect(listed.find(({ portal }: { portal: string }) => portal === "keystone-obrien-sons-builders").template).toBe(
    "contractor",
  );
});

const diagnose = (email: string, ...door: string[]) =>
  command("diagnose", "--firm", "harbor-finch", "--email", email, ...door, "--json");

test("`diagnose` ends with 0 and the decision for somebody who gets in", async () => {
  const { code, stdout } = await diagnose("jane@acme.example", "--portal", "acme");
  expect(code).toBe(0);
  expect(json(stdout)).toMatchObject({
    outcome: "granted",
    cause: null,
    person: { email: "jane@acme.example" },
    firm: "harbor-finch",
    portal: "acme",
    company: { id: "c-12", name: "Acme Corp" },
    projects: { visible: 6, hidden: [{ id: "p-7", cause: "scope.status" }] },
  });
  const checks = json(stdout).steps.map(({ check }: { check: string }) => check);
  expect(checks).toEqual(["address", "identity", "connection", "contact", "company", "scope", "content"]);
});

test("`diagnose` ends with 3, the cause, a remedy and a reference for somebody who does not", async () => {
  const { code, stdout } = await diagnose("jane.doe@acme.example", "--portal", "acme");
  expect(code).toBe(3);
  const decision = json(stdout);
  expect(decision).toMatchObject({ outcome: "refused", cause: "who.email_differs", projects: { visible: 0 } });
  expect(decision.reference).toMatch(/^PL-[0-9A-Z]{4}-[0-9A-Z]{2}$/);
  const step = decision.steps.find(({ check }: { check: string }) => check === "contact");
  expect(step).toMatchObject({ verdict: "fail", cause: "who.email_differs" });
  expect(step.remedy.visitor).toBeTruthy();
  expect(step.remedy.firm).toContain("jane.doe@acme.example");
  expect(new Date(step.readAt).getTime()).toBeGreaterThan(0);
});

test("`diagnose` takes the address that somebody opened: a page of the portal, another client's, the office, another host", async () => {
  const origin = `http://harbor-finch.portal.localhost:${port}`;
  const at = async (url: string) => {
    const { code, stdout } = await diagnose("jane@acme.example", "--url", url);
    return [code, json(stdout).cause];
  };
  const answers = await Promise.all(
    [
      `${origin}/acme/projects/p-1`,
      `${origin}/keystone-obrien-sons-builders`,
      `http://localhost:${port}`,
      "https://portal.elsewhere.example/acme",
      `${origin}/nobody`,
    ].map(at),
  );
  expect(answers).toEqual([
    [0, null],
    [3, "door.other_clients_portal"],
    [3, "door.staff_url"],
    [3, "door.unknown_url"],
    [3, "door.unknown_url"],
  ]);
});

test("a folder that is away is “cannot tell” with exit code 4 for `diagnose` and `connection test`, and counts again once it is back", async () => {
  await rename(place.csvDir, `${place.csvDir} away`);
  try {
    const [answer, tested, listed] = await Promise.all([
      diagnose("jane@acme.example", "--portal", "acme"),
      command("connection", "test", "--firm", "harbor-finch", "--json"),
      command("portal", "list", "--firm", "harbor-finch", "--json"),
    ]);
    expect(answer.code).toBe(4);
    expect(json(answer.stdout)).toMatchObject({ outcome: "unavailable", cause: "psa.down" });
    expect(tested.code).toBe(4);
    expect(json(tested.stdout).fault).toBe("unavailable");
    expect(listed.code).toBe(4);
    expect(json(listed.stdout).portals).toHaveLength(13);
  } finally {
    await rename(`${place.csvDir} away`, place.csvDir);
  }
  expect((await diagnose("jane@acme.example", "--portal", "acme")).code).toBe(0);
});

test("`connection test` ends with 3 and names file, line and column of what needs mending, and with 0 once it is mended", async () => {
  const check = () => command("connection", "test", "--firm", "harbor-finch", "--json");
  const contacts = join(place.csvDir, "contacts.csv");
  const milestones = join(place.csvDir, "milestones.csv");
  const before = { contacts: await readFile(contacts, "utf8"), milestones: await readFile(milestones, "utf8") };
  const lines = before.milestones.trimEnd().split("\n");
  const bad: Record<string, string> = { id: "m-bad", project_id: "p-1", name: "Bad", due_date: "2026-02-30" };
  const row = (lines[0] ?? "").split(",").map((column) => bad[column] ?? "");
  try {
    await appendFile(milestones, `${row.join(",")}\n`);
    const broken = await check();
    expect(broken.code).toBe(3);
    const place = `milestones.csv, line ${lines.length + 1}, column due_date`;
    expect(json(broken.stdout).problems).toContainEqual({ place, message: expect.stringContaining("YYYY-MM-DD") });
    await writeFile(milestones, before.milestones);
    // The two people of the sample firm whom no mail could reach get an email.
    const reachable = before.contacts.replace("k-7,,", "k-7,hal@saltmarshschools.example,").replace("(at)", "@");
    await writeFile(contacts, reachable);
    const mended = await check();
    expect([mended.code, json(mended.stdout).problems]).toEqual([0, []]);
    expect(json(mended.stdout).counts).toContainEqual({ kind: "companies", rows: 14 });
  } finally {
    await writeFile(milestones, before.milestones);
    await writeFile(contacts, before.contacts);
  }
});

test("`reference` finds the decision behind the code that a refused person reads out, however they say it", async () => {
  const cookie = await signIn("jane.doe@acme.example");
  const refusal = await ask({ ...portals(), cookie }, "/acme");
  const reference = /PL-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(refusal.text)?.[0] ?? "";
  const [found, spoken, unknown, none] = await Promise.all([
    command("reference", reference, "--json"),
    command("reference", reference.toLowerCase().replaceAll("-", " ")),
    command("reference", reference === "PL-0000-00" ? "PL-1000-01" : "PL-0000-00"),
    command("reference", "hello"),
  ]);
  expect(found.code).toBe(0);
  expect(json(found.stdout)).toMatchObject({ reference, cause: "who.no_contact", asked: "acme" });
  expect([spoken.code, spoken.stdout.includes("jane.doe@acme.example")]).toEqual([0, true]);
  expect([unknown.code, none.code]).toEqual([2, 2]);
});

test("a portal is paused and resumed from the command line, and the very next load shows it", async () => {
  const cookie = await signIn("trent@pemivalley.example");
  const load = () => ask({ ...portals(), cookie }, "/pemi-valley-constructors");
  const aim = ["--firm", "harbor-finch", "--portal", "pemi-valley-constructors"];
  // Their only project opens at once.
  expect((await load()).location).toMatch(/^\/pemi-valley-constructors\/projects\//);
  expect(json((await command("portal", "pause", ...aim, "--json")).stdout)).toMatchObject({ state: "paused" });
  const paused = await load();
  expect([paused.status, paused.text.includes("This page is paused")]).toEqual([403, true]);
  expect((await command("portal", "resume", ...aim)).code).toBe(0);
  expect((await load()).status).toBe(302);
});

test("a firm, its connection and its portals are made from the command line beside the running server, which serves them at once", async () => {
  const made = await command(
    "firm",
    "create",
    "--slug",
    "quay",
    "--name",
    "Quay & Co",
    "--admin",
    "kim@quay.example",
    "--json",
  );
  expect([made.code, json(made.stdout).portals]).toEqual([0, `http://quay.portal.localhost:${port}`]);
  const added = await command("connection", "add", "--firm", "quay", "--kind", "csv", "--dir", place.csvDir);
  expect(added.code).toBe(0);
  const one = await command(
    "portal",
    "create",
    "--firm",
    "quay",
    "--company",
    "c-12",
    "--slug",
    "ours",
    "--template",
    "architect",
    "--json",
  );
  expect(json(one.stdout)).toMatchObject({
    created: [{ portal: "ours", template: "architect", state: "open" }],
    shows: null,
  });
  const rest = await command("portal", "create", "--firm", "quay", "--json");
  expect(json(rest.stdout).created).toHaveLength(12);
  const quay = { port, host: "quay.portal.localhost" };
  const cookie = await signInAt(quay, "linda.cho@acme.example", () => mailboxCode(port, "linda.cho@acme.example"));
  const page = await ask({ ...quay, cookie }, "/ours");
  expect(page.text).toContain("Quay &amp; Co");
  const again = await command("firm", "create", "--slug", "quay", "--name", "Other", "--admin", "kim@quay.example");
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining(`"quay"`)]);
});

test("wrong use ends with 2 and words on stderr", async () => {
  const wrong = [
    ["diagnose", "--firm", "harbor-finch"],
    ["diagnose", "--firm", "harbor-finch", "--email", "not an email"],
    ["diagnose", "--firm", "nobody", "--email", "jane@acme.example"],
    ["diagnose", "--firm", "harbor-finch", "--email", "jane@acme.example", "--url", "acme"],
    ["portal", "rotate", "--firm", "harbor-finch"],
    ["portal", "rotate", "--firm", "harbor-finch", "--portal", "acme", "--slug", "Not An Address"],
    ["portal", "create", "--firm", "harbor-finch", "--company", "c-12", "--template", "plumber"],
    ["connection", "add", "--firm", "harbor-finch", "--kind", "csv", "--dir", join(place.csvDir, "nowhere")],
    ["dance"],
    ["portal", "list", "--firm", "harbor-finch", "--loud"],
  ];
  const ends = await Promise.all(wrong.map((args) => command(...args)));
  expect(ends.map(({ code }) => code)).toEqual(wrong.map(() => 2));
  expect(ends.map(({ stdout }) => stdout)).toEqual(wrong.map(() => ""));
  for (const { stderr } of ends) expect(stderr).toMatch(/\S/);
});

test("the program explains itself, and each command, with --help", async () => {
  const helped = await Promise.all([["--help"], ["portal", "list", "--help"]].map((words) => command(...words)));
  expect(helped.map(({ code, stdout }) => [code, stdout.split("\n")[0]])).toEqual([
    [0, "Usage: prolens [options] [command]"],
    [0, "Usage: prolens portal list [options]"],
  ]);
});

test("after a stop nothing runs on, and the next start has kept everything: sessions, addresses and where the old ones lead", async () => {
  const cookie = await signIn("renee@tidewaterhousing.example");
  const aim = ["--firm", "harbor-finch", "--portal", "tidewater-housing-partners", "--slug", "tidewater"];
  const rotated = await command("portal", "rotate", ...aim, "--json");
  expect(json(rotated.stdout)).toMatchObject({ portal: "tidewater", company: { id: "c-16" } });
  const database = await readPostmasterPid(place.dataDir);
  expect(database).not.toBeNull();
  expect(await server.stop()).toBe(0);
  expect(await isPostgresIn(database ?? 0, join(place.dataDir, "postgres"))).toBe(false);
  expect(await readPostmasterPid(place.dataDir)).toBeNull();
  server = await startProgram(["demo", "--dir", place.csvDir], settings());
  const old = await ask({ ...portals(), cookie }, "/tidewater-housing-partners/projects/p-20");
  expect([old.status, old.location]).toEqual([303, "/tidewater/projects/p-20"]);
  const page = await ask({ ...portals(), cookie }, "/tidewater");
  expect([page.status, page.text.includes("renee@tidewaterhousing.example")]).toEqual([200, true]);
  expect(updatesByState((await readOffice("/updates"))[0])).toEqual([3, 1, 1]);
});

test("a database that was killed with the program comes back with everything acknowledged", async () => {
  const cookie = await signIn("ines@nunez-delacroix.example");
  await server.stop("SIGKILL");
  await killDatabase(place.dataDir);
  server = await startProgram(["demo", "--dir", place.csvDir], settings());
  expect((await ask({ ...portals(), cookie }, "/atelier-nunez-delacroix")).status).toBe(200);
});
