// Where somebody who is proved is led on to instead of a page that refuses. Everybody is led on in the same way, whatever
// stands at the address; only a member of the portal's company learns anything of it.
import type { CheckedAccess, FactSource } from "../access/check-access.ts";
import { isMemberBy } from "../access/explain/visitor.ts";
import { findOwnPortal, isProjectMissing } from "../access/find-own-portal.ts";
import { inFirmRead } from "../data/database.ts";
import { readDoor } from "../data/queries/read-door.ts";
import { isGuessedPath } from "../domain/slug.ts";
import { askedPath } from "../http/asked-path.ts";
import type { AppContext } from "../http/env.ts";
import { firmOf } from "./frame.ts";
import { listPortalsToSwitch } from "./own-portals.ts";
import type { PortalServices } from "./services.ts";

/** The path to go on to, or null when the page that refuses is the answer. */
export async function leadOn(
  c: AppContext,
  services: PortalServices,
  checked: CheckedAccess,
  source: FactSource,
): Promise<string | null> {
  if (isGuessedPath(checked.facts.askedSlug) && !isMemberBy(checked.decision)) return "/";
  return isProjectMissing(checked) ? findProjectPath(c, services, checked, source) : null;
}

/** The same page below the portal of the person's other company, when the project is there and theirs to see. */
async function findProjectPath(
  c: AppContext,
  services: PortalServices,
  checked: CheckedAccess,
  source: FactSource,
): Promise<string | null> {
  const { now, identity } = checked.facts;
  const firmId = firmOf(c).id;
  const portals = await listPortalsToSwitch(services, firmId, checked.facts);
  const others = portals.filter(({ companyId }) => companyId !== checked.decision.company?.id);
  if (others.length === 0 || identity.kind === "nobody") return null;
  const { email } = identity;
  const doors = await inFirmRead(services.db, firmId, async (tx) => {
    const read = [];
    for (const { slug } of others) read.push({ slug, door: await readDoor(tx, { firmId, slug, email, now }) });
    return read;
  });
  const candidates = doors.flatMap(({ slug, door: { found, rules } }) =>
    found ? [{ slug, rules, address: { kind: "found", ...found } as const }] : [],
  );
  const there = await findOwnPortal(checked, candidates, source);
  return there && withSlug(c, there.facts.askedSlug);
}

/** The path that was asked for, below another portal's address. */
export function withSlug(c: AppContext, slug: string): string {
  const [, , ...below] = askedPath(c).split("/");
  return `/${[slug, ...below].join("/")}`;
}
