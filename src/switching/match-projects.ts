// Which project of the new PSA an old one is. Pure.
import type { CompanyId, PortalId, ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import { isAlike, isSameName } from "./names.ts";

/** A project as it was known before the switch. */
export type KnownProject = { portalId: PortalId; id: ProjectId; name: string; number: string | null };

/** Finds the one project at the new company that an old one at this portal is; null where none is, or more than one might be. */
export type FindProject = (portalId: PortalId, projectId: ProjectId) => Project | null;

/**
 * `linked`: the new company of each portal. Names decide. Numbers do so among projects of one name, or beside a name that
 * is alike: PSAs count their projects on their own, and one number may stand for two.
 */
export function projectFinder(
  known: KnownProject[],
  projects: Project[],
  linked: ReadonlyMap<PortalId, CompanyId>,
): FindProject {
  const ofPortal = Map.groupBy(known, ({ portalId }) => portalId);
  const ofCompany = Map.groupBy(projects, ({ companyId }) => companyId);
  return (portalId, projectId) => {
    const siblings = ofPortal.get(portalId) ?? [];
    const old = siblings.find(({ id }) => id === projectId);
    const companyId = linked.get(portalId);
    if (!old || companyId === undefined) return null;
    const isNameTwice = siblings.some(({ id, name }) => id !== projectId && isSameName(name, old.name));
    return matchProject(old, ofCompany.get(companyId) ?? [], isNameTwice);
  };
}

function matchProject(old: KnownProject, projects: Project[], isNameTwice: boolean): Project | null {
  const named = projects.filter(({ name }) => isSameName(name, old.name));
  const [only] = named;
  if (only && named.length === 1 && !isNameTwice) return only;
  const among = named.length > 0 ? named : projects.filter(({ name }) => isAlike(name, old.name));
  const numbered = among.filter(
    ({ number }) => number !== null && old.number !== null && isSameName(number, old.number),
  );
  return numbered.length === 1 ? (numbered[0] ?? null) : null;
}
