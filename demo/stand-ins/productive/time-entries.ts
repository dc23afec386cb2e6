import type { FirmRecords, RecordOf } from "../records.ts";
import { staffId } from "./people.ts";
import {
  type Attributes,
  BEGINNING,
  currencyOr,
  htmlOrNull,
  linkTo,
  minutesOf,
  moneyColumns,
  type Resource,
  resourceOf,
  timestampOn,
  unknownRelations,
} from "./resource.ts";
import { serviceId } from "./services.ts";
import { isBillable } from "./worked.ts";

/** Hours carry their cost but no rate: what they are billed at stands on the service [R]. */
export function timeEntryResources({ time_entries, projects }: FirmRecords): Resource[] {
  const currencies = new Map(projects.map(({ id, currency }) => [id, currency]));
  return time_entries.map((row) => timeEntryOf(row, currencyOr(currencies.get(row.project_id) ?? "")));
}

function timeEntryOf(row: RecordOf<"time_entries">, currency: string): Resource {
  const minutes = minutesOf(row.hours);
  const billableMinutes = isBillable(row) ? minutes : 0;
  const cost = Math.round(Number(row.hours) * Number(row.cost_rate) * 100);
  const at = timestampOn(row.date) ?? BEGINNING;
  return resourceOf("time_entries", row.id, {
    attributes: {
      ...emptyTimeEntry,
      date: row.date,
      created_at: at,
      updated_at: at,
      approved_at: at,
      last_activity_at: at,
      time: minutes,
      billable_time: billableMinutes,
      recognized_time: billableMinutes,
      note: htmlOrNull(row.notes),
      ...moneyColumns(currency, { ...noMoney, cost, work_cost: cost }),
    },
    relations: {
      ...unknownRelations("task", "approver", "updater", "rejecter", "creator", "last_actor", "person_subsidiary"),
      ...unknownRelations("deal_subsidiary", "timesheet", "invoice_attribution"),
      approval_statuses: [],
      person: linkTo("people", staffId(row.person_id)),
      service: linkTo("services", serviceId(row)),
    },
  });
}

const noMoney = {
  cost: 0,
  work_cost: 0,
  overhead_cost: 0,
  internal_overhead_cost: 0,
  facility_overhead_cost: 0,
};

const emptyTimeEntry: Attributes = {
  draft: false,
  date: "",
  created_at: BEGINNING,
  time: 0,
  billable_time: 0,
  recognized_time: 0,
  note: null,
  track_method_id: 1,
  started_at: null,
  timer_started_at: null,
  timer_stopped_at: null,
  approved: true,
  approved_at: null,
  updated_at: BEGINNING,
  calendar_event_id: null,
  calendar_event_recurring_id: null,
  invoice_attribution_id: null,
  invoiced: false,
  overhead: false,
  overtime: false,
  overtime_cost_multiplier: "1.0",
  rejected: false,
  rejected_reason: null,
  rejected_at: null,
  last_activity_at: BEGINNING,
  submitted: false,
};
