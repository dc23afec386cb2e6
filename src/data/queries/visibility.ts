import { type VisibilitySwitches, type VisibilitySwitchName, visibilityDefaults } from "../../domain/visibility.ts";
import type { Tx } from "../database.ts";
import { visibilitySwitch } from "../schema/tables.ts";

export type TouchedSwitch = { name: VisibilitySwitchName; isOn: boolean };

/** How the firm's switches stand right now. */
export async function readVisibility(tx: Tx): Promise<VisibilitySwitches> {
  const rows = await tx.select({ name: visibilitySwitch.name, isOn: visibilitySwitch.isOn }).from(visibilitySwitch);
  return withDefaults(rows);
}

/** The switches as they stand, out of those that were touched. */
export function withDefaults(touched: TouchedSwitch[]): VisibilitySwitches {
  return { ...visibilityDefaults, ...Object.fromEntries(touched.map(({ name, isOn }) => [name, isOn])) };
}
