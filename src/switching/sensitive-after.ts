import { type ContentSettings, sensitiveAt, sensitiveAtAny } from "../access/newly-exposed.ts";
import type { FieldName } from "../domain/template.ts";
import type { SwitchPlan } from "./plan-switch.ts";

/** What many agreements keep from clients, and at how many portals it is shown. */
export type SensitiveShown = { fields: FieldName[]; portals: number };

/**
 * What is sensitive at the portals that have a company once this plan is carried out, as far as the PSA then has it. What the
 * PSA before had makes no difference: it may have lacked what the next one supplies.
 */
export function sensitiveAfter(content: ContentSettings, { portals }: SwitchPlan): SensitiveShown {
  const linked = portals.filter(({ company }) => company !== null).map(({ portal }) => portal);
  return {
    fields: sensitiveAtAny(content, linked),
    portals: linked.filter((portal) => sensitiveAt(content, portal).length > 0).length,
  };
}
