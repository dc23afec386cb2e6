// How a connection to the PSA is, in words for the firm.
import type { HealthState } from "../../domain/connection-health.ts";
import { retell } from "../../domain/psa-texts/retell.ts";
import type { Cause } from "../causes.ts";
import { healthWords } from "./health-words.ts";
import { unstopped } from "./texts.ts";

type Health = { state: HealthState; cause: Cause | null; detail: string | null };

/** `remedy`: the one thing to do; null where all is well. `clients`: what they see meanwhile. */
export type HealthSaid = { state: string; reason: string; remedy: string | null; clients: string };

type Said = Omit<HealthSaid, "state">;

/** The state by its name, why it is so, what mends it, and what clients see meanwhile. */
export function explainHealth({ state, cause, detail }: Health, locale: string): HealthSaid {
  const say = healthWords(locale);
  const said = state === "green" ? null : explainTrouble({ state, cause, detail }, locale);
  return { state: say(state), ...(said ?? { reason: say("fine"), remedy: null, clients: say("fine_clients") }) };
}

function explainTrouble({ state, cause, detail: own }: Health, locale: string): Said {
  const say = healthWords(locale);
  const detail = own ? ` (${unstopped(retell(own, locale))})` : "";
  const isRed = state === "red";
  const closed = say("closed_clients");
  switch (cause) {
    case "psa.token_revoked":
      return { reason: say("token_revoked", { detail }), remedy: say("token_revoked_fix"), clients: closed };
    case "psa.wrong_org":
      return { reason: say("wrong_org", { detail }), remedy: say("wrong_org_fix"), clients: closed };
    case "psa.bad_answer":
      return { reason: say("bad_answer", { detail }), remedy: say("mend_fix"), clients: closed };
    case "psa.partial":
      return {
        reason: say("partial", { detail }),
        remedy: say("mend_fix"),
        clients: isRed ? closed : say("partial_clients"),
      };
    case "psa.rate_limited": {
      const reason = own === null ? say("short") : say("rate_limited", { detail });
      return { reason, remedy: say("calls_fix"), clients: say("waiting_clients") };
    }
    case "psa.token_sees_less":
      return { reason: say("less"), remedy: say("less_fix"), clients: say("less_clients") };
    default:
      return isRed
        ? { reason: say("down", { detail }), remedy: say("down_fix"), clients: closed }
        : { reason: say("slow"), remedy: say("slow_fix"), clients: say("waiting_clients") };
  }
}
