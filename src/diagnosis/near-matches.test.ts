import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Company, Contact } from "../domain/contact.ts";
import { type Email, parseEmail } from "../domain/email.ts";
import type { CompanyId, ContactId } from "../domain/ids.ts";
import { type EditDistance, editDistance } from "./edit-distance.ts";
import { fold, foldings, isSameWord } from "./fold.ts";
import { nameLikeness } from "./name-likeness.ts";
import { findNearMatches } from "./near-matches.ts";

const company = (id: string, domains: string[] = []): Company => ({
  id: id as CompanyId,
  name: id,
  isArchived: false,
  domains,
});

function contact(name: string, emails: string, companyIds: string, more: Partial<Contact> = {}): Contact {
  return {
    id: `k ${name}` as ContactId,
    name,
    emails: emails.split(" ").filter(Boolean) as Email[],
    unusableEmails: [],
    companyIds: companyIds.split(" ").filter(Boolean) as CompanyId[],
    title: null,
    phone: null,
    isArchived: false,
    ...more,
  };
}

const directory = {
  companies: [company("Acme", ["acme.example", "acme-group.example"]), company("Birch"), company("Cedar")],
  contacts: [
    contact("Jane Doe", "jane@acme.example", "Acme"),
    contact("Jane Smith", "jane.smith@acme.example", "Acme"),
    contact("Raúl Ibáñez", "raul.ibanez@acme.example", "Acme"),
    contact("Jörg Weiß", "joerg.weiss@acme.example", "Acme"),
    contact("Front Desk", "info@acme.example", "Acme"),
    contact("Site Hut", "unit4@acme.example", "Acme"),
    contact("Old Hand", "old.hand@acme.example", "Acme", { isArchived: true }),
    contact("Nadia Without", "", "Acme"),
    contact("Tim Berg", "tim.berg@birch.example", "Birch"),
    contact("Søren Østergaard", "soren.ostergaard@birch.example", "Birch"),
    contact("Margaret Blackwood", "margaret.blackwood@birch.example", "Birch"),
    contact("Priya Raman", "priya.raman@gmail.com", "Cedar"),
    contact("Leo Stone", "leo@cedar.example leo.stone@hotmail.com", "Cedar"),
    contact("Jane Doe", "jane.doe@cedar.example", "Cedar", { id: "k other Jane" as ContactId }),
    contact("Mo", "mo@cedar.example", "Cedar"),
    contact("Free Lance", "free@lance.example", ""),
  ],
};

function near(email: string, own = directory): string[] {
  return findNearMatches(email as Email, own).map(({ contactEmail, likeness }) => `${contactEmail} ${likeness}`);
}

