import type { CheckedAccess } from "../access/check-access.ts";
import { isMemberBy } from "../access/explain/visitor.ts";
import type { Door } from "../data/queries/read-door.ts";
import { languageSettingAt } from "../domain/portal-language.ts";
import type { AppContext } from "../http/env.ts";
import { visitorLocale } from "../http/visitor-locale.ts";

/**
 * How a page at a portal's address writes. INVARIANT: the portal's own setting counts for whoever is proved to be of its company
 * and for nobody else, or the language of a closed page would tell which addresses exist.
 */
export function portalLocale(
  c: AppContext,
  { decision, facts }: Pick<CheckedAccess, "decision" | "facts">,
  door: Pick<Door, "locale">,
): string {
  const own = facts.address.kind === "found" && isMemberBy(decision) ? facts.address.portal.ownLanguage : null;
  return visitorLocale(c, languageSettingAt(own, door.locale));
}
