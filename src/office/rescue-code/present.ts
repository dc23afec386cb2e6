import type { Check, Decision, Step } from "../../access/decision.ts";
import { explainForFirm } from "../../access/explain/firm.ts";
import type { Link } from "../../ui/frame.ts";
import { personPath } from "../diagnose/paths.ts";
import { DIAGNOSE_PATH } from "../frame.ts";

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

type Issued = { email: string; code: string; minutes: number };

/** What the admin reads out, to whom, and what the person must have done first. */
export function presentCode({ email, code, minutes }: Issued): RescueCodeModel {
  return {
    heading: `Read this code out to ${email}`,
    paragraphs: [
      `First they type ${email} at their portal’s address. On the page that asks for a code they then type this one.`,
      `It counts once, for ${minutes} minutes, for this email alone. It is not shown again; give another one if it gets lost. That you gave it is on record.`,
    ],
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    back: backTo(email),
  };
}

type NotIssued = { email: string; decision: Decision; step: Step; locale: string };

/** Why there is no code for this person, and what mends it. */
export function presentNoCode({ email, decision, step, locale }: NotIssued): RescueCodeModel {
  const { reason, remedy } = step.cause ? explainForFirm(step.cause, decision, step, locale) : noWords;
  const verdict = step.verdict === "unknown" ? "That cannot be told now" : "It does not confirm this one";
  return {
    heading: `No code for ${email}`,
    paragraphs: [
      `A code by phone is for people whom your PSA confirms as a client’s contact. ${verdict}: ${reason}`,
      remedy,
    ],
    code: null,
    back: backTo(email),
  };
}

/** What was typed is no email, so nobody can be asked about. */
export function presentNoEmail(): RescueCodeModel {
  return {
    heading: "This is not an email address",
    paragraphs: ["Choose the person in Diagnose and give the code from there."],
    code: null,
    back: { label: "Back to Diagnose", href: DIAGNOSE_PATH },
  };
}

function backTo(email: string): Link {
  return { label: "Back to this person", href: personPath(email) };
}

/** A check without a cause was not reached, because an earlier one has said why. */
const noWords = { reason: "no company is known for this person.", remedy: "Look at the person in Diagnose." };
