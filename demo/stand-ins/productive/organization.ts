// The firm itself: its organization, who of it asks, its teams, and its own company.
import type { FirmRecords } from "../records.ts";
import { companyOf } from "./companies.ts";
import { OWN_COMPANY, staffId } from "./people.ts";
import { type Attributes, BEGINNING, linkTo, type Resource, resourceOf, unknownRelations } from "./resource.ts";

export type Organization = { id: string; name: string };

export function organizationResources(records: FirmRecords, { id, name }: Organization): Resource[] {
  const organization: Resource = {
    type: "organizations",
    id,
    ourId: id,
    attributes: { name },
    relations: { company: linkTo("companies", OWN_COMPANY) },
  };
  const ownCompany = companyOf(OWN_COMPANY, { name, archived: "", domains: "" });
  return [organization, ownCompany, ...membershipOf(records, id), ...teamsOf(records)];
}

/** The membership of whoever made the token. It has the id of the person [R]. */
function membershipOf({ people }: FirmRecords, organizationId: string): Resource[] {
  return people.slice(0, 1).map((owner) => ({
    type: "organization_memberships",
    id: linkTo("people", staffId(owner.id)).id,
    ourId: staffId(owner.id),
    attributes: membershipAttributes,
    relations: {
      ...unknownRelations(...favourites.map((page) => `${page}_favorite_filter`), "user"),
      organization: { type: "organizations", id: organizationId },
      person: linkTo("people", staffId(owner.id)),
    },
  }));
}

const favourites = [
  ...["tasks", "deals", "deal_services", "projects", "people", "contacts", "companies", "company_time", "invoices"],
  ...["budgets", "budget_services", "expenses", "bookings", "payments", "time_reports", "salary_reports"],
  ...["time_entry_reports", "booking_approvals", "expense_approvals", "time_approvals", "docs"],
  ...["internal_budget_services", "employees"],
];

const membershipAttributes: Attributes = {
  updated_at: BEGINNING,
  position: null,
  tasks_layout_id: 1,
  time_reminders: true,
  email_notifications: true,
  weekly_emails: true,
  granular_notification_preferences: {},
  preferences: null,
  favorited_models: null,
  recent_data: [],
  notetaker_settings: {},
  quick_start_config: "{}",
  ...Object.fromEntries(favourites.map((page) => [`${page}_filter_id`, null])),
};

/** The disciplines of the staff. */
function teamsOf({ people }: FirmRecords): Resource[] {
  const disciplines = new Set(people.map(({ discipline }) => discipline).filter((name) => name !== ""));
  return [...disciplines].map((name) =>
    resourceOf("teams", name, {
      attributes: { name, color_id: 1, icon_id: "1" },
      relations: {
        members: people
          .filter(({ discipline }) => discipline === name)
          .map((person) => linkTo("people", staffId(person.id))),
      },
    }),
  );
}
