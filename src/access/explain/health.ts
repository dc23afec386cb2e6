// How a connection to the PSA is, in words for the firm.
import { isFolderFault, retell, valuesIn } from "../../domain/psa-texts/retell.ts";
import type { Cause } from "../causes.ts";
import { type Health, isRefusal } from "../connection-health.ts";
import { healthWords } from "./health-words.ts";

/**
 * `remedy`: the one thing to do; null where all is well. `clients`: what they see meanwhile. `cameBack`: what the PSA said itself, or why
 * nothing came; null where it adds nothing.
 */
export type HealthSaid = {
  state: string;
  reason: string;
  remedy: string | null;
  clients: string;
  cameBack: string | null;
};

/** By name: whose projects it is about, null where it is about nobody's alone or not known; and the vendor, null of a folder. */
type Names = { client?: string | null; vendor?: string | null };

type Said = Omit<HealthSaid, "state" | "cameBack">;
type HealthSay = ReturnType<typeof healthWords>;

/** The state by its name, why it is so, what mends it, and what clients see meanwhile. */
export function explainHealth(
  health: Health,
  locale: string,
  { client = null, vendor = null }: Names = {},
): HealthSaid {
  const say: HealthSay = (key, values) => healthWords(locale)(key, { vendor: vendor ?? "none", ...values });
  const said =
    health.state === "green" ? null : explainTrouble(health, { client: client ?? say("a_client"), locale, say });
  return {
    state: say(health.state),
    ...(said ?? { reason: say("fine"), remedy: null, clients: say("fine_clients") }),
    cameBack: cameBack(health, locale),
  };
}

/** Where the sentences do not say it themselves. */
function cameBack({ state, cause, detail, source }: Health, locale: string): string | null {
  if (state === "green" || !detail || source === "check.everybody") return null;
  if (cause === "psa.token_sees_less" || cause === "psa.token_sealed" || isFolderFault(detail)) return null;
  return valuesIn("asked_to_wait", detail) || valuesIn("share_used", detail) ? null : retell(detail, locale);
}

function explainTrouble(
  health: Health,
  { client, locale, say }: { client: string; locale: string; say: HealthSay },
): Said {
  const { cause, source, detail } = health;
  if (source === "check.everybody") {
    return { reason: say("everybody"), remedy: say("everybody_fix"), clients: say("fine_clients") };
  }
  if (cause === "psa.rate_limited") return explainCalls(detail, source, say);
  if (detail !== null && isFolderFault(detail)) return explainFolder(health, retell(detail, locale), { client, say });
  if (cause === "psa.token_sees_less") return explainLess(detail, say);
  if (source === "check.projects") {
    const remedy = isRefusal(cause) ? say("projects_fix") : say(fixOf(cause));
    return { reason: say("projects"), remedy, clients: say("projects_clients") };
  }
  if (source === "page.projects") return explainSomeProjects(cause, client, say);
  if (source === "check.token") return explainToken(cause, say);
  return explainPeople(health, say);
}

/** `detail` null: none is refused yet, and few are left. */
function explainCalls(detail: string | null, source: Health["source"], say: HealthSay): Said {
  const remedy = say("calls_fix");
  if (detail === null) return { reason: say("short"), remedy, clients: say("waiting_clients") };
  const asked = valuesIn("asked_to_wait", detail);
  if (asked) {
    const isOfOne = source === "page.projects";
    return {
      reason: say("asked_to_wait", asked),
      remedy,
      clients: say(isOfOne ? "some_projects_clients" : "until_then_clients"),
    };
  }
  const share = valuesIn("share_used", detail);
  return {
    reason: share ? say("share_used", share) : say("rate_limited"),
    remedy: share ? say("share_fix") : remedy,
    clients: say("waiting_clients"),
  };
}

/** What cannot be read says itself what to do: the remedy. */
function explainFolder(
  { state, source }: Health,
  remedy: string,
  { client, say }: { client: string; say: HealthSay },
): Said {
  if (source === "page.projects") {
    return { reason: say("some_projects", { client }), remedy, clients: say("some_projects_clients") };
  }
  const seen = source === "check.projects" ? "projects_clients" : "closed_clients";
  return { reason: say("folder"), remedy, clients: say(state === "red" ? seen : "waiting_clients") };
}

/** `email`: of the one known person who is gone; null where several are. */
function explainLess(email: string | null, say: HealthSay): Said {
  return email === null
    ? { reason: say("less"), remedy: say("less_fix"), clients: say("less_clients") }
    : { reason: say("lost", { email }), remedy: say("lost_fix"), clients: say("less_clients") };
}

const someProjectsFixes: Record<string, "some_projects_fix" | "records_fix"> = {
  "psa.down": "some_projects_fix",
  "psa.partial": "records_fix",
};

/** Of one company at least: what others see depends on theirs. */
function explainSomeProjects(cause: Cause | null, client: string, say: HealthSay): Said {
  // What refuses a key for one of them refuses it for all.
  if (isRefusal(cause)) {
    return { reason: say("some_refused", { client }), remedy: say("projects_fix"), clients: say("projects_clients") };
  }
  const remedy = someProjectsFixes[cause ?? ""] ?? "bad_answer_fix";
  const reason = say(cause === "psa.partial" ? "some_records" : "some_projects", { client });
  return { reason, remedy: say(remedy), clients: say("some_projects_clients") };
}

/** People and projects were read all the same. */
function explainToken(cause: Cause | null, say: HealthSay): Said {
  return isRefusal(cause)
    ? { reason: say("token_rights"), remedy: say("token_rights_fix"), clients: say("token_rights_clients") }
    : { reason: say("token_unsaid"), remedy: say("slow_fix"), clients: say("fine_clients") };
}

function explainPeople({ state, cause, source }: Health, say: HealthSay): Said {
  const isRed = state === "red";
  const clients = say(isRed ? "closed_clients" : cause === "psa.partial" ? "partial_clients" : "waiting_clients");
  const about = (key: "token_revoked" | "wrong_org" | "bad_answer" | "partial" | "page_down" | "down") => ({
    reason: say(key),
    remedy: say(fixOf(cause)),
    clients,
  });
  switch (cause) {
    case "psa.token_revoked":
      return about("token_revoked");
    case "psa.token_sealed":
      return { reason: say("token_sealed"), remedy: say("token_sealed_fix"), clients };
    case "psa.wrong_org":
      return about("wrong_org");
    case "psa.bad_answer":
      return about("bad_answer");
    case "psa.partial":
      return about("partial");
    default:
      if (!isRed) return { reason: say("slow"), remedy: say("slow_fix"), clients };
      return about(source === "page.people" ? "page_down" : "down");
  }
}

function fixOf(cause: Cause | null) {
  if (cause === "psa.token_revoked") return "token_revoked_fix";
  if (cause === "psa.wrong_org") return "wrong_org_fix";
  if (cause === "psa.bad_answer") return "bad_answer_fix";
  return cause === "psa.partial" ? "mend_fix" : "down_fix";
}
