// A host of the firm's own, from the command line beside the running server.
import { expect, test, vi } from "vitest";
import { ask, runProgram, useDemo } from "./program.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const demo = useDemo();
const FIRM = ["--firm", "harbor-finch"];
const host = (...args: string[]) => runProgram(["host", ...args], demo.settings());
const json = (text: string) => JSON.parse(text);

test("is named, checked, set live and removed, and says at every step what to do next", async () => {
  const name = "projects.firm.invalid";
  const own = `${name}:${demo.port}`;
  expect(await host("check", ...FIRM)).toMatchObject({ code: 2, stdout: "" });
  const set = await host("set", ...FIRM, "--host", own.toUpperCase());
  expect(set).toMatchObject({ code: 0, stdout: expect.stringContaining(`${own} is pending.`) });
  expect(set.stdout).toContain("prolens host check --firm harbor-finch");

  const checked = await host("check", ...FIRM, "--json");
  expect(checked.code).toBe(3);
  expect(json(checked.stdout)).toMatchObject({
    host: own,
    state: "pending",
    isReady: false,
    steps: [{ step: "name", isOk: false, found: expect.stringContaining("none") }],
  });

  expect(json((await host("live", ...FIRM, "--json")).stdout)).toMatchObject({
    state: "live",
    portals: `http://${own}`,
  });
  const page = await ask({ port: demo.port, host: name }, "/acme");
  expect([page.status, page.text.includes("See your projects")]).toEqual([200, true]);
  const list = await runProgram(["portal", "list", ...FIRM, "--json"], demo.settings());
  expect(json(list.stdout).portals[0].address).toMatch(new RegExp(`^http://${own}/`));

  expect((await host("remove", ...FIRM)).stdout).toContain(`${own} is removed.`);
  expect(await host("remove", ...FIRM)).toMatchObject({ code: 2 });
});

test.each(["localhost", "https://portal.firm.com", "harbor-finch.portal.localhost", "10.0.0.1", ""])(
  "%j is wrong use",
  async (wrong) => {
    const end = await host("set", ...FIRM, "--host", wrong);
    expect([end.code, end.stdout]).toEqual([2, ""]);
    expect(end.stderr).toContain("is no host of a firm's own");
  },
);
