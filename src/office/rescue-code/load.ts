import type { Decision } from "../../access/decision.ts";
import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import { diagnosePerson } from "../../diagnosis/diagnose-person.ts";
import type { Email } from "../../domain/email.ts";
import type { AtWork } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";

/** The decision about this person at the portal of their own company, asking the PSA now. */
export async function loadPerson({ db, psa }: OfficeServices, { firm, now }: AtWork, email: Email): Promise<Decision> {
  const connection = await inFirmRead(db, firm.id, findConnection);
  const gateway = psa.gatewayFor(firm.id, connection);
  const { decision } = await diagnosePerson({ db, now, firm, gateway }, email, { kind: "own" });
  return decision;
}
