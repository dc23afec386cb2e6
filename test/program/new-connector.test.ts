// A newcomer's first minute with another vendor: what the generator writes, and what it refuses to write over.
import { execFile, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { smallFirm } from "../../demo/stand-ins/testing/small-firm.ts";
import { getJson } from "../../src/connectors/http/get-json.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { questions } from "../contracts/ask-connector.ts";
import { TestClock } from "../support/test-clock.ts";

vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL("../..", import.meta.url));
const parts = ["bin", "src", "demo/stand-ins", "test/contracts", "test/support", "docs/guides"];
const settings = ["package.json", "tsconfig.json", "biome.json", ".gitignore"];
const written = [
  ...["adapter", "client", "map", "not-written", "wire"].map((file) => `src/connectors/zeno-works/${file}.ts`),
  ...["demo/stand-ins/zeno-works/stand-in.ts", "test/contracts/zeno-works.test.ts", "docs/guides/zeno-works.md"],
];

let tree: string;
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "prolens-connector-"));
  for (const path of [...parts, ...settings]) cpSync(join(root, path), join(tree, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function generate(...names: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/new-connector.js", ...names], {
    cwd: tree,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function filesOf(): string[] {
  return parts.flatMap((part) =>
    readdirSync(join(tree, part), { recursive: true, encoding: "utf8" }).map((path) => join(part, path)),
  );
}

test.each([
  ["no name", [], /give one name/],
  ["two names", ["zeno", "works"], /give one name/],
  ["capitals", ["ZenoWorks"], /small letters/],
  ["a path", ["../zeno"], /small letters/],
  ["a digit first", ["7zeno"], /small letters/],
  ["a dash at the end", ["zeno-"], /small letters/],
  ["a connector that is there", ["harvest"], /taken: src\/connectors\/harvest/],
  ["what connectors share", ["http"], /taken: src\/connectors\/http/],
  ["a guide that is there", ["branding"], /taken: docs\/guides\/branding\.md/],
  ["the test of the PSA in memory", ["memory"], /taken: test\/contracts\/memory\.test\.ts/],
])("%s is refused in one sentence, and nothing is written", (_what, names, sentence) => {
  const before = filesOf();
  const { status, stdout, stderr } = generate(...names);
  expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  expect(stderr).toMatch(sentence);
  expect(filesOf()).toEqual(before);
});

test("a connector begins with files that compile and pass lint, that no firm can reach, and that say what to write", async () => {
  const before = new Set(filesOf());
  const { status, stdout, stderr } = generate("zeno-works");
  expect([status, stderr]).toEqual([0, ""]);
  const added = filesOf().filter((path) => !before.has(path) && path.includes("."));
  expect(added.sort()).toEqual([...written].sort());
  for (const path of written) {
    expect(stdout).toContain(path);
    expect(readFileSync(join(tree, path), "utf8")).not.toMatch(/new.?vendor/i);
  }
  expect(vendorKinds).not.toContain("zeno-works");
  const [types, lint] = await Promise.all([compile(), run("biome", ["check", ...sources])]);
  expect([types, lint.code]).toEqual(["", 0]);
  const { startZenoWorksStandIn } = await import(join(tree, "demo/stand-ins/zeno-works/stand-in.ts"));
  const began = startZenoWorksStandIn({ records: smallFirm(), account: { id: "1", name: "Zeno" }, token: "a-token" });
  await expect(began).rejects.toThrow(/^Not written yet: demo\/stand-ins\/zeno-works\/stand-in\.ts, makers: companies/);
  const { createZenoWorksConnector } = await import(join(tree, "src/connectors/zeno-works/adapter.ts"));
  const vendor = { clock: new TestClock(), origin: "http://127.0.0.1:1", send: getJson, token: () => "a-token" };
  const asked = questions(createZenoWorksConnector(vendor, "1"), {
    signal: AbortSignal.timeout(1_000),
    isUrgent: true,
  });
  for (const ask of asked)
    await expect(async () => ask()).rejects.toThrow(/^Not written yet: src\/connectors\/zeno-works/);
});

test("what is written already is never written over", () => {
  const path = join(tree, "src/connectors/zeno-works/map.ts");
  expect(existsSync(path)).toBe(true);
  writeFileSync(path, "// a day's work\n");
  expect(generate("zeno-works")).toMatchObject({ status: 2, stdout: "" });
  expect(readFileSync(path, "utf8")).toBe("// a day's work\n");
});

const sources = written.filter((path) => path.endsWith(".ts"));

/** What the compiler says to them. */
async function compile(): Promise<string> {
  const config = { extends: "./tsconfig.json", include: [], files: sources };
  writeFileSync(join(tree, "tsconfig.written.json"), JSON.stringify(config));
  return (await run("tsc", ["--noEmit", "-p", "tsconfig.written.json"])).output;
}

async function run(program: string, args: string[]): Promise<{ code: number; output: string }> {
  const path = join(tree, "node_modules/.bin", program);
  try {
    const { stdout, stderr } = await promisify(execFile)(path, args, { cwd: tree });
    return { code: 0, output: `${stdout}${stderr}`.trim() };
  } catch (err) {
    if (!(err instanceof Error && "stdout" in err && "stderr" in err && "code" in err)) throw err;
    return { code: Number(err.code), output: `${err.stdout}${err.stderr}`.trim() };
  }
}
