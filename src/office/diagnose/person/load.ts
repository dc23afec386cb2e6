import { inFirmRead } from "../../../data/database.ts";
import { listLimits, type StoredLimit } from "../../../data/queries/limits.ts";
import { type PersonRecords, readPersonRecords } from "../../../data/queries/people.ts";
import { listPortals } from "../../../data/queries/portals.ts";
import { readTemplateShapes } from "../../../data/queries/template-shapes.ts";
import { type Diagnosis, diagnosePerson } from "../../../diagnosis/diagnose-person.ts";
import type { Email } from "../../../domain/email.ts";
import type { Portal } from "../../../domain/firm.ts";
import type { TemplateBlocks } from "../../../domain/template.ts";
import { blocksOf } from "../../../domain/template-shape.ts";
import { diagnosisPartsOf } from "../../diagnosis-parts.ts";
import type { AtWork } from "../../enter.tsx";
import type { OfficeServices } from "../../services.ts";
import { doorAskedOf } from "../door-asked.ts";
import type { DoorField } from "../paths.ts";
import { contactsAt } from "../person-about.ts";

export type PersonLoad = {
  diagnosis: Diagnosis;
  records: PersonRecords;
  /** The limits of this person's contacts at the portal at the door. */
  limits: StoredLimit[];
  portals: Portal[];
  /** What each template shows at this firm. */
  templates: TemplateBlocks;
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
  const { records, limits, portals, templates } = await inFirmRead(services.db, firm.id, async (tx) => ({
    records: await readPersonRecords(tx, email),
    limits: await listLimits(tx),
    portals: await listPortals(tx),
    templates: blocksOf(await readTemplateShapes(tx)),
  }));
  const contacts = contactsAt(diagnosis);
  const own = limits.filter(
    ({ portalId, contactId }) => portalId === diagnosis.portal?.id && contacts.some(({ id }) => id === contactId),
  );
  return { diagnosis, records, limits: own, portals, templates };
}
