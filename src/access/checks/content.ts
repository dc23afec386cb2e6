import type { Project } from "../../domain/project.ts";
import type { FieldName, Fields, FieldVisibility } from "../content.ts";
import type { Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { pass, skipped } from "./finding.ts";

type FieldRule = { isOn: boolean; isSupplied: (project: Project) => boolean };

/** Off means off for every template. */
const fieldRules: Record<FieldName, FieldRule> = {
  phase: { isOn: true, isSupplied: (project) => project.phase !== null },
  percentComplete: { isOn: true, isSupplied: (project) => project.percentComplete !== null },
  dates: { isOn: true, isSupplied: (project) => project.startDate !== null || project.endDate !== null },
  address: { isOn: true, isSupplied: (project) => project.address !== null },
  description: { isOn: true, isSupplied: (project) => project.description !== null },
  manager: { isOn: true, isSupplied: (project) => project.managerId !== null },
  milestones: { isOn: true, isSupplied: () => true },
  budget: { isOn: false, isSupplied: (project) => project.fee !== null },
};

/** For each field: shown or not, and why not. */
export function contentOf({ work }: Facts): Fields {
  if (work.kind !== "read") return {};
  const entries = Object.entries(fieldRules).map(
    ([field, rule]) => [field, visibilityOf(rule, work.projects)] as const,
  );
  return Object.fromEntries(entries);
}

/** Never stops anybody: it reports which fields exist for this person. */
export function checkContent(fields: Fields): Finding {
  const entries = Object.entries(fields);
  if (entries.length === 0) return skipped;
  const shown = entries.filter(([, field]) => field.visible).map(([name]) => name);
  const hidden = entries.filter(([, field]) => !field.visible).map(([name]) => name);
  return pass({ evidence: { shown, hidden } });
}

function visibilityOf(rule: FieldRule, projects: Project[]): FieldVisibility {
  if (!rule.isOn) return { visible: false, cause: "scope.toggle" };
  return projects.some(rule.isSupplied) ? { visible: true, cause: null } : { visible: false, cause: "scope.no_data" };
}
