import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import {
  ensureSampleFirm,
  type LockoutExample,
  lockoutExamples,
  sampleAdmin,
  sampleClients,
  sampleEmail,
  sampleTeam,
  sampleTemplates,
} from "../../demo/sample-firm.ts";
import { connectPsa, connectVendor } from "../commands/connect-psa.ts";
import { createFirm } from "../commands/create-firm.ts";
import { createPortals } from "../commands/create-portals.ts";
import { setTeamUser } from "../commands/set-team-user.ts";
import type { Config } from "../config/config.ts";
import { PsaFault } from "../connectors/errors.ts";
import type { Call, PsaConnector } from "../connectors/port.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import type { Storage } from "../data/open-storage.ts";
import type { Doer } from "../data/queries/audit.ts";
import { findConnection, findConnectionStatus } from "../data/queries/connections.ts";
import { unscopedFindFirmBySlug } from "../data/queries/firms.ts";
import { listPortals } from "../data/queries/portals.ts";
import { calendarDateOf } from "../domain/calendar-date.ts";
import { FIRST_TEMPLATE, type Firm, type Template } from "../domain/firm.ts";
import type { Project } from "../domain/project.ts";
import type { PsaKind } from "../domain/psa-connection.ts";
import { type Clock, systemClock } from "../lib/clock.ts";
import { invariant } from "../lib/invariant.ts";
import { openVault, type Vault } from "../lib/vault.ts";
import { type Running, run } from "../main.ts";
import { connectWith } from "../psa/connect.ts";
import { tryToken } from "../psa/try-token.ts";
import { callBudgets } from "../psa/vendor-budget.ts";
import { portalOrigin } from "../tenancy/place.ts";
import { columns } from "./answer.ts";
import { type DemoSource, openDemoSource } from "./demo-source.ts";
import { keepSampleWriting } from "./demo-writing.ts";
import { openKeys } from "./master-key.ts";

const FIRM_SLUG = "harbor-finch";
const FIRM_NAME = "Harbor & Finch";
/** So many as fit on a screen beside the addresses. */
const LOCKOUTS_TOLD = 4;

/** The folder that comes with the project; the bundle in dist/ and the sources are equally far from it. */
function defaultDir(): string {
  return resolve(
    fileURLToPath(new URL(".", import.meta.url)),
    import.meta.url.includes("/dist/") ? "../demo" : "../../demo",
  );
}

/** `psa`: what the sample firm is read from; each has its own storage. */
export type DemoOptions = { dir?: string; psa?: PsaKind; clock?: Clock };

/** `settings`: what commands beside it need in their environment. `lockouts`: who of the sample firm does not simply get in. */
export type RunningDemo = Running & { settings: Record<string, string>; lockouts: LockoutExample[] };

/** Embedded storage and the sample firm, read live from its CSV folder or a vendor's stand-in, with a portal for every company. */
export async function startDemo(given: Config, options: DemoOptions = {}): Promise<RunningDemo> {
  const { psa: kind = "csv", clock = systemClock } = options;
  const dir = resolve(options.dir ?? defaultDir());
  await ensureSampleFirm(dir, calendarDateOf(clock.now()));
  const source = await openDemoSource(kind, dir, FIRM_NAME);
  try {
    return await startFrom(source, { given, kind, clock });
  } catch (err) {
    // A stand-in that goes on listening would keep the program from ending.
    await source.close();
    throw err;
  }
}

async function startFrom(
  source: DemoSource,
  { given, kind, clock }: { given: Config; kind: PsaKind; clock: Clock },
): Promise<RunningDemo> {
  const config = { ...demoConfig(given, kind), vendorOrigins: { ...given.vendorOrigins, ...source.origins } };
  const readKeys = await openKeys(config);
  const connecting = { config, source, vault: openVault(readKeys), clock };
  const running = await run({
    config,
    readKeys,
    prepare: (storage) => prepareFirm(storage, connecting),
    clock,
  });
  const settings = kind === "csv" ? {} : { PROLENS_DATA: config.dataDir, ...source.settings };
  const lockouts = lockoutExamples.filter(({ kind }) => !source.withoutLockouts.includes(kind));
  return { ...running, settings, lockouts, stop: () => running.stop().finally(source.close) };
}

/** Where it keeps what it stores: companies have other ids in each PSA, and with them their portals. */
function demoConfig(config: Config, kind: PsaKind): Config {
  return { ...config, databaseUrl: null, dataDir: kind === "csv" ? config.dataDir : join(config.dataDir, kind) };
}

