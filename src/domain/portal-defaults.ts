// What holds for every portal that settles nothing of its own, and how it stands until the firm says otherwise.
import { FIRST_TEMPLATE, type Template } from "./firm.ts";

/** How often a client is asked how it is going. */
export const pulseChoices = ["week", "two_weeks", "month", "off"] as const;
export type PulseEvery = (typeof pulseChoices)[number];

/** `locale`: the language of the portals; null: each visitor's browser says. */
export type PortalDefaults = { template: Template; locale: string | null; pulseEvery: PulseEvery };

export const programDefaults: PortalDefaults = { template: FIRST_TEMPLATE, locale: null, pulseEvery: "two_weeks" };

/** Whether a text from outside names how often clients are asked how it is going. */
export function isPulseEvery(text: string): text is PulseEvery {
  return pulseChoices.some((choice) => choice === text);
}
