import { doBlocksCarry, type FieldName, fieldNames, isLeftOutOfBlock, wholeOfField } from "../../domain/template.ts";
import type { VisibilitySwitchName } from "../../domain/visibility.ts";
import type { Cause } from "../causes.ts";
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
export function fieldsBy(supplies: FieldName[], rules: Settled): Fields {
  const isSupplied = (field: FieldName) => supplies.includes(field);
  const isOff = (field: FieldName) => isSwitchedOff(field, rules.switches);
  const visibilityOf = (field: FieldName): FieldVisibility => {
    // What stands inside another field is hidden with it.
    const all = [field, wholeOfField[field]].filter((one) => one !== undefined);
    if (all.some(isOff)) return { visible: false, cause: "scope.toggle" };
    if (!all.every((one) => doBlocksCarry(rules.blocks, one))) return { visible: false, cause: "scope.template" };
    return all.every(isSupplied) ? { visible: true, cause: null } : { visible: false, cause: "scope.no_data" };
  };
  return Object.fromEntries(fieldNames.map((field) => [field, visibilityOf(field)] as const));
}

type Settled = Pick<FirmRules, "switches" | "blocks">;

/** Whether the field's own switch is off. */
export function isSwitchedOff(field: FieldName, switches: FirmRules["switches"]): boolean {
  const name = switchOfField[field];
  return name !== undefined && !switches[name];
}

/** The field whose setting hides this one: the one in which it stands, where the same hides that, else itself. */
export function settlingField(field: FieldName, fields: Fields): FieldName {
  const whole = wholeOfField[field];
  const cause = fields[field]?.cause;
  const isHiddenWith = whole !== undefined && cause !== "scope.no_data" && fields[whole]?.cause === cause;
  return isHiddenWith && cause ? whole : field;
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
  const named = (isMeant: (field: FieldName, cause: Cause | null) => boolean) =>
    entries.filter(([name, { cause }]) => isMeant(name, cause)).map(([name]) => name);
  const offHere = named((field, cause) => cause === "scope.toggle" && isOffHere(settlingField(field, fields), rules));
  const leftOut = named((field, cause) => cause === "scope.template" && isLeftOutOfBlock(rules.blocks, field));
  return pass({
    evidence: { shown, hidden, ...(offHere.length > 0 && { offHere }), ...(leftOut.length > 0 && { leftOut }) },
  });
}
