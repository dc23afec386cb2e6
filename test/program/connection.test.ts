// `prolens connection` and `prolens portal link` beside a running demo, with a stand-in for Productive that holds the same firm.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
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
const connection = (...args: string[]) => run(["connection", ...args]);
const asJson = async (end: ReturnType<typeof run>) => JSON.parse((await end).stdout);
const add = ["connection", "add", "--kind", "productive", "--organization"];

test("a token is tried before it is stored, and a folder that is not there is wrong use", async () => {
  const wrong = await run([...add, "90210"], "1234.CANARY.wrong");
  expect([wrong.code, wrong.stdout]).toEqual([3, expect.stringContaining("Refused: ")]);
  const elsewhere = await run([...add, "777"]);
  expect([elsewhere.code, elsewhere.stdout]).toEqual([3, expect.stringContaining("not the organisation 777")]);
  const missing = await connection("add", "--kind", "csv", "--dir", "/nowhere");
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("there is no folder /nowhere")]);
  expect((await connection("review")).code).toBe(2);
});

test("another PSA waits beside the folder, is reviewed, and can be given up", async () => {
  expect(await asJson(run([...add, "90210", "--json"]))).toEqual({ firm: "harbor-finch", state: "pending" });
  const review = await connection("review");
  expect(review.stdout).toContain("Switch from CSV files to Productive?");
  expect(review.stdout).toMatch(/To switch: prolens connection switch --firm harbor-finch --seen [0-9a-f]{32}/);
  expect((await connection("switch", "--seen", "0")).code).toBe(3);
  expect(await asJson(connection("keep", "--json"))).toEqual({ firm: "harbor-finch", dropped: true });
  expect(await asJson(connection("keep", "--json"))).toEqual({ firm: "harbor-finch", dropped: false });
});

test("it takes over as it was reviewed; the portal that stays closed is linked later; it is tested, ended and comes back", async () => {
  const isOther = ({ id }: { id: string }) => id !== "c-12";
  standIn.setRecords({ ...records, companies: records.companies.filter(isOther) });
  await run([...add, "90210"]);
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
