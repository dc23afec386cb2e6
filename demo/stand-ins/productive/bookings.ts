// Bookings plan work or absence; these are the absences of the staff, each linked to its kind of event.
import { addDays, parseCalendarDate } from "../../../src/domain/calendar-date.ts";
import type { FirmRecords, RecordOf } from "../records.ts";
import { staffId } from "./people.ts";
import { type Attributes, BEGINNING, linkTo, type Resource, resourceOf, unknownRelations } from "./resource.ts";

const MINUTES_PER_DAY = 480;

export function bookingResources({ bookings }: FirmRecords): Resource[] {
  const kinds = new Set(bookings.map(({ kind }) => kind));
  return [...[...kinds].map(eventOf), ...bookings.map(bookingOf)];
}

function bookingOf(row: RecordOf<"bookings">): Resource {
  const days = countWorkingDays(row.start_date, row.end_date);
  return resourceOf("bookings", row.id, {
    attributes: {
      ...emptyBooking,
      started_on: row.start_date,
      ended_on: row.end_date,
      total_time: days * MINUTES_PER_DAY,
      total_working_days: days,
    },
    relations: {
      ...unknownRelations("approver", "canceler", "creator", "origin", "rejecter", "resource_request"),
      ...unknownRelations("scenario_item", "service", "task", "updater"),
      approval_statuses: [],
      attachments: [],
      custom_field_attachments: [],
      custom_field_people: [],
      event: linkTo("events", row.kind),
      person: linkTo("people", staffId(row.person_id)),
    },
  });
}

function countWorkingDays(from: string, to: string): number {
  const last = parseCalendarDate(to);
  let day = parseCalendarDate(from);
  let count = 0;
  while (day && last && day <= last) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
    day = addDays(day, 1);
  }
  return count;
}

function eventOf(kind: string): Resource {
  return resourceOf("events", kind, {
    attributes: {
      absence_type: "time_off",
      archived_at: null,
      color_id: "1",
      description: null,
      event_type_id: 1,
      half_day_bookings: true,
      icon_id: "1",
      limitation_type_id: 2,
      name: kind,
      sync_personal_integrations: false,
    },
    relations: {},
  });
}

const emptyBooking: Attributes = {
  approved: true,
  approved_at: BEGINNING,
  autotracking: false,
  booking_method_id: 1,
  canceled: false,
  canceled_at: null,
  created_at: BEGINNING,
  custom_fields: null,
  draft: false,
  ended_on: "",
  external_id: null,
  hours: 8,
  last_activity_at: BEGINNING,
  note: null,
  people_custom_fields: null,
  percentage: 100,
  rejected: false,
  rejected_at: null,
  rejected_reason: null,
  stage_type: 1,
  started_on: "",
  time: MINUTES_PER_DAY,
  total_time: 0,
  total_working_days: 0,
  updated_at: BEGINNING,
};
