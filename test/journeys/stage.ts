// The program as an operator runs it: its own server and mailer, on a database and a CSV folder made for one test.
import { randomBytes } from "node:crypto";
import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { sampleAdmin, sampleTemplates, writeSampleFirm } from "../../demo/sample-firm.ts";
import { connectPsa } from "../../src/commands/connect-psa.ts";
import { createFirm } from "../../src/commands/create-firm.ts";
import { createPortals } from "../../src/commands/create-portals.ts";
import type { Config } from "../../src/config/config.ts";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import type { Database } from "../../src/data/database.ts";
import { calendarDateOf } from "../../src/domain/calendar-date.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Template } from "../../src/domain/firm.ts";
import type { VendorOrigins } from "../../src/domain/psa-connection.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { openVault, type Vault } from "../../src/lib/vault.ts";
import { type Running, run } from "../../src/main.ts";
import { createCsvDir } from "../support/csv-sample.ts";
import { databaseUrl } from "../support/database-url.ts";
import { freePort } from "../support/free-port.ts";
import { codeIn, linkIn, type MailCatcher, startMailCatcher } from "../support/mail-catcher.ts";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";
import { writeSample } from "../support/two-firms.ts";
import { noVendors } from "../support/vendors.ts";

export type Stage = {
  database: TestDatabase;
  office: string;
  /** The origin of Harbor & Finch's portals. */
  portals: string;
  /** The origin of North Studio's portals, the other firm on this installation. */
  northPortals: string;
  csv: SampleFolder;
  vault: Vault;
  /** Null where mail lands in the development mailbox. */
  mails: MailCatcher | null;
  newestCode(email: string): string;
  /** The one link in the newest mail to an address. */
  newestLink(email: string): string;
};

/** `vendorOrigins`: where vendors are looked for; there is none elsewhere. */
type StageOptions = { mail?: "smtp" | "mailbox"; vendorOrigins?: Partial<VendorOrigins> };

/** Opens a stage for the test that runs now; after it, everything is gone again, also when it could not be opened. */
export async function openStage({ mail = "smtp", vendorOrigins = {} }: StageOptions = {}): Promise<Stage> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  const csv = await copySampleFolder();
  onTestFinished(() => csv.drop());
  const north = await createCsvDir();
  onTestFinished(() => north.drop());
  await writeSample(north, "north");
  const mails = mail === "smtp" ? await startMailCatcher() : null;
  onTestFinished(() => mails?.stop());
  const prepare = async ({ db }: { db: Database }) => {
    await setUpFirm(db, { slug: "harbor-finch", name: "Harbor & Finch", dir: csv.dir, admin: sampleAdmin.email });
    await setUpFirm(db, { slug: "north-studio", name: "North Studio", dir: north.dir, admin: "admin@north.example" });
  };
  const login = databaseUrl(inject("testServer").ownerUrl, new URL(database.ownerUrl).pathname.slice(1));
  const keys = { current: randomBytes(32), former: [] };
  const { program, port } = await startOnFreePort((freeOne) =>
    run({
      config: { ...configOf(freeOne, login, mails), vendorOrigins: { ...noVendors, ...vendorOrigins } },
      readKeys: () => keys,
      prepare,
    }),
  );
  onTestFinished(() => program.stop());
  const newestText = (email: string) => (mails ? (mails.newestTo(email).mail.text ?? "") : mailboxText(program, email));
  return {
    database,
    office: `http://localhost:${port}`,
    portals: `http://harbor-finch.portal.localhost:${port}`,
    northPortals: `http://north-studio.portal.localhost:${port}`,
    csv,
    vault: openVault(() => keys),
    mails,
    newestCode: (email) => codeIn(newestText(email)),
    newestLink: (email) => linkIn(newestText(email)),
  };
}

/** Somebody else may take the port in the moment between looking and listening; then another one is looked for. */
async function startOnFreePort(start: (port: number) => Promise<Running>) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { program: await start(port), port };
    } catch (err) {
      if (attempt === 3 || !(err instanceof Error) || !("code" in err) || err.code !== "EADDRINUSE") throw err;
    }
  }
}

function configOf(port: number, databaseUrl: string, mails: MailCatcher | null): Omit<Config, "vendorOrigins"> {
  return {
    port,
    host: "127.0.0.1",
    dataDir: tmpdir(),
    databaseUrl,
    redisUrl: null,
    mail: mails && { smtpUrl: mails.smtpUrl, from: "portal@harbor-finch.example" },
    officeUrl: new URL(`http://localhost:${port}`),
    portalDomain: `portal.localhost:${port}`,
    keys: null,
    psaDeadlineMs: 2_500,
    logLevel: "silent",
    trustedProxies: [],
  };
}

async function setUpFirm(
  db: Database,
  made: { slug: string; name: string; dir: string; admin: string },
): Promise<void> {
  const now = systemClock.now();
  const firm = await createFirm(db, { slug: made.slug, name: made.name, admin: made.admin as Email, now });
  if (!firm) return;
  const doer = { firmId: firm.id, actor: "test", now };
  await connectPsa(db, doer, { kind: "csv", settings: { dir: made.dir } });
  const connector = createCsvConnector({ dir: made.dir, clock: systemClock });
  const { value } = await connector.listDirectory({
    signal: AbortSignal.timeout(10_000),
    isUrgent: false,
  });
  const wishes = value.companies
    .filter(({ isArchived }) => !isArchived)
    .map((company) => ({ company, template: sampleTemplates[company.id] ?? ("owner" satisfies Template) }));
  const created = await createPortals(db, doer, wishes);
  invariant(created.kind === "created", "no address is wished for");
}

function mailboxText({ mailbox }: Running, email: string): string {
  const mail = mailbox?.list().find(({ to }) => to === email);
  if (!mail) throw new Error(`no mail went to ${email}`);
  return mail.text;
}

/** Of each list of a project a row that cannot be read, by its file in that folder. */
export function lostRowsOf(projectId: string): Record<string, string> {
  return {
    "milestones.csv": `lost-milestone,${projectId},Lost,some day,,client`,
    "phases.csv": `lost-phase,${projectId},,9,,,,,`,
    "tasks.csv": `lost-task,${projectId},,,todo,,`,
    "assignments.csv": `${projectId},,`,
  };
}

/** Harbor & Finch's folder, in a place of its own, edited the way people edit files. */
export async function copySampleFolder() {
  const dir = await mkdtemp(join(tmpdir(), "prolens sample "));
  await writeSampleFirm(dir, calendarDateOf(systemClock.now()));
  return {
    dir,
    append: (file: string, line: string) => appendFile(join(dir, file), `${line}\n`),
    /** Deletes every line that contains the text. */
    removeLines: async (file: string, containing: string) => {
      const lines = (await readFile(join(dir, file), "utf8")).split("\n");
      await writeFile(join(dir, file), lines.filter((line) => !line.includes(containing)).join("\n"));
    },
    /** As when a network drive goes away and comes back. */
    hide: () => rename(dir, `${dir} away`),
    bringBack: () => rename(`${dir} away`, dir),
    drop: async () => {
      for (const path of [dir, `${dir} away`]) await rm(path, { recursive: true, force: true });
    },
  };
}

export type SampleFolder = Awaited<ReturnType<typeof copySampleFolder>>;
