// A Harvest account as a PSA. Questions of the port become calls; every row that leaves is checked against the question.
import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { Company } from "../../domain/contact.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { emptyWork } from "../../domain/project.ts";
import { partText } from "../../domain/psa-texts/part-words.ts";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import type { FieldName } from "../../domain/template.ts";
import { byId } from "../by-id.ts";
import { dated } from "../dated.ts";
import { PsaFault } from "../errors.ts";
import { hiding, plain } from "../http/rows.ts";
import type { Budget, VendorParts } from "../http/vendor.ts";
import type { Answer, Call, Directory, PsaConnector, PsaIdentity } from "../port.ts";
import { type HarvestClient, openHarvest } from "./client.ts";
import { listProjects, readCompanyWork } from "./company-work.ts";
import { FirmListings } from "./firm-listings.ts";
import { inspectHarvest } from "./inspect.ts";
import { LiveContacts } from "./live-contacts.ts";
import { mapCompany, mapContact, nameOf } from "./map.ts";
import { findByEmails } from "./people.ts";
import { account, anyProjects, clients, ownUser } from "./wire.ts";

/**
 * Half of the 100 calls in 15 seconds, and of the 100 reports in 15 minutes, that Harvest documents. It may count them for the
 * address that they come from, so all firms share them; and no firm uses up more than its own part, which leaves another one a
 * first load and more. It is what ten clients of a firm need who come at once.
 */
export const harvestBudgets: readonly Budget[] = [
  { per: "connection", calls: 40, windowMs: 15_000 },
  { per: "host", calls: 50, windowMs: 15_000 },
  { per: "host", calls: 50, windowMs: 15 * 60_000, paths: "/v2/reports/" },
];

/** What is in no Harvest account, or is not read out of one. */
export const neverFromHarvest: readonly FieldName[] = [
  "percentComplete",
  "milestones",
  "tasks",
  "taskNotes",
  "address",
  "description",
];

/** A connector that reads one account. It asks nothing before it is asked, and keeps which contacts carry which email, and for a minute what is the same for all clients. */
export function createHarvestConnector(vendor: VendorParts, accountId: string): PsaConnector {
  const client = openHarvest(vendor, accountId);
  const { clock } = vendor;
  const contacts = new LiveContacts(client, clock);
  const listings = new FirmListings(client, clock);
  const today = () => calendarDateOf(clock.now());

  return {
    findByEmails: async (emails, call) => {
      call.signal.throwIfAborted();
      const readAt = clock.now();
      const answers = emails.length === 0 ? [] : await findByEmails(client, contacts, { emails, call });
      return answers.map((answer) => ({ ...answer, readAt }));
    },
    findCompany: (companyId, call) => dated(clock, call, () => findCompany(client, companyId, call)),
    listDirectory: (call) => dated(clock, call, () => listDirectory(client, contacts, call)),
    listProjects: (call) => dated(clock, call, () => listProjects(client, call)),
    requireProjects: async (call) => void (await client.read("projects?per_page=1", anyProjects, call)),
    readCompanyWork: async (companyId, call) => {
      const firm = listings.forReading();
      const reading = await dated(clock, call, async () =>
        isHarvestId(companyId)
          ? readCompanyWork({ client, firm }, { companyId, today: today() }, call)
          : { value: emptyWork(companyId), gaps: [] },
      );
      return { ...reading, readAt: firm.oldest(reading.readAt) };
    },
    workVersion: async ({ signal }) => {
      signal.throwIfAborted();
      return null;
    },
    identify: (call) => identify(client, call),
    inspect: (call) => inspectHarvest(client, call),
  };
}

/** Harvest's ids are whole numbers: of any other there is none, and it has no place in an address. */
function isHarvestId(companyId: CompanyId): boolean {
  return /^[1-9]\d{0,15}$/.test(companyId);
}

async function findCompany(client: HarvestClient, companyId: CompanyId, call: Call): Promise<Answer<Company | null>> {
  if (!isHarvestId(companyId)) return { value: null, gaps: [] };
  const { rows, gaps } = await client.find(clients, companyId, call);
  const [row] = rows;
  return row ? { value: mapCompany(row), gaps: [] } : { value: null, gaps: gaps.map(plain) };
}

async function listDirectory(client: HarvestClient, live: LiveContacts, call: Call): Promise<Answer<Directory>> {
  const [companies, contacts] = await Promise.all([client.list(clients, {}, call), live.listAll(call)]);
  return {
    value: { companies: byId(companies.rows.map(mapCompany)), contacts: byId(contacts.rows.map(mapContact)) },
    gaps: [
      ...companies.gaps.map((gap) => hiding(gap, "company")),
      ...contacts.gaps.map((gap) => hiding(gap, "contact")),
    ],
  };
}

/** Who is no administrator is shown less, and nothing in the listings says so: such a token is refused. */
async function identify(client: HarvestClient, call: Call): Promise<PsaIdentity> {
  call.signal.throwIfAborted();
  const [user, { name }] = await Promise.all([
    client.read("users/me", ownUser, call),
    client.read("company", account, call),
  ]);
  const tokenOwner = nameOf(user);
  if (user.access_roles.includes("administrator")) return { organisation: name, tokenOwner };
  const rights = user.access_roles.join(", ") || partText("no_rights");
  const owner = tokenOwner ?? partText("somebody");
  throw new PsaFault("forbidden", vendorText("no_administrator", { owner, rights }));
}