describe("who is likely meant", () => {
  test.each([
    ["the whole name, where the PSA has the first name", "jane.doe@acme.example", "jane@acme.example same_name"],
    ["last name first", "doe.jane@acme.example", "jane@acme.example same_name"],
    ["a hyphen between them", "jane-doe@acme.example", "jane@acme.example same_name"],
    ["joined", "janedoe@acme.example", "jane@acme.example same_name"],
    ["initial and last name", "j.doe@acme.example", "jane@acme.example same_name"],
    ["initial and last name, joined", "jdoe@acme.example", "jane@acme.example same_name"],
    ["last name and initial", "doej@acme.example", "jane@acme.example same_name"],
    ["first name and initial", "raul.i@acme.example", "raul.ibanez@acme.example same_name"],
    ["a middle initial", "jane.m.smith@acme.example", "jane.smith@acme.example similar"],
    ["a plus-address of theirs", "jane+projects@acme.example", "jane@acme.example plus_address"],
    ["a plus-address of a shared mailbox", "info+north@acme.example", "info@acme.example plus_address"],
    ["accents that the PSA leaves out", "raúl.ibáñez@acme.example", "raul.ibanez@acme.example accents"],
    ["umlauts written another way", "jörg.weiß@acme.example", "joerg.weiss@acme.example accents"],
    ["Nordic letters", "søren.østergaard@birch.example", "soren.ostergaard@birch.example accents"],
    ["two letters that changed places", "tim.begr@birch.example", "tim.berg@birch.example transposed"],
    ["one letter left out", "margaret.blackwod@birch.example", "margaret.blackwood@birch.example similar"],
    ["a letter left out in both names", "margret.blackwod@birch.example", "margaret.blackwood@birch.example similar"],
    ["another separator", "jane_smith@acme.example", "jane.smith@acme.example similar"],
    ["another domain of the company", "jane.smith@acme-group.example", "jane.smith@acme.example same_name"],
    ["letters of the domain changed places", "jane@acme.exmaple", "jane@acme.example typo_domain"],
    ["a letter too many in the domain", "jane@acmme.example", "jane@acme.example typo_domain"],
    ["another ending of the domain", "tim.berg@birch.net", "tim.berg@birch.example typo_domain"],
    ["both a slip in the domain and the whole name", "jane.doe@acmme.example", "jane@acme.example typo_domain"],
    ["a shared mailbox at a mistyped domain", "info@acmme.example", "info@acme.example typo_domain"],
    ["a slip in a provider's name", "priya.raman@gmial.com", "priya.raman@gmail.com typo_domain"],
    ["another slip in a provider's name", "leo.stone@hotmial.com", "leo.stone@hotmail.com typo_domain"],
    ["the same box at their provider, without the dot", "priyaraman@gmail.com", "priya.raman@gmail.com similar"],
    ["a plus-address at their provider", "priya.raman+work@gmail.com", "priya.raman@gmail.com plus_address"],
    [
      "the whole name at a public provider",
      "margaret.blackwood@gmail.com",
      "margaret.blackwood@birch.example same_name",
    ],
    ["a contact of no company, at their own domain", "free.lance@lance.example", "free@lance.example same_name"],
  ])("%s: %s", (_, email, expected) => {
    expect(near(email)[0]).toBe(expected);
  });

  test("of two people with one first name, the one whose whole name it is comes first", () => {
    expect(near("jane.doe@acme.example")).toEqual(["jane@acme.example same_name"]);
    const both = near("j@acme.example");
    expect(both).toEqual([]);
    const [one, other] = [contact("Jane Doe", "jd1@x.example", "X"), contact("John Doe", "jd2@x.example", "X")];
    const found = near("j.doe@x.example", { companies: [company("X")], contacts: [other, one] });
    expect(found).toEqual(["jd1@x.example same_name", "jd2@x.example same_name"]);
  });

  test("an address at a public provider says so", () => {
    const said = (email: string) => findNearMatches(email as Email, directory).map((match) => match.isPublicDomain);
    expect(said("margaret.blackwood@gmail.com")).toEqual([true]);
    expect(said("jane.doe@acme.example")).toEqual([false]);
  });

  test("names the company, and at most three people", () => {
    expect(findNearMatches("jdoe@acme.example" as Email, directory)[0]).toMatchObject({
      contactName: "Jane Doe",
      companyNames: ["Acme"],
    });
    const contacts = ["a", "b", "c", "d"].map((id) =>
      contact(`Jane Doe`, `${id}@x.example`, "X", { id: id as ContactId }),
    );
    expect(near("jane.doe@x.example", { companies: [company("X")], contacts })).toHaveLength(3);
  });
});

describe("who is not meant", () => {
  test.each([
    ["a brother with the same last name", "john.doe@acme.example"],
    ["a brother whose name is one letter off", "tom.berg@birch.example"],
    ["a shared mailbox is nobody's name", "sales@acme.example"],
    ["a colleague with another name", "maria.garcia@acme.example"],
    ["somebody of the same name at another company's domain", "jane.smith@birch.example"],
    ["somebody of the same name at nobody's domain", "jane.doe@elsewhere.example"],
    ["a first name alone at a public provider", "jane@gmail.com"],
    ["an initial and a last name at a public provider", "j.doe@gmail.com"],
    ["a namesake at a provider where a contact has an address", "leo@hotmail.com"],
    ["an archived contact", "old.hand+x@acme.example"],
    ["a contact without an email", "nadia.without@acme.example"],
    ["another unit", "unit5@acme.example"],
    ["two letters that are a name of their own", "om@cedar.example"],
    ["a domain that is two letters off", "jane@acmmme.example"],
    ["nothing like anybody", "x@y.example"],
    ["an email that is a contact's own", "tim.berg@birch.example"],
  ])("%s: %s", (_, email) => {
    expect(near(email)).toEqual([]);
  });

  test("a company's mail domains as the PSA names them leave no room for guesses from its contacts' emails", () => {
    const outsider = contact("Ola Free", "ola@bureau.example", "Acme");
    const own = { ...directory, contacts: [...directory.contacts, outsider] };
    expect(near("jane.doe@bureau.example", own)).toEqual([]);
    expect(near("ola.free@bureau.example", own)).toEqual(["ola@bureau.example same_name"]);
  });

  test("a public provider's domain is no company's, also where the PSA names it", () => {
    const contacts = [contact("Jane Doe", "jane@shop.example", "Shop")];
    const own = { companies: [company("Shop", ["gmail.com"])], contacts };
    expect(near("jane@gmail.com", own)).toEqual([]);
    expect(near("jane.doe@gmail.com", own)).toEqual(["jane@shop.example same_name"]);
  });
});

