import { expect, test } from "vitest";
import type { Contact } from "../../domain/contact.ts";
import type { ContactId } from "../../domain/ids.ts";
import { emailPlace } from "./rows.ts";

function placeOf(name: string, ...unusableEmails: string[]): string {
  const contact: Contact = {
    ...{ id: "12" as ContactId, name, unusableEmails },
    ...{ emails: [], companyIds: [], title: null, phone: null, isArchived: false },
  };
  return emailPlace(contact, "people");
}

test("somebody with a name is named, with the number of the record", () => {
  expect(placeOf("Hal  Norcross", "hal at acme")).toBe("Hal Norcross, record 12, email");
});

test("a name is no longer than a line", () => {
  expect(placeOf("x".repeat(5_000)).length).toBeLessThan(100);
});

test("what stands in place of an email, and so in place of a name, reaches no gap", () => {
  expect(placeOf(" s3cret-t0ken ", "s3cret-t0ken")).toBe("people, record 12, email");
  expect(placeOf("")).toBe("people, record 12, email");
});
