// The whole program in one process, on a database of its own: two firms, each with its CSV folder, mail in a mailbox.
import { randomBytes, randomUUID } from "node:crypto";
import { pino } from "pino";
import { type BuiltApp, buildApp } from "../../src/app.tsx";
import type { AppParts } from "../../src/app-parts.ts";
import { connectPsa } from "../../src/commands/connect-psa.ts";
import { createFirm } from "../../src/commands/create-firm.ts";
import { createPortals } from "../../src/commands/create-portals.ts";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findConnection } from "../../src/data/queries/connections.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Firm, Portal, Template } from "../../src/domain/firm.ts";
import { makeRateLimits } from "../../src/identity/rate-limits.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { openVault, type Vault } from "../../src/lib/vault.ts";
import { Mailbox } from "../../src/mail/mailbox.ts";
import type { Mailer } from "../../src/mail/mailer.ts";
import { connectWith } from "../../src/psa/connect.ts";
import { redisSnapshotCache } from "../../src/psa/redis-snapshot-cache.ts";
import { memorySnapshotCache } from "../../src/psa/snapshot-cache.ts";
import { callBudgets } from "../../src/psa/vendor-budget.ts";
import { type CsvDir, createCsvDir } from "./csv-sample.ts";
import { TestClock } from "./test-clock.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";
import { openTestRedis } from "./test-redis.ts";
import { noVendors } from "./vendors.ts";
import { Visitor } from "./visitor.ts";

export const OFFICE_HOST = "office.test";
export const PORTAL_DOMAIN = "portal.test";

export type TestFirm = {
  firm: Firm;
  csv: CsvDir;
  admin: Email;
  connectionId: string;
  /** By company id. */
  portals: Map<string, Portal>;
};

export type TestApp = {
  app: BuiltApp;
  database: TestDatabase;
  masterKey: Buffer;
  vault: Vault;
  clock: TestClock;
  mailbox: Mailbox;
  /** Log lines, parsed. */
  logLines: Record<string, unknown>[];
  /** `templates`: by company; the other portals are owners'. */
  addFirm: (
    slug: string,
    name: string,
    sample: (csv: CsvDir) => Promise<void>,
    templates?: Record<string, Template>,
  ) => Promise<TestFirm>;
  /** A browser at a firm's portals. */
  visit: (firm: TestFirm) => Visitor;
  /** A browser at any other host. */
  visitHost: (host: string) => Visitor;
  /** A browser at the office. */
  visitOffice: () => Visitor;
  /** A second process on the same database, with a memory of its own; the same browsers at it. */
  anotherNode: () => Pick<TestApp, "app" | "visit" | "visitOffice">;
  stop(): Promise<void>;
};

export type TestAppOptions = {
  connectionsMax?: number;
  masterKey?: Buffer;
  /** In place of the mailbox, which it may hand on to. */
  mailer?: (mailbox: Mailbox) => Mailer;
  /** What stands for a PSA, in place of the connectors of the program. */
  connect?: AppParts["connect"];
  /** One that what stands for a PSA goes by, too. */
  clock?: TestClock;
  /** How long a client's page waits for a PSA. */
  psaDeadlineMs?: number;
  /** Behind HTTPS, as in production: it changes the cookies. */
  isSecure?: boolean;
};

/** Starts it. Call `stop` when done. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase(options);
  const { clock = new TestClock() } = options;
  const mailbox = new Mailbox(clock);
  const logLines: Record<string, unknown>[] = [];
  const log = pino({ level: "debug", base: null }, { write: (line: string) => void logLines.push(JSON.parse(line)) });
  const masterKey = options.masterKey ?? randomBytes(32);
  const config = {
    officeUrl: new URL(`${options.isSecure ? "https" : "http"}://${OFFICE_HOST}`),
    portalDomain: PORTAL_DOMAIN,
    trustedProxies: [],
  };
  const redis = await openTestRedis();
  const keys = { current: masterKey, former: [] };
  const vault = openVault(() => keys);
  const build = () =>
    buildApp({
      config,
      keys,
      vault,
      db: database.db,
      clock,
      log,
      mailer: options.mailer?.(mailbox) ?? mailbox,
      mailbox,
      limits: makeRateLimits(redis),
      snapshots: redis ? redisSnapshotCache(redis, masterKey, log) : memorySnapshotCache(),
      connect: options.connect ?? connectWith({ clock, vault, origins: noVendors, openBudget: callBudgets(redis) }),
      psaDeadlineMs: options.psaDeadlineMs ?? 2_500,
    });
  const app = build();
  const nodes = [app];
  const folders: CsvDir[] = [];
  const browsersAt = (node: BuiltApp) => ({
    visit: ({ firm }: TestFirm) => new Visitor({ app: node, mailbox }, `${firm.slug}.${PORTAL_DOMAIN}`),
    visitHost: (host: string) => new Visitor({ app: node, mailbox }, host),
    visitOffice: () => new Visitor({ app: node, mailbox }, OFFICE_HOST),
  });
  return {
    app,
    database,
    masterKey,
    vault,
    clock,
    mailbox,
    logLines,
    addFirm: async (slug, name, sample, templates = {}) => {
      const csv = await createCsvDir();
      folders.push(csv);
      await sample(csv);
      return setUpFirm(database, clock, { slug, name, csv, templates });
    },
    ...browsersAt(app),
    anotherNode: () => {
      const node = build();
      nodes.push(node);
      return { app: node, ...browsersAt(node) };
    },
    stop: async () => {
      await Promise.all(nodes.flatMap(({ background, decisions }) => [background.idle(), decisions.settled()]));
      await Promise.all(folders.map((csv) => csv.drop()));
      await database.drop();
      redis?.disconnect();
    },
  };
}

async function setUpFirm(
  { db }: TestDatabase,
  clock: TestClock,
  made: { slug: string; name: string; csv: CsvDir; templates: Record<string, Template> },
): Promise<TestFirm> {
  const { slug, name, csv, templates } = made;
  const admin = `admin-${randomUUID().slice(0, 8)}@${slug}.example` as Email;
  const firm = await createFirm(db, { slug, name, admin, now: clock.now() });
  invariant(firm, "a test uses each slug once");
  const doer = { firmId: firm.id, actor: "test", now: clock.now() };
  await connectPsa(db, doer, { kind: "csv", settings: { dir: csv.dir } });
  const { value } = await createCsvConnector({ dir: csv.dir, clock }).listDirectory({
    signal: AbortSignal.timeout(10_000),
    isUrgent: false,
  });
  const wishes = value.companies
    .filter(({ isArchived }) => !isArchived)
    .map((company) => ({ company, template: templates[company.id] ?? ("owner" as const) }));
  const created = await createPortals(db, doer, wishes);
  invariant(created.kind === "created", "no address is wished for");
  const connection = await inFirmRead(db, firm.id, findConnection);
  invariant(connection, "it was connected just now");
  const portals = new Map(created.portals.map((portal) => [portal.companyId, portal]));
  return { firm, csv, admin, connectionId: connection.id, portals };
}
