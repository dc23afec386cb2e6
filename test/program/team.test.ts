// `prolens team` beside a running demo.
import { expect, test, vi } from "vitest";
import { runProgram, useDemo } from "./program.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ADMIN = "office@harbor-finch.example";
const MAYA = "maya@studio.example";

const demo = useDemo();
const team = (does: string, ...args: string[]) =>
  runProgram(["team", does, "--firm", "harbor-finch", ...args], demo.settings());

test("somebody is added, given another role, listed and removed", async () => {
  const added = await team("add", "--email", "Maya@Studio.example", "--role", "member", "--json");
  expect([added.code, JSON.parse(added.stdout)]).toEqual([0, { email: MAYA, role: "member", change: "added" }]);
  const changed = await team("add", "--email", MAYA, "--role", "viewer");
  expect([changed.code, changed.stdout]).toEqual([0, `${MAYA}: viewer\n`]);
  const listed = JSON.parse((await team("list", "--json")).stdout).team;
  expect(listed).toContainEqual({ email: MAYA, role: "viewer", addedAt: expect.any(String) });
  expect(listed).toContainEqual({ email: ADMIN, role: "admin", addedAt: expect.any(String) });
  expect((await team("list")).stdout).toMatch(/^EMAIL +ROLE +ADDED\n/);
  expect((await team("remove", "--email", MAYA)).stdout).toBe(`${MAYA}: removed\n`);
  expect((await team("list")).stdout).not.toContain(MAYA);
});

test.each([
  ["remove", ["--email", ADMIN], "is the only admin"],
  ["add", ["--email", ADMIN, "--role", "viewer"], "is the only admin"],
  ["remove", ["--email", "nobody@studio.example"], "is not in the team"],
  ["add", ["--email", MAYA, "--role", "owner"], "admin, member, viewer"],
  ["add", ["--email", "maya", "--role", "member"], "is no email address"],
])("%s %j is wrong use, and says why", async (does, args, why) => {
  const end = await team(does, ...args);
  expect([end.code, end.stdout]).toEqual([2, ""]);
  expect(end.stderr).toContain(why);
});
