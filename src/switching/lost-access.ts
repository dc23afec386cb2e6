// Why somebody whom a switch shuts out no longer gets in. Pure: the decision of the pages over what the new PSA says.
import type { Decision } from "../access/decision.ts";
import { findNearMatches } from "../diagnosis/near-matches.ts";
import { openPreflight, type PreflightInput } from "../diagnosis/preflight.ts";
import type { PersonChange } from "./compare-access.ts";

/** The decision about one person after the switch, with whose email resembles theirs where nobody's is the same. */
export type DecideLost = (person: Pick<PersonChange, "portal" | "email">) => Decision;

/** `after`: our records and the new PSA, as they stand after the switch. They are indexed once, when somebody is asked about. */
export function lostAccess(after: PreflightInput): DecideLost {
  let look: ReturnType<typeof openPreflight> | null = null;
  return ({ portal, email }) => {
    look ??= openPreflight(after);
    const decision = look.decidePerson(portal, email);
    if (!decision.steps.some(({ cause }) => cause === "who.no_contact")) return decision;
    return look.decidePerson(portal, email, { nearMatches: findNearMatches(email, after.directory.value) });
  };
}
