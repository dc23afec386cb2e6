// The commands of the program `prolens`, with their options: what each is called and what it takes.
import { Command } from "commander";
import { vendorKinds } from "../domain/psa-connection.ts";
import { type Answer, type ExitCode, printAnswer } from "./answer.ts";
import { apiKeyCreate, apiKeyList, apiKeyRevoke } from "./api-key.ts";
import { connectionAdd, connectionRemove, connectionTest } from "./connection.ts";
import { type CommandContext, withStorage } from "./context.ts";
import { diagnose } from "./diagnose.ts";
import { firmCreate } from "./firm.ts";
import { hostCheck, hostLive, hostRemove, hostSet } from "./host.ts";
import { keyRotate } from "./key.ts";
import { type PortalTarget, portalCreate, portalList, portalRotate, portalState } from "./portal.ts";
import { portalLink } from "./portal-link.ts";
import { preflightCommand } from "./preflight.ts";
import { type ReferenceOptions, showReference } from "./reference.ts";
import { demo, migrate, serve } from "./serving.ts";
import { connectionKeep, connectionReview, connectionSwitch } from "./switching.ts";
import { teamAdd, teamList, teamRemove } from "./team.ts";

/** The whole command line; a command that ends otherwise than well tells `end` how. */
export function buildProgram(end: (code: ExitCode) => void): Command {
  const root = new Command("prolens").description("Client portals for architecture and engineering firms.");
  root.exitOverride().configureOutput({ outputError: (text, write) => write(text) });
  const answering = answeringTo(end);
  addServing(root);
  addFirm(root, answering);
  addTeam(root, answering);
  addPortal(root, answering);
  addHost(root, answering);
  addLooking(root, answering, end);
  addApiKey(root, answering);
  answering(
    root.command("key").description("the master key of this installation").command("rotate"),
    keyRotate,
  ).description("a new master key; wraps the data key of every credential with it");
  return root;
}

type Answering = ReturnType<typeof answeringTo>;

function addServing(root: Command): void {
  root
    .command("start", { hidden: true })
    .description("what `npm start` runs: serve when DATABASE_URL is set, otherwise the demo")
    .action(() => (process.env.DATABASE_URL ? serve() : demo({})));
  root
    .command("demo")
    .description("the sample firm on embedded storage, read live from a CSV folder")
    .option("--dir <folder>", "the CSV folder; written with the sample firm when it is empty")
    .option(
      "--psa <kind>",
      `csv, or a stand-in that answers like it with what the folder holds: ${vendorKinds.join(" or ")}`,
    )
    .action(demo);
  root.command("serve").description("the server, configured by environment").action(serve);
  root.command("migrate").description("brings the database to this version").action(migrate);
}

function addFirm(root: Command, answering: Answering): void {
  const firm = root.command("firm").description("the firms on this installation");
  answering(firm.command("create"), firmCreate, { mayCreate: true })
    .description("a firm and its first admin")
    .requiredOption("--slug <slug>", "the firm's part of its portals' host")
    .requiredOption("--name <name>", "the firm's name, as clients read it")
    .requiredOption("--admin <email>", "who signs in first");
  const connection = root.command("connection").description("how a firm's PSA is read");
  answering(connection.command("add"), connectionAdd)
    .description(
      "connects a PSA once it could be read; beside the one that portals are linked to, another waits for its review",
    )
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--kind <kind>", `csv, ${vendorKinds.join(" or ")}`)
    .option("--dir <folder>", "csv: the folder with the files, which are read once before it is stored")
    .option("--organization <id>", "productive: the number of the organisation")
    .option("--account <id>", "other vendors: the number of the account")
    .addHelpText("after", TOKEN_HELP);
  answering(connection.command("remove"), connectionRemove)
    .description("disconnects the PSA and erases its token; everything else is kept")
    .requiredOption("--firm <slug>", "which firm");
  addSwitching(connection, answering);
  answering(connection.command("test"), connectionTest)
    .description("reads the PSA once and reports")
    .requiredOption("--firm <slug>", "which firm");
}

const TOKEN_HELP = `
The token of a vendor is read from standard input, or from PROLENS_CONNECTION_TOKEN:
  prolens connection add --firm studio --kind harvest --account 12345 < token.txt
It is no option, because everybody on the machine can read the options of a command.`;

function addSwitching(connection: Command, answering: Answering): void {
  const choosing = (command: Command) =>
    command
      .requiredOption("--firm <slug>", "which firm")
      .option("--choose <choice...>", "what the review leaves to you, as it shows it");
  choosing(answering(connection.command("review"), connectionReview)).description(
    "what a switch to the pending PSA would do",
  );
  choosing(answering(connection.command("switch"), connectionSwitch))
    .description("lets the pending PSA take over, as it was reviewed")
    .requiredOption("--seen <code>", "the code at the end of the review");
  answering(connection.command("keep"), connectionKeep)
    .description("gives the switch up")
    .requiredOption("--firm <slug>", "which firm");
}

function addTeam(root: Command, answering: Answering): void {
  const team = root.command("team").description("who of the firm signs in at its office");
  answering(team.command("list"), teamList)
    .description("everybody of the team, with their role")
    .requiredOption("--firm <slug>", "which firm");
  answering(team.command("add"), teamAdd)
    .description("takes somebody into the team; who is in it already gets the role")
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--email <email>", "with which they sign in")
    .requiredOption("--role <role>", "admin, member or viewer");
  answering(team.command("remove"), teamRemove)
    .description("takes somebody out of the team; their sessions end at once")
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--email <email>", "with which they signed in");
}

function addPortal(root: Command, answering: Answering): void {
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
  answering(portal.command("link"), portalLink)
    .description(
      "gives a portal that a switch has left without a company one: first what comes of it, then with its code",
    )
    .requiredOption("--firm <slug>", "which firm")
    .requiredOption("--portal <slug>", "the portal's current address")
    .option("--company <id>", "the company's id in the PSA")
    .option("--choose <choice...>", "who a limited contact is, as it is shown")
    .option("--seen <code>", "the code at the end of what was shown: do it");
}

function addHost(root: Command, answering: Answering): void {
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

function addLooking(root: Command, answering: Answering, end: (code: ExitCode) => void): void {
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
      end(printAnswer(await withStorage((context) => showReference(context, code.join(" "), options)), json === true));
    });
}

function addApiKey(root: Command, answering: Answering): void {
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

/** Makes commands that open storage, work out an answer and print it, for people or as JSON. */
function answeringTo(end: (code: ExitCode) => void) {
  return <Options>(
    command: Command,
    work: (context: CommandContext, options: Options) => Promise<Answer>,
    { mayCreate = false } = {},
  ): Command =>
    command.option("--json", "one JSON document on stdout").action(async (options: Options & { json?: boolean }) => {
      end(printAnswer(await withStorage((context) => work(context, options), { mayCreate }), options.json === true));
    });
}
