// People: users of the firm, contacts of clients and placeholders are one resource. One person, one email, one company.
import type { FirmRecords, RecordOf } from "../records.ts";
import {
  type Attributes,
  BEGINNING,
  idOf,
  isTrue,
  linkIfAny,
  linkTo,
  partsOf,
  type Relation,
  type Resource,
  resourceOf,
  textOrNull,
  unknownRelations,
} from "./resource.ts";

/** The firm's own company: the vendor lists it among the others, and the staff belongs to it. */
export const OWN_COMPANY = "the firm itself";
const PLACEHOLDER = "a placeholder";

export function peopleResources(records: FirmRecords): Resource[] {
  return [...records.people.map(userOf), ...records.contacts.flatMap(contactsOf), placeholder()];
}

/** The first of them is whoever made the token. */
export function userOf(row: RecordOf<"people">): Resource {
  const [first, last] = namesOf(row.name);
  return personOf(staffId(row.id), {
    attributes: {
      first_name: first,
      last_name: last,
      email: textOrNull(row.email),
      title: textOrNull(row.role),
      role_id: 1,
      hrm_type_id: 1,
      is_user: true,
      user_id: Number(idOf("users", row.id)),
      joined_at: BEGINNING,
      last_seen_at: BEGINNING,
      deactivated_at: isTrue(row.archived) ? BEGINNING : null,
      availabilities: availabilitiesOf(row.capacity_hours),
    },
    relations: {
      company: linkTo("companies", OWN_COMPANY),
      teams: row.discipline === "" ? [] : [linkTo("teams", row.discipline)],
    },
  });
}

/** A contact of several companies is several persons with the same email, the first of which keeps its id. */
function contactsOf(row: RecordOf<"contacts">): Resource[] {
  const companyIds = partsOf(row.company_id);
  return (companyIds.length === 0 ? [""] : companyIds).map((companyId, index) => {
    const [first, last] = namesOf(row.name);
    return personOf(contactId(row.id, index), {
      attributes: {
        first_name: first,
        last_name: last,
        email: partsOf(row.email)[0] ?? null,
        title: textOrNull(row.title),
        role_id: 6,
        hrm_type_id: 2,
        archived_at: isTrue(row.archived) ? BEGINNING : null,
      },
      relations: { company: linkIfAny("companies", companyId), teams: [] },
    });
  });
}

function placeholder(): Resource {
  return personOf(PLACEHOLDER, {
    attributes: { first_name: "Engineer", last_name: "(to be hired)", placeholder: true },
    relations: { company: linkTo("companies", OWN_COMPANY), teams: [] },
  });
}

export function staffId(id: string): string {
  return `staff ${id}`;
}

export function contactId(id: string, companyIndex = 0): string {
  return companyIndex === 0 ? `contact ${id}` : `contact ${id}, company ${companyIndex + 1}`;
}

function namesOf(name: string): [string, string] {
  const parts = name.split(" ");
  return [parts[0] ?? "", parts.slice(1).join(" ")];
}

/** A JSON text, not a list: from, until, fourteen days from a Monday on in hours, id [R]. */
function availabilitiesOf(hoursPerWeek: string): string {
  const hours = hoursPerWeek === "" ? 8 : Number(hoursPerWeek) / 5;
  const week = [hours, hours, hours, hours, hours, 0, 0];
  return JSON.stringify([["2026-01-05", null, [...week, ...week], 70_001]]);
}

function personOf(
  ourId: string,
  { attributes, relations }: { attributes: Attributes; relations: Record<string, Relation> },
): Resource {
  return resourceOf("people", ourId, {
    attributes: { ...emptyPerson, ...attributes },
    relations: {
      ...unknownRelations("custom_role", "import", "manager", "subsidiary", "job_role", "approval_policy_assignment"),
      ...unknownRelations("person_session"),
      service_types: [],
      custom_field_people: [],
      custom_field_attachments: [],
      ...relations,
    },
  });
}

const emptyPerson: Attributes = {
  agent: false,
  avatar_url: null,
  contact: {},
  deactivated_at: null,
  email: null,
  first_name: "",
  last_name: "",
  nickname: null,
  original_avatar_url: null,
  role_id: null,
  status_emoji: null,
  status_expires_at: null,
  status_text: null,
  time_off_status_sync: true,
  title: null,
  archived_at: null,
  autotracking: false,
  joined_at: null,
  last_seen_at: null,
  invited_at: null,
  is_user: false,
  user_id: null,
  tag_list: [],
  virtual: false,
  ai_assistant_instructions: null,
  custom_fields: null,
  created_at: BEGINNING,
  placeholder: false,
  color_id: null,
  sample_data: false,
  time_unlocked: false,
  time_unlocked_on: null,
  time_unlocked_start_date: null,
  time_unlocked_end_date: null,
  time_unlocked_period_id: null,
  time_unlocked_interval: null,
  last_activity_at: BEGINNING,
  two_factor_auth: false,
  availabilities: "[]",
  external_id: null,
  external_sync: false,
  hrm_type_id: null,
  champion: false,
  timesheet_submission_disabled: false,
  offboarding_status: "not_initiated",
  offboarding_id: null,
  time_tracking_policy_id: null,
};
