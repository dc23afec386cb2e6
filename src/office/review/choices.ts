// What the admin has chosen on the page of the review, as its forms carry it.
import type { CompanyId, ContactId, PortalId } from "../../domain/ids.ts";
import type { Choices } from "../../switching/plan-switch.ts";

export const REVIEW_PATH = "/settings/connections/review";

/** What a form sends for "no company" and "nobody"; ids of the PSA are sent behind `id:`, so that none can be taken for it. */
export const NONE = "none";
const ID = "id:";
const COMPANY = "company.";
const CONTACT = "contact.";
const PORTAL_ID_LENGTH = 36;

type Fields = Partial<Record<string, string>>;

/** The name of the field that chooses a company for the portal at this address. */
export function companyField(slug: string): string {
  return `${COMPANY}${slug}`;
}

/** The name of the field that chooses a contact for a limit. */
export function contactField({ portalId, contactId }: { portalId: PortalId; contactId: ContactId }): string {
  return `${CONTACT}${portalId}.${contactId}`;
}

/** The value of a choice of this id, told apart from the choice of none. */
export function idValue(id: string): string {
  return `${ID}${id}`;
}

/** The choices among a form's fields; whatever else stands in them is left out, and so is what is left as it was suggested. */
export function choicesIn(fields: Fields): Choices {
  return {
    companies: new Map(chosen(fields, COMPANY).map(([slug, id]) => [slug, id as CompanyId | null])),
    contacts: new Map(chosen(fields, CONTACT).map(([name, id]) => [limitKeyIn(name), id as ContactId | null])),
  };
}

/** The same fields, to be carried along by the next form. */
export function choiceFields(fields: Fields): Record<string, string> {
  const names = Object.keys(fields).filter((name) => name.startsWith(COMPANY) || name.startsWith(CONTACT));
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? ""]));
}

function limitKeyIn(name: string): string {
  return `${name.slice(0, PORTAL_ID_LENGTH)} ${name.slice(PORTAL_ID_LENGTH + 1)}`;
}

function chosen(fields: Fields, prefix: string): [string, string | null][] {
  return Object.entries(fields).flatMap(([name, value = ""]): [string, string | null][] => {
    if (!name.startsWith(prefix)) return [];
    const key = name.slice(prefix.length);
    if (value === NONE) return [[key, null]];
    return value.startsWith(ID) ? [[key, value.slice(ID.length)]] : [];
  });
}
