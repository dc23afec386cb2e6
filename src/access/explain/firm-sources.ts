import { retell, valuesIn } from "../../domain/psa-texts/retell.ts";
import type { Step } from "../decision.ts";
import type { PsaTrouble } from "../facts.ts";
import type { Explained } from "./explained.ts";
import { sourceWords } from "./source-words.ts";
import { counted, unstopped } from "./texts.ts";

/** The PSA behind it all. */
export function explainSources(step: Step, locale: string): Explained<"psa"> {
  const say = sourceWords(locale);
  const { detail: said, before, now } = step.evidence;
  const detail = typeof said === "string" ? bracketed(said, locale) : "";
  return {
    "psa.not_connected": () => ({ reason: say("not_connected"), remedy: counted(say("connect"), locale) }),
    "psa.down": () => ({ reason: say("down", { detail }), remedy: `${say("test")} ${say("retry")}` }),
    "psa.token_revoked": () => ({
      reason: say("token_revoked", { detail }),
      remedy: counted(say("new_key"), locale),
    }),
    "psa.token_sealed": () => ({ reason: say("token_sealed"), remedy: counted(say("old_key"), locale) }),
    "psa.wrong_org": () => ({ reason: say("wrong_org", { detail }), remedy: counted(say("right_org"), locale) }),
    "psa.rate_limited": () => explainHeld(String(said ?? ""), say),
    "psa.partial": () => ({ reason: partialReason(step, locale), remedy: counted(say("mend_records"), locale) }),
    "psa.bad_answer": () => ({ reason: say("bad_answer", { detail }), remedy: counted(say("mend"), locale) }),
    "psa.token_sees_less": () => ({
      reason: say("token_sees_less", { now: String(now), before: String(before) }),
      remedy: counted(say("check_rights"), locale),
    }),
  };
}

/** Whether the vendor has asked to wait, and until when, or our own share is used up. */
function explainHeld(detail: string, say: ReturnType<typeof sourceWords>) {
  const [asked, share] = [valuesIn("asked_to_wait", detail), valuesIn("share_used", detail)];
  if (asked) return { reason: say("asked_to_wait", asked), remedy: `${say("wait_until")} ${say("retry")}` };
  const reason = share ? say("share_used", share) : say("rate_limited");
  return { reason, remedy: `${say("wait")} ${say("retry")}` };
}

/** The same where no decision was made about anybody: what is wrong with the PSA as a whole, and what mends it. */
export function explainTrouble({ cause, detail }: Pick<PsaTrouble, "cause" | "detail">, locale: string) {
  const said = explainSources(sourceStep({ detail }), locale)[cause]();
  if (cause !== "psa.partial") return said;
  // Of nobody in particular.
  return { ...said, reason: sourceWords(locale)("partial_whole", { detail: bracketed(detail, locale) }) };
}

/** The step of a decision in which this would be found. */
export function sourceStep(evidence: Step["evidence"]): Step {
  return { check: "connection", verdict: "unknown", cause: null, evidence, readAt: null };
}

/** The vendor's own words, behind ours; nothing where it said none. */
function bracketed(detail: string, locale: string): string {
  return detail === "" ? "" : ` (${unstopped(retell(detail, locale))})`;
}

/** Whose records may be among those that could not be read, and the first of them. */
function partialReason({ check, verdict, evidence }: Step, locale: string): string {
  const say = sourceWords(locale);
  const about = check === "scope" ? "partial_projects" : "partial";
  const reason = say(verdict === "pass" ? "partial_harmless" : about);
  const { gaps } = evidence;
  return Array.isArray(gaps)
    ? `${reason} ${say("first_gap", { gap: unstopped(retell(String(gaps[0]), locale)) })}`
    : reason;
}
