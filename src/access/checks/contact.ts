import type { Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { fail, pass, skipped, unknown } from "./finding.ts";

/** Passes when at least one contact that is not archived carries exactly this email. */
export function checkContact({ people }: Facts): Finding {
  if (people.kind === "not_asked") return skipped;
  if (people.kind === "trouble") return unknown(people.cause);
  const { contacts, gaps, readAt } = people;
  const active = contacts.filter((contact) => !contact.isArchived);
  const evidence = { contacts: contacts.map((contact) => contact.id).sort() };
  if (active.length === 1) return pass({ evidence, readAt });
  if (active.length > 1) return pass({ cause: "who.duplicate_contact", evidence, readAt });
  if (gaps.length > 0) return unknown("psa.partial", { gaps }, readAt);
  return contacts.length > 0 ? fail("who.inactive", evidence, readAt) : fail("who.no_contact", {}, readAt);
}
