// What a firm switches on or off for its clients, firm-wide or for one portal.

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
  "utilisation",
  "task_notes",
] as const);

export function isVisibilitySwitch(text: string): text is VisibilitySwitchName {
  return visibilitySwitchNames.some((name) => name === text);
}
