import type { ContentSettings } from "../../../access/newly-exposed.ts";
import { inFirmRead, type Tx } from "../../../data/database.ts";
import { readContentSettings } from "../../../data/queries/content-settings.ts";
import { listLimits, type StoredLimit } from "../../../data/queries/limits.ts";
import { type PersonRecords, readPersonRecords } from "../../../data/queries/people.ts";
import { readPortalDefaults } from "../../../data/queries/portal-defaults.ts";
import { listNewestAnswers } from "../../../data/queries/pulse.ts";
import { listUpdatedProjects } from "../../../data/queries/updates.ts";
import { type Diagnosis, diagnosePerson } from "../../../diagnosis/diagnose-person.ts";
import type { Email } from "../../../domain/email.ts";
import { diagnosisPartsOf } from "../../diagnosis-parts.ts";
import type { AtWork } from "../../enter.tsx";
import type { OfficeServices } from "../../services.ts";
import { doorAskedOf } from "../door-asked.ts";
import type { DoorField } from "../paths.ts";
import { contactsAt } from "../person-about.ts";
import type { OwnFacts } from "./present-own.ts";

export type PersonLoad = {
  diagnosis: Diagnosis;
  records: PersonRecords;
  /** The limits of this person's contacts at the portal at the door. */
  limits: StoredLimit[];
  /** What settles which fields the firm's portals show. */
  settings: ContentSettings;
  /** What the firm itself has put on the pages of the projects that they see. */
  own: OwnFacts;
};

/** The live question, and what our own storage keeps about the person. */
export async function loadPerson(
  services: OfficeServices,
  work: AtWork,
  { email, door }: { email: Email; door: DoorField },
): Promise<PersonLoad> {
  const { firm } = work;
  const parts = await diagnosisPartsOf(services, work);
  const diagnosis = await diagnosePerson(parts, email, await doorAskedOf(services, firm, door));
  const { records, limits, settings, own } = await inFirmRead(services.db, firm.id, async (tx) => ({
    records: await readPersonRecords(tx, email),
    limits: await listLimits(tx),
    settings: await readContentSettings(tx),
    own: await loadOwn(tx, diagnosis, { email, now: work.now }),
  }));
  const contacts = contactsAt(diagnosis);
  const theirs = limits.filter(
    ({ portalId, contactId }) => portalId === diagnosis.portal?.id && contacts.some(({ id }) => id === contactId),
  );
  return { diagnosis, records, limits: theirs, settings, own };
}

async function loadOwn(
  tx: Tx,
  { decision, facts, portal }: Diagnosis,
  { email, now }: { email: Email; now: Date },
): Promise<OwnFacts> {
  const { pulseEvery } = await readPortalDefaults(tx);
  const all = facts.work.kind === "read" ? facts.work.projects : [];
  const seen = all.filter(({ id }) => decision.visibleProjectIds.includes(id));
  if (!portal || seen.length === 0) return { projects: [], pulseEvery, now };
  const updated = await listUpdatedProjects(tx, portal.companyId);
  const answers = await listNewestAnswers(tx, { portalId: portal.id, email });
  const projects = seen.map(({ id, status }) => ({
    projectId: id,
    status,
    hasUpdate: updated.includes(id),
    answeredAt: answers.find(({ projectId }) => projectId === id)?.at ?? null,
  }));
  return { projects, pulseEvery, now };
}
