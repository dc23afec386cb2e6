// The firm's connection to its PSA from the command line.
import { text } from "node:stream/consumers";
import { connectVendor } from "../commands/connect-psa.ts";
import { disconnectPsa } from "../commands/disconnect-psa.ts";
import { readConnectionToken } from "../config/config.ts";
import type { PsaFaultCode } from "../connectors/errors.ts";
import type { ConnectionReport } from "../connectors/port.ts";
import { inFirmRead } from "../data/database.ts";
import { type ConnectionStatus, findConnectionStatus } from "../data/queries/connections.ts";
import type { Firm } from "../domain/firm.ts";
import {
  accountIdOf,
  isVendorKind,
  type PsaConnection,
  parseAccountId,
  parseToken,
  type VendorKind,
  vendorConnection,
  vendorKinds,
  vendorNames,
} from "../domain/psa-connection.ts";
import { systemClock } from "../lib/clock.ts";
import { LOCALE } from "../lib/locale.ts";
import { openVault } from "../lib/vault.ts";
import { sayAnswer } from "../office/connections/token/present.ts";
import { askOnce } from "../psa/ask-once.ts";
import { tryToken } from "../psa/try-token.ts";
import { addFolder } from "./add-folder.ts";
import { type Answer, columns, type ExitCode, exitCodes, WrongUse } from "./answer.ts";
import { pendingAnswer, testHint } from "./connection-answers.ts";
import { type CommandContext, connectOf, doerOf, requireFirm } from "./context.ts";
import { forgetRead } from "./forget-read.ts";
import { openKeys } from "./master-key.ts";

const TEST_DEADLINE_MS = 120_000;

export type ConnectionOptions = { firm: string; kind: string; dir?: string; organization?: string; account?: string };

/** Connects the firm's PSA once it could be read. Where portals are linked to another one, or to another folder, a switch waits for its review. */
export async function connectionAdd(context: CommandContext, options: ConnectionOptions): Promise<Answer> {
  const { kind } = options;
  if (kind !== "csv" && !isVendorKind(kind)) {
    throw new WrongUse(`"${kind}" is no kind of connection; there are: csv, ${vendorKinds.join(", ")}`);
  }
  const firm = await requireFirm(context, options.firm);
  return kind === "csv" ? addFolder(context, firm, options.dir) : addVendor(context, firm, kind, options);
}

async function addVendor(
  context: CommandContext,
  firm: Firm,
  kind: VendorKind,
  options: ConnectionOptions,
): Promise<Answer> {
  const psa = requireVendor(kind, options);
  const former = await inFirmRead(context.db, firm.id, findConnectionStatus);
  const token = await requireToken();
  const parts = { connect: await connectOf(context.config), vault: await vaultOf(context), clock: systemClock };
  const tried = await tryToken(parts, { firmId: firm.id, psa, id: null, token });
  if (tried.kind === "refused") {
    const { text, said } = sayAnswer(tried, kind, LOCALE);
    return noAnswer({ firm: firm.slug, kind }, tried, [text, said]);
  }
  const { organisation, tokenOwner } = tried.value.identity;
  const connected = await connectVendor(context.db, doerOf(context, firm), psa, tried.value);
  if (connected.kind === "taken") throw new WrongUse(`${firm.name} reads from it already`);
  if (connected.kind === "pending") return pendingAnswer(firm, former);
  const untold = await forgetRead(context, former?.id ?? null);
  const whose = tokenOwner === null ? "" : `, with the token of ${tokenOwner}`;
  return {
    json: { firm: firm.slug, kind, account: accountIdOf(psa), organisation, tokenOwner },
    lines: [
      `${firm.name} now reads from ${vendorNames[kind]}, ${organisation ?? accountIdOf(psa)}${whose}.`,
      ...untold,
      testHint(firm),
    ],
  };
}

function requireVendor(kind: VendorKind, { organization, account }: ConnectionOptions): PsaConnection {
  const [option, typed] = kind === "productive" ? ["--organization", organization] : ["--account", account];
  const id = parseAccountId(typed ?? "");
  if (id === null) throw new WrongUse(`a connection to ${vendorNames[kind]} needs ${option}, its number there`);
  return vendorConnection(kind, id);
}

const TOKEN_WAYS = "hand it over on standard input, or in PROLENS_CONNECTION_TOKEN";

