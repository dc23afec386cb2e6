// The program `prolens`: commands, their options, and how they end.
import { Command, CommanderError } from "commander";
import { type Answer, type ExitCode, exitCodes, printAnswer, WrongUse } from "./cli/answer.ts";
import { apiKeyCreate, apiKeyList, apiKeyRevoke } from "./cli/api-key.ts";
import { type CommandContext, withStorage } from "./cli/context.ts";
import { describeDemo, startDemo } from "./cli/demo.ts";
import { diagnose } from "./cli/diagnose.ts";
import { connectionAdd, connectionTest, firmCreate } from "./cli/firm.ts";
import { hostCheck, hostLive, hostRemove, hostSet } from "./cli/host.ts";
import { type PortalTarget, portalCreate, portalList, portalRotate, portalState } from "./cli/portal.ts";
import { preflightCommand } from "./cli/preflight.ts";
import { type ReferenceOptions, showReference } from "./cli/reference.ts";
import { type Config, ConfigFault, readConfig } from "./config/config.ts";
import { DataDirectoryInUse, EmbeddedDatabaseError } from "./data/embedded/errors.ts";
import { DatabaseTooOld, migrateDatabase } from "./data/migrate.ts";
import { openStorage, StorageNotReady } from "./data/open-storage.ts";
import { RoleTooPowerful } from "./data/program-role.ts";
import { invariant } from "./lib/invariant.ts";
import { type SafeError, safeError } from "./lib/safe-error.ts";
import { type Running, run } from "./main.ts";

let exitCode: ExitCode = exitCodes.done;

/** Faults whose message is written for the person at the keyboard. */
const plainFaults = [
  ConfigFault,
  DatabaseTooOld,
  RoleTooPowerful,
  DataDirectoryInUse,
  EmbeddedDatabaseError,
  StorageNotReady,
];

try {
  await program().parseAsync();
} catch (err) {
  exitCode = report(err);
}
process.exitCode = exitCode;

function program(): Command {
  const root = new Command("prolens").description("Client portals for architecture and engineering firms.");
  root.exitOverride().configureOutput({ outputError: (text, write) => write(text) });
  addServing(root);
  addFirm(root);
  addPortal(root);
  addHost(root);
  addLooking(root);
  addApiKey(root);
  return root;
}

function addServing(root: Command): void {
  root
    .command("start", { hidden: true })
    .description("what `npm start` runs: serve when DATABASE_URL is set, otherwise the demo")
    .action(() => (process.env.DATABASE_URL ? serve() : demo({})));
  root
    .command("demo")
    .description("the sample firm on embedded storage, read live from a CSV folder")
    .option("--dir <folder>", "the CSV folder; written with the sample firm when it is empty")
    .action(demo);
  root.command("serve").description("the server, configured by environment").action(serve);
  root.command("migrate").description("brings the database to this version").action(migrate);
}

function addFirm(root: Command): void {
  const firm = root.command("firm").description("the firms on this installation");
  answering(firm.command("create"), firmCreate, { mayCreate: true })
    .description("a firm and its first admin")
    .requiredOption("--slug <slug>", "the firm's part of its portals' host")
    .requiredOption("--name <name>", "the firm's name, as clients read it")
    .requiredOption("--admin <email>", "who signs in first");
  const connection = root.command("connection").description("how a firm's PSA is read");
  answering(connection.command("add"), connectionAdd)
    .description("connects a PSA, in place of the one before")
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--kind <kind>", "csv")
    .option("--dir <folder>", "the folder with the CSV files");
  answering(connection.command("test"), connectionTest)
    .description("reads the PSA once and reports")
    .requiredOption("--firm <slug>", "which firm");
}

function addPortal(root: Command): void {
  const portal = root.command("portal").description("the register of portal addresses");
  const aimed = (command: Command) =>
    command
      .requiredOption("--firm <slug>", "which firm")
      .option("--company <id>", "the company's id in the PSA")
      .option("--portal <slug>", "the portal's current address");
  answering(portal.command("list"), portalList)
    .description("every client company with its address")
    .requiredOption("--firm <slug>", "which firm");
  answering(portal.command("create"), portalCreate)
    .description("portals for all companies that have none, or for one")
    .requiredOption("--firm <slug>", "which firm")
    .option("--company <id>", "only this company")
    .option("--slug <slug>", "the address to use; with --company")
    .option("--template <template>", "owner, architect, engineer or contractor; without it the firm’s default");
  aimed(answering(portal.command("rotate"), portalRotate))
    .description("a new address; the one so far leads on")
    .option("--slug <slug>", "the new address");
  aimed(
    answering(portal.command("pause"), (context, options: PortalTarget) => portalState(context, options, "paused")),
  ).description("closes a portal for a while");
  aimed(
    answering(portal.command("resume"), (context, options: PortalTarget) => portalState(context, options, "open")),
  ).description("opens it again");
}

function addHost(root: Command): void {
  const host = root.command("host").description("a host of the firm's own for its portals");
  answering(host.command("set"), hostSet)
    .description("names it; nothing changes for clients yet")
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--host <host>", "such as portal.firm.com");
  answering(host.command("check"), hostCheck)
    .description("does its name lead here, and do we answer under it")
    .requiredOption("--firm <slug>", "which firm");
  answering(host.command("live"), hostLive)
    .description("portals open there too, and links name it")
    .requiredOption("--firm <slug>", "which firm");
  answering(host.command("remove"), hostRemove)
    .description("back to the built-in host alone")
    .requiredOption("--firm <slug>", "which firm");
}

