// The facts of a decision, out of listings instead of out of questions about one person. INVARIANT: the same as what the
// PSA would answer about that person, gaps included; a test compares the two on generated folders.
import type { PeopleFact, WorkFact } from "../access/facts.ts";
import type { Directory, Gap, Hidden, Reading } from "../connectors/port.ts";
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";

type PeopleRead = Extract<PeopleFact, { kind: "read" }>;
type WorkRead = Extract<WorkFact, { kind: "read" }>;

/** Companies and contacts, found by what a door asks for. */
export function indexDirectory({ value, gaps, readAt }: Reading<Directory>) {
  const byEmail = indexBy(value.contacts, ({ emails }) => emails);
  const byCompany = indexBy(value.contacts, ({ companyIds }) => companyIds);
  const companyById = new Map(value.companies.map((company) => [company.id, company]));
  const contactGaps = indexGaps(gaps, "contact");
  const companyGaps = indexGaps(gaps, "company");

  /** Who carries the email and where they belong, as the live question answers it. */
  function peopleOf(email: Email): PeopleRead {
    const contacts = byEmail.get(email) ?? [];
    const companyIds = [...new Set(contacts.flatMap((contact) => contact.companyIds))];
    const companies = companyIds.flatMap((id) => companyById.get(id) ?? []);
    const missing = companyIds.filter((id) => !companyById.has(id));
    const hiding = new Set([...contactGaps([email]), ...companyGaps(missing)]);
    return { kind: "read", contacts, companies, gaps: [...hiding].map(textOf), readAt, byAlias: null };
  }

  /** Null: it cannot be told, because a record that could not be read may be the company's. */
  function isCompanyGone(id: CompanyId): boolean | null {
    if (companyById.has(id)) return false;
    return gaps.length > 0 ? null : true;
  }

  return {
    peopleOf,
    isCompanyGone,
    companyOf: (id: CompanyId): Company | null => companyById.get(id) ?? null,
    contactsOf: (id: CompanyId): Contact[] => byCompany.get(id) ?? [],
  };
}

/** Projects, found by their company. */
export function indexProjects({ value, gaps, readAt }: Reading<Project[]>) {
  const byCompany = indexBy(value, ({ companyId }) => [companyId]);
  const projectGaps = indexGaps(gaps, "project");
  return {
    workOf: (id: CompanyId): WorkRead => ({
      kind: "read",
      projects: byCompany.get(id) ?? [],
      supplies: null,
      gaps: projectGaps([id]).map(textOf),
      readAt,
    }),
  };
}

function indexBy<Item, Key>(items: Item[], keysOf: (item: Item) => readonly Key[]): Map<Key, Item[]> {
  const index = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const known = index.get(key);
      if (known) known.push(item);
      else index.set(key, [item]);
    }
  }
  return index;
}

/** The gaps that may hide a record of one of these keys; a gap that does not say what it hides may hide any. */
function indexGaps(gaps: Gap[], record: Hidden["record"]): (keys: readonly string[]) => Gap[] {
  const ofRecord = gaps.filter(({ hides }) => hides === undefined || hides.record === record);
  const hidingAny = ofRecord.filter(({ hides }) => hides === undefined || hides.keys === null);
  const byKey = indexBy(ofRecord, ({ hides }) => hides?.keys ?? []);
  return (keys) =>
    keys.length === 0 ? [] : [...new Set([...hidingAny, ...keys.flatMap((key) => byKey.get(key) ?? [])])];
}

function textOf({ place, message }: Gap): string {
  return `${place}: ${message}`;
}
