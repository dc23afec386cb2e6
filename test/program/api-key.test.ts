// `prolens api-key` and `reference --now` beside a running demo, with the key used over HTTP.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "../support/free-port.ts";
import { ensureBuilt, makePlace, runProgram, type Server, startProgram } from "./program.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let place: Awaited<ReturnType<typeof makePlace>>;
let server: Server;
let port: string;
const command = (...args: string[]) => runProgram(args, { PROLENS_DATA: place.dataDir, PORT: port });
const firm = ["--firm", "harbor-finch"];

beforeAll(async () => {
  await ensureBuilt();
  place = await makePlace();
  port = String(await freePort());
  server = await startProgram(["demo", "--dir", place.csvDir], { PROLENS_DATA: place.dataDir, PORT: port });
});
afterAll(async () => {
  await server?.stop();
  await place?.drop();
});

async function ask(key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`http://localhost:${port}/api/v1/portals`, { headers })).status;
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
