import { inFirmRead } from "../data/database.ts";
import { findConnection } from "../data/queries/connections.ts";
import type { DiagnosisParts } from "../diagnosis/diagnose-person.ts";
import type { AtWork } from "./enter.tsx";
import type { OfficeServices } from "./services.ts";

/** What a question about a person needs, for the firm of this page. */
export async function diagnosisPartsOf({ db, psa }: OfficeServices, { firm, now }: AtWork): Promise<DiagnosisParts> {
  const connection = await inFirmRead(db, firm.id, findConnection);
  return { db, now, firm, gateway: psa.gatewayFor(firm.id, connection) };
}
