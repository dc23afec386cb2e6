import type { CompanyWork, Project } from "../domain/project.ts";

export const shownStatuses = ["active", "on_hold", "completed"] as const;
export type ShownStatus = (typeof shownStatuses)[number];
export type ShownProject = Project & { status: ShownStatus };

/** The projects that a portal has pages for: drafts, archived ones and other companies' end here even if a loader lets one through. */
export function shownProjects({ companyId, projects }: Pick<CompanyWork, "companyId" | "projects">): ShownProject[] {
  return projects.filter((project) => project.companyId === companyId).filter(isShown);
}

/** The one project that is all there is to see; null where there are several, or invoices that are of no single project. */
export function onlyProject(work: Pick<CompanyWork, "companyId" | "projects" | "invoices">): ShownProject | null {
  const [only, ...others] = shownProjects(work);
  const isAll = others.length === 0 && work.invoices.every(({ projectId }) => projectId !== null);
  return only && isAll ? only : null;
}

/** The address of a project's page. */
export function projectHref(portalSlug: string, { id }: Pick<Project, "id">): string {
  return `/${portalSlug}/projects/${encodeURIComponent(id)}`;
}

function isShown(project: Project): project is ShownProject {
  return shownStatuses.some((status) => status === project.status);
}
