import type { DecisionJson } from "../../../access/decision-json.ts";
import type { ContentSettings } from "../../../access/newly-exposed.ts";
import { inFirmRead } from "../../../data/database.ts";
import { readContentSettings } from "../../../data/queries/content-settings.ts";
import { findDecision } from "../../../data/queries/decisions.ts";
import { type PersonRecords, readPersonRecords } from "../../../data/queries/people.ts";
import { type Diagnosis, diagnosePerson } from "../../../diagnosis/diagnose-person.ts";
import { parseEmail } from "../../../domain/email.ts";
import type { ProjectId } from "../../../domain/ids.ts";
import { parseReference } from "../../../domain/reference.ts";
import { diagnosisPartsOf } from "../../diagnosis-parts.ts";
import type { AtWork } from "../../enter.tsx";
import type { OfficeServices } from "../../services.ts";
import { doorAskedOf, doorFieldOfAsked, typedText } from "../door-asked.ts";

export type ReferenceLoad = {
  stored: DecisionJson;
  /** The same question asked now; null where the stored decision knows no person to ask about. */
  live: { diagnosis: Diagnosis; settings: ContentSettings } | null;
  mails: PersonRecords["mails"];
};

/** The stored decision and the live one; null for what is no reference, unknown, or another firm's: no difference is made. */
export async function loadReference(
  services: OfficeServices,
  work: AtWork,
  typed: string,
): Promise<ReferenceLoad | null> {
  const { firm } = work;
  const reference = parseReference(typed);
  const stored = reference && (await inFirmRead(services.db, firm.id, (tx) => findDecision(tx, reference)));
  if (!stored) return null;
  const email = parseEmail(stored.person?.email ?? "");
  if (!email) return { stored, live: null, mails: [] };
  const parts = await diagnosisPartsOf(services, work);
  const door = await doorAskedOf(services, firm, doorFieldOfAsked(stored.asked));
  const asked = door.kind === "slug" ? { ...door, projectId: door.projectId ?? projectOf(stored) } : door;
  const { mails, settings } = await inFirmRead(services.db, firm.id, async (tx) => ({
    mails: (await readPersonRecords(tx, email)).mails,
    settings: await readContentSettings(tx),
  }));
  return { stored, live: { diagnosis: await diagnosePerson(parts, email, asked), settings }, mails };
}

/** The project whose page was asked for, where that is what the decision stopped at. */
function projectOf({ steps }: DecisionJson): ProjectId | null {
  const scope = steps.find(({ cause }) => cause === "scope.no_such_project");
  return typeof scope?.evidence.asked === "string" ? (typedText(scope.evidence.asked) as ProjectId) : null;
}
