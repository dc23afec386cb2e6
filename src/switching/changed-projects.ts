// Which projects a switch shows to somebody who did not see them, or hides from somebody who did, portal by portal. Pure.
import type { Portal } from "../domain/firm.ts";
import type { PortalId, ProjectId } from "../domain/ids.ts";
import type { Project, ProjectStatus } from "../domain/project.ts";
import { isUnlinked } from "../domain/psa-switch.ts";
import type { PersonChange } from "./compare-access.ts";
import type { FindProject } from "./match-projects.ts";

/**
 * `why`: what it is in the PSA in which it is not seen: a draft, archived, or not there; `others`: it is there, and not shown to
 * these people. `people`: how many see it newly, or no longer.
 */
export type ProjectChange = {
  portal: Portal;
  name: string;
  change: "shown" | "hidden";
  why: "draft" | "archived" | "absent" | "others";
  people: number;
};

/** `portals`: as they are linked to the old PSA; `before`: its projects. */
type Known = { portals: Portal[]; before: Project[]; after: Project[]; findProject: FindProject };
type Indexed = ReturnType<typeof indexed>;

/**
 * A project that nobody at the portal saw before, or will see, or that goes or comes for somebody who gets in both before and
 * after. Whoever gains or loses access as a whole is named elsewhere; so is a portal that stays closed.
 */
export function changedProjects(people: PersonChange[], known: Known): ProjectChange[] {
  const index = indexed(known);
  const told = people.filter(({ change }) => change !== "unknown");
  return [...Map.groupBy(told, ({ portal }) => portal.id).values()].flatMap((ones) => changesAt(ones, index));
}

function indexed({ portals, before, after, findProject }: Known) {
  const ofCompany = Map.groupBy(before, ({ companyId }) => companyId);
  const companyOf = new Map(portals.map(({ id, companyId }) => [id, companyId]));
  return {
    after: new Map(after.map((project) => [project.id, project])),
    /** The old projects of a portal, by what they become; one that becomes nothing stands under its own id, marked. */
    beforeAt: (portalId: PortalId) => {
      const companyId = companyOf.get(portalId);
      const old = (companyId && ofCompany.get(companyId)) || [];
      return new Map(old.map((project) => [keyOf(portalId, project.id, findProject), project]));
    },
    findProject,
  };
}

function keyOf(portalId: PortalId, oldId: ProjectId, findProject: FindProject): string {
  return findProject(portalId, oldId)?.id ?? `gone ${oldId}`;
}

function changesAt(people: PersonChange[], { after, beforeAt, findProject }: Indexed): ProjectChange[] {
  const portal = people[0]?.portal;
  if (!portal || isUnlinked(portal.companyId) || people.every(({ change }) => change === "same" || change === "out"))
    return [];
  const views = people.map(({ change, saw, sees, portal: { id } }) => ({
    isOther: change === "other",
    saw: new Set((saw ?? []).map((oldId) => keyOf(id, oldId, findProject))),
    sees: new Set<string>(sees),
  }));
  const before = beforeAt(portal.id);
  const shown = comingAmong(views).map(({ key, people }): ProjectChange => {
    const old = before.get(key);
    const name = after.get(key as ProjectId)?.name ?? key;
    return { portal, name, change: "shown", why: whyNot(old?.status), people };
  });
  const hidden = comingAmong(views.map((view) => ({ ...view, saw: view.sees, sees: view.saw }))).map(
    ({ key, people }): ProjectChange => {
      const name = before.get(key)?.name ?? key;
      return { portal, name, change: "hidden", why: whyNot(after.get(key as ProjectId)?.status), people };
    },
  );
  return [...shown, ...hidden];
}

type View = { isOther: boolean; saw: ReadonlySet<string>; sees: ReadonlySet<string> };

/** What is seen and was not: by nobody, or not by somebody who saw other projects. */
function comingAmong(views: View[]): { key: string; people: number }[] {
  const sawAny = new Set(views.flatMap(({ saw }) => [...saw]));
  const news = views.flatMap(({ isOther, saw, sees }) =>
    [...sees].filter((key) => !saw.has(key)).map((key) => ({ key, isOther })),
  );
  return [...Map.groupBy(news, ({ key }) => key)]
    .filter(([key, ones]) => !sawAny.has(key) || ones.some(({ isOther }) => isOther))
    .map(([key, ones]) => ({ key, people: ones.length }));
}

function whyNot(status: ProjectStatus | undefined): ProjectChange["why"] {
  if (status === undefined) return "absent";
  return status === "draft" || status === "archived" ? status : "others";
}