/** Never from the command line, which everybody on the machine can read. */
async function requireToken(): Promise<string> {
  const given = readConnectionToken(process.env) ?? (process.stdin.isTTY ? "" : await text(process.stdin));
  if (given.trim() === "") throw new WrongUse(`the token is missing; ${TOKEN_WAYS}`);
  const token = parseToken(given);
  if (token === null)
    throw new WrongUse(
      "that is no token: it is one piece of 8 to 500 letters, figures and signs, without blanks, and nothing beside it",
    );
  return token;
}

/** With the keys of a file nobody else would open what is stored in a database that a server with other keys reads. */
async function vaultOf({ config }: CommandContext) {
  if (config.databaseUrl !== null && config.keys === null) {
    throw new WrongUse(
      "PROLENS_MASTER_KEY is missing; set it as the server has it, or the server cannot open the token",
    );
  }
  return openVault(await openKeys(config));
}

/** Ends the firm's connection; it can be reconnected. */
export async function connectionRemove(context: CommandContext, options: { firm: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const connection = await inFirmRead(context.db, firm.id, findConnectionStatus);
  if (!connection || !(await disconnectPsa(context.db, doerOf(context, firm), connection.id))) {
    throw new WrongUse(`${firm.name} has no connection`);
  }
  const untold = await forgetRead(context, connection.id);
  const erased = connection.kind === "csv" ? "; the files stay where they are" : ", and its token is erased";
  return {
    json: { firm: firm.slug, state: "disconnected" },
    lines: [
      `${firm.name} is disconnected${erased}. Portals say that they cannot tell right now.`,
      ...untold,
      "Settings → Connections reconnects it; everything else is kept.",
    ],
  };
}

/** Reads the PSA once and reports what is there, what is missing and what could not be understood. */
export async function connectionTest(context: CommandContext, options: { firm: string }): Promise<Answer> {
  const firm = await requireFirm(context, options.firm);
  const connection = await inFirmRead(context.db, firm.id, findConnectionStatus);
  if (!connection?.isLive) throw new WrongUse(`${firm.name} has no connection; \`prolens connection add\` makes one`);
  const { connector } = (await connectOf(context.config))(firm.id, connection);
  const asked = await askOnce((call) => connector.inspect(call), { deadlineMs: TEST_DEADLINE_MS });
  const about = { firm: firm.slug, kind: connection.kind, health: healthOf(connection) };
  if (asked.kind === "refused") return noAnswer(about, asked);
  return reportAnswer(about, asked.value);
}

/** As the server has seen it last; null before its first look. */
function healthOf({ health, lastGoodAt }: ConnectionStatus) {
  return health && { ...health, lastGoodAt };
}

type About = { firm: string; kind: string; health?: ReturnType<typeof healthOf> };

function reportAnswer(about: About, { counts, notSupplied, gaps }: ConnectionReport): Answer {
  const lines = [
    ...columns(counts.map(({ kind, rows }) => [kind, String(rows)])),
    ...(notSupplied.length > 0 ? ["", `Not supplied: ${notSupplied.join(", ")}`] : []),
    "",
    ...(gaps.length === 0
      ? ["Everything could be read."]
      : ["To mend:", ...gaps.map((gap) => `  ${gap.place}: ${gap.message}`)]),
    ...healthLines(about),
  ];
  const exitCode = gaps.length === 0 ? exitCodes.done : exitCodes.refused;
  return { json: { ...about, counts, notSupplied, problems: gaps }, lines, exitCode };
}

function healthLines({ health }: About): string[] {
  if (!health) return [];
  const { state, cause, lastGoodAt } = health;
  const last = lastGoodAt ? `; last good read ${lastGoodAt.toISOString()}` : "";
  return [`Health before this test: ${state}${cause ? ` (${cause})` : ""}${last}.`];
}

type Refused = { code: PsaFaultCode; detail: string };

/** A token that is not taken, or cannot be opened, is refused; anything else may be over in a moment. */
const exitCodeOf: Partial<Record<PsaFaultCode, ExitCode>> = {
  auth_expired: exitCodes.refused,
  token_sealed: exitCodes.refused,
  forbidden: exitCodes.refused,
  not_found: exitCodes.refused,
};

/** `said`: in sentences, where there are any. */
function noAnswer(about: About, { code, detail }: Refused, [first, ...more]: readonly string[] = [detail]): Answer {
  const exitCode = exitCodeOf[code] ?? exitCodes.cannotTell;
  const outcome = exitCode === exitCodes.refused ? "Refused" : "No answer";
  return {
    json: { ...about, fault: code, detail },
    lines: [`${outcome}: ${first}`, ...more, ...healthLines(about)],
    exitCode,
  };
}
