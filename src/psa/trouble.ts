import type { PsaTrouble } from "../access/facts.ts";
import { PsaFault, type PsaFaultCode } from "../connectors/errors.ts";
import type { Gap } from "../connectors/port.ts";
import type { WorkPart } from "../domain/project.ts";

const causeOf: Record<PsaFaultCode, PsaTrouble["cause"]> = {
  auth_expired: "psa.token_revoked",
  token_sealed: "psa.token_sealed",
  forbidden: "psa.wrong_org",
  rate_limited: "psa.rate_limited",
  unavailable: "psa.down",
  not_found: "psa.bad_answer",
  invalid_response: "psa.bad_answer",
  partial: "psa.partial",
};

export const notConnected: PsaTrouble = { kind: "trouble", cause: "psa.not_connected", detail: "" };

/**
 * What it means that something of an answer could not be understood; null where nothing is missing. What was left because it is too
 * long, or for now, is no trouble: nothing in it is wrong.
 */
export function partialOf(gaps: readonly Gap[]): PsaTrouble | null {
  const gap = gaps.find((one) => !isTooMuch(one) && !isLeftForNow(one));
  return gap ? { kind: "trouble", cause: "psa.partial", detail: textOf(gap) } : null;
}

/** The parts of a company's work of which there is more than is read, each once, by their names; null where some were left for now. */
export function tooMuchOf(gaps: readonly Gap[]): WorkPart[] | null {
  if (gaps.some(isLeftForNow)) return null;
  return [...new Set(gaps.filter(isTooMuch).flatMap(({ unread }) => unread?.parts ?? []))].sort();
}

function isTooMuch({ unread }: Gap): boolean {
  return unread?.why === "too_much";
}

/** Whether it was left for now, and is to be read behind the page. */
export function isLeftForNow({ unread }: Gap): boolean {
  return unread?.why === "not_yet";
}

/** Whether a project may be missing because of it: a lost hour or invoice hides nobody's project. */
export function hidesProjects({ hides, unread }: Gap): boolean {
  return hides !== undefined || !unread;
}

/** A decision is stored for each load, and one cause spoils many rows. */
const GAPS_TOLD = 20;

/** What could not be understood, as a decision says it: the first of it, in the order of the answer. */
export function gapTexts(gaps: readonly Gap[]): string[] {
  return gaps.slice(0, GAPS_TOLD).map(textOf);
}

function textOf({ place, message }: Gap): string {
  return `${place}: ${message}`;
}

/** What a failed read means for a decision. Anything that is no PsaFault is a fault of ours and is thrown on. */
export function troubleOf(err: unknown): PsaTrouble {
  if (err instanceof PsaFault) return { kind: "trouble", cause: causeOf[err.code], detail: err.detail };
  throw err;
}
