// Deals and budgets are one resource. A project in work has a budget; a draft project has an open deal instead.
import type { FirmRecords, RecordOf } from "../records.ts";
import { emptyDeal } from "./deal-attributes.ts";
import { contactId, staffId } from "./people.ts";
import {
  type Attributes,
  BEGINNING,
  centsOf,
  currencyOr,
  exchangeRateOf,
  idOf,
  linkIfAny,
  linkTo,
  moneyColumns,
  partsOf,
  type Relation,
  type Resource,
  resourceOf,
  timestampOn,
  unknownRelations,
} from "./resource.ts";
import { sumOf, workedIn } from "./worked.ts";

export function dealResources(records: FirmRecords): Resource[] {
  return [
    ...records.projects.map((project) => dealOfProject(project, records)),
    ...records.deals.map(salesDealOf),
    ...dealStatuses(),
  ];
}

/** Our id of the budget, or open deal, of a project. */
export function dealId(projectId: string): string {
  return `deal of ${projectId}`;
}

function dealOfProject(project: RecordOf<"projects">, records: FirmRecords): Resource {
  const isBudget = project.status !== "draft";
  const isOver = project.status === "completed" || project.status === "archived";
  const number = project.number === "" ? idOf("deal numbers", project.id).slice(0, 4) : project.number;
  const [contact = ""] = partsOf(project.contact_ids);
  const contactLink = linkIfAny("people", contact === "" ? "" : contactId(contact));
  return dealOf(dealId(project.id), {
    attributes: {
      name: project.name,
      date: project.start_date === "" ? BEGINNING.slice(0, 10) : project.start_date,
      end_date: project.end_date === "" ? null : project.end_date,
      number,
      deal_number: number,
      budget: isBudget,
      deal_type_id: 2,
      probability: isBudget ? 100 : 50,
      closed_at: isOver ? (timestampOn(project.end_date) ?? BEGINNING) : null,
      delivered_on: isOver && project.end_date !== "" ? project.end_date : null,
      ...figuresOf(project, records),
    },
    relations: {
      company: linkTo("companies", project.company_id),
      project: linkTo("projects", project.id),
      responsible: linkIfAny("people", project.manager_id === "" ? "" : staffId(project.manager_id)),
      deal_status: linkTo("deal_statuses", isBudget ? "Won" : "Open"),
      contact: contactLink,
      primary_contact: contactLink,
    },
  });
}

/** Whole cents and minutes. */
function figuresOf(project: RecordOf<"projects">, records: FirmRecords): Attributes {
  const worked = workedIn(records.time_entries.filter(({ project_id }) => project_id === project.id));
  const phases = records.phases.filter(({ project_id }) => project_id === project.id);
  const invoices = records.invoices.filter(({ project_id }) => project_id === project.id);
  const revenue = Math.round(worked.billedCents);
  const cost = Math.round(worked.costCents);
  const fee = centsOf(project.fee);
  const budgetMinutes = Math.round(sumOf(phases, ({ budget_hours }) => Number(budget_hours)) * 60);
  return {
    worked_time: worked.minutes,
    billable_time: worked.billableMinutes,
    budgeted_time: budgetMinutes,
    estimated_time: budgetMinutes,
    profit_margin: revenue === 0 ? 0 : ((revenue - cost) / revenue) * 100,
    ...dealMoney(currencyOr(project.currency), {
      deal_value_total: fee,
      budget_total: fee,
      budget_used: revenue,
      revenue,
      services_revenue: revenue,
      cost,
      profit: revenue - cost,
      invoiced: sumOf(invoices, ({ amount }) => centsOf(amount)),
    }),
  };
}

function salesDealOf(row: RecordOf<"deals">): Resource {
  const number = idOf("deal numbers", row.id).slice(0, 4);
  const stage = dealStages.find(({ name }) => name === row.stage)?.name ?? "Open";
  const value = centsOf(row.value);
  return dealOf(row.id, {
    attributes: {
      name: row.name,
      date: BEGINNING.slice(0, 10),
      end_date: row.expected_on === "" ? null : row.expected_on,
      number,
      deal_number: number,
      deal_type_id: 2,
      probability: 50,
      ...dealMoney(currencyOr(row.currency), { deal_value_total: value, budget_total: value }),
    },
    relations: {
      company: linkIfAny("companies", row.company_id),
      deal_status: linkTo("deal_statuses", stage),
    },
  });
}

function dealMoney(currency: string, amounts: Record<string, number>): Attributes {
  return { exchange_rate: exchangeRateOf(currency).toFixed(1), ...moneyColumns(currency, { ...noMoney, ...amounts }) };
}

const noMoney = Object.fromEntries(
  [
    ...["deal_value_total", "revenue", "services_revenue", "budget_total", "budget_used", "projected_revenue"],
    ...["cost", "profit", "invoiced", "pending_invoicing", "manually_invoiced", "draft_invoiced"],
    ...["amount_credited", "expense"],
  ].map((name) => [name, 0]),
);

function dealOf(
  ourId: string,
  { attributes, relations }: { attributes: Attributes; relations: Record<string, Relation> },
): Resource {
  return resourceOf("deals", ourId, {
    attributes: { ...emptyDeal, ...attributes },
    relations: {
      ...unknownRelations("creator", "company", "document_type", "proposal_document_type", "responsible", "project"),
      ...unknownRelations("lost_reason", "contract", "contact", "subsidiary", "template", "tax_rate", "pipeline"),
      ...unknownRelations("origin_deal", "import", "approval_policy_assignment", "next_todo", "invoice_template"),
      ...unknownRelations("expense_approval_workflow", "time_approval_workflow", "automatic_invoicing_rule"),
      ...unknownRelations("primary_contact"),
      custom_field_people: [],
      custom_field_attachments: [],
      ...relations,
    },
  });
}

/** `status_id`: 1 open, 2 won, 3 lost, 4 delivered [S]. */
const dealStages = [
  { name: "Open", status_id: 1 },
  { name: "Lead", status_id: 1 },
  { name: "Proposal", status_id: 1 },
  { name: "Negotiation", status_id: 1 },
  { name: "Won", status_id: 2 },
  { name: "Lost", status_id: 3 },
];

function dealStatuses(): Resource[] {
  return dealStages.map(({ name, status_id }, index) =>
    resourceOf("deal_statuses", name, {
      attributes: {
        archived_at: null,
        booking_tracking_enabled: true,
        color_id: 1,
        expense_tracking_enabled: true,
        lost_reason_enabled: status_id === 3,
        name,
        position: index + 1,
        probability: 50,
        probability_enabled: true,
        status_id,
        time_tracking_enabled: true,
        used: true,
      },
      relations: unknownRelations("pipeline"),
    }),
  );
}
