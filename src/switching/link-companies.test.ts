// Which company of the new PSA a portal becomes: what is sure, what is left to the admin, and that ids never count.
import { expect, test } from "vitest";
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { Portal } from "../domain/firm.ts";
import type { CompanyId, ContactId, FirmId, PortalId } from "../domain/ids.ts";
import { linkCompanies, marksOfEmails } from "./link-companies.ts";

const company = (id: string, name: string, ...domains: string[]): Company => ({
  id: id as CompanyId,
  ...{ name, isArchived: false, domains },
});
const contact = (companyId: string, email: string): Contact => ({
  id: `k-${email}` as ContactId,
  companyIds: [companyId as CompanyId],
  emails: [email as Email],
  ...{ name: email, unusableEmails: [], title: null, phone: null, isArchived: false },
});
const portal = (slug: string, companyName: string): Portal => ({
  id: `portal-${slug}` as PortalId,
  firmId: "firm" as FirmId,
  companyId: "12" as CompanyId,
  ...{ slug, companyName, template: "owner", isTemplateInherited: true, ownLanguage: null, state: "open" },
});
const known = (slug: string, name: string, ...emails: string[]) => ({
  portal: portal(slug, name),
  names: [name],
  marks: marksOfEmails(emails as Email[]),
});
const link = (
  ones: ReturnType<typeof known>[],
  companies: Company[],
  contacts: Contact[] = [],
  choices: [string, CompanyId | null][] = [],
) => linkCompanies(ones, { companies, contacts }, new Map(choices)).map((one) => [one.company?.id ?? null, one.by]);

test("the same name is sure, accents, case and marks apart, and an id says nothing", () => {
  const companies = [company("12", "Birch"), company("7", "IBANEZ & SONS")];
  expect(link([known("a", "Ibáñez and Sons")], companies)).toEqual([["7", "name"]]);
});

test("nearly the same name is sure only beside the same mail", () => {
  const companies = [company("7", "Acme, Inc.")];
  expect(link([known("a", "Acme")], companies)).toEqual([[null, null]]);
  const contacts = [contact("7", "bo@acme.example")];
  expect(link([known("a", "Acme", "jane@acme.example")], companies, contacts)).toEqual([["7", "like_name_and_mail"]]);
});

test("the same name with another mail domain, or the same mail domain under another name, is for the admin", () => {
  const companies = [company("7", "Acme", "acme-paris.example"), company("8", "Holding", "acme.example")];
  expect(link([known("a", "Acme", "jane@acme.example")], companies)).toEqual([[null, null]]);
});

test("a public provider's domain says nothing, but a whole email at one does", () => {
  const companies = [company("7", "Jane Doe Studio")];
  const contacts = [contact("7", "jane@gmail.com")];
  const candidates = (email: string) =>
    linkCompanies([known("a", "Acme", email)], { companies, contacts }, new Map())[0]?.candidates ?? [];
  expect(candidates("bo@gmail.com")).toEqual([]);
  expect(candidates("jane@gmail.com").map(({ likeness }) => likeness)).toEqual(["mail"]);
});

test("of two companies with one name, mail decides; without it neither is taken", () => {
  const companies = [company("7", "Acme", "acme.example"), company("8", "Acme")];
  expect(link([known("a", "Acme", "jane@acme.example")], companies)).toEqual([["7", "name_and_mail"]]);
  expect(link([known("a", "Acme")], companies)).toEqual([[null, null]]);
});

test("two portals never have one company, not by an admin's choice either", () => {
  const companies = [company("7", "Acme")];
  expect(link([known("a", "Acme"), known("b", "ACME")], companies)).toEqual([
    [null, null],
    [null, null],
  ]);
  const chosen: [string, CompanyId][] = [["b", "7" as CompanyId]];
  expect(link([known("a", "Acme"), known("b", "Birch")], companies, [], chosen)).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("the admin's word counts, closed as well, and a company that is not there is none", () => {
  const companies = [company("7", "Acme"), company("8", "Birch")];
  const choose = (id: string | null) => link([known("a", "Acme")], companies, [], [["a", id as CompanyId | null]]);
  expect(choose("8")).toEqual([["8", "choice"]]);
  expect(choose(null)).toEqual([[null, null]]);
  expect(choose("99")).toEqual([[null, null]]);
});
