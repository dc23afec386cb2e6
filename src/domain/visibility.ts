/** What a firm switches on or off for all its clients, and how each switch stands until it is touched. */
export const visibilityDefaults = { fee: false, cross_project: true } as const;

export type VisibilitySwitchName = keyof typeof visibilityDefaults;

export const visibilitySwitchNames: readonly VisibilitySwitchName[] = ["fee", "cross_project"];

export type VisibilitySwitches = Record<VisibilitySwitchName, boolean>;

export function isVisibilitySwitch(text: string): text is VisibilitySwitchName {
  return visibilitySwitchNames.some((name) => name === text);
}
