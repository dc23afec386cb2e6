// Attributes and their types in responses that were recorded from the live API and published [R]. Where only null was seen,
// the type behind it is the specification's [S]. `?` stands for "or null".
export type Shape = { attributes: Record<string, string>; relations: string[] };

/** The same type for several names. */
export function named(type: string, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, type]));
}

/** Each amount in three currencies. */
export function money(type: string, ...names: string[]): Record<string, string> {
  const columns = names.flatMap((name) => [name, `${name}_default`, `${name}_normalized`]);
  return { ...named(type, ...columns), ...named("text", "currency", "currency_default", "currency_normalized") };
}

export const recordedShapes: Record<string, Shape> = {
  people: {
    attributes: {
      ...named("boolean", "agent", "time_off_status_sync", "autotracking", "is_user", "virtual", "placeholder"),
      ...named("boolean", "sample_data", "time_unlocked", "two_factor_auth", "external_sync", "champion"),
      ...named("boolean", "timesheet_submission_disabled"),
      ...named("text", "first_name", "last_name", "availabilities", "offboarding_status"),
      ...named(
        "text?",
        "email",
        "avatar_url",
        "nickname",
        "original_avatar_url",
        "status_emoji",
        "status_text",
        "title",
      ),
      ...named("text?", "ai_assistant_instructions", "external_id", "time_unlocked_interval"),
      ...named("integer?", "role_id", "user_id", "color_id", "hrm_type_id", "time_unlocked_period_id"),
      ...named("integer?", "offboarding_id", "time_tracking_policy_id"),
      ...named("time", "created_at", "last_activity_at"),
      ...named(
        "time?",
        "deactivated_at",
        "archived_at",
        "joined_at",
        "last_seen_at",
        "invited_at",
        "status_expires_at",
      ),
      ...named("day?", "time_unlocked_on", "time_unlocked_start_date", "time_unlocked_end_date"),
      ...{ contact: "object", custom_fields: "object?", tag_list: "list" },
    },
    relations: [
      ...["organization", "company", "custom_role", "import", "manager", "subsidiary", "job_role", "teams"],
      ...["approval_policy_assignment", "person_session", "service_types", "custom_field_people"],
      ...["custom_field_attachments"],
    ],
  },
  companies: {
    attributes: {
      ...named("boolean", "projectless_budgets", "sample_data", "external_sync"),
      ...named("text", "name", "default_currency"),
      ...named("text?", "billing_name", "vat", "avatar_url", "original_avatar_url", "company_code", "domain"),
      ...named("text?", "payment_terms_type", "external_id"),
      ...named("integer?", "default_subsidiary_id", "default_tax_rate_id", "default_document_type_id", "due_days"),
      ...named("integer?", "parent_company_id"),
      ...named("time", "created_at", "last_activity_at"),
      ...named("object", "invoice_email_recipients", "contact", "settings"),
      ...named("list", "domains", "tag_list"),
      ...{ archived_at: "time?", custom_fields: "object?" },
    },
    relations: [
      ...["organization", "import", "default_subsidiary", "default_tax_rate", "default_document_type"],
      ...["custom_field_people", "custom_field_attachments", "integration_exporter_configuration"],
      ...["einvoice_identity", "parent_company"],
    ],
  },
  deals: {
    attributes: {
      ...named("boolean", "time_approval", "expense_approval", "client_access", "budget", "external_sync"),
      ...named("boolean", "service_type_restricted_tracking", "validate_expense_when_closing", "sample_data"),
      ...named("boolean", "access_to_deal", "overtime_enabled"),
      ...named("text", "name", "number", "deal_number", "email_key", "revenue_distribution_type"),
      ...named("text", "revenue_distribution_base", "deal_value", "deal_value_source", "exchange_rate"),
      ...named("text?", "suffix", "purchase_order_number", "revenue_distribution_method", "retainer_interval", "note"),
      ...named("text?", "note_interpolated", "proposal_note_interpolated", "footer_interpolated", "external_id"),
      ...named("text?", "proposal_footer_interpolated", "proposal_note", "lost_comment", "footer", "proposal_footer"),
      ...named("integer", "deal_type_id", "position", "tracking_type_id", "man_day_minutes", "rounding_method_id"),
      ...named("integer", "retainer_interval_count", "billable_time", "estimated_time", "budgeted_time"),
      ...named("integer", "worked_time", "days_since_created", "days_since_last_activity", "probability"),
      ...named("integer", "todo_count", "manual_invoicing_status_id"),
      ...named("integer?", "origin_deal_id", "rounding_interval_id", "color_id", "budget_warning", "time_to_close"),
      ...named("integer?", "days_in_current_stage", "previous_probability"),
      ...named("number", "profit_margin", "profit_margin_normalized", "profit_margin_default"),
      ...named("time", "last_activity_at", "created_at"),
      ...named("time?", "sales_status_updated_at", "closed_at", "deleted_at", "sales_closed_at"),
      ...named("day", "date", "exchange_date"),
      ...named("day?", "end_date", "delivered_on", "todo_due_date", "sales_closed_on"),
      ...named("day?", "revenue_distribution_start_on", "revenue_distribution_end_on"),
      ...{ discount: "number?", custom_fields: "object?", editor_config: "object" },
      ...named("list", "time_entry_requirements", "tag_list"),
      ...money("integer", "deal_value_total", "revenue", "services_revenue", "budget_total", "budget_used"),
      ...money("integer", "projected_revenue", "cost", "profit", "invoiced", "pending_invoicing"),
      ...money("integer", "manually_invoiced", "draft_invoiced", "amount_credited", "expense"),
    },
    relations: [
      ...["organization", "creator", "company", "document_type", "proposal_document_type", "responsible"],
      ...["deal_status", "project", "lost_reason", "contract", "contact", "subsidiary", "template", "tax_rate"],
      ...["pipeline", "origin_deal", "import", "approval_policy_assignment", "next_todo"],
      ...["expense_approval_workflow", "time_approval_workflow", "invoice_template", "automatic_invoicing_rule"],
      ...["primary_contact", "custom_field_people", "custom_field_attachments"],
    ],
  },
  services: {
    attributes: {
      ...named("boolean", "billable", "time_tracking_enabled", "expense_tracking_enabled"),
      ...named("boolean", "booking_tracking_enabled", "budget_cap_enabled"),
      ...named("text", "name", "discount_type", "quantity"),
      ...named("text?", "external_id", "description"),
      ...named("integer", "position", "initial_service_id", "billing_type_id", "worked_time", "billable_time"),
      ...named("integer", "estimated_time", "budgeted_time", "booked_time", "unit_id", "future_booked_time"),
      ...named("integer", "tentative_booked_time", "future_tentative_booked_time"),
      ...named("number?", "markup", "discount"),
      ...named("object?", "editor_config", "custom_fields"),
      ...{ deleted_at: "time?", origin_service_id: "integer?", profit_margin: "number" },
      ...money("number", "profit", "work_cost", "future_cost", "cost", "price", "estimated_cost", "revenue"),
      ...money("number", "projected_revenue", "expense_amount", "expense_billable_amount", "budget_total"),
      ...money("number", "budget_used", "future_revenue", "future_budget_used", "discount_amount", "markup_amount"),
    },
    relations: [
      ...["organization", "service_type", "deal", "person", "section", "import", "custom_field_people"],
      ...["custom_field_attachments"],
    ],
  },
  time_entries: {
    attributes: {
      ...named("boolean", "draft", "approved", "invoiced", "overhead", "overtime", "rejected", "submitted"),
      ...{ date: "day", overtime_cost_multiplier: "text", track_method_id: "integer" },
      ...named("text?", "note", "rejected_reason", "calendar_event_recurring_id"),
      ...named("integer", "time", "billable_time", "recognized_time"),
      ...named("integer?", "calendar_event_id", "invoice_attribution_id"),
      ...named("time", "created_at", "updated_at", "last_activity_at"),
      ...named("time?", "started_at", "timer_started_at", "timer_stopped_at", "approved_at", "rejected_at"),
      ...money("integer", "cost", "work_cost", "overhead_cost", "internal_overhead_cost", "facility_overhead_cost"),
    },
    relations: [
      ...["organization", "person", "service", "task", "approver", "updater", "rejecter", "creator", "last_actor"],
      ...["person_subsidiary", "deal_subsidiary", "timesheet", "invoice_attribution", "approval_statuses"],
    ],
  },
  organization_memberships: {
    attributes: {
      ...named("boolean", "time_reminders", "email_notifications", "weekly_emails"),
      ...{ updated_at: "time", position: "integer?", tasks_layout_id: "integer", quick_start_config: "text" },
      ...named("object", "granular_notification_preferences", "notetaker_settings"),
      ...{ preferences: "object?", favorited_models: "object?", recent_data: "list" },
      ...named("integer?", "tasks_filter_id", "deals_filter_id", "deal_services_filter_id", "projects_filter_id"),
      ...named("integer?", "people_filter_id", "contacts_filter_id", "companies_filter_id", "company_time_filter_id"),
      ...named("integer?", "invoices_filter_id", "budgets_filter_id", "budget_services_filter_id"),
      ...named("integer?", "expenses_filter_id", "bookings_filter_id", "payments_filter_id", "docs_filter_id"),
      ...named("integer?", "time_reports_filter_id", "salary_reports_filter_id", "time_entry_reports_filter_id"),
      ...named("integer?", "booking_approvals_filter_id", "expense_approvals_filter_id", "employees_filter_id"),
      ...named("integer?", "time_approvals_filter_id", "internal_budget_services_filter_id"),
    },
    relations: [
      ...["tasks_favorite_filter", "deals_favorite_filter", "deal_services_favorite_filter"],
      ...["projects_favorite_filter", "people_favorite_filter", "contacts_favorite_filter"],
      ...["companies_favorite_filter", "company_time_favorite_filter", "invoices_favorite_filter"],
      ...["budgets_favorite_filter", "budget_services_favorite_filter", "expenses_favorite_filter"],
      ...["bookings_favorite_filter", "payments_favorite_filter", "time_reports_favorite_filter"],
      ...["salary_reports_favorite_filter", "time_entry_reports_favorite_filter", "docs_favorite_filter"],
      ...["booking_approvals_favorite_filter", "expense_approvals_favorite_filter"],
      ...["time_approvals_favorite_filter", "internal_budget_services_favorite_filter"],
      ...["employees_favorite_filter", "organization", "person", "user"],
    ],
  },
};
