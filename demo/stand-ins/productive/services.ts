// Services are the lines of a budget and the nearest thing to a phase; sections group them. Neither has dates.
import type { FirmRecords, RecordOf } from "../records.ts";
import { dealId } from "./deals.ts";
import {
  type Attributes,
  centsOf,
  currencyOr,
  idOf,
  linkTo,
  moneyColumns,
  type Resource,
  resourceOf,
  unknownRelations,
} from "./resource.ts";
import { type Worked, workedIn } from "./worked.ts";

type TimeEntry = RecordOf<"time_entries">;

/** One service for each phase, and one for the hours of a project that belong to no phase. */
export function serviceResources(records: FirmRecords): Resource[] {
  return records.projects.flatMap((project) => {
    const phases = records.phases.filter(({ project_id }) => project_id === project.id);
    const entries = records.time_entries.filter(({ project_id }) => project_id === project.id);
    const ofPhases = phases.map((phase) => serviceOfPhase(phase, project, entriesOf(phase.id, entries)));
    const others = entriesOf("", entries);
    return [
      ...ofPhases,
      ...(others.length > 0 ? [otherWork(project, others)] : []),
      ...(phases.length > 0 ? [sectionOf(project)] : []),
    ];
  });
}

/** Our id of the service on which an hour is booked. */
export function serviceId({ project_id, phase_id }: { project_id: string; phase_id: string }): string {
  return phase_id === "" ? `other work of ${project_id}` : `phase ${phase_id}`;
}

function entriesOf(phaseId: string, entries: TimeEntry[]): TimeEntry[] {
  return entries.filter(({ phase_id }) => phase_id === phaseId);
}

function serviceOfPhase(phase: RecordOf<"phases">, project: RecordOf<"projects">, entries: TimeEntry[]): Resource {
  const budgetMinutes = Math.round(Number(phase.budget_hours) * 60);
  return resourceOf("services", serviceId({ project_id: project.id, phase_id: phase.id }), {
    attributes: {
      ...emptyService,
      name: phase.name,
      position: phase.order === "" ? 1 : Number(phase.order),
      initial_service_id: Number(idOf("services", `phase ${phase.id}`)),
      billable: true,
      billing_type_id: phase.fee === "" ? 2 : 1,
      budgeted_time: budgetMinutes,
      estimated_time: budgetMinutes,
      quantity: Number(phase.budget_hours).toFixed(1),
      ...figuresOf(workedIn(entries), { currency: project.currency, feeCents: centsOf(phase.fee) }),
    },
    relations: serviceRelations(project.id, `section of ${project.id}`),
  });
}

function otherWork(project: RecordOf<"projects">, entries: TimeEntry[]): Resource {
  const ourId = serviceId({ project_id: project.id, phase_id: "" });
  return resourceOf("services", ourId, {
    attributes: {
      ...emptyService,
      name: "Other work",
      position: 99,
      initial_service_id: Number(idOf("services", ourId)),
      billable: true,
      ...figuresOf(workedIn(entries), { currency: project.currency, feeCents: 0 }),
    },
    relations: serviceRelations(project.id, null),
  });
}

/** Cents as floats with fractions; `price` is what an hour comes to on average [R for the types]. */
function figuresOf(worked: Worked, { currency, feeCents }: { currency: string; feeCents: number }): Attributes {
  const { minutes, billableMinutes, costCents, billedCents } = worked;
  return {
    worked_time: minutes,
    billable_time: billableMinutes,
    profit_margin: billedCents === 0 ? 0 : ((billedCents - costCents) / billedCents) * 100,
    ...moneyColumns(currencyOr(currency), {
      ...noMoney,
      price: billableMinutes === 0 ? 0 : (billedCents / billableMinutes) * 60,
      budget_total: feeCents,
      budget_used: billedCents,
      revenue: billedCents,
      cost: costCents,
      work_cost: costCents,
      profit: billedCents - costCents,
    }),
  };
}

function serviceRelations(projectId: string, section: string | null) {
  return {
    ...unknownRelations("service_type", "person", "import"),
    deal: linkTo("deals", dealId(projectId)),
    section: section === null ? null : linkTo("sections", section),
    custom_field_people: [],
    custom_field_attachments: [],
  };
}

function sectionOf({ id }: RecordOf<"projects">): Resource {
  return resourceOf("sections", `section of ${id}`, {
    attributes: { editor_config: null, name: "Professional services", position: 1, preferences: null },
    relations: { deal: linkTo("deals", dealId(id)) },
  });
}

const noMoney = Object.fromEntries(
  [
    ...["profit", "work_cost", "future_cost", "cost", "price", "estimated_cost", "revenue", "projected_revenue"],
    ...["expense_amount", "expense_billable_amount", "budget_total", "budget_used", "future_revenue"],
    ...["future_budget_used", "discount_amount", "markup_amount"],
  ].map((name) => [name, 0]),
);

const emptyService: Attributes = {
  name: "",
  position: 1,
  deleted_at: null,
  external_id: null,
  billable: false,
  description: null,
  time_tracking_enabled: true,
  expense_tracking_enabled: true,
  booking_tracking_enabled: true,
  origin_service_id: null,
  initial_service_id: 0,
  budget_cap_enabled: false,
  editor_config: null,
  custom_fields: null,
  billing_type_id: 2,
  worked_time: 0,
  billable_time: 0,
  estimated_time: 0,
  budgeted_time: 0,
  profit_margin: 0,
  booked_time: 0,
  unit_id: 1,
  future_booked_time: 0,
  tentative_booked_time: 0,
  future_tentative_booked_time: 0,
  markup: null,
  discount: null,
  discount_type: "percentage",
  quantity: "0.0",
};