describe("a name in a mailbox", () => {
  test.each([
    ["jane.doe", "Doe, Jane", "full"],
    ["jane.van.dyke", "Jane van Dyke", "full"],
    ["mary-ann.oneill", "Mary-Ann O’Neill", "full"],
    ["mary.neill", "Mary O’Neill", null],
    ["mueller", "Eva Müller", "part"],
    ["eva.muller", "Eva Müller", "full"],
    ["jd", "Jane Doe", null],
    ["doe", "Jane Doe", "part"],
    ["cher", "Cher", null],
    ["", "Jane Doe", null],
  ])("%s of %s: %s", (mailbox, name, kind) => {
    expect(nameLikeness(mailbox, name)).toBe(kind);
  });
});

describe("whatever is typed", () => {
  const text = fc.string({ unit: "binary", maxLength: 40 });

  test("folding twice changes nothing, and being the same word is mutual", () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(fold(fold(one))).toBe(fold(one));
        expect(foldings(one)).toContain(fold(one));
        expect(isSameWord(one, one)).toBe(true);
        expect(isSameWord(one, other)).toBe(isSameWord(other, one));
      }),
      // Letters of the table that hide below a mark, or in a letter that only looks different.
      {
        examples: [
          ["ǿ", "ǽ"],
          ["\u{10783}", "ø"],
        ],
      },
    );
  });

  test("the distance is mutual and nought only for the same text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
    );
  });

  test("nothing throws, nobody archived and nobody who has the email is named, and the order of contacts never matters", () => {
    const emails = fc.oneof(
      fc.emailAddress(),
      fc.tuple(text, fc.domain()).map(([local, at]) => `${local}@${at}`),
    );
    const email = emails.map(parseEmail).filter((parsed) => parsed !== null);
    const person = fc
      .record({ name: fc.oneof(text, fc.constantFrom("Jane Doe", "Doe, Jane")), email, isArchived: fc.boolean() })
      .map(({ name, email, isArchived }) => ({ ...contact(name, "", "Acme", { isArchived }), emails: [email] }));
    fc.assert(
      fc.property(email, fc.array(person, { maxLength: 8 }), (asked, people) => {
        const contacts = people.map((one, index) => ({ ...one, id: String(index) as ContactId }));
        const found = findNearMatches(asked, { companies: [company("Acme")], contacts });
        const named = contacts.filter(({ id }) => found.some(({ contactId }) => contactId === id));
        expect(named.filter(({ isArchived, emails }) => isArchived || emails.includes(asked))).toEqual([]);
        expect(findNearMatches(asked, { companies: [company("Acme")], contacts: contacts.toReversed() })).toEqual(
          found,
        );
      }),
    );
  });
});

describe("the work it costs", () => {
  const counted = () => {
    let count = 0;
    const distance: EditDistance = (one, other) => {
      count++;
      return editDistance(one, other);
    };
    return { distance, count: () => count };
  };

  test.each([
    ["at 1,000 companies", (index: number) => `firm-${index % 1000}.example`],
    ["all at one company", () => "firm-7.example"],
  ])("of 5,000 contacts %s nearly all are passed over without comparing letters", (_, domain) => {
    const contacts = Array.from({ length: 5_000 }, (_, index) => {
      const [first, last] = [`Name${index}`, `Person${(index * 7919) % 5000}`];
      return contact(`${first} ${last}`, `${first}.${last}@${domain(index)}`.toLowerCase(), String(index % 1000));
    });
    const companies = Array.from({ length: 1000 }, (_, index) => company(String(index)));
    const { distance, count } = counted();
    findNearMatches("margaret.blackwood@firm-7.example" as Email, { companies, contacts }, distance);
    expect(count()).toBeLessThan(250);
  });
});
