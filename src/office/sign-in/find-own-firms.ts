import { checkAccess } from "../../access/check-access.ts";
import { linkedCompanies } from "../../access/checks/company.ts";
import { inFirmRead } from "../../data/database.ts";
import { unscopedListFewFirms, unscopedListFirmsOfAccountEmail } from "../../data/queries/firms.ts";
import { readDoor } from "../../data/queries/read-door.ts";
import type { Email } from "../../domain/email.ts";
import type { Firm } from "../../domain/firm.ts";
import { openReading } from "../../psa/open-reading.ts";
import type { OfficeServices } from "../services.ts";

/** With more firms than these on one installation, their PSAs are not asked: it would cost all of them a question. */
const FIRMS_ASKED_MAX = 5;

/**
 * The firms at whose portals this email has business: it was proved there before, or the firm's PSA knows it right now.
 * Only for whoever has just proved the email. A PSA that does not answer in time counts as not knowing it.
 */
export async function findOwnFirms(services: OfficeServices, email: Email): Promise<Firm[]> {
  const [visited, few] = await Promise.all([
    unscopedListFirmsOfAccountEmail(services.db, email),
    unscopedListFewFirms(services.db, FIRMS_ASKED_MAX),
  ]);
  const others = few.filter(({ id }) => visited.every((firm) => firm.id !== id));
  const isClient = await Promise.all(others.map((firm) => isClientOf(services, firm, email)));
  return [...visited, ...others.filter((_, index) => isClient[index])];
}

async function isClientOf({ db, psa, clock }: OfficeServices, firm: Firm, email: Email): Promise<boolean> {
  const now = clock.now();
  const door = await inFirmRead(db, firm.id, (tx) => readDoor(tx, { firmId: firm.id, slug: "", email, now }));
  const question = {
    ...{ now, firm, askedSlug: "", askedProjectId: null, context: null, rules: door.rules },
    psaKind: door.connection?.kind ?? null,
    address: { kind: "not_asked" } as const,
    identity: { kind: "assumed", email } as const,
  };
  const { facts } = await checkAccess(question, openReading(psa.gatewayFor(firm.id, door.connection)).facts);
  return facts.people.kind === "read" && linkedCompanies(facts.people).some(({ isArchived }) => !isArchived);
}
