// Projects, who may see them, and the custom fields in which this firm keeps what the vendor has no attribute for.
import type { FirmRecords, RecordOf } from "../records.ts";
import { contactId, staffId } from "./people.ts";
import {
  type Attributes,
  BEGINNING,
  htmlOrNull,
  idOf,
  linkIfAny,
  linkTo,
  partsOf,
  type Resource,
  resourceOf,
  unknownRelations,
} from "./resource.ts";

/** There is no status: what is over is archived, or its budget is closed. Nothing says "on hold". */
export function projectResources(records: FirmRecords): Resource[] {
  return [...records.projects.map(projectOf), ...membershipsOf(records), ...customFieldResources()];
}

function projectOf(row: RecordOf<"projects">): Resource {
  return resourceOf("projects", row.id, {
    attributes: {
      ...emptyProject,
      name: row.name,
      number: row.number === "" ? idOf("project numbers", row.id).slice(0, 4) : row.number,
      project_number: row.number === "" ? idOf("project numbers", row.id).slice(0, 4) : row.number,
      archived_at: row.status === "archived" ? BEGINNING : null,
      description: htmlOrNull(row.description),
      custom_fields: customFieldsOf(row),
    },
    relations: {
      ...unknownRelations("import", "last_actor", "template_object"),
      company: linkTo("companies", row.company_id),
      project_manager: linkIfAny("people", row.manager_id === "" ? "" : staffId(row.manager_id)),
      workflow: linkTo("workflows", "the workflow"),
      custom_field_people: [],
      custom_field_attachments: [],
    },
  });
}

const customFields = { Address: "address", Phase: "phase", "Percent complete": "percent_complete" } as const;

/** Keyed by the id of the field [S]; null when none is filled in [R]. */
function customFieldsOf(row: RecordOf<"projects">): Attributes | null {
  const filled = Object.entries(customFields).filter(([, column]) => row[column] !== "");
  if (filled.length === 0) return null;
  return Object.fromEntries(filled.map(([name, column]) => [idOf("custom_fields", name), row[column]]));
}

function customFieldResources(): Resource[] {
  return Object.keys(customFields).map((name, index) =>
    resourceOf("custom_fields", name, {
      attributes: { ...emptyCustomField, name, position: index + 1 },
      relations: { ...unknownRelations("project", "section", "survey"), options: [], custom_field_people: [] },
    }),
  );
}

/** The team and the client's contacts of each project. */
function membershipsOf({ assignments, projects }: FirmRecords): Resource[] {
  const ofStaff = assignments.map((row) => membershipOf(row.project_id, staffId(row.person_id)));
  const ofContacts = projects.flatMap((row) =>
    partsOf(row.contact_ids).map((id) => membershipOf(row.id, contactId(id))),
  );
  return [...ofStaff, ...ofContacts];
}

function membershipOf(projectId: string, personOurId: string): Resource {
  return resourceOf("memberships", `${projectId}, ${personOurId}`, {
    attributes: { access_type_id: 1, dynamic_group_id: null, options: null, target_type: "project", type_id: 1 },
    relations: {
      ...unknownRelations("agent", "dashboard", "deal", "filter", "page", "survey", "team"),
      person: linkTo("people", personOurId),
      project: linkTo("projects", projectId),
    },
  });
}

const emptyProject: Attributes = {
  archived_at: null,
  created_at: BEGINNING,
  custom_fields: null,
  description: null,
  duplication_status: "idle",
  last_activity_at: BEGINNING,
  name: "",
  number: "",
  page_custom_fields_ids: [],
  page_custom_fields_positions: [],
  preferences: {},
  project_color_id: 1,
  project_number: "",
  project_type_id: 2,
  sample_data: false,
  tag_colors: {},
  task_custom_fields_ids: [],
  task_custom_fields_positions: [],
  template: false,
};

const emptyCustomField: Attributes = {
  aggregation_type_id: null,
  archived_at: null,
  created_at: BEGINNING,
  customizable_type: "projects",
  data_type_id: 1,
  formatting_type_id: null,
  global: true,
  name: "",
  position: 1,
  quick_add_enabled: false,
  required: false,
  sensitive: false,
  show_in_add_edit_views: true,
  updated_at: BEGINNING,
};
