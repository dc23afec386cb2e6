import { describe, expect, test } from "vitest";
import { listSourceFiles, type SourceFile } from "./source-files.ts";

/** Which folders a folder may import from, beside itself. What is not listed is not allowed. */
const mayImport: Record<string, string[]> = {
  lib: [],
  domain: ["lib"],
  config: ["domain", "lib"],
  ui: ["lib"],
  access: ["domain", "lib"],
  connectors: ["domain", "lib"],
  tenancy: ["domain", "lib"],
  mail: ["pictures", "ui", "domain", "lib"],
  pictures: ["domain", "lib"],
  http: ["ui", "domain", "lib"],
  data: ["access", "domain", "lib"],
  psa: ["access", "connectors", "domain", "lib"],
  identity: ["data", "http", "mail", "ui", "domain", "lib"],
  commands: ["data", "connectors", "mail", "domain", "lib"],
  diagnosis: ["access", "connectors", "data", "psa", "tenancy", "domain", "lib"],
  switching: ["access", "connectors", "data", "diagnosis", "psa", "domain", "lib"],
  jobs: ["access", "commands", "connectors", "data", "diagnosis", "mail", "psa", "domain", "lib"],
  portal: ["access", "commands", "data", "http", "identity", "mail", "psa", "ui", "domain", "lib"],
  office: [
    ...["access", "commands", "connectors", "data", "diagnosis", "http", "identity", "mail", "pictures", "psa"],
    ...["switching", "tenancy", "ui", "domain", "lib"],
  ],
  preview: ["access", "commands", "data", "domain", "http", "lib", "office", "portal", "psa", "ui"],
  api: ["access", "commands", "data", "diagnosis", "http", "identity", "psa", "tenancy", "domain", "lib"],
};

/** The wiring may import everything. */
const wiring = /^src\/(?:app\.tsx|app-parts\.ts|job-parts\.ts|main\.ts|server\.ts|cli\.ts|cli\/)/;

const files = listSourceFiles();
const isTest = ({ path }: SourceFile) => /\.test\.tsx?$/.test(path);
const production = files.filter((file) => !isTest(file) && !wiring.test(file.path));
const folderOf = (path: string) => path.split("/")[1] ?? "";

test("imports go one way only", () => {
  const wrong = production.flatMap(({ path, imports }) =>
    imports
      .filter((target) => target.startsWith("src/"))
      .filter((target) => folderOf(target) !== folderOf(path) && !mayImport[folderOf(path)]?.includes(folderOf(target)))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("the check can fail: every folder is known, and an upward import is noticed", () => {
  const folders = new Set(production.map(({ path }) => folderOf(path)));
  expect([...folders].filter((folder) => mayImport[folder] === undefined)).toEqual([]);
  expect(mayImport.access).not.toContain("data");
  expect(
    files.some(
      ({ path, imports }) => path === "src/access/decide.ts" && imports.includes("src/access/checks/company.ts"),
    ),
  ).toBe(true);
});

test("vendors never import each other, only what they share", () => {
  const vendorOf = (path: string) => /^src\/connectors\/(?!http\/)([^/]+)\//.exec(path)?.[1];
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => vendorOf(path) && vendorOf(target) && vendorOf(target) !== vendorOf(path))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

describe("what belongs in one place stays there", () => {
  const only = (what: string, where: RegExp, pattern: RegExp) =>
    test(`${what} only in ${where.source}`, () => {
      const found = production
        .filter(({ path, text }) => pattern.test(text) && !where.test(path))
        .map(({ path }) => path);
      expect(found).toEqual([]);
    });
  // Besides, two hand some of it on to programs of their own.
  only("the environment is read", /^src\/(?:data\/embedded\/|pictures\/draw-apart\.ts$)/, /process\.env/);
  only("SQL is spoken", /^src\/(?:data|commands)\//, /from "drizzle-orm|from "pg"/);
  only("a proof of access is made", /^src\/access\/granted\.ts$/, /as Granted</);
  only(
    "the time is asked",
    /^src\/(?:lib\/clock\.ts|data\/embedded\/|connectors\/csv\/)/,
    /Date\.now\(\)|new Date\(\)/,
  );
  only("HTTP is asked of the framework", /^src\/(?:http|identity|portal|office|api)\//, /from "hono|from "@hono/);
});

test("the forms of the pages that a preview shows can be made inert", () => {
  const found = production.filter(
    ({ path, text }) => /^src\/portal\/(?:home|project)\//.test(path) && /<form|<PostButton/.test(text),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test("the decision is pure: access imports no library and no I/O", () => {
  const outside = production
    .filter(({ path }) => folderOf(path) === "access")
    .flatMap(({ path, imports }) =>
      imports.filter((target) => !target.startsWith("src/")).map((target) => `${path} → ${target}`),
    );
  expect(outside).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  const long = files.filter((file) => !isTest(file) && file.text.split("\n").length > 301).map(({ path }) => path);
  expect(long).toEqual([]);
});

/** What a component shows is said by the model that it is given. */
const component = /^export function [A-Z]/;

test("every exported function says in a comment what it promises, but components", () => {
  const mute = files
    .filter((file) => !isTest(file))
    .flatMap(({ path, text }) => {
      const lines = text.split("\n");
      const begins = lines.filter((line, place) => isExported(line) && !lines[place - 1]?.trimEnd().endsWith("*/"));
      return begins
        .filter((line) => !(path.endsWith(".tsx") && component.test(line)))
        .map((line) => `${path}: ${line}`);
    });
  expect(mute).toEqual([]);
});

function isExported(line: string): boolean {
  return /^export (?:async )?function\b/.test(line);
}
