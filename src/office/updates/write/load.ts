import { inFirmRead } from "../../../data/database.ts";
import { findConnection } from "../../../data/queries/connections.ts";
import { listPortals } from "../../../data/queries/portals.ts";
import { findLastAuthorName, findUpdate, listPhotos } from "../../../data/queries/updates.ts";
import type { Project } from "../../../domain/project.ts";
import { unlessFailed } from "../../../psa/patient-listing.ts";
import type { AtWork } from "../../enter.tsx";
import type { OfficeServices } from "../../services.ts";

export type ProjectChoice = { project: Project; companyName: string };

/** The projects that an update can be written about: those of companies with a portal, as the PSA has them, or had them while they are being read anew. Null: it does not answer. */
export async function loadChoices({ db, psa }: OfficeServices, { firm, member }: AtWork) {
  const { portals, connection, authorName } = await inFirmRead(db, firm.id, async (tx) => ({
    portals: await listPortals(tx),
    connection: await findConnection(tx),
    authorName: await findLastAuthorName(tx, member.email),
  }));
  const gateway = psa.gatewayFor(firm.id, connection);
  const reading = "kind" in gateway ? gateway : unlessFailed(await gateway.listings.projects.forPage());
  const names = new Map(portals.map(({ companyId, companyName }) => [companyId, companyName]));
  return { authorName, choices: "kind" in reading ? null : choicesOf(reading.value, names) };
}

function choicesOf(projects: Project[], names: Map<Project["companyId"], string>): ProjectChoice[] {
  return projects
    .flatMap((project) => {
      const companyName = names.get(project.companyId);
      const isShown = project.status !== "archived" && project.status !== "draft";
      return companyName !== undefined && isShown ? [{ project, companyName }] : [];
    })
    .sort((a, b) => a.companyName.localeCompare(b.companyName) || a.project.name.localeCompare(b.project.name));
}

/** One update with its photos, or null. */
export async function loadUpdate({ db }: OfficeServices, { firm }: AtWork, id: string) {
  return inFirmRead(db, firm.id, async (tx) => {
    const update = await findUpdate(tx, id);
    return update && { update, photos: await listPhotos(tx, id) };
  });
}
