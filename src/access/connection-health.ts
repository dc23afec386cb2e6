// How a connection to a PSA is, and which question told so: what is decided, kept and explained about it.
import type { HealthState, LargeClient } from "../domain/connection-health.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { Cause } from "./causes.ts";

/**
 * Who met it: a check, or clients' pages; and what was asked: who somebody is, projects, or whose token it is. `check.everybody`:
 * the drift watch could not read everybody to the end, which a check tells of.
 */
export type HealthSource =
  | "check.people"
  | "check.projects"
  | "check.token"
  | "check.everybody"
  | "page.people"
  | "page.projects";

/** `detail`: the same in the PSA's own words, for the firm alone. `source` null: green. */
export type Health = { state: HealthState; cause: Cause | null; detail: string | null; source: HealthSource | null };

/**
 * What each kind of question has found. Each finding stands until the same kind of question is answered: what a check found ends
 * with a check, what pages found with a page. `projects`: of one company, the first that could not be read.
 */
export type Findings = {
  check: Health | null;
  people: Health | null;
  projects: (Health & { companyId: CompanyId }) | null;
};

/** What stands of a connection, without what it says in words. */
export type Found = {
  findings: {
    check: Pick<Health, "state" | "cause" | "source"> | null;
    people: object | null;
    projects: { companyId: CompanyId } | null;
  };
  largeClients: readonly LargeClient[];
};

export const nothingFound: Findings = { check: null, people: null, projects: null };

/** The refusal of a key does not pass by itself. */
export function isRefusal(cause: Cause | null): boolean {
  return cause === "psa.token_revoked" || cause === "psa.wrong_org";
}
