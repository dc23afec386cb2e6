// `prolens api-key` and `reference --now` beside a running demo, with the key used over HTTP.
import { expect, test, vi } from "vitest";
import { runProgram, useDemo } from "./program.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const demo = useDemo();
const command = (...args: string[]) => runProgram(args, demo.settings());
const firm = ["--firm", "harbor-finch"];

async function ask(key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`http://localhost:${demo.port}/api/v1/portals`, { headers })).status;
}

test("a key opens the API from when it is made to when it is revoked, and the list never shows it", async () => {
  const made = JSON.parse((await command("api-key", "create", ...firm, "--name", "CI", "--json")).stdout);
  expect(made).toEqual({ id: expect.any(String), name: "CI", key: expect.stringMatching(/^plk_/) });
  expect(await ask(made.key)).toBe(200);
  const listed = await command("api-key", "list", ...firm, "--json");
  expect(JSON.parse(listed.stdout).keys).toEqual([
    {
      id: made.id,
      name: "CI",
      createdBy: "command line",
      createdAt: expect.any(String),
      lastUsedAt: expect.any(String),
      revokedAt: null,
    },
  ]);
  expect(listed.stdout).not.toContain("plk_");
  expect((await command("api-key", "revoke", ...firm, "--id", made.id)).code).toBe(0);
  expect(await ask(made.key)).toBe(401);
  const wrong = [
    await command("api-key", "revoke", ...firm, "--id", made.id),
    await command("api-key", "revoke", ...firm, "--id", "none"),
    await command("api-key", "create", ...firm, "--name", " "),
  ];
  expect(wrong.map(({ code, stdout }) => [code, stdout])).toEqual(wrong.map(() => [2, ""]));
});

test("`reference --now` sets the stored decision beside the one of now", async () => {
  const asked = await command("diagnose", ...firm, "--email", "m.bell@mercypoint.example", "--json");
  const { reference } = JSON.parse(asked.stdout);
  const found = JSON.parse((await command("reference", reference, "--now", "--json")).stdout);
  expect(found).toMatchObject({ reference, cause: "who.inactive", now: { cause: "who.inactive", reference: null } });
  expect((await command("reference", reference, "--now")).stdout).toContain("\nNow: ");
  expect(JSON.parse((await command("reference", reference, "--json")).stdout)).not.toHaveProperty("now");
});
