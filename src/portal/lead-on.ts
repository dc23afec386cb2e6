// Where somebody who is proved is led on to instead of a page that refuses. Everybody is led on in the same way, whatever
// stands at the address; only a member of the portal's company learns anything of it.
import type { CheckedAccess, FactSource } from "../access/check-access.ts";
import { isMemberBy } from "../access/explain/visitor.ts";
import { findOwnPortal, isProjectMissing, otherCompanies } from "../access/find-own-portal.ts";
import { inFirmRead } from "../data/database.ts";
import { readOtherDoors } from "../data/queries/other-doors.ts";
import { isGuessedPath } from "../domain/slug.ts";
import { askedPath } from "../http/asked-path.ts";
import type { AppContext } from "../http/env.ts";
import { firmOf } from "./frame.ts";
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
  const companies = otherCompanies(checked);
  if (companies.length === 0 || identity.kind === "nobody") return null;
  const whose = { firmId, now, email: identity.email };
  const doors = await inFirmRead(services.db, firmId, (tx) => readOtherDoors(tx, companies, whose));
  const there = await findOwnPortal(checked, doors, source);
  return there && withSlug(c, there.facts.askedSlug);
}

/** The path that was asked for, below another portal's address. */
export function withSlug(c: AppContext, slug: string): string {
  const [, , ...below] = askedPath(c).split("/");
  return `/${[slug, ...below].join("/")}`;
}
