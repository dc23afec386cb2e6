import type { Decision } from "../../access/decision.ts";
import { diagnosePerson } from "../../diagnosis/diagnose-person.ts";
import type { Email } from "../../domain/email.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import type { AtWork } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";

/** The decision about this person at the portal of their own company, asking the PSA now. */
export async function loadPerson(services: OfficeServices, work: AtWork, email: Email): Promise<Decision> {
  const { decision } = await diagnosePerson(await diagnosisPartsOf(services, work), email, { kind: "own" });
  return decision;
}
