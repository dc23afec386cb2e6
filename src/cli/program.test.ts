import { readdirSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { buildProgram } from "./program.ts";

const root = buildProgram(() => {});

function listCommands(command: Command, path: string): [string, Command][] {
  return [[path, command], ...command.commands.flatMap((one) => listCommands(one, `${path} ${one.name()}`.trim()))];
}

const commands = listCommands(root, "");

test("every command of the contract is there", () => {
  const contract = [
    ...["demo", "serve", "migrate", "firm create", "connection add", "connection test", "portal list", "portal create"],
    ...["portal rotate", "portal pause", "portal resume", "host set", "host check", "host live", "host remove"],
    ...["diagnose", "preflight", "reference", "api-key create", "api-key list", "api-key revoke"],
    ...["team list", "team add", "team remove"],
  ];
  expect(contract.filter((path) => !commands.some(([name]) => name === path))).toEqual([]);
});

test("every command stands in the README, and every guide does", () => {
  const readme = readFileSync("README.md", "utf8");
  const rows = readme.split("\n").filter((line) => line.startsWith("| `"));
  const isNamed = (path: string) =>
    rows.some((row) => path.split(" ").every((word) => row.split("|")[1]?.includes(word)));
  const leaves = commands.filter(([path, { commands: below }]) => path !== "start" && below.length === 0);
  expect(leaves.map(([path]) => path).filter((path) => !isNamed(path))).toEqual([]);
  const guides = readdirSync("docs/guides").filter((guide) => !readme.includes(`(docs/guides/${guide})`));
  expect(guides).toEqual([]);
});

test("every command says what it does and what each of its options means", () => {
  const silent = commands.filter(
    ([, command]) => command.description() === "" || command.options.some(({ description }) => !description),
  );
  expect(silent.map(([path]) => path)).toEqual([]);
  for (const [path, command] of commands)
    expect(command.helpInformation()).toContain(`Usage: prolens ${path}`.trimEnd());
});

test("every command that lists or checks answers in JSON too", () => {
  const serving = ["start", "demo", "serve", "migrate"];
  const without = commands.filter(
    ([path, command]) =>
      command.commands.length === 0 &&
      !serving.includes(path) &&
      !command.options.some(({ long }) => long === "--json"),
  );
  expect(without.map(([path]) => path)).toEqual([]);
});
