import type { PsaTrouble } from "../access/facts.ts";
import { inFirmRead } from "../data/database.ts";
import { findConnection } from "../data/queries/connections.ts";
import type { DiagnosisParts } from "../diagnosis/diagnose-person.ts";
import type { Firm } from "../domain/firm.ts";
import type { PsaGateway } from "../psa/gateway.ts";
import type { ApiServices } from "./services.ts";

/** The firm's way to its PSA, or why there is none. */
export async function gatewayOf({ db, psa }: ApiServices, firm: Firm): Promise<PsaGateway | PsaTrouble> {
  return psa.gatewayFor(firm.id, await inFirmRead(db, firm.id, findConnection));
}

/** What a question about a person of this firm takes. */
export async function diagnosisParts(services: ApiServices, firm: Firm): Promise<DiagnosisParts> {
  return { db: services.db, now: services.clock.now(), firm, gateway: await gatewayOf(services, firm) };
}
