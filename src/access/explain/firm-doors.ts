import type { Decision, Step } from "../decision.ts";
import type { Explained } from "./firm.ts";
import { psaWords } from "./psa-words.ts";
import { addressOf, doorOf, listed, lowered, onNextLoad } from "./texts.ts";

/** The door: the address somebody stands at. */
export function explainDoors({ portal, company, psaKind }: Decision, step: Step, locale: string): Explained<"door"> {
  const theirs = listed(step.evidence.companies, "another company");
  const here = company?.name ?? "another client";
  const link = psaWords(psaKind, locale).linkCompany("their contact", company);
  return {
    "door.unknown_url": {
      reason: `no portal stands at ${doorOf(portal.slug, locale)}.`,
      remedy: "Send them their portal’s address from Settings → Client Portals.",
      otherwise: "If their company has no portal yet, create it there.",
    },
    "door.staff_url": {
      reason: "that is the firm’s own office, which is for the firm’s team.",
      remedy: "Send them their portal’s address from Settings → Client Portals.",
    },
    "door.no_portal": {
      reason: `no portal is open for ${theirs}.`,
      remedy: `In Settings → Client Portals, create the portal of ${theirs}, or resume it if it is paused.`,
    },
    "door.stale_link": {
      reason: `/${portal.slug} is an earlier address of this portal.`,
      remedy: `Nothing needs mending: it leads on to /${portal.currentSlug ?? portal.slug} after sign-in.`,
    },
    "door.paused": {
      reason: `the portal of ${company?.name ?? "this client"} is paused.`,
      remedy: "Resume it in Settings → Client Portals.",
    },
    "door.other_clients_portal": {
      reason: `this portal belongs to ${here}, and they belong to ${theirs}.`,
      remedy: `Send them ${addressOf(step, theirs)} from Settings → Client Portals.`,
      otherwise: `If they work for ${here} too, ${lowered(link)} ${onNextLoad(locale)}`,
    },
  };
}
