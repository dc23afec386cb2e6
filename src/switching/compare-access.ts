// Who would get in after a switch, beside who gets in now. Pure: the pre-flight of each PSA, person by person.
import type { LastAccess } from "../data/queries/watch.ts";
import type { PreflightPortal } from "../diagnosis/preflight.ts";
import type { Email } from "../domain/email.ts";
import type { Portal } from "../domain/firm.ts";
import type { ProjectId } from "../domain/ids.ts";
import type { FindProject } from "./match-projects.ts";

/**
 * `same`: in before and after, to the same projects. `other`: to other projects than before. `unknown`: of one of the two PSAs
 * it cannot be told.
 */
export type AccessChange = "same" | "other" | "gains" | "loses" | "out" | "unknown";

/** `saw`: projects of the old PSA; null: it does not say which. `sees`: projects of the new one. */
export type PersonChange = {
  portal: Portal;
  email: Email;
  name: string;
  change: AccessChange;
  saw: ProjectId[] | null;
  sees: ProjectId[];
};

type Seen = {
  portal: Portal;
  email: Email;
  name: string;
  standing: "in" | "out" | "unknown";
  projects: ProjectId[] | null;
};

/** Everybody at each portal. `before`: the old PSA's pre-flight, or whoever got in lately where it does not answer. */
export function compareAccess(
  before: PreflightPortal[] | LastAccess[],
  after: PreflightPortal[],
  findProject: FindProject,
): PersonChange[] {
  const portals = new Map(after.map(({ portal }) => [portal.id, portal]));
  const known = new Map(
    before
      .flatMap((one): Seen[] => {
        if ("contacts" in one) return seenAt(one);
        const portal = portals.get(one.portalId);
        return portal ? [{ portal, email: one.email, name: "", standing: "in", projects: null }] : [];
      })
      .map((one) => [keyOf(one), one]),
  );
  const now = after.flatMap(seenAt);
  const told = new Set(now.map(keyOf));
  const gone = [...known.values()].filter((one) => !told.has(keyOf(one))).map((one) => nobodyOf(one, portals));
  return [...now, ...gone].map((one) => changeOf(known.get(keyOf(one)) ?? null, one, findProject));
}

function seenAt({ portal, contacts }: PreflightPortal): Seen[] {
  return contacts.flatMap(({ email, name, decision: { outcome, visibleProjectIds } }) => {
    if (email === null) return [];
    const standing = outcome === "granted" ? "in" : outcome === "refused" ? "out" : "unknown";
    return [{ portal, email, name, standing, projects: visibleProjectIds }];
  });
}

function keyOf({ portal, email }: Pick<Seen, "portal" | "email">): string {
  return `${portal.id} ${email}`;
}

/** Somebody whom the new PSA does not have at this portal. */
function nobodyOf(one: Seen, portals: ReadonlyMap<string, Portal>): Seen {
  return { ...one, portal: portals.get(one.portal.id) ?? one.portal, standing: "out", projects: [] };
}

function changeOf(before: Seen | null, after: Seen, findProject: FindProject): PersonChange {
  const { portal, email } = after;
  const carried = before?.projects?.map((id) => findProject(portal.id, id)?.id ?? null) ?? null;
  return {
    ...{ portal, email, name: after.name || before?.name || "" },
    change: kindOf(before, after, carried),
    saw: before?.standing === "in" ? before.projects : [],
    sees: after.standing === "in" ? (after.projects ?? []) : [],
  };
}

function kindOf(before: Seen | null, after: Seen, carried: (ProjectId | null)[] | null): AccessChange {
  const was = before?.standing ?? "out";
  if (was === "unknown" || after.standing === "unknown") return "unknown";
  if (after.standing === "out") return was === "in" ? "loses" : "out";
  if (was === "out") return "gains";
  if (carried === null) return "same";
  const sees = new Set<ProjectId | null>(after.projects);
  return carried.length === sees.size && carried.every((id) => sees.has(id)) ? "same" : "other";
}
