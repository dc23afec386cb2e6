// What each cause means, what mends it, who finds it and what keeps it from happening, in words for people who run an office.
// docs/access-rules.md is written from it; a test holds it to the scenario table.
import { doorRules, signInRules, sourceRules } from "./catalogue-doors.ts";
import { peopleRules, scopeRules } from "./catalogue-people.ts";
import type { Cause } from "./causes.ts";
import type { Rule } from "./rule.ts";

/** Every cause has its entry: a new one does not compile without. */
export const catalogue: Record<Cause, Rule> = {
  ...doorRules,
  ...signInRules,
  ...sourceRules,
  ...peopleRules,
  ...scopeRules,
};
