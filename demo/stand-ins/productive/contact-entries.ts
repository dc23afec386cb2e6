// Where a person's further emails and phone numbers are; no filter finds one by its value [S].
import type { FirmRecords } from "../records.ts";
import { contactId, staffId } from "./people.ts";
import { type Attributes, linkTo, partsOf, type Resource, resourceOf, unknownRelations } from "./resource.ts";

/** Every email of a contact, and the phones of contacts and staff. */
export function contactEntryResources({ contacts, people }: FirmRecords): Resource[] {
  const ofContacts = contacts.flatMap(({ id, email, phone }) => [
    ...partsOf(email).map((address) => entryOf(contactId(id), "email", address)),
    ...phonesOf(contactId(id), phone),
  ]);
  return [...ofContacts, ...people.flatMap(({ id, phone }) => phonesOf(staffId(id), phone))];
}

function phonesOf(personOurId: string, phone: string): Resource[] {
  return phone === "" ? [] : [entryOf(personOurId, "phone", phone)];
}

function entryOf(personOurId: string, type: "email" | "phone", value: string): Resource {
  const relations = unknownRelations("company", "invoice", "invoice_template", "purchase_order", "subsidiary");
  return resourceOf("contact_entries", `${personOurId}, ${type} ${value}`, {
    attributes: { ...emptyEntry, contactable_type: "person", type, [type]: value },
    relations: { ...relations, person: linkTo("people", personOurId) },
  });
}

const emptyEntry: Attributes = {
  address: null,
  billing_address: false,
  billing_email: false,
  city: null,
  country: null,
  email: null,
  name: null,
  phone: null,
  state: null,
  vat: null,
  website: null,
  zipcode: null,
};
