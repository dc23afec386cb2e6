import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { type Cause, causes } from "./causes.ts";
import { decide } from "./decide.ts";
import type { Check, Step } from "./decision.ts";
import { leftOut } from "./left-out.ts";
import type { Effect } from "./rule.ts";
import { rulesPage } from "./rules-page.ts";
import { factsOfQuestion, factsOfVisit } from "./scenarios/facts-of.ts";
import { scenarios } from "./scenarios/scenarios.ts";

/** What the scenario table shows of each cause: at which checks it is found, and what it does there. */
function seenInTheTable(): Map<Cause, { checks: Set<Check>; effects: Set<Effect> }> {
  const seen = new Map(causes.map((cause) => [cause, { checks: new Set<Check>(), effects: new Set<Effect>() }]));
  const note = (cause: Cause | null, check: Check, effect: Effect) => {
    const found = cause === null ? undefined : seen.get(cause);
    found?.checks.add(check);
    found?.effects.add(effect);
  };
  for (const { world } of scenarios) {
    for (const facts of [factsOfVisit(world), factsOfQuestion(world)]) {
      const decision = decide(facts);
      for (const step of decision.steps) note(step.cause, step.check, effectOf(step));
      for (const { cause } of decision.hiddenProjects) note(cause, "scope", "hides a project");
      for (const { cause } of Object.values(decision.fields)) note(cause, "content", "hides a field");
    }
  }
  return seen;
}

function effectOf({ verdict }: Step): Effect {
  if (verdict === "pass") return "noted";
  return verdict === "unknown" ? "cannot tell" : "stops";
}

test("the catalogue says of every cause what the scenario table shows", () => {
  const seen = [...seenInTheTable()].map(([cause, { effects }]) => [cause, [...effects].sort()]);
  const told = causes.map((cause) => [cause, [...catalogue[cause].effects].sort()]);
  expect(told).toEqual(seen);
  for (const [cause, { checks }] of seenInTheTable()) expect([cause, ...checks]).toContain(catalogue[cause].check);
});

test("what only the firm looks up is found by no page load", () => {
  const loads = new Set(scenarios.flatMap(({ world }) => decide(factsOfVisit(world)).steps.map(({ cause }) => cause)));
  const onlyTheFirm: Cause[] = ["who.email_differs", "who.merged", "who.moved", "mail.refused", "psa.token_sees_less"];
  for (const cause of onlyTheFirm) {
    expect(loads).not.toContain(cause);
    expect(catalogue[cause].finders).not.toContain("load");
  }
});

describe("the words of the catalogue", () => {
  test.each(causes)("%s is told in sentences, without codes", (cause) => {
    const { means, mends, prevents } = catalogue[cause];
    for (const text of [means, mends, prevents]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/\||\b[a-z]+\.[a-z]+_[a-z]+|!/);
    }
  });
});

/** Every cause of a lockout that is known from other products, by the place where the person stops. */
const known = {
  door: "staff_url stale_link unknown_url reused_invite path_404 wrong_host_in_mail superseded_link other_company_item other_clients_portal",
  mail: "never_sent typo quarantined suppressed delayed link_rewritten plus_mangled dead_mailbox forwarded",
  proof:
    "scanner scanner_js expired already_used other_browser case_space idp_email idp_consent sso_forced second_factor_lost clock throttled race misleading_error",
  who: "no_contact no_company email_differs duplicate_contact inactive several_companies merged moved domain_rule shared_domain excluded staff_and_client invite_other_email privacy_flag psa_replaced",
  scope:
    "no_projects not_on_project follower_needed status switch_off template toggle plan per_document rule_conflict stale_rights membership_reset leak",
  sess: "wrong_account several_portals samesite third_party cookies_off expired cached_rights unsupported",
  psa: "token_revoked token_owner_gone token_sees_less wrong_org rate_limited down lag partial bad_link",
  net: "cname caa tls domain_login ip_rule corporate_proxy",
};

test("every known cause of a lockout is a cause here, or stands among those left out with the reason", () => {
  const codes = Object.entries(known).flatMap(([place, names]) => names.split(" ").map((name) => `${place}.${name}`));
  const answered = [...causes, ...leftOut.map(({ code }) => code)];
  expect(codes.filter((code) => !answered.includes(code))).toEqual([]);
  expect(leftOut.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);
  expect(new Set(answered).size).toBe(answered.length);
});

test("what cannot happen names the test that shows it, and that test is there", () => {
  for (const { code, why, shownBy } of leftOut) {
    expect([code, shownBy !== undefined]).toEqual([code, why === "cannot happen here"]);
    if (shownBy !== undefined) expect([shownBy, existsSync(shownBy)]).toEqual([shownBy, true]);
  }
});

test("docs/access-rules.md is what `npm run rules` writes", () => {
  expect(readFileSync("docs/access-rules.md", "utf8")).toBe(rulesPage());
});

test("the guide for “my client can’t get in” has an answer to every cause", () => {
  const guide = readFileSync("docs/guides/cant-get-in.md", "utf8");
  expect(causes.filter((cause) => !guide.includes(`\`${cause}\``))).toEqual([]);
});
