// The sample firm through the whole program, read from its folder, from Productive and from Harvest: whoever comes, at whichever
// door, is told the same, but for what a vendor has no way to hold.
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lockoutExamples, sampleAdmin, sampleTemplates, writeSampleFirm } from "../demo/sample-firm.ts";
import { type FirmRecords, readFirmRecords } from "../demo/stand-ins/records.ts";
import type { DecisionJson } from "../src/access/decision-json.ts";
import { setVisibility } from "../src/commands/set-visibility.ts";
import { calendarDateOf } from "../src/domain/calendar-date.ts";
import { type Email, parseEmail } from "../src/domain/email.ts";
import type { Firm } from "../src/domain/firm.ts";
import { type VendorKind, vendorKinds } from "../src/domain/psa-connection.ts";
import { slugFor } from "../src/domain/slug.ts";
import { type VisibilitySwitchName, visibilitySwitchNames } from "../src/domain/visibility.ts";
import type { Ability } from "./contracts/contract-sample.ts";
import { optOutsIn } from "./contracts/guide-opt-outs.ts";
import { optOuts } from "./contracts/opt-outs.ts";
import type { CsvDir } from "./support/csv-sample.ts";
import { visitDecisions } from "./support/decisions.ts";
import { fitRecords, losses, pageLosses, silentSwitches, writeRecords } from "./support/fit-records.ts";
import { openSession } from "./support/open-session.ts";
import { wordsOf } from "./support/page.ts";
import { PORTAL_DOMAIN, startTestApp, type TestApp, type TestFirm } from "./support/test-app.ts";
import { TestClock } from "./support/test-clock.ts";
import { startVendorFirm, type VendorFirm } from "./support/vendor-firm.ts";
import type { Visitor } from "./support/visitor.ts";

const FIRM_NAME = "Vendor Firm";

/** One person's load of one page: of the portal of a company, of a project there by our id, or of the firm's own address. */
type Load = { email: Email; companyId: string | null; projectId: string | null };

/** A firm that reads the sample from somewhere, whole or as far as a vendor can hold it. */
type Reader = { app: TestApp; firm: Firm; projectIdOf: (id: string) => string; visitors: Map<Email, Visitor> };
type Readers = Record<"whole" | VendorKind | `folder for ${VendorKind}`, Reader>;

/** The page as it reads, and the decision that was stored about it; null where an address only leads on. */
type Seen = { status: number; words: string; decided: ReturnType<typeof decidedIn> | null };

/** Whose decision by a vendor is another than by the whole folder, and which opt-out is to blame. */
const exceptions: Record<VendorKind, Record<string, Ability>> = {
  productive: {
    "business.office@saltmarshschools.example": "several_emails",
    "jane@acme.example": "drafts",
    "odette@pineandpilot.example": "drafts",
  },
  harvest: {
    "m.bell@mercypoint.example": "archived_contacts",
    "zoe.hart@tidewaterhousing.example": "contacts_without_company",
    "jane@acme.example": "drafts",
    "odette@pineandpilot.example": "drafts",
  },
};

const clock = new TestClock();
let stopAll: () => Promise<unknown>;
let records: FirmRecords;
let loads: Load[];
let seen: Record<keyof Readers, Seen[]>;
beforeAll(async () => {
  const folders = await startTestApp({ clock, psaDeadlineMs: 20_000 });
  const sample = ({ dir }: CsvDir) => writeSampleFirm(dir, calendarDateOf(clock.now()));
  const whole = await folders.addFirm("whole", FIRM_NAME, sample, sampleTemplates);
  records = readFirmRecords(whole.csv.dir);
  const fitting = (vendor: VendorKind) =>
    folders.addFirm(
      `as-${vendor}`,
      FIRM_NAME,
      (csv) => writeRecords(csv, fitRecords(records, vendor)),
      sampleTemplates,
    );
  const vendorFirm = (vendor: VendorKind) =>
    startVendorFirm({ vendor, psaDeadlineMs: 20_000, records, clock, templates: sampleTemplates });
  const [productive, harvest] = [await vendorFirm("productive"), await vendorFirm("harvest")];
  stopAll = () => Promise.all([folders, productive, harvest].map((app) => app.stop()));
  const fromFolder = ({ firm }: TestFirm) => ({ app: folders, firm, projectIdOf: (id: string) => id });
  const fromVendor = (app: VendorFirm) => ({
    ...{ app, firm: app.firm, projectIdOf: (id: string) => app.standIn.theirIdOf("project", id) },
  });
  const readers: Readers = {
    whole: await readerOf(fromFolder(whole), visibilitySwitchNames),
    productive: await readerOf(fromVendor(productive), shownBy("productive")),
    harvest: await readerOf(fromVendor(harvest), shownBy("harvest")),
    "folder for productive": await readerOf(fromFolder(await fitting("productive")), shownBy("productive")),
    "folder for harvest": await readerOf(fromFolder(await fitting("harvest")), shownBy("harvest")),
  };
  loads = loadsOf(records);
  seen = await seeAll(readers, records);
}, 240_000);
afterAll(() => stopAll());

