import type { Company } from "../../domain/contact.ts";
import type { Finding } from "../decision.ts";
import type { Facts, PeopleFact } from "../facts.ts";
import { fail, pass, skipped, unknown } from "./finding.ts";

/** Passes when an active contact of this email is linked to the portal's company and that company is active. */
export function checkCompany({ people, address }: Facts): Finding {
  if (people.kind === "not_asked") return skipped;
  if (people.kind === "trouble") return unknown(people.cause);
  const linked = linkedCompanies(people);
  const evidence = { companies: linked.map((company) => company.name).sort() };
  const own = address.kind === "found" ? linked.find((company) => company.id === address.portal.companyId) : undefined;
  if (own && !own.isArchived) {
    return linked.length > 1
      ? pass({ cause: "who.several_companies", evidence, readAt: people.readAt })
      : pass({ evidence, readAt: people.readAt });
  }
  return refusal(people, linked, { own, door: address.kind });
}

/** Companies to which an active contact of this email is linked, in a stable order. */
export function linkedCompanies(people: Extract<PeopleFact, { kind: "read" }>): Company[] {
  const ids = new Set(
    people.contacts.filter((contact) => !contact.isArchived).flatMap((contact) => contact.companyIds),
  );
  return people.companies
    .filter((company) => ids.has(company.id))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1));
}

type Aim = { own: Company | undefined; door: Facts["address"]["kind"] };

function refusal(people: Extract<PeopleFact, { kind: "read" }>, linked: Company[], { own, door }: Aim): Finding {
  const evidence = { companies: linked.map((company) => company.name).sort() };
  if (own) return fail("who.company_inactive", evidence, people.readAt);
  if (people.gaps.length > 0) return unknown("psa.partial", { gaps: people.gaps }, people.readAt);
  const hasActiveContact = people.contacts.some((contact) => !contact.isArchived);
  if (!hasActiveContact) return skipped;
  if (linked.length === 0) return fail("who.no_company", {}, people.readAt);
  const isAnyActive = linked.some((company) => !company.isArchived);
  if (!isAnyActive) return fail("who.company_inactive", evidence, people.readAt);
  if (door === "not_asked") return fail("door.no_portal", evidence, people.readAt);
  // Where no portal stands there is no company to belong to; the address has said so.
  return door === "found" ? fail("door.other_clients_portal", evidence, people.readAt) : skipped;
}
