import type { CompanyId } from "../domain/ids.ts";
import { type CheckedAccess, checkAccess, type FactSource } from "./check-access.ts";
import { linkedCompanies } from "./checks/company.ts";
import { isMemberBy } from "./explain/visitor.ts";
import type { AddressFact, FirmRules } from "./facts.ts";

/** One more portal of the same person: what our own storage says about its address. */
export type OtherDoor = { slug: string; address: AddressFact; rules: FirmRules };

/** Whether a member asked for a project that is not to be seen at this portal; it may be another of their companies'. */
export function isProjectMissing({ decision, facts }: CheckedAccess): boolean {
  const isOpen = facts.address.kind === "found" && facts.address.portal.state === "open";
  return facts.askedProjectId !== null && decision.outcome === "refused" && isMemberBy(decision) && isOpen;
}

/** The companies of this person besides the one whose portal they are at. */
export function otherCompanies({ decision, facts: { people } }: CheckedAccess): CompanyId[] {
  if (people.kind !== "read") return [];
  const others = linkedCompanies(people).filter(({ id, isArchived }) => id !== decision.company?.id && !isArchived);
  return others.map(({ id }) => id);
}

/**
 * The one of these doors at which the person sees the project they asked for: decided for that portal as for any, with who
 * they are as it was read already. Null when there is none.
 */
export async function findOwnPortal(
  { facts }: CheckedAccess,
  doors: OtherDoor[],
  source: FactSource,
): Promise<CheckedAccess | null> {
  const known: FactSource = { readPeople: async () => facts.people, readWork: source.readWork };
  for (const { slug, address, rules } of doors) {
    const checked = await checkAccess({ ...facts, askedSlug: slug, address, rules }, known);
    if (checked.decision.outcome === "granted") return checked;
  }
  return null;
}
