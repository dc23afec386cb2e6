// Gathers what the pre-flight decides from: our own records, and one reading of the PSA's directory and projects.

import { psaWords } from "../access/explain/psa-words.ts";
import { counted } from "../access/explain/texts.ts";
import type { PsaTrouble } from "../access/facts.ts";
import { inFirmRead } from "../data/database.ts";
import { findConnection } from "../data/queries/connections.ts";
import { listPortals } from "../data/queries/portals.ts";
import { readSettled } from "../data/queries/settled.ts";
import type { Company } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { Portal } from "../domain/firm.ts";
import type { StillReading } from "../psa/patient-listing.ts";
import { readEverything, type Waiting } from "../psa/read-everything.ts";
import type { DiagnosisParts } from "./diagnose-person.ts";
import { type PreflightInput, type PreflightPortal, preflight } from "./preflight.ts";
import { unlinkedWords } from "./preflight-words.ts";

/** An active company whose contacts have no address to open. */
export type WithoutPortal = { company: Company; contacts: number };

/** A contact of no company, and how the PSA mends that. */
export type Unlinked = { name: string; email: Email | null; reason: string; remedy: string };

/** `trouble`: the PSA does not answer, for anybody. `late`: this is how it was when it was read last, and it is being read anew. */
export type PreflightRun = {
  portals: PreflightPortal[];
  /** Every portal of the firm, to choose from. */
  all: Portal[];
  withoutPortal: WithoutPortal[];
  /** Active contacts whom the PSA links to no company that it has: no portal is theirs. */
  withoutCompany: Unlinked[];
  readAt: Date | null;
  trouble: PsaTrouble | null;
  late: StillReading | null;
};

type Asked = { slug: string | null; locale: string; waiting: Waiting };

/** Would everybody get in, now: at all portals, or at the one with this current slug. What mends it is said in the locale. */
export async function runPreflight(parts: DiagnosisParts, { slug, locale, waiting }: Asked): Promise<PreflightRun> {
  const input = await readPreflightInput(parts, waiting);
  if ("trouble" in input) {
    return { portals: [], withoutPortal: [], withoutCompany: [], readAt: null, late: null, ...input };
  }
  const portals = input.portals.filter((portal) => slug === null || portal.slug === slug);
  return {
    portals: preflight({ ...input, portals }),
    all: input.portals,
    withoutPortal: slug === null ? listWithoutPortal(input, locale) : [],
    withoutCompany: slug === null ? listWithoutCompany(input, locale) : [],
    readAt: input.directory.readAt,
    trouble: "kind" in input.projects ? input.projects : null,
    late: input.late,
  };
}

/** Our records first, in one transaction; then the PSA, outside of it. */
export async function readPreflightInput(
  { db, now, firm, gateway }: DiagnosisParts,
  waiting: Waiting,
): Promise<(PreflightInput & Pick<PreflightRun, "late">) | { trouble: PsaTrouble; all: Portal[] }> {
  const { portals, psaKind, ...settled } = await inFirmRead(db, firm.id, async (tx) => ({
    portals: await listPortals(tx),
    psaKind: (await findConnection(tx))?.kind ?? null,
    ...(await readSettled(tx)),
  }));
  const read = await readEverything(gateway, waiting);
  if ("kind" in read) return { trouble: read, all: portals };
  return { now, firm, psaKind, portals, ...read.value, ...settled, late: read.late };
}

/** By name. */
function listWithoutPortal({ directory, portals }: PreflightInput, locale: string): WithoutPortal[] {
  const { companies, contacts } = directory.value;
  const order = new Intl.Collator(locale, { numeric: true });
  const withPortal = new Set(portals.map(({ companyId }) => companyId));
  const active = contacts.filter(({ isArchived }) => !isArchived).flatMap(({ companyIds }) => companyIds);
  const counts = Map.groupBy(active, (id) => id);
  return companies
    .filter(({ id, isArchived }) => !isArchived && !withPortal.has(id) && counts.has(id))
    .map((company) => ({ company, contacts: counts.get(company.id)?.length ?? 0 }))
    .sort((a, b) => order.compare(a.company.name, b.company.name));
}

/** A row that could not be read may be their company's: then nothing is said about them. */
function listWithoutCompany({ directory: { value, gaps }, psaKind }: PreflightInput, locale: string): Unlinked[] {
  const companyIds = new Set(value.companies.map(({ id }) => id));
  const mayHideCompany = gaps.some(({ hides }) => hides?.record !== "contact");
  return value.contacts
    .filter(({ isArchived, companyIds: own }) => !isArchived && !own.some((id) => companyIds.has(id)))
    .filter(({ companyIds: own }) => own.length === 0 || !mayHideCompany)
    .map(({ name, emails: [email] }) => ({
      name,
      email: email ?? null,
      reason: unlinkedWords(locale)("reason", { who: email ? `${name} (${email})` : name }),
      remedy: counted(psaWords(psaKind, locale).linkCompany(name, null), locale),
    }));
}
