// What the person sees of the company's work, and what not and why. Pure.
import type { Cause } from "../../../access/causes.ts";
import type { FieldName } from "../../../access/content.ts";
import { explainForFirm } from "../../../access/explain/firm.ts";
import type { Diagnosis } from "../../../diagnosis/diagnose-person.ts";
import { sentence } from "../present-steps.ts";

export type SightModel = {
  shown: { id: string; name: string }[];
  hidden: { id: string; name: string; why: string }[];
  fields: { shown: string[]; hidden: { name: string; why: string }[] };
};

const fieldWords: Record<FieldName, string> = {
  phase: "Phase",
  percentComplete: "Percent complete",
  dates: "Dates",
  address: "Address",
  description: "Description",
  manager: "Project manager",
  milestones: "Milestones",
  budget: "Fee",
};

const hidingWords: Partial<Record<Cause, string>> = {
  "scope.status": "archived or a draft in the PSA",
  "scope.contact_limit": "your firm has limited this contact",
  "scope.not_on_project": "they are not named on it",
};

/** Null while the company's work has not been read: before that, there is nothing to see or to hide. */
export function presentSight({ decision, facts }: Diagnosis): SightModel | null {
  const { work } = facts;
  if (work.kind !== "read") return null;
  const nameOf = (id: string) => work.projects.find((project) => project.id === id)?.name ?? id;
  const step = decision.steps.find(({ check }) => check === "content");
  const fields = Object.entries(decision.fields).map(([name, { visible, cause }]) => ({
    name: fieldWords[name as FieldName],
    visible,
    why: cause && step ? sentence(explainForFirm(cause, decision, step).reason) : "",
  }));
  return {
    shown: decision.visibleProjectIds.map((id) => ({ id, name: nameOf(id) })),
    hidden: decision.hiddenProjects.map(({ id, cause }) => ({ id, name: nameOf(id), why: hidingWords[cause] ?? "" })),
    fields: {
      shown: fields.filter(({ visible }) => visible).map(({ name }) => name),
      hidden: fields.filter(({ visible }) => !visible).map(({ name, why }) => ({ name, why })),
    },
  };
}