/** What the demo prints once it is ready: addresses, who can sign in, and where mail lands. */
export async function describeDemo(
  { storage, mailbox, settings, lockouts }: RunningDemo,
  config: Config,
): Promise<string[]> {
  const firm = await unscopedFindFirmBySlug(storage.db, FIRM_SLUG);
  invariant(firm, "the demo has prepared its firm");
  const portals = await inFirmRead(storage.db, firm.id, listPortals);
  const origin = portalOrigin(FIRM_SLUG, config);
  const addressOf = (name: string) =>
    `${origin}/${portals.find(({ companyName }) => companyName === name)?.slug ?? ""}`;
  const clients = sampleClients.map((client) => [client.companyName, addressOf(client.companyName), client.email]);
  return [
    `${FIRM_NAME} is open: sample data, ${storage.description}.`,
    "",
    ...columns([
      ["Office", config.officeUrl.origin, sampleAdmin.email],
      [
        "Mailbox",
        mailbox ? `${config.officeUrl.origin}/mailbox` : "none: mail is really sent",
        "every sign-in code lands here",
      ],
    ]),
    "",
    "Client portals, and who can sign in:",
    ...columns(clients),
    "",
    "Worth trying too, and why:",
    ...columns(lockouts.slice(0, LOCKOUTS_TOLD).map(({ email, wrong }) => [email, wrong])),
    "",
    ...Object.entries(settings).map(([name, value]) => `Commands beside it need ${name}=${value}`),
  ];
}

type Connecting = { config: Config; source: DemoSource; vault: Vault; clock: Clock };

async function prepareFirm({ db }: Storage, connecting: Connecting): Promise<void> {
  const { source, clock } = connecting;
  const now = clock.now();
  const known = await unscopedFindFirmBySlug(db, FIRM_SLUG);
  const firm = known ?? (await createSampleFirm(db, now));
  const doer = { firmId: firm.id, actor: "demo", now };
  const connector = await connectSource(db, doer, connecting);
  // Whoever plays with the demo has connected another PSA, or none: then nothing is added to what they made of it.
  if (!connector) return;
  const call = { signal: AbortSignal.timeout(10_000), isUrgent: false };
  const { value } = await connector.listDirectory(call);
  const companies = value.companies.filter((company) => !company.isArchived);
  const made = await createPortals(
    db,
    doer,
    companies.map((company) => ({ company, template: ownTemplateOf(source.folderIdOf(company.id)) })),
  );
  invariant(made.kind === "created", "no address is wished for");
  // Later starts add nothing to what whoever plays with the demo has written.
  if (known) return;
  const projects = await listKnownProjects(connector, call);
  await keepSampleWriting(db, { firmId: firm.id, portals: made.portals, projects, now });
}

/** A folder of one's own may lack them, or hold none that can be read: nothing is written about them then, and each page says why. */
async function listKnownProjects(connector: PsaConnector, call: Call): Promise<Project[]> {
  try {
    return (await connector.listProjects(call)).value;
  } catch (err) {
    if (err instanceof PsaFault) return [];
    throw err;
  }
}

/** Null for whoever the firm's default is made for: their portals follow it, so that changing it does something. */
function ownTemplateOf(companyId: string): Template | null {
  const template = sampleTemplates[companyId] ?? FIRST_TEMPLATE;
  return template === FIRST_TEMPLATE ? null : template;
}

/** Makes the firm and its team. Later starts leave the team as whoever plays with the demo has made it. */
async function createSampleFirm(db: Database, now: Date): Promise<Firm> {
  const firm = await createFirm(db, { slug: FIRM_SLUG, name: FIRM_NAME, admin: sampleEmail(sampleAdmin), now });
  invariant(firm, "nobody else makes the sample firm");
  for (const person of sampleTeam)
    await setTeamUser(db, { firmId: firm.id, actor: "demo", now }, { email: sampleEmail(person), role: person.role });
  return firm;
}

/** The firm's connection to the source; null where somebody has connected something else, or ended it. */
async function connectSource(db: Database, doer: Doer, connecting: Connecting): Promise<PsaConnector | null> {
  const { config, source, vault, clock } = connecting;
  const { psa, token } = source;
  const connect = connectWith({ clock, vault, origins: config.vendorOrigins, openBudget: callBudgets(null) });
  const stored = await inFirmRead(db, doer.firmId, findConnectionStatus);
  if (stored && (stored.kind !== psa.kind || !stored.isLive)) return null;
  if (!stored || !isDeepStrictEqual(stored.settings, psa.settings)) {
    if (token === null) await connectPsa(db, doer, psa);
    else {
      const tried = await tryToken({ connect, vault, clock }, { firmId: doer.firmId, psa, id: null, token });
      invariant(tried.kind === "answered", "the stand-in knows its own token");
      await connectVendor(db, doer, psa, tried.value);
    }
  }
  const connection = await inFirmRead(db, doer.firmId, findConnection);
  invariant(connection, "the source is connected");
  return connect(doer.firmId, connection).connector;
}
