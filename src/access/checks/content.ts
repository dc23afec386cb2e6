import type { Template } from "../../domain/firm.ts";
import type { Project } from "../../domain/project.ts";
import type { FieldName, Fields, FieldVisibility } from "../content.ts";
import type { Finding } from "../decision.ts";
import type { Facts, FirmRules } from "../facts.ts";
import { pass, skipped } from "./finding.ts";

type FieldRule = {
  isOn: (rules: FirmRules) => boolean;
  templates: readonly Template[] | "all";
  isSupplied: (project: Project) => boolean;
};

const always = () => true;

/** Money is for owners: the other templates never carry it, whatever the switch says. */
const fieldRules: Record<FieldName, FieldRule> = {
  phase: { isOn: always, templates: "all", isSupplied: (project) => project.phase !== null },
  percentComplete: { isOn: always, templates: "all", isSupplied: (project) => project.percentComplete !== null },
  dates: {
    isOn: always,
    templates: "all",
    isSupplied: (project) => project.startDate !== null || project.endDate !== null,
  },
  address: { isOn: always, templates: "all", isSupplied: (project) => project.address !== null },
  description: { isOn: always, templates: "all", isSupplied: (project) => project.description !== null },
  manager: { isOn: always, templates: "all", isSupplied: (project) => project.managerId !== null },
  milestones: { isOn: always, templates: "all", isSupplied: () => true },
  budget: { isOn: (rules) => rules.isFeeShown, templates: ["owner"], isSupplied: (project) => project.fee !== null },
};

/** For each field: shown or not, and why not. */
export function contentOf({ work, address, rules }: Facts): Fields {
  if (work.kind !== "read" || address.kind !== "found") return {};
  const { template } = address.portal;
  const entries = Object.entries(fieldRules).map(
    ([field, rule]) => [field, visibilityOf(rule, { template, rules, projects: work.projects })] as const,
  );
  return Object.fromEntries(entries);
}

/** Whether a template carries a field, as far as no switch hides it. */
export function doesTemplateCarry(template: Template, field: FieldName): boolean {
  return carries(fieldRules[field], template);
}

function carries({ templates }: FieldRule, template: Template): boolean {
  return templates === "all" || templates.includes(template);
}

/** Never stops anybody: it reports which fields exist for this person. */
export function checkContent(fields: Fields): Finding {
  const entries = Object.entries(fields);
  if (entries.length === 0) return skipped;
  const shown = entries.filter(([, field]) => field.visible).map(([name]) => name);
  const hidden = entries.filter(([, field]) => !field.visible).map(([name]) => name);
  return pass({ evidence: { shown, hidden } });
}

type Given = { template: Template; rules: FirmRules; projects: Project[] };

/** A switch that is off always beats a template that shows; the template is named where it alone hides. */
function visibilityOf(rule: FieldRule, { template, rules, projects }: Given): FieldVisibility {
  if (!rule.isOn(rules)) return { visible: false, cause: "scope.toggle" };
  if (rule.templates !== "all" && !rule.templates.includes(template))
    return { visible: false, cause: "scope.template" };
  return projects.some(rule.isSupplied) ? { visible: true, cause: null } : { visible: false, cause: "scope.no_data" };
}
