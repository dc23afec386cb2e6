// What a decision is. It is data: stored, shown to both sides, answered by the API; see docs/decisions/0003.
import type { Firm } from "../domain/firm.ts";
import type { CompanyId, ProjectId } from "../domain/ids.ts";
import type { PsaKind } from "../domain/psa-connection.ts";
import type { Cause } from "./causes.ts";
import type { Fields } from "./content.ts";

export const checks = ["address", "identity", "connection", "contact", "company", "scope", "content"] as const;
export type Check = (typeof checks)[number];

/** `unknown`: a fact is missing that would be needed to say yes or no; it never grants. `skipped`: nothing to check. */
export type Verdict = "pass" | "fail" | "skipped" | "unknown";

export type Evidence = Record<string, string | number | boolean | null | string[]>;

/** What one check found. A passing step may carry a cause too: something the firm should know though it stops nobody. */
export type Finding = { verdict: Verdict; cause: Cause | null; evidence: Evidence; readAt: Date | null };

export type Step = Finding & { check: Check };

export type Outcome = "granted" | "refused" | "unavailable";

export type HiddenProject = { id: ProjectId; cause: Cause };

export type Decision = {
  outcome: Outcome;
  /** The cause of the first check that did not pass; null when granted. */
  cause: Cause | null;
  at: Date;
  email: string | null;
  firm: Firm;
  psaKind: PsaKind | null;
  /** The portal that stands at the asked address, and the address that was asked. */
  portal: { slug: string; currentSlug: string | null };
  company: { id: CompanyId; name: string } | null;
  steps: Step[];
  visibleProjectIds: ProjectId[];
  hiddenProjects: HiddenProject[];
  fields: Fields;
};
