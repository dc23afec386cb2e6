// Who stands at which door with which records behind them, and what must come of it. Every row feeds the decision, both
// explanations, the firm's question, the page and the pre-flight, so that they cannot drift apart.
import { doorScenarios } from "./doors.ts";
import { peopleScenarios } from "./people-and-companies.ts";
import type { Scenario } from "./scenario.ts";
import { scopeScenarios } from "./scopes.ts";
import { signInScenarios } from "./sign-in.ts";
import { sourceScenarios } from "./sources.ts";

export const scenarios: Scenario[] = [
  ...doorScenarios,
  ...signInScenarios,
  ...sourceScenarios,
  ...peopleScenarios,
  ...scopeScenarios,
];
