import type { Template } from "../../domain/firm.ts";
import type { Project } from "../../domain/project.ts";
import type { FieldName, Fields, FieldVisibility } from "../content.ts";
import type { Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { pass, skipped } from "./finding.ts";

type FieldRule = { isOn: boolean; templates: readonly Template[] | "all"; isSupplied: (project: Project) => boolean };

/** A switch that is off beats every template. Money is for owners; the other templates never carry it. */
const fieldRules: Record<FieldName, FieldRule> = {
  phase: { isOn: true, templates: "all", isSupplied: (project) => project.phase !== null },
  percentComplete: { isOn: true, templates: "all", isSupplied: (project) => project.percentComplete !== null },
  dates: {
    isOn: true,
    templates: "all",
    isSupplied: (project) => project.startDate !== null || project.endDate !== null,
  },
  address: { isOn: true, templates: "all", isSupplied: (project) => project.address !== null },
  description: { isOn: true, templates: "all", isSupplied: (project) => project.description !== null },
  manager: { isOn: true, templates: "all", isSupplied: (project) => project.managerId !== null },
  milestones: { isOn: true, templates: "all", isSupplied: () => true },
  budget: { isOn: false, templates: ["owner"], isSupplied: (project) => project.fee !== null },
};

/** For each field: shown or not, and why not. */
export function contentOf({ work, address }: Facts): Fields {
  if (work.kind !== "read" || address.kind !== "found") return {};
  const { template } = address.portal;
  const entries = Object.entries(fieldRules).map(
    ([field, rule]) => [field, visibilityOf(rule, template, work.projects)] as const,
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

function visibilityOf(rule: FieldRule, template: Template, projects: Project[]): FieldVisibility {
  if (rule.templates !== "all" && !rule.templates.includes(template))
    return { visible: false, cause: "scope.template" };
  if (!rule.isOn) return { visible: false, cause: "scope.toggle" };
  return projects.some(rule.isSupplied) ? { visible: true, cause: null } : { visible: false, cause: "scope.no_data" };
}
