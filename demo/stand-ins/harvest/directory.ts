// Clients, their contacts, and the staff. A contact has one email and one client, and no way to be archived.
import type { FirmRecords, RecordOf } from "../records.ts";
import {
  idOf,
  isEmail,
  isTrue,
  type Json,
  type Made,
  madeOf,
  namesOf,
  numberOrNull,
  partsOf,
  secretOf,
} from "./row.ts";

const HOME_CURRENCY = "USD";

export function clientRows({ companies, projects, invoices }: FirmRecords): Made[] {
  return companies.map(({ id, name, archived }) =>
    madeOf("clients", id, {
      name,
      is_active: !isTrue(archived),
      address: null,
      statement_key: secretOf("statement", id),
      currency: currencyOf([...projects, ...invoices].filter(({ company_id }) => company_id === id)),
    }),
  );
}

/** The currency belongs to the client; where our rows name none it is the account's. */
export function currencyOf(rows: { currency: string }[]): string {
  return rows.find(({ currency }) => currency !== "")?.currency ?? HOME_CURRENCY;
}

/** One for each client and email; the first keeps its id. Who is archived or belongs to no client was deleted. */
export function contactRows({ contacts, companies }: FirmRecords): Made[] {
  const names = new Map(companies.map(({ id, name }) => [id, name]));
  return contacts
    .filter(({ archived }) => !isTrue(archived))
    .flatMap((contact) =>
      partsOf(contact.company_id).flatMap((companyId) =>
        emailsOf(contact).map((email) => ({ contact, companyId, email })),
      ),
    )
    .map(({ contact, companyId, email }) =>
      madeOf("contacts", contactId(contact, companyId, email), {
        client: { id: idOf("clients", companyId), name: names.get(companyId) ?? "" },
        title: contact.title === "" ? null : contact.title,
        ...namesOf(contact.name),
        email,
        phone_office: contact.phone,
        phone_mobile: "",
        fax: "",
        invoice_recipient_status: "none",
      }),
    );
}

/** A text that is no address cannot stand there. */
function emailsOf({ email }: RecordOf<"contacts">): (string | null)[] {
  const emails = partsOf(email).filter(isEmail);
  return emails.length === 0 ? [null] : emails;
}

function contactId(contact: RecordOf<"contacts">, companyId: string, email: string | null): string {
  const isFirst = partsOf(contact.company_id)[0] === companyId && emailsOf(contact)[0] === email;
  return isFirst ? contact.id : `${contact.id}, ${email} at ${companyId}`;
}

const SECONDS_PER_HOUR = 3_600;
const WEEKLY_HOURS = "35";

/** The first of them is whoever made the token. */
export function userRows({ people, time_entries }: FirmRecords): Made[] {
  return people.map((person, index) => {
    const own = time_entries.filter(({ person_id }) => person_id === person.id);
    return madeOf("users", person.id, {
      ...namesOf(person.name),
      email: isEmail(person.email) ? person.email : `${person.id}@staff.example`,
      telephone: person.phone,
      timezone: "Berlin",
      has_access_to_all_future_projects: false,
      is_contractor: false,
      is_active: !isTrue(person.archived),
      weekly_capacity: Number(person.capacity_hours || WEEKLY_HOURS) * SECONDS_PER_HOUR,
      default_hourly_rate: numberOrNull(own[0]?.bill_rate ?? ""),
      cost_rate: numberOrNull(own[0]?.cost_rate ?? ""),
      roles: [person.discipline, person.role].filter((role) => role !== ""),
      access_roles: [index === 0 ? "administrator" : "member"],
      avatar_url: "https://avatars.example/none.png",
    });
  });
}

export function companyOf(name: string): Record<string, Json> {
  return {
    base_uri: "https://harbor-example.harvestapp.com",
    full_domain: "harbor-example.harvestapp.com",
    name,
    is_active: true,
    week_start_day: "Monday",
    wants_timestamp_timers: false,
    time_format: "decimal",
    date_format: "%Y-%m-%d",
    plan_type: "simple-v4",
    expense_feature: true,
    invoice_feature: true,
    estimate_feature: true,
    approval_feature: true,
    team_feature: true,
    clock: "24h",
    currency_code_display: "iso_code_none",
    currency_symbol_display: "symbol_before",
    decimal_symbol: ".",
    thousands_separator: ",",
    color_scheme: "orange",
    weekly_capacity: Number(WEEKLY_HOURS) * SECONDS_PER_HOUR,
  };
}
