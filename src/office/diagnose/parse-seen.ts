import { z } from "zod";
import { causes } from "../../access/causes.ts";
import { checks } from "../../access/decision.ts";
import type { DecisionJson } from "../../access/decision-json.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";

const cause = z.enum(causes).nullable();
const evidence = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const step = z.object({
  check: z.enum(checks),
  verdict: z.enum(["pass", "fail", "skipped", "unknown"]),
  cause,
  reason: z.string().nullable(),
  evidence: z.record(z.string(), evidence),
  readAt: z.iso.datetime().nullable(),
  remedy: z.object({ visitor: z.string(), firm: z.string() }).nullable(),
});
const seen = z.object({
  outcome: z.enum(["granted", "refused", "unavailable"]),
  cause,
  reference: z.string().nullable(),
  person: z.object({ email: z.string() }),
  firm: z.string(),
  portal: z.string().nullable(),
  asked: z.string(),
  company: z.object({ id: z.string().transform((id) => id as CompanyId), name: z.string() }).nullable(),
  decidedAt: z.iso.datetime(),
  steps: z.array(step),
  projects: z.object({
    visible: z.number(),
    hidden: z.array(z.object({ id: z.string().transform((id) => id as ProjectId), cause: z.enum(causes) })),
  }),
  fields: z.record(z.string(), z.object({ visible: z.boolean(), cause })),
});

/**
 * The decision that a page showed, as its form sent it back; null when it is not about this email or is none at all. It is
 * shown to whoever sent it, beside the live one, and decides nothing.
 */
export function parseSeen(text: string | undefined, email: string): DecisionJson | null {
  const parsed = seen.safeParse(jsonOf(text ?? ""));
  return parsed.success && parsed.data.person.email === email ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
