// A stored decision beside the one that would be made now: has it been mended?
import type { Decision } from "../access/decision.ts";
import type { DecisionJson } from "../access/decision-json.ts";
import { parseEmail } from "../domain/email.ts";
import type { Firm } from "../domain/firm.ts";
import type { ProjectId } from "../domain/ids.ts";
import type { Hosts } from "../tenancy/place.ts";
import { type DiagnosisParts, diagnosePerson } from "./diagnose-person.ts";
import type { DoorAsked } from "./door-asked.ts";
import { doorOfUrl } from "./door-of-url.ts";

/** Decides anew for the same person at the same door. Null when nobody was signed in: there is nobody to decide about. */
export async function decideAgain(parts: DiagnosisParts, stored: DecisionJson, hosts: Hosts): Promise<Decision | null> {
  const email = stored.person === null ? null : parseEmail(stored.person.email);
  if (!email) return null;
  return (await diagnosePerson(parts, email, doorOfStored(stored, parts.firm, hosts))).decision;
}

/** What was asked is stored as a portal's slug, or as the whole address where that led to no portal. */
function doorOfStored({ asked, steps }: DecisionJson, firm: Firm, hosts: Hosts): DoorAsked {
  if (asked === "") return { kind: "own" };
  const typed = doorOfUrl(asked, firm, hosts);
  if (typed) return typed;
  const scope = steps.find(({ check }) => check === "scope");
  const project = scope?.cause === "scope.no_such_project" ? scope.evidence.asked : null;
  return { kind: "slug", slug: asked, projectId: typeof project === "string" ? (project as ProjectId) : null };
}