function addLooking(root: Command): void {
  answering(root.command("diagnose"), diagnose)
    .description("would this person get in at this door, now, and why")
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--email <email>", "the person's email")
    .option("--url <address>", "the address they opened")
    .option("--portal <slug>", "the portal's address, instead of --url");
  answering(root.command("preflight"), preflightCommand)
    .description("every contact of every portal: who would get in, who would not, and why")
    .requiredOption("--firm <slug>", "which firm")
    .option("--portal <slug>", "only the portal at this address")
    .option("--csv", "a file for a spreadsheet on stdout");
  root
    .command("reference <code...>")
    .description("the stored decision behind a reference")
    .option("--firm <slug>", "which firm gave it out")
    .option("--now", "also how it would be decided now")
    .option("--json", "one JSON document on stdout")
    .action(async (code: string[], { json, ...options }: ReferenceOptions & { json?: boolean }) => {
      exitCode = printAnswer(
        await withStorage((context) => showReference(context, code.join(" "), options)),
        json === true,
      );
    });
}

function addApiKey(root: Command): void {
  const key = root.command("api-key").description("keys for the HTTP API");
  answering(key.command("create"), apiKeyCreate)
    .description("a new key; it is shown once")
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--name <name>", "what it is for");
  answering(key.command("list"), apiKeyList)
    .description("every key, who made it and when it was last used")
    .requiredOption("--firm <slug>", "which firm");
  answering(key.command("revoke"), apiKeyRevoke)
    .description("ends a key at once")
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--id <id>", "the key's id, as `list` shows it");
}

/** A command that opens storage, works out an answer and prints it, for people or as JSON. */
function answering<Options>(
  command: Command,
  work: (context: CommandContext, options: Options) => Promise<Answer>,
  { mayCreate = false } = {},
): Command {
  return command
    .option("--json", "one JSON document on stdout")
    .action(async (options: Options & { json?: boolean }) => {
      exitCode = printAnswer(
        await withStorage((context) => work(context, options), { mayCreate }),
        options.json === true,
      );
    });
}

async function demo({ dir }: { dir?: string }): Promise<void> {
  const config = readConfig(process.env, "local");
  await runUntilStopped(config, () => startDemo(config, dir === undefined ? {} : { dir }), describeDemo);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env, "serve");
  const { masterKey } = config;
  invariant(masterKey, "reading the configuration for serve demands it");
  const describe = ({ storage }: Running) =>
    Promise.resolve([
      `Office ${config.officeUrl.origin}, portals below ${config.portalDomain}; ${storage.description}.`,
      ...proxyNote(config),
    ]);
  await runUntilStopped(config, () => run({ config, masterKey }), describe);
}

/** HTTPS here means a proxy in front; unless it is trusted, all visitors look like one network and share its allowance. */
function proxyNote({ officeUrl, trustedProxies }: Config): string[] {
  if (officeUrl.protocol !== "https:" || trustedProxies.length > 0) return [];
  return ["TRUSTED_PROXIES is empty: all visitors behind your proxy share one allowance of sign-in codes."];
}

async function migrate(): Promise<void> {
  const config = readConfig(process.env, "local");
  if (config.databaseUrl !== null) await migrateDatabase({ connectionString: config.databaseUrl });
  else await (await openStorage({ ...config, role: "command", log: () => {} })).close();
  process.stdout.write("The database is at this version.\n");
}

type Describe = (running: Running, config: Config) => Promise<string[]>;

async function runUntilStopped(config: Config, start: () => Promise<Running>, describe: Describe): Promise<void> {
  const running = await start();
  process.stdout.write(`${(await describe(running, config)).join("\n")}\n`);
  // Asked twice, by a terminal and by npm, it still stops once and in order.
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  await running.stop();
}

/** Says what went wrong, to people, on stderr; a fault of ours with its stack. */
function report(err: unknown): ExitCode {
  if (err instanceof CommanderError) return err.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  const write = (text: string) => process.stderr.write(`${text}\n`);
  if (err instanceof WrongUse) {
    write(`prolens: ${err.message}`);
    return exitCodes.wrongUse;
  }
  if (plainFaults.some((kind) => err instanceof kind) || isSystemFault(err)) write(`prolens: ${sentenceOf(err)}`);
  else write(storyOf(safeError(err)));
  return err instanceof ConfigFault ? exitCodes.wrongUse : exitCodes.fault;
}

function storyOf({ stack, message, cause }: SafeError): string {
  return `${stack ?? message}${cause ? `\ncaused by ${storyOf(cause)}` : ""}`;
}

function isSystemFault(err: unknown): err is NodeJS.ErrnoException {
  return err instanceof Error && "code" in err && "syscall" in err;
}

function sentenceOf(err: unknown): string {
  if (isSystemFault(err) && err.code === "EADDRINUSE")
    return "the port is in use by another program; set PORT to a free one";
  return err instanceof Error ? err.message : String(err);
}
