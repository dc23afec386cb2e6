import { doBlocksCarry, type FieldName, fieldNames } from "../../domain/template.ts";
import type { VisibilitySwitchName } from "../../domain/visibility.ts";
import type { Fields, FieldVisibility } from "../content.ts";
import type { Finding } from "../decision.ts";
import type { Facts, FirmRules } from "../facts.ts";
import { pass, skipped } from "./finding.ts";

/** Which switch settles a field; a field that is not named here has none. */
export const switchOfField: Partial<Record<FieldName, VisibilitySwitchName>> = {
  hours: "hours",
  rates: "rates",
  budget: "fee",
  profitability: "profitability",
  invoices: "invoices",
  taskNotes: "task_notes",
  teamNames: "team_names",
  teamProfiles: "team_profiles",
  utilisation: "utilisation",
  manager: "team_names",
  managerProfile: "team_profiles",
};

/** For each field: shown or not, and why not. A switch that is off always beats a template that shows. */
export function contentOf({ work, address, rules }: Facts): Fields {
  if (work.kind !== "read" || work.supplies === null || address.kind !== "found") return {};
  return fieldsBy(work.supplies, rules);
}

/** The same for nobody in particular: by what the PSA supplies and the firm has settled alone. */
export function fieldsBy(supplies: FieldName[], rules: Pick<FirmRules, "switches" | "blocks">): Fields {
  const visibilityOf = (field: FieldName): FieldVisibility => {
    const switchName = switchOfField[field];
    if (switchName && !rules.switches[switchName]) return { visible: false, cause: "scope.toggle" };
    if (!doBlocksCarry(rules.blocks, field)) return { visible: false, cause: "scope.template" };
    return supplies.includes(field) ? { visible: true, cause: null } : { visible: false, cause: "scope.no_data" };
  };
  return Object.fromEntries(fieldNames.map((field) => [field, visibilityOf(field)] as const));
}

/** Whether it is this portal's own setting that switches the field off, rather than the one for all portals. */
function isOffHere(field: FieldName, { ownSwitches }: FirmRules): boolean {
  const name = switchOfField[field];
  return name !== undefined && ownSwitches.includes(name);
}

/** Never stops anybody: it reports which fields exist for this person. */
export function checkContent(fields: Fields, rules: FirmRules): Finding {
  const entries = Object.entries(fields) as [FieldName, FieldVisibility][];
  if (entries.length === 0) return skipped;
  const shown = entries.filter(([, field]) => field.visible).map(([name]) => name);
  const hidden = entries.filter(([, field]) => !field.visible).map(([name]) => name);
  const offHere = entries
    .filter(([name, { cause }]) => cause === "scope.toggle" && isOffHere(name, rules))
    .map(([name]) => name);
  return pass({ evidence: { shown, hidden, ...(offHere.length > 0 && { offHere }) } });
}
