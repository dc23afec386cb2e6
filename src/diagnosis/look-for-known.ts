// Asks the PSA for people whom it showed lately: one of them, and the others only when that one is missing.
import type { PsaTrouble } from "../access/facts.ts";
import type { EmailMatch, Reading } from "../connectors/port.ts";
import type { Canary } from "../domain/connection-health.ts";
import type { Email } from "../domain/email.ts";
import { invariant } from "../lib/invariant.ts";
import { judgeLoss, judgeSeen, type Sight } from "./judge-sight.ts";

export type Known = {
  canary: Canary | null;
  /** Who got in lately, the newest first. */
  lately: Canary[];
  /** Somebody to ask for where nobody is known: that there is an answer is what counts. */
  anybody: Email | null;
};

type Find = (emails: Email[]) => Promise<Reading<EmailMatch>[] | PsaTrouble>;

/** Whether the known people are still shown, or why there is no answer. */
export async function lookForKnown(find: Find, { canary, lately, anybody }: Known): Promise<Sight | PsaTrouble> {
  const first = canary ?? lately[0] ?? null;
  if (first === null) return lookForAnybody(find, anybody);
  const answer = await find([first.email]);
  if ("kind" in answer) return answer;
  const [reading] = answer;
  invariant(reading, "one question has one answer");
  const seen = judgeSeen(first, reading);
  if (seen === "seen") return { kind: "fine", canary: first };
  if (seen === "unknown") return { kind: "gaps", canary: first, gap: gapOf(reading) };
  const others = lately.filter(({ companyId }) => companyId !== first.companyId);
  const readings = others.length === 0 ? [] : await find(others.map(({ email }) => email));
  if ("kind" in readings) return readings;
  const judged = others.flatMap((known, index) => {
    const found = readings[index];
    return found ? [{ known, seen: judgeSeen(known, found) }] : [];
  });
  return judgeLoss({ known: first, seen }, judged);
}

async function lookForAnybody(find: Find, anybody: Email | null): Promise<Sight | PsaTrouble> {
  const answer = anybody === null ? [] : await find([anybody]);
  if ("kind" in answer) return answer;
  const [reading] = answer;
  return reading && reading.gaps.length > 0
    ? { kind: "gaps", canary: null, gap: gapOf(reading) }
    : { kind: "fine", canary: null };
}

function gapOf({ gaps: [gap] }: Reading<EmailMatch>): string {
  return gap ? `${gap.place}: ${gap.message}` : "";
}
