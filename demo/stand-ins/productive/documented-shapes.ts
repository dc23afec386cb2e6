// Attributes and relations of resources that nobody has published a recording of, as the vendor's specification names them
// [S]. Whether a live answer has all of them is not known; that amounts are whole cents is guessed from deals. `?` stands
// for "or null".
import { money, named, type Shape } from "./recorded-shapes.ts";

export const documentedShapes: Record<string, Shape> = {
  projects: {
    attributes: {
      ...named("text", "name", "number", "project_number", "duplication_status"),
      ...named("time", "created_at", "last_activity_at"),
      ...named("integer", "project_color_id", "project_type_id"),
      ...named("object", "preferences", "tag_colors"),
      ...named("boolean", "sample_data", "template"),
      ...named("list", "page_custom_fields_ids", "page_custom_fields_positions", "task_custom_fields_ids"),
      ...{ task_custom_fields_positions: "list", archived_at: "time?", custom_fields: "object?", description: "text?" },
    },
    relations: [
      ...["organization", "company", "custom_field_attachments", "custom_field_people", "import", "last_actor"],
      ...["project_manager", "template_object", "workflow"],
    ],
  },
  tasks: {
    attributes: {
      ...named("boolean", "closed", "private"),
      ...named("text", "title", "number", "task_number", "email_key"),
      ...named("text?", "description", "due_time"),
      ...named("integer", "billable_time", "blocking_dependency_count", "booked_time", "bookings_count", "type_id"),
      ...named("integer", "creation_method_id", "future_booked_time", "linked_dependency_count", "placement"),
      ...named("integer", "open_subtask_count", "open_todo_count", "subtask_count", "task_dependency_count"),
      ...named("integer", "todo_count", "waiting_on_dependency_count", "worked_time"),
      ...named("integer?", "initial_estimate", "remaining_time", "repeat_on_interval", "repeat_on_monthday"),
      ...named("integer?", "repeat_origin_id", "repeat_schedule_id", "subtask_placement"),
      ...named("time", "created_at", "last_activity_at", "updated_at"),
      ...named("time?", "closed_at", "deleted_at"),
      ...named("day?", "due_date", "start_date", "repeat_on_date"),
      ...{ custom_fields: "object?", repeat_on_weekday: "list?", tag_list: "list", todo_assignee_ids: "list" },
    },
    relations: [
      ...["organization", "assignee", "attachments", "creator", "custom_field_attachments", "custom_field_people"],
      ...["last_actor", "parent_task", "project", "repeated_task", "service", "task_list", "template_object"],
      ...["workflow_status"],
    ],
  },
  task_lists: {
    attributes: {
      ...named("text", "name", "email_key"),
      ...named("integer", "placement", "position"),
      archived_at: "time?",
    },
    relations: ["organization", "board", "folder", "project"],
  },
  workflow_statuses: {
    attributes: { ...named("integer", "category_id", "color_id", "position"), name: "text" },
    relations: ["organization", "workflow"],
  },
  sections: {
    attributes: { ...named("object?", "editor_config", "preferences"), name: "text", position: "integer" },
    relations: ["organization", "deal"],
  },
  invoices: {
    attributes: {
      ...named("boolean", "credited", "exported", "line_item_tax", "pay_on_relative", "sample_data"),
      ...named("text", "number", "email_key"),
      ...named("text?", "export_id", "export_invoice_url", "footer", "footer_interpolated", "note", "subject"),
      ...named("text?", "note_interpolated", "payment_terms_type", "purchase_order_number", "tax1_name", "tax2_name"),
      ...named("integer?", "company_reference_id", "export_integration_type_id", "invoice_template_id"),
      ...named("integer?", "payment_terms", "payment_terms_days"),
      ...named("number?", "discount", "tax1_value", "tax2_value"),
      ...{ invoice_type_id: "integer", exchange_rate: "number" },
      ...named("time", "created_at", "last_activity_at", "updated_at"),
      ...named("time?", "deleted_at", "exported_at", "finalized_at"),
      ...named("day?", "delivery_on", "exchange_date", "finalized_on", "invoiced_on", "paid_on", "pay_on", "sent_on"),
      ...{ bank_account_details: "object?", creation_options: "object", custom_fields: "object?", tag_list: "list" },
      ...money("integer", "amount", "amount_credited", "amount_credited_with_tax", "amount_paid", "amount_tax"),
      ...money("integer", "amount_unpaid", "amount_with_tax", "amount_written_off"),
    },
    relations: [
      ...["organization", "attachment", "bank_account", "bill_from", "bill_to", "company", "creator"],
      ...["custom_field_attachments", "custom_field_people", "document_type", "invoice_attributions", "issuer"],
      ...["parent_invoice", "subsidiary"],
    ],
  },
  line_items: {
    attributes: {
      ...named("number?", "discount", "tax_value"),
      ...{ position: "integer", quantity: "number", tax_name: "text?", unit_id: "integer" },
      ...money("integer", "amount", "amount_tax", "amount_with_tax", "unit_price"),
    },
    relations: ["organization", "expense", "invoice", "kpd_code", "service", "service_type", "tax_rate"],
  },
  invoice_attributions: {
    attributes: { ...named("day?", "date_from", "date_to"), ...money("integer", "amount") },
    relations: ["organization", "budget", "invoice"],
  },
  bookings: {
    attributes: {
      ...named("boolean", "approved", "autotracking", "canceled", "draft", "rejected"),
      ...named("integer", "booking_method_id", "hours", "percentage", "stage_type", "time", "total_time"),
      ...{ total_working_days: "integer" },
      ...named("time", "created_at", "last_activity_at", "updated_at"),
      ...named("time?", "approved_at", "canceled_at", "rejected_at"),
      ...named("day", "started_on", "ended_on"),
      ...named("text?", "external_id", "note", "people_custom_fields", "rejected_reason"),
      ...{ custom_fields: "object?" },
    },
    relations: [
      ...["organization", "approval_statuses", "approver", "attachments", "canceler", "creator"],
      ...["custom_field_attachments", "custom_field_people", "event", "origin", "person", "rejecter"],
      ...["resource_request", "scenario_item", "service", "task", "updater"],
    ],
  },
  events: {
    attributes: {
      ...named("text", "absence_type", "color_id", "icon_id", "name"),
      ...named("boolean", "half_day_bookings", "sync_personal_integrations"),
      ...named("integer", "event_type_id", "limitation_type_id"),
      ...{ archived_at: "time?", description: "text?" },
    },
    relations: ["organization"],
  },
  memberships: {
    attributes: {
      ...named("integer", "access_type_id", "type_id"),
      ...{ dynamic_group_id: "integer?", options: "object?", target_type: "text" },
    },
    relations: [
      ...["organization", "agent", "dashboard", "deal", "filter", "page", "person", "project", "survey", "team"],
    ],
  },
  contact_entries: {
    attributes: {
      ...named("text?", "address", "city", "country", "email", "name", "phone", "state", "vat", "website", "zipcode"),
      ...named("boolean", "billing_address", "billing_email"),
      ...named("text", "contactable_type", "type"),
    },
    relations: [
      ...["organization", "company", "invoice", "invoice_template", "person", "purchase_order", "subsidiary"],
    ],
  },
  custom_fields: {
    attributes: {
      ...named("boolean", "global", "quick_add_enabled", "required", "sensitive", "show_in_add_edit_views"),
      ...named("integer?", "aggregation_type_id", "formatting_type_id"),
      ...named("integer", "data_type_id", "position"),
      ...named("text", "customizable_type", "name"),
      ...named("time", "created_at", "updated_at"),
      ...{ archived_at: "time?" },
    },
    relations: ["organization", "custom_field_people", "options", "project", "section", "survey"],
  },
  deal_statuses: {
    attributes: {
      ...named("boolean", "booking_tracking_enabled", "expense_tracking_enabled", "lost_reason_enabled"),
      ...named("boolean", "probability_enabled", "time_tracking_enabled", "used"),
      ...named("integer", "color_id", "position", "probability", "status_id"),
      ...{ archived_at: "time?", name: "text" },
    },
    relations: ["organization", "pipeline"],
  },
  teams: {
    attributes: { color_id: "integer", icon_id: "text", name: "text" },
    relations: ["organization", "members"],
  },
};
