import { linkedCompanies } from "../access/checks/company.ts";
import type { Facts } from "../access/facts.ts";
import { inFirmRead } from "../data/database.ts";
import { listPortalsOfCompanies } from "../data/queries/portals.ts";
import type { CompanyId, FirmId, PortalId } from "../domain/ids.ts";
import type { PortalServices } from "./services.ts";

/** A portal that is somebody's own, by the name that its company has now. */
export type OwnPortal = { id: PortalId; companyId: CompanyId; slug: string; name: string; href: string };

/** The portals of this firm that belong to the person right now, by company name; paused ones lead nowhere. */
export async function listOwnPortals(
  services: Pick<PortalServices, "db">,
  firmId: FirmId,
  { people }: Pick<Facts, "people">,
): Promise<OwnPortal[]> {
  if (people.kind !== "read") return [];
  const companies = linkedCompanies(people).filter((company) => !company.isArchived);
  const ids = companies.map((company) => company.id);
  const portals = await inFirmRead(services.db, firmId, (tx) => listPortalsOfCompanies(tx, ids));
  return companies.flatMap(({ id: companyId, name }) =>
    portals
      .filter((portal) => portal.companyId === companyId && portal.state === "open")
      .map(({ id, slug }) => ({ id, companyId, slug, name, href: `/${slug}` })),
  );
}

/** The same, for the way from one to the other: nobody of a single company has one, and nothing is read for them. */
export async function listPortalsToSwitch(
  services: PortalServices,
  firmId: FirmId,
  facts: Pick<Facts, "people">,
): Promise<OwnPortal[]> {
  const { people } = facts;
  const isOfSeveral = people.kind === "read" && linkedCompanies(people).length > 1;
  return isOfSeveral ? listOwnPortals(services, firmId, facts) : [];
}
