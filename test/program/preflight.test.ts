// `prolens preflight` beside a running demo: what people read, what scripts read, and how it ends.
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runProgram, useDemo } from "./program.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const demo = useDemo();
const preflight = (...args: string[]) => runProgram(["preflight", "--firm", "harbor-finch", ...args], demo.settings());

test("people read the counts and what mends each problem; problems end it with 3", async () => {
  const { code, stdout, stderr } = await preflight();
  expect(code).toBe(3);
  expect(stderr).toBe("");
  expect(stdout).toContain("27 get in · 1 sees an empty page · 3 are stopped · 1 belongs to no company\n");
  expect(stdout).toContain("What to do: In contacts.csv, set archived to false in the row of Marcus Bell");
});

test("scripts read one document: each portal with its contacts, outcome, cause and number of projects", async () => {
  const { code, stdout } = await preflight("--json");
  expect(code).toBe(3);
  const { portals } = JSON.parse(stdout);
  const contactsAt = (slug: string) => portals.find(({ portal }: { portal: string }) => portal === slug)?.contacts;
  expect(contactsAt("acme")).toContainEqual(
    expect.objectContaining({ email: "jane@acme.example", outcome: "granted", cause: null, projects: 6 }),
  );
  expect(contactsAt("mercy-point-hospital-trust")).toContainEqual(
    expect.objectContaining({
      email: "m.bell@mercypoint.example",
      outcome: "refused",
      cause: "who.inactive",
      projects: 0,
    }),
  );
});

test("a portal that everybody gets into ends it with 0", async () => {
  const { code, stdout } = await preflight("--portal", "acme", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).portals.map(({ portal }: { portal: string }) => portal)).toEqual(["acme"]);
});

test("a table for a spreadsheet goes to stdout as it is", async () => {
  const { stdout } = await preflight("--portal", "acme", "--csv");
  const [header, jane] = stdout.split("\r\n");
  expect(header).toMatch(/^portal,company,contact,email,outcome,cause,projects,/);
  expect(jane).toBe("acme,Acme Corp,Jane Doe,jane@acme.example,granted,,6,,,");
});

test("wrong use is told: an address that is none, two forms at once", async () => {
  const unknown = await preflight("--portal", "nope");
  expect([unknown.code, unknown.stdout]).toEqual([2, ""]);
  expect(unknown.stderr).toContain('no portal of Harbor & Finch has the current address "nope"');
  expect((await preflight("--json", "--csv")).code).toBe(2);
});

test("a PSA that does not answer ends it with 4, and nobody counts as stopped", async () => {
  const [file, away] = [join(demo.place.csvDir, "contacts.csv"), join(demo.place.csvDir, "away.csv")];
  await rename(file, away);
  const { code, stdout } = await preflight("--json");
  const said = await preflight();
  await rename(away, file);
  expect([code, said.code]).toEqual([4, 4]);
  expect(said.stdout).toMatch(/^Who gets in cannot be told: the PSA does not answer \(.*\nWhat to do: /);
  expect(said.stdout).not.toContain("get in ");
  expect(JSON.parse(stdout)).toMatchObject({ portals: [], trouble: { cause: "psa.down" } });
});
