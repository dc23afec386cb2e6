// Which projects stay in sight through a switch and stand there in another state than before, portal by portal. Pure.
import type { Portal } from "../domain/firm.ts";
import type { ProjectId } from "../domain/ids.ts";
import type { Project, ProjectStatus } from "../domain/project.ts";
import type { PersonChange } from "./compare-access.ts";
import type { FindProject } from "./match-projects.ts";

/** `was`, `is`: how the old and the new PSA have it. `people`: how many see it before and after. */
export type StatusChange = { portal: Portal; name: string; was: ProjectStatus; is: ProjectStatus; people: number };

type Known = { before: Project[]; after: Project[]; findProject: FindProject };

/** Each project once for a portal. Only what somebody sees before and after: what comes into sight, or goes, is named elsewhere. */
export function changedStatuses(people: PersonChange[], { before, after, findProject }: Known): StatusChange[] {
  const old = new Map(before.map((project) => [project.id, project]));
  const now = new Map(after.map((project) => [project.id, project]));
  const changed = new Map<string, StatusChange>();
  for (const { portal, saw, sees } of people) {
    const seen = new Set(sees);
    for (const id of saw ?? []) {
      const [was, is] = [old.get(id), now.get(findProject(portal.id, id)?.id ?? ("" as ProjectId))];
      if (!was || !is || was.status === is.status || !seen.has(is.id)) continue;
      const key = `${portal.id} ${id}`;
      const known = changed.get(key) ?? { portal, name: is.name, was: was.status, is: is.status, people: 0 };
      changed.set(key, { ...known, people: known.people + 1 });
    }
  }
  return [...changed.values()];
}