describe.each(vendorKinds)("%s", (vendor) => {
  test("everybody is decided about as from a folder that holds what the vendor can, and reads the same pages", () => {
    expect(loads.length).toBeGreaterThan(120);
    for (const [at, load] of loads.entries()) {
      expect({ load, ...seen[vendor][at] }).toEqual({ load, ...seen[`folder for ${vendor}`][at] });
    }
  });

  test("everybody is decided about as from the whole folder, but for those whom an opt-out names", () => {
    const outcomes = (by: keyof Readers) => seen[by].map(({ decided }) => decided && [decided.outcome, decided.cause]);
    const [own, whole] = [outcomes(vendor), outcomes("whole")];
    const others = loads.filter((_, at) => !isDeepStrictEqual(own[at], whole[at]));
    expect(new Set(others.map(({ email }) => email))).toEqual(new Set(Object.keys(exceptions[vendor])));
    expect(Object.keys(optOuts[vendor])).toEqual(expect.arrayContaining(Object.values(exceptions[vendor])));
  });

  test("what is left out of the folder names every opt-out of the contract", () => {
    const named = losses[vendor].flatMap((loss) => ("ability" in loss ? loss.ability : []));
    expect(named.toSorted()).toEqual(Object.keys(optOuts[vendor]).toSorted());
  });

  test("whatever else is left out of it stands in the vendor's guide, with the reason", () => {
    expect(optOutsIn(vendor, "pages")).toEqual(pageLosses(vendor));
  });

  test("nothing is left out of it for nothing: each loss takes something of the sample firm", () => {
    for (const { reason, take } of losses[vendor]) expect(take(records), reason).not.toEqual(records);
  });
});

function shownBy(vendor: VendorKind): VisibilitySwitchName[] {
  return visibilitySwitchNames.filter((name) => !(name in silentSwitches[vendor]));
}

/** With these switches on, the sensitive ones too: what is shown nowhere could not be compared. */
async function readerOf(read: Omit<Reader, "visitors">, shown: readonly VisibilitySwitchName[]): Promise<Reader> {
  const doer = { firmId: read.firm.id, actor: "test", now: clock.now() };
  for (const name of shown) await setVisibility(read.app.database.db, doer, { name, isOn: true });
  return { ...read, visitors: new Map() };
}

/**
 * Everybody with an address, whoever is known to be locked out, a stranger and somebody of the firm: at the firm's own address,
 * at the door where they belong, and at another's. Every project once, by whoever comes first for its company.
 */
function loadsOf({ companies, contacts, projects }: FirmRecords): Load[] {
  const companyOf = new Map<Email, string>();
  const add = (text: string, companyId: string) => {
    const email = parseEmail(text);
    if (email && !companyOf.has(email)) companyOf.set(email, companyId);
  };
  for (const { email, company_id } of contacts)
    for (const one of email.split(";")) add(one, company_id.split(";")[0] ?? "");
  for (const { email, companyId } of lockoutExamples) add(email, companyId);
  for (const email of ["stranger@elsewhere.example", sampleAdmin.email]) add(email, companies[0]?.id ?? "");
  const read = new Set<string>();
  return [...companyOf].flatMap(([email, companyId], at): Load[] => {
    const others = companies.filter(({ id }) => id !== companyId);
    const own = read.has(companyId) ? [] : projects.filter(({ company_id }) => company_id === companyId);
    read.add(companyId);
    const doors = [null, companyId, others[at % others.length]?.id ?? null];
    return [
      ...doors.map((door) => ({ email, companyId: door, projectId: null })),
      ...own.map(({ id }) => ({ email, companyId, projectId: id })),
    ];
  });
}

/** Each load by all readers, at the same moment of their common clock. */
async function seeAll(readers: Readers, { companies }: FirmRecords): Promise<typeof seen> {
  const slugs = new Map(companies.map(({ id, name }) => [id, slugFor(name, new Set())]));
  const names = Object.keys(readers) as (keyof Readers)[];
  const pages = names.map((): (Omit<Seen, "decided"> & { at: number })[] => []);
  for (const load of loads) {
    clock.advance(1_000);
    const at = clock.now().getTime();
    const door = load.companyId === null ? "/" : `/${slugs.get(load.companyId)}`;
    await Promise.all(
      names.map(async (name, nth) => pages[nth]?.push({ at, ...(await readPage(readers[name], load, door)) })),
    );
  }
  const seenBy = names.map(async (name, nth) => {
    const decisions = await visitDecisions(readers[name].app, readers[name]);
    const own = pages[nth] ?? [];
    return [name, own.map(({ at, ...page }) => ({ ...page, decided: decidedIn(decisions.get(at) ?? null) }))] as const;
  });
  return Object.fromEntries(await Promise.all(seenBy)) as typeof seen;
}

async function readPage({ app, firm, projectIdOf, visitors }: Reader, { email, projectId }: Load, door: string) {
  const visitor = visitors.get(email) ?? app.visitHost(`${firm.slug}.${PORTAL_DOMAIN}`);
  if (!visitors.has(email)) await openSession(app, firm, { visitor, email });
  visitors.set(email, visitor);
  const page = await visitor.get(projectId === null ? door : `${door}/projects/${projectIdOf(projectId)}`);
  const words = wordsOf(page)
    .replaceAll(firm.slug, "firm")
    .replaceAll(/PL-[0-9A-Z]{4}-[0-9A-Z]{2}/g, "reference")
    // What is the same for all clients is shared for a minute at Harvest, and the page says that it is as old.
    .replaceAll(/Updated (just now|\d+ minutes? ago)|as of \d+ \w+, \d+:\d+ UTC/g, "age")
    // Whom the foot of a printed page names: each firm of this test was set up by another admin.
    .replaceAll(/(admin-[0-9a-f]{8}@[\w-]+|nora@firm)\.example/g, "office");
  return { status: page.status, words };
}

/** What of a decision is nobody's own: no id, no moment. */
function decidedIn(decision: DecisionJson | null) {
  if (!decision) return null;
  const { outcome, cause, portal, company, steps, projects, fields } = decision;
  return {
    ...{ outcome, cause, portal, company: company?.name ?? null, fields, visible: projects.visible },
    steps: steps.map((step) => [step.check, step.verdict, step.cause]),
    hidden: projects.hidden.map((project) => project.cause).sort(),
  };
}
