import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  ensureSampleFirm,
  lockoutExamples,
  sampleAdmin,
  sampleClients,
  sampleTemplates,
} from "../../demo/sample-firm.ts";
import { connectPsa } from "../commands/connect-psa.ts";
import { createFirm } from "../commands/create-firm.ts";
import { createPortals } from "../commands/create-portals.ts";
import type { Config } from "../config/config.ts";
import { createCsvConnector } from "../connectors/csv/adapter.ts";
import { inFirmRead } from "../data/database.ts";
import type { Storage } from "../data/open-storage.ts";
import { findConnection } from "../data/queries/connections.ts";
import { unscopedFindFirmBySlug } from "../data/queries/firms.ts";
import { listPortals } from "../data/queries/portals.ts";
import { calendarDateOf } from "../domain/calendar-date.ts";
import { parseEmail } from "../domain/email.ts";
import { type Clock, systemClock } from "../lib/clock.ts";
import { invariant } from "../lib/invariant.ts";
import { type Running, run } from "../main.ts";
import { portalOrigin } from "../tenancy/place.ts";
import { columns } from "./answer.ts";
import { openKeys } from "./master-key.ts";

const FIRM_SLUG = "harbor-finch";
const FIRM_NAME = "Harbor & Finch";

/** The folder that comes with the project; the bundle in dist/ and the sources are equally far from it. */
function defaultDir(): string {
  return resolve(
    fileURLToPath(new URL(".", import.meta.url)),
    import.meta.url.includes("/dist/") ? "../demo" : "../../demo",
  );
}

/** Embedded storage and the sample firm, read live from its CSV folder, with a portal for every company. */
export async function startDemo(config: Config, options: { dir?: string; clock?: Clock } = {}): Promise<Running> {
  const clock = options.clock ?? systemClock;
  const dir = resolve(options.dir ?? defaultDir());
  await ensureSampleFirm(dir, calendarDateOf(clock.now()));
  const readKeys = await openKeys(config);
  const prepare = (storage: Storage) => prepareFirm(storage, dir, clock);
  return run({ config: { ...config, databaseUrl: null }, readKeys, prepare, clock });
}

/** What the demo prints once it is ready: addresses, who can sign in, and where mail lands. */
export async function describeDemo({ storage, mailbox }: Running, config: Config): Promise<string[]> {
  const firm = await unscopedFindFirmBySlug(storage.db, FIRM_SLUG);
  invariant(firm, "the demo has prepared its firm");
  const portals = await inFirmRead(storage.db, firm.id, listPortals);
  const origin = portalOrigin(FIRM_SLUG, config);
  const addressOf = (companyId: string) =>
    `${origin}/${portals.find((portal) => portal.companyId === companyId)?.slug ?? ""}`;
  const clients = sampleClients.map((client) => [client.companyName, addressOf(client.companyId), client.email]);
  const examples = lockoutExamples.slice(0, 4);
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
    ...columns(examples.map((example) => [example.email, example.wrong])),
    "",
  ];
}

async function prepareFirm({ db }: Storage, dir: string, clock: Clock): Promise<void> {
  const now = clock.now();
  const admin = parseEmail(sampleAdmin.email);
  invariant(admin, "the sample admin has an email");
  const firm =
    (await unscopedFindFirmBySlug(db, FIRM_SLUG)) ??
    (await createFirm(db, { slug: FIRM_SLUG, name: FIRM_NAME, admin, now }));
  invariant(firm, "the firm exists or was made");
  const doer = { firmId: firm.id, actor: "demo", now };
  const connection = await inFirmRead(db, firm.id, findConnection);
  // Somebody who tries ProLens may have connected their own PSA in place of the sample.
  if (connection && connection.kind !== "csv") return;
  if (connection?.settings.dir !== dir) await connectPsa(db, doer, { kind: "csv", settings: { dir } });
  const { value } = await createCsvConnector({ dir, clock }).listDirectory({
    signal: AbortSignal.timeout(10_000),
    isUrgent: false,
  });
  const companies = value.companies.filter((company) => !company.isArchived);
  await createPortals(
    db,
    doer,
    companies.map((company) => ({ company, template: sampleTemplates[company.id] ?? "owner" })),
  );
}
