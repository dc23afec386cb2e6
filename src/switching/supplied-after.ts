// What clients read at portals that keep their company, and that only one of the two PSAs can supply. Pure.
import { type ContentSettings, shownAtAny } from "../access/newly-exposed.ts";
import { neverSupplied } from "../connectors/registry.ts";
import type { PsaKind } from "../domain/psa-connection.ts";
import { type FieldName, wholeOfField } from "../domain/template.ts";
import type { SwitchPlan } from "./plan-switch.ts";

/** Fields as templates and switches show them. `lost`: the new PSA has no way to hold them; `come`: the old one had none. */
export type SuppliedChange = { lost: FieldName[]; come: FieldName[] };

/** What comes and goes with this plan, whatever stands in the two accounts. From no PSA, everything comes and nothing is told. */
export function suppliedAfter(
  content: ContentSettings,
  { portals }: SwitchPlan,
  { from, to }: { from: PsaKind | null; to: PsaKind },
): SuppliedChange {
  if (from === null) return { lost: [], come: [] };
  const linked = portals.filter(({ company }) => company !== null).map(({ portal }) => portal);
  const shown = shownAtAny(content, linked);
  const only = (can: PsaKind, cannot: PsaKind) =>
    outermost(shown.filter((field) => neverSupplied[cannot].includes(field) && !neverSupplied[can].includes(field)));
  return { lost: only(from, to), come: only(to, from) };
}

/** Without what stands inside another of these fields. */
function outermost(fields: FieldName[]): FieldName[] {
  return fields.filter((field) => {
    const whole = wholeOfField[field];
    return whole === undefined || !fields.includes(whole);
  });
}
