import type { FirmRules } from "../../access/facts.ts";
import { type VisibilitySwitches, type VisibilitySwitchName, visibilityDefaults } from "../../domain/visibility.ts";
import type { Tx } from "../database.ts";
import { visibilitySwitch } from "../schema/tables.ts";

export type TouchedSwitch = { name: VisibilitySwitchName; isOn: boolean };

/** How the firm's switches stand right now. */
export async function readVisibility(tx: Tx): Promise<VisibilitySwitches> {
  const rows = await tx.select({ name: visibilitySwitch.name, isOn: visibilitySwitch.isOn }).from(visibilitySwitch);
  return withDefaults(rows);
}

/** The part of a decision's rules that the switches settle. */
export function visibilityRules(touched: TouchedSwitch[]): Pick<FirmRules, "isCrossProject" | "isFeeShown"> {
  const switches = withDefaults(touched);
  return { isCrossProject: switches.cross_project, isFeeShown: switches.fee };
}

function withDefaults(touched: TouchedSwitch[]): VisibilitySwitches {
  return { ...visibilityDefaults, ...Object.fromEntries(touched.map(({ name, isOn }) => [name, isOn])) };
}
