// `serve` as an operator runs it: everything said by the environment, PostgreSQL and mail of their own.
import { randomBytes, randomUUID } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from "vitest";
import { copySampleFolder } from "../journeys/stage.ts";
import { databaseUrl } from "../support/database-url.ts";
import { freePort } from "../support/free-port.ts";
import { codeIn, startMailCatcher } from "../support/mail-catcher.ts";
import { asOwner } from "../support/test-database.ts";
import { ask, ensureBuilt, makePlace, runProgram, signInAt, startProgram } from "./program.ts";

// Each command is a process of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeAll(ensureBuilt);

let place: Awaited<ReturnType<typeof makePlace>>;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.drop());

test("`serve` names everything that is wrong or missing at once, shows no value, and ends with 2", async () => {
  const { code, stderr, stdout } = await runProgram(["serve"], {
    PROLENS_DATA: place.dataDir,
    DATABASE_URL: "mysql://somebody:hunter2@db.example/prolens",
    PORT: "ninety",
    OFFICE_URL: "office.secret.example",
    MAIL_FROM: "hunter3",
  });
  expect(code).toBe(2);
  for (const name of ["DATABASE_URL", "PORT", "OFFICE_URL", "MAIL_FROM", "SMTP_URL", "PROLENS_MASTER_KEY"])
    expect(stderr).toMatch(new RegExp(`^ +${name} `, "m"));
  expect(stderr).not.toMatch(/hunter|somebody|ninety|secret/);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stdout).toBe("");
});

test("`serve` with nothing set asks for mail and the key before it touches anything", async () => {
  const { code, stderr } = await runProgram(["serve"], { PROLENS_DATA: place.dataDir });
  expect(code).toBe(2);
  expect(stderr).toContain("SMTP_URL is missing");
  expect(stderr).toContain("MAIL_FROM is missing");
  expect(stderr).toContain("PROLENS_MASTER_KEY is missing");
});

test("on a PostgreSQL and a mail server of its own the program migrates, is set up by commands, serves, and stops cleanly", async () => {
  const mails = await startMailCatcher();
  const csv = await copySampleFolder();
  const url = await makeDatabase();
  onTestFinished(async () => {
    await mails.stop();
    await csv.drop();
  });
  const port = String(await freePort());
  const settings = {
    PORT: port,
    PROLENS_DATA: place.dataDir,
    DATABASE_URL: url,
    SMTP_URL: mails.smtpUrl,
    MAIL_FROM: "portal@harbor-finch.example",
    PROLENS_MASTER_KEY: randomBytes(32).toString("base64"),
  };
  const command = (...args: string[]) => runProgram(args, settings);
  const early = await command("serve");
  expect([early.code, early.stderr]).toEqual([1, expect.stringContaining("prolens migrate")]);
  expect((await command("migrate")).code).toBe(0);
  expect((await command("migrate")).code).toBe(0);
  await command("firm", "create", "--slug", "quay", "--name", "Quay & Söhne", "--admin", "kim@quay.example");
  await command("connection", "add", "--firm", "quay", "--kind", "csv", "--dir", csv.dir);
  const made = await command("portal", "create", "--firm", "quay", "--json");
  expect(JSON.parse(made.stdout).created).toHaveLength(13);
  const server = await startProgram(["serve"], settings);
  try {
    const quay = { port, host: "quay.portal.localhost" };
    const email = "jane@acme.example";
    const cookie = await signInAt(quay, email, async () => codeIn(mails.newestTo(email).mail.text ?? ""));
    expect(mails.newestTo(email).mail.from).toMatchObject({ name: "Quay & Söhne" });
    const page = await ask({ ...quay, cookie }, "/acme");
    expect([page.status, page.text.includes("Boiler plant MEP retrofit")]).toEqual([200, true]);
    // No development mailbox: the path is a wrong one like any other, and leads to the sign-in.
    const wrong = await ask({ port, host: "localhost" }, "/mailbox");
    expect([wrong.status, wrong.text.includes("Sign in to your firm’s office")]).toEqual([200, true]);
    expect(wrong.text).not.toContain(email);
    const beside = await command("diagnose", "--firm", "quay", "--email", email, "--portal", "acme", "--json");
    expect([beside.code, JSON.parse(beside.stdout).outcome]).toEqual([0, "granted"]);
    expect(server.stdout()).toContain("your own PostgreSQL");
    for (const line of server.stderr().trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
    expect(server.stderr()).not.toContain(mails.newestTo(email).mail.text ?? "?");
    // A browser opens connections ahead of need; an idle one must not hold up the end.
    const idle = connect(Number(port), "127.0.0.1").on("error", () => {});
    await new Promise((resolve) => idle.once("connect", resolve));
    const cut = new Promise((resolve) => idle.once("close", resolve));
    const [exitCode] = await Promise.all([server.stop(), cut]);
    expect(exitCode).toBe(0);
    idle.destroy();
  } finally {
    await server.stop();
  }
});

test("a port that is taken is said in words, with exit code 1", async () => {
  const mails = await startMailCatcher();
  onTestFinished(() => mails.stop());
  const url = await makeDatabase();
  const settings = {
    PORT: new URL(mails.smtpUrl).port,
    PROLENS_DATA: place.dataDir,
    DATABASE_URL: url,
    SMTP_URL: mails.smtpUrl,
    MAIL_FROM: "portal@harbor-finch.example",
    PROLENS_MASTER_KEY: randomBytes(32).toString("base64"),
  };
  await runProgram(["migrate"], settings);
  const { code, stderr } = await runProgram(["serve"], settings);
  expect(code).toBe(1);
  expect(stderr).toContain("the port is in use by another program; set PORT to a free one");
});

test("a database that does not answer is a fault in words, without the password", async () => {
  const settings = {
    PROLENS_DATA: place.dataDir,
    DATABASE_URL: `postgres://a:hunter2@127.0.0.1:${await freePort()}/x`,
  };
  const { code, stderr } = await runProgram(["portal", "list", "--firm", "quay", "--json"], settings);
  expect(code).toBe(1);
  expect(stderr).toMatch(/\S/);
  expect(stderr).not.toContain("hunter2");
  expect(stderr).not.toMatch(/^ +at /m);
});

/** An empty database on the test server, of an owner who may no more than an operator's; gone after the test. */
async function makeDatabase(): Promise<string> {
  const { url, ownerUrl } = inject("testServer");
  const name = `prolens_test_${randomUUID().replaceAll("-", "")}`;
  await asOwner(url, `CREATE DATABASE ${name} OWNER ${new URL(ownerUrl).username}`);
  onTestFinished(async () => {
    await asOwner(url, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return databaseUrl(ownerUrl, name);
}
