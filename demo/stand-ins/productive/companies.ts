import type { FirmRecords, RecordOf } from "../records.ts";
import {
  type Attributes,
  BEGINNING,
  isTrue,
  partsOf,
  type Resource,
  resourceOf,
  unknownRelations,
} from "./resource.ts";

export function companyResources({ companies }: FirmRecords): Resource[] {
  return companies.map((row) => companyOf(row.id, row));
}

export function companyOf(ourId: string, row: Omit<RecordOf<"companies">, "id">): Resource {
  const domains = partsOf(row.domains);
  return resourceOf("companies", ourId, {
    attributes: {
      ...emptyCompany,
      name: row.name,
      company_code: row.name.slice(0, 4).toUpperCase(),
      archived_at: isTrue(row.archived) ? BEGINNING : null,
      domain: domains[0] ?? null,
      domains,
    },
    relations: {
      ...unknownRelations("import", "default_subsidiary", "default_tax_rate", "default_document_type"),
      ...unknownRelations("integration_exporter_configuration", "einvoice_identity", "parent_company"),
      custom_field_people: [],
      custom_field_attachments: [],
    },
  });
}

const emptyCompany: Attributes = {
  name: "",
  billing_name: null,
  vat: null,
  default_currency: "USD",
  created_at: BEGINNING,
  last_activity_at: BEGINNING,
  archived_at: null,
  avatar_url: null,
  original_avatar_url: null,
  invoice_email_recipients: {},
  custom_fields: null,
  company_code: null,
  domain: null,
  domains: [],
  projectless_budgets: false,
  default_subsidiary_id: null,
  default_tax_rate_id: null,
  default_document_type_id: null,
  due_days: null,
  payment_terms_type: null,
  tag_list: [],
  contact: {},
  sample_data: false,
  settings: {},
  external_id: null,
  external_sync: false,
  parent_company_id: null,
};
