// What a firm switches on or off for its clients, firm-wide or for one portal.
import type { PortalId } from "./ids.ts";

export const visibilitySwitchNames = [
  "fee",
  "hours",
  "rates",
  "profitability",
  "team_names",
  "team_profiles",
  "utilisation",
  "task_notes",
  "invoices",
  "cross_project",
] as const;
export type VisibilitySwitchName = (typeof visibilitySwitchNames)[number];

export type VisibilitySwitches = Record<VisibilitySwitchName, boolean>;

/** How each switch stands until it is touched. What is sensitive is off. */
export const visibilityDefaults: VisibilitySwitches = {
  fee: false,
  hours: true,
  rates: false,
  profitability: false,
  team_names: true,
  team_profiles: false,
  utilisation: false,
  task_notes: false,
  invoices: true,
  cross_project: true,
};

/** Switching one of these on shows clients what many agreements keep from them. */
export const sensitiveSwitches: ReadonlySet<VisibilitySwitchName> = new Set([
  "fee",
  "rates",
  "profitability",
  "team_profiles",
  "utilisation",
  "task_notes",
] as const);

/** A switch that somebody has set: the firm for all its portals, or for one of them. */
export type TouchedSwitch = { name: VisibilitySwitchName; isOn: boolean };

/** A switch that is set for one portal alone. */
export type OwnSwitch = TouchedSwitch & { portalId: PortalId };

/** How the switches stand at one portal, and which of them are set for this portal alone. */
export type PortalSwitches = { switches: VisibilitySwitches; ownSwitches: readonly VisibilitySwitchName[] };

/** What is set for the portal itself goes before what holds for all portals. */
export function switchesAt(firmWide: TouchedSwitch[], own: TouchedSwitch[]): PortalSwitches {
  return { switches: withDefaults([...firmWide, ...own]), ownSwitches: own.map(({ name }) => name) };
}

/** The switches as they stand, out of those that were touched; of two settings the later one holds. */
export function withDefaults(touched: TouchedSwitch[]): VisibilitySwitches {
  return { ...visibilityDefaults, ...Object.fromEntries(touched.map(({ name, isOn }) => [name, isOn])) };
}

/** What one portal can say of a switch. */
export const switchSettings = ["inherit", "on", "off"] as const;
export type SwitchSetting = (typeof switchSettings)[number];

/** Whether a text from outside names a setting of a portal's switch. */
export function isSwitchSetting(text: string): text is SwitchSetting {
  return switchSettings.some((setting) => setting === text);
}

/** Whether a text from outside names a visibility switch. */
export function isVisibilitySwitch(text: string): text is VisibilitySwitchName {
  return visibilitySwitchNames.some((name) => name === text);
}
