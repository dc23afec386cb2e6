import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PsaTrouble } from "../access/facts.ts";
import { type Config, readConfig } from "../config/config.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import { DecisionLog } from "../data/decision-log.ts";
import { openStorage } from "../data/open-storage.ts";
import type { Doer } from "../data/queries/audit.ts";
import { findConnection, findConnectionMark } from "../data/queries/connections.ts";
import { findCustomHost } from "../data/queries/custom-hosts.ts";
import { unscopedFindFirmBySlug } from "../data/queries/firms.ts";
import type { Firm } from "../domain/firm.ts";
import { systemClock } from "../lib/clock.ts";
import { openVault } from "../lib/vault.ts";
import { type Connect, connectWith } from "../psa/connect.ts";
import type { PsaGateway } from "../psa/gateway.ts";
import { Psa } from "../psa/psa.ts";
import { memorySnapshotCache } from "../psa/snapshot-cache.ts";
import { callBudgets } from "../psa/vendor-budget.ts";
import { originOfHost } from "../tenancy/find-place.ts";
import { portalOrigin } from "../tenancy/place.ts";
import { WrongUse } from "./answer.ts";
import { openKeys } from "./master-key.ts";

/** A command has time: nobody waits for a page. */
const DEADLINE_MS = 30_000;

export type CommandContext = { config: Config; db: Database; decisions: DecisionLog; now: Date };

/** Opens storage, beside a running server or alone, does the work, and closes it again whatever happens. */
export async function withStorage<T>(
  work: (context: CommandContext) => Promise<T>,
  { mayCreate = false } = {},
): Promise<T> {
  const config = readConfig(process.env, "local");
  if (!mayCreate && config.databaseUrl === null && !existsSync(join(config.dataDir, "postgres"))) {
    throw new WrongUse(
      `there is no ProLens in ${config.dataDir}; go to its folder, or set PROLENS_DATA or DATABASE_URL`,
    );
  }
  const storage = await openStorage({
    ...config,
    role: "command",
    log: () => {},
  });
  const decisions = new DecisionLog(storage.db);
  try {
    return await work({ config, db: storage.db, decisions, now: systemClock.now() });
  } finally {
    await decisions.settled();
    await storage.close();
  }
}

/** The firm of `--firm`, or words that say there is none. */
export async function requireFirm({ db }: CommandContext, slug: string): Promise<Firm> {
  const firm = await unscopedFindFirmBySlug(db, slug);
  if (!firm) throw new WrongUse(`no firm has the slug "${slug}"; \`prolens firm create\` makes one`);
  return firm;
}

/** Who does it, for the audit. */
export function doerOf({ now }: CommandContext, firm: Firm): Doer {
  return { firmId: firm.id, actor: "command line", now };
}

/** The origin of the firm's portals in links that are handed out: its own host where it is live. */
export async function linkOriginOf({ db, config }: CommandContext, firm: Firm): Promise<string> {
  const own = await inFirmRead(db, firm.id, findCustomHost);
  return own?.state === "live" ? originOfHost(own.host, config) : portalOrigin(firm.slug, config);
}

/** How commands connect to PSAs: with the keys of this installation, and a budget of their own. */
export async function connectOf(config: Config): Promise<Connect> {
  const vault = openVault(await openKeys(config));
  return connectWith({ clock: systemClock, vault, origins: config.vendorOrigins, openBudget: callBudgets(null) });
}

/** The firm's way to its PSA, as the pages use it, or why there is none. */
export async function gatewayOf(context: CommandContext, firm: Firm): Promise<PsaGateway | PsaTrouble> {
  return connectedTo(await psaOf(context), context, firm);
}

/** The same, where the command holds on to its way to all of them. */
export async function connectedTo(psa: Psa, { db }: CommandContext, firm: Firm): Promise<PsaGateway | PsaTrouble> {
  return psa.gatewayFor(firm.id, await inFirmRead(db, firm.id, findConnection));
}

/** The one way from commands to every firm's PSA. */
export async function psaOf({ config, db, decisions }: CommandContext): Promise<Psa> {
  return new Psa({
    findMark: (firmId, connectionId) => inFirmRead(db, firmId, (tx) => findConnectionMark(tx, connectionId)),
    connect: await connectOf(config),
    cache: memorySnapshotCache(),
    clock: systemClock,
    deadlineMs: DEADLINE_MS,
    inBackground: (work) => void work().catch(tell("work behind the answer failed")),
    record: ({ firmId, at, question, outcome, tookMs }) => {
      const row = { firmId, at, actor: "command line", action: `psa.${question}`, subject: { outcome, tookMs } };
      decisions.audit(row).catch(tell("an audit row was not stored"));
    },
  });
}

function tell(what: string) {
  return (err: unknown) => void process.stderr.write(`${what}: ${err}\n`);
}
