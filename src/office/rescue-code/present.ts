import type { Check, Decision, Step } from "../../access/decision.ts";
import { explainForFirm } from "../../access/explain/firm.ts";
import type { Link } from "../../ui/frame.ts";
import { personPath } from "../diagnose/paths.ts";
import { DIAGNOSE_PATH } from "../frame.ts";
import { rescueCodeWords } from "./words.ts";

export type RescueCodeModel = {
  heading: string;
  paragraphs: string[];
  /** "1234 5678", to be read out; null when none is given. */
  code: string | null;
  back: Link;
};

const needed: Check[] = ["connection", "contact", "company"];

/** What keeps a code from being given: the first of the PSA's answers that is no yes. Null: the PSA confirms the contact. */
export function stepAgainstCode({ steps }: Decision): Step | null {
  return steps.find(({ check, verdict }) => needed.includes(check) && verdict !== "pass") ?? null;
}

type Issued = { email: string; code: string; minutes: number; locale: string };

/** What the admin reads out, to whom, and what the person must have done first. */
export function presentCode({ email, code, minutes, locale }: Issued): RescueCodeModel {
  const say = rescueCodeWords(locale);
  return {
    heading: say("heading", { email }),
    paragraphs: [say("steps", { email }), say("validity", { minutes })],
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    back: backTo(email, locale),
  };
}

type NotIssued = { email: string; decision: Decision; step: Step; locale: string };

/** Why there is no code for this person, and what mends it. A check without a cause was not reached: an earlier one has said why. */
export function presentNoCode({ email, decision, step, locale }: NotIssued): RescueCodeModel {
  const say = rescueCodeWords(locale);
  const { reason, remedy } = step.cause
    ? explainForFirm(step.cause, decision, step, locale)
    : { reason: say("no_company"), remedy: say("look") };
  return {
    heading: say("no_code", { email }),
    paragraphs: [say(step.verdict === "unknown" ? "unknown" : "not_confirmed", { reason }), remedy],
    code: null,
    back: backTo(email, locale),
  };
}

/** What was typed is no email, so nobody can be asked about. */
export function presentNoEmail(locale: string): RescueCodeModel {
  const say = rescueCodeWords(locale);
  return {
    heading: say("no_email"),
    paragraphs: [say("no_email_text")],
    code: null,
    back: { label: say("back_to_diagnose"), href: DIAGNOSE_PATH },
  };
}

function backTo(email: string, locale: string): Link {
  return { label: rescueCodeWords(locale)("back_to_person"), href: personPath(email) };
}
