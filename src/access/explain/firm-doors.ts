import type { Step } from "../decision.ts";
import { doorWords } from "./door-words.ts";
import type { Explainable, Explained } from "./explained.ts";
import { psaWords } from "./psa-words.ts";
import { sendAddress } from "./send-address.ts";
import { sharedWords } from "./shared-words.ts";
import { counted, doorOf, listed, lowered } from "./texts.ts";

/** The door: the address somebody stands at. */
export function explainDoors({ portal, company, psaKind }: Explainable, step: Step, locale: string): Explained<"door"> {
  const [say, shared] = [doorWords(locale), sharedWords(locale)];
  const companies = listed(step.evidence.companies, shared("anotherCompany"), locale);
  const here = company?.name ?? shared("anotherClient");
  return {
    "door.unknown_url": () => ({
      reason: say("unknown_url", { door: doorOf(portal.slug, locale) }),
      remedy: say("send"),
      otherwise: say("create_first"),
    }),
    "door.staff_url": () => ({ reason: say("staff_url"), remedy: say("send") }),
    "door.no_portal": () => ({ reason: say("no_portal", { companies }), remedy: say("create", { companies }) }),
    "door.stale_link": () => ({
      reason: say("stale_link", { slug: portal.slug }),
      remedy: say("leads_on", { slug: portal.currentSlug ?? portal.slug }),
    }),
    "door.paused": () => ({
      reason: company ? say("paused", { company: company.name }) : say("paused_unnamed"),
      remedy: say("resume"),
    }),
    "door.other_clients_portal": () => {
      const change = lowered(psaWords(psaKind, locale).linkCompany(null, company));
      return {
        reason: say("other_clients_portal", { company: here, companies }),
        remedy: sendAddress(step, companies, locale),
        otherwise: counted(say("link_too", { company: here, change }), locale),
      };
    },
  };
}
