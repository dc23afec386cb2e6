// Starts the server: storage, mail, app, in this order; and stops it in the other.
import type { Redis } from "ioredis";
import { destination, type Logger, pino } from "pino";
import { type BuiltApp, buildApp } from "./app.tsx";
import type { Config } from "./config/config.ts";
import { openStorage, type Storage } from "./data/open-storage.ts";
import { unscopedPurge } from "./data/queries/firms.ts";
import { makeRateLimits } from "./identity/rate-limits.ts";
import { CHECK_EVERY_MS } from "./jobs/check-connections.ts";
import { REPORT_EVERY_MS } from "./jobs/report-read.ts";
import { WATCH_EVERY_MS } from "./jobs/watch-firms.ts";
import { type Clock, systemClock } from "./lib/clock.ts";
import type { KeyRing } from "./lib/envelope.ts";
import { repeat } from "./lib/repeat.ts";
import { safeError } from "./lib/safe-error.ts";
import { openVault } from "./lib/vault.ts";
import { Mailbox } from "./mail/mailbox.ts";
import { type Mailer, smtpMailer } from "./mail/mailer.ts";
import { connectWith } from "./psa/connect.ts";
import { openRedis } from "./psa/redis.ts";
import { redisSnapshotCache } from "./psa/redis-snapshot-cache.ts";
import { memorySnapshotCache } from "./psa/snapshot-cache.ts";
import { callBudgets } from "./psa/vendor-budget.ts";
import { type RunningServer, startServer } from "./server.ts";

const PURGE_EVERY_MS = 60 * 60_000;
/** Whoever waits for a page right after the start goes first. */
const FIRST_WATCH_AFTER_MS = 20_000;
/** Beside the watch, which spends many of a vendor's calls at once. */
const FIRST_CHECK_AFTER_MS = 80_000;
const RECORDS_KEPT_MS = 90 * 86_400_000;

export type Running = {
  storage: Storage;
  app: BuiltApp;
  server: RunningServer;
  mailbox: Mailbox | null;
  stop(): Promise<void>;
};

export type RunOptions = {
  config: Config;
  /** The master keys as they stand now. What is no credential derives from those of the start. */
  readKeys: () => KeyRing;
  /** Called when storage is open and before the first request is taken. */
  prepare?: (storage: Storage) => Promise<void>;
  clock?: Clock;
};

/** Logs go to stderr, so that stdout stays a command's answer. */
export function makeLog(level: Config["logLevel"]): Logger {
  return pino({ level, base: null, serializers: { err: safeError } }, destination(2));
}

/** Runs until `stop()`. Without SMTP settings mails land in the development mailbox. */
export async function run({ config, readKeys, prepare, clock = systemClock }: RunOptions): Promise<Running> {
  const log = makeLog(config.logLevel);
  const storage = await openStorage({ ...config, role: "server", log: (line) => log.warn(line) });
  const redis = config.redisUrl === null ? null : openRedis(config.redisUrl, log);
  try {
    await prepare?.(storage);
    const keys = readKeys();
    const vault = openVault(readKeys);
    const mailbox = config.mail === null ? new Mailbox(clock) : null;
    const mailer: Mailer = mailbox ?? smtpMailer(requireMail(config));
    const snapshots = redis === null ? memorySnapshotCache() : redisSnapshotCache(redis, keys.current, log);
    const limits = makeRateLimits(redis);
    const connect = connectWith({ clock, vault, origins: config.vendorOrigins, openBudget: callBudgets(redis) });
    const parts = {
      config,
      keys,
      vault,
      connect,
      db: storage.db,
      clock,
      log,
      mailer,
      mailbox,
      limits,
      snapshots,
      psaDeadlineMs: config.psaDeadlineMs,
    };
    const app = buildApp(parts);
    const server = await startServer(app, config);
    const jobs = startJobs({ app, storage, clock, log });
    const stop = async () => {
      jobs.stop();
      await server.stop();
      app.giveUpReading();
      await jobs.idle();
      await app.background.idle();
      await app.decisions.settled();
      await close(storage, redis);
    };
    return { storage, app, server, mailbox, stop };
  } catch (err) {
    await close(storage, redis);
    throw err;
  }
}

type Working = { app: BuiltApp; storage: Storage; clock: Clock; log: Logger };

/** What happens without a request, at its times. `idle` waits for what is under way after `stop`. */
function startJobs({ app, storage, clock, log }: Working) {
  const purging = setInterval(() => void purge(storage, clock, log), PURGE_EVERY_MS).unref();
  void purge(storage, clock, log);
  const rounds = [
    repeat(
      (stopped) => app.watch(stopped),
      { firstAfterMs: FIRST_WATCH_AFTER_MS, everyMs: WATCH_EVERY_MS },
      (err) => log.error({ err }, "the drift watch failed"),
    ),
    repeat(
      (stopped) => app.check(stopped),
      { firstAfterMs: FIRST_CHECK_AFTER_MS, everyMs: CHECK_EVERY_MS },
      (err) => log.error({ err }, "the checks of the connections failed"),
    ),
    repeat(
      (stopped) => app.checkAgain(stopped),
      { firstAfterMs: REPORT_EVERY_MS, everyMs: REPORT_EVERY_MS },
      (err) => log.error({ err }, "the checks that pages have brought forward failed"),
    ),
  ];
  const stop = () => {
    clearInterval(purging);
    for (const round of rounds) round.stop();
  };
  const idle = async () => void (await Promise.all(rounds.map((round) => round.idle())));
  return { stop, idle };
}

async function close(storage: Storage, redis: Redis | null): Promise<void> {
  redis?.disconnect();
  await storage.close();
}

async function purge({ db }: Storage, clock: Clock, log: Logger): Promise<void> {
  const now = clock.now();
  await unscopedPurge(db, new Date(now.getTime() - RECORDS_KEPT_MS), now).catch((err: unknown) =>
    log.error({ err }, "old records could not be deleted; tried again in an hour"),
  );
}

function requireMail({ mail }: Config): NonNullable<Config["mail"]> {
  if (mail === null) throw new Error("cannot happen: without mail settings the mailbox is used");
  return mail;
}
