import type { Project, ProjectStatus } from "../../domain/project.ts";
import type { Decision, Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { fail, pass, skipped, unknown } from "./finding.ts";

const shownStatuses: ReadonlySet<ProjectStatus> = new Set(["active", "on_hold", "completed"]);

type Scope = Pick<Decision, "visibleProjectIds" | "hiddenProjects">;

/** Which projects of the company this person may see, and why each other one is hidden. */
export function scopeOf({ work, address }: Facts): Scope {
  if (work.kind !== "read" || address.kind !== "found") return { visibleProjectIds: [], hiddenProjects: [] };
  // INVARIANT: whatever the PSA sent, a project of another company is neither shown nor mentioned.
  const own = work.projects.filter((project) => project.companyId === address.portal.companyId).sort(byId);
  const isShown = (project: Project) => shownStatuses.has(project.status);
  return {
    visibleProjectIds: own.filter(isShown).map((project) => project.id),
    hiddenProjects: own.filter((project) => !isShown(project)).map(({ id }) => ({ id, cause: "scope.status" })),
  };
}

/** Passes when at least one project is there to be seen, and the asked one (if one was asked for) is among them. */
export function checkScope({ work, askedProjectId }: Facts, scope: Scope): Finding {
  if (work.kind === "not_asked") return skipped;
  if (work.kind === "trouble") return unknown(work.cause);
  const evidence = { visible: scope.visibleProjectIds.length, hidden: scope.hiddenProjects.length };
  const isAskedVisible = askedProjectId === null || scope.visibleProjectIds.includes(askedProjectId);
  if (scope.visibleProjectIds.length > 0 && isAskedVisible) return pass({ evidence, readAt: work.readAt });
  if (work.gaps.length > 0) return unknown("psa.partial", { gaps: work.gaps }, work.readAt);
  if (scope.visibleProjectIds.length > 0) return fail("scope.no_such_project", { asked: askedProjectId }, work.readAt);
  return fail(scope.hiddenProjects.length > 0 ? "scope.status" : "scope.no_projects", evidence, work.readAt);
}

function byId(one: Project, other: Project): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
