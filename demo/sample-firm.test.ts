import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, parseCalendarDate } from "../src/domain/calendar-date.ts";
import { type Email, isSharedMailbox, parseEmail } from "../src/domain/email.ts";
import { templates } from "../src/domain/firm.ts";
import { projectStatuses } from "../src/domain/project.ts";
import { csvText } from "./generate/csv.ts";
import {
  lockoutExamples,
  sampleAdmin,
  sampleClients,
  sampleFirmFiles,
  sampleTeam,
  sampleTemplates,
  sharedMailbox,
} from "./sample-firm.ts";
import { day, parsedFirm, rowsOf } from "./testing/parsed-firm.ts";

const today = day("2026-11-25");
const firm = parsedFirm(today);
const companies = rowsOf(firm, "companies");
const contacts = rowsOf(firm, "contacts");
const projects = rowsOf(firm, "projects");
const milestones = rowsOf(firm, "milestones");

function distinct(values: (string | undefined)[]): string[] {
  return [...new Set(values.map(String))].sort();
}

function companiesOf(contact: Record<string, string>): string[] {
  return (contact.company_id ?? "").split(";").filter(Boolean);
}

function visibleProjects(companyId: string) {
  return projects.filter((p) => p.company_id === companyId && p.status !== "archived" && p.status !== "draft");
}

/** Every contact who carries an email, at a company that is not archived and has something to show. */
function contactsWhoGetIn(email: string): Record<string, string>[] {
  return contacts.filter((contact) => {
    const company = companies.find((c) => c.id === contact.company_id);
    return (
      (contact.email ?? "").split(";").some((e) => parseEmail(e) === email) &&
      contact.archived === "false" &&
      company?.archived === "false" &&
      visibleProjects(String(company.id)).length > 0
    );
  });
}

describe("the same day", () => {
  it("gives the same bytes, in any time zone", () => {
    const before = process.env.TZ;
    const here = sampleFirmFiles(today);
    process.env.TZ = "America/Los_Angeles";
    const elsewhere = sampleFirmFiles(today);
    process.env.TZ = before;
    expect(elsewhere).toEqual(here);
  });
});

describe("dates", () => {
  const dateColumns = (row: Record<string, string>) => Object.values(row).map((v) => parseCalendarDate(v));

  it("all move with today: fourteen weeks later, the same firm fourteen weeks later", () => {
    const later = parsedFirm(addDays(today, 98));
    for (const [file, rows] of Object.entries(firm)) {
      const laterRows = rowsOf(later, file);
      expect(laterRows.length, file).toBe(rows.length);
      rows.forEach((row, index) => {
        const expected = dateColumns(row).map((date) => date && addDays(date, 98));
        expect(dateColumns(laterRows[index] ?? {}), `${file} ${row.id}`).toEqual(expected);
      });
    }
  });

  it("keep their weekday when today does not: a hundred days later, everything has moved by whole weeks", () => {
    const later = parsedFirm(addDays(today, 100));
    for (const [file, rows] of Object.entries(firm)) {
      rows.forEach((row, index) => {
        const moved = dateColumns(rowsOf(later, file)[index] ?? {});
        dateColumns(row).forEach((date, column) => {
          if (date) expect(daysBetween(date, day(String(moved[column]))), `${file} ${row.id}`).toBe(98);
        });
      });
    }
  });
});

describe("the firm", () => {
  it("has about a dozen client companies of four kinds and about forty projects", () => {
    expect(companies.length).toBeGreaterThanOrEqual(11);
    expect(companies.length).toBeLessThanOrEqual(14);
    expect(projects.length).toBeGreaterThanOrEqual(36);
    expect(projects.length).toBeLessThanOrEqual(44);
    expect(Object.keys(sampleTemplates).sort()).toEqual(companies.map((c) => String(c.id)).sort());
    expect(distinct(Object.values(sampleTemplates))).toEqual([...templates].sort());
  });

  it("has projects in every phase and of every status, in three currencies", () => {
    const active = projects.filter((p) => p.status === "active");
    expect(distinct(active.map((p) => p.phase))).toEqual([
      "Bidding",
      "Construction administration",
      "Construction documents",
      "Design development",
      "Permitting",
      "Schematic design",
    ]);
    expect(distinct(projects.map((p) => p.status))).toEqual([...projectStatuses].sort());
    expect(distinct(projects.map((p) => p.currency))).toEqual(["EUR", "GBP", "USD"]);
  });

  it("numbers its projects by the year they start in, each number once", () => {
    for (const project of projects)
      expect(project.number).toMatch(new RegExp(`^${project.start_date?.slice(2, 4)}-\\d{3}$`));
    expect(distinct(projects.map((p) => p.number)).length).toBe(projects.length);
  });

  it("has Acme Corp with projects in different phases, one completed and one on hold", () => {
    expect(companies.find((c) => c.id === "c-12")?.name).toBe("Acme Corp");
    const acme = projects.filter((p) => p.company_id === "c-12");
    expect(distinct(acme.map((p) => p.phase)).length).toBeGreaterThanOrEqual(4);
    expect(acme.filter((p) => p.status === "completed").length).toBe(1);
    expect(acme.filter((p) => p.status === "on_hold").length).toBe(1);
  });

  it("has the long tail that layouts must stand: many projects, one project, very long names", () => {
    const counts = companies.map((c) => visibleProjects(String(c.id)).length);
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(9);
    expect(projects.filter((p) => p.company_id === "c-23").length).toBe(1);
    expect(Math.max(...companies.map((c) => String(c.name).length))).toBeGreaterThan(90);
    expect(Math.max(...projects.map((p) => String(p.name).length))).toBeGreaterThan(150);
  });

  it("uses only addresses and phone numbers that are reserved for examples", () => {
    const emails = [...contacts, ...rowsOf(firm, "people")]
      .flatMap((row) => String(row.email).split(";"))
      .filter(Boolean);
    const misspelt = "wes.tarbell(at)keystone-obrien.example";
    for (const email of emails) if (email !== misspelt) expect(parseEmail(email), email).toMatch(/\.example$/);
    for (const domain of companies.flatMap((c) => String(c.domains).split(";")))
      expect(domain).toMatch(/^[a-z-]+\.example$/);
    for (const row of [...contacts, ...rowsOf(firm, "people")]) expect(row.phone).toMatch(/^$|^\+1 \d{3} 555 01\d\d$/);
  });

  it("has a team of its own people", () => {
    const emailOf = (name: string) => rowsOf(firm, "people").find((person) => person.name === name)?.email;
    for (const { name, email } of [sampleAdmin, ...sampleTeam]) expect(emailOf(name)).toBe(email);
  });
});

describe("who gets in", () => {
  it.each(sampleClients)(
    "$contactName of $companyName does, to several active projects that wait for the client",
    (client) => {
      const found = contactsWhoGetIn(client.email);
      expect(found.map((c) => [c.name, c.company_id])).toEqual([[client.contactName, client.companyId]]);
      expect(companies.find((c) => c.id === client.companyId)?.name).toBe(client.companyName);
      expect(sampleTemplates[client.companyId]).toBe(client.template);
      const active = visibleProjects(client.companyId).filter((p) => p.status === "active");
      expect(active.length).toBeGreaterThanOrEqual(3);
      const ids = active.map((p) => p.id);
      const asked = milestones.filter((m) => ids.includes(m.project_id) && m.owner === "client" && m.done_date === "");
      const soon = asked.filter((m) => String(m.due_date) > today && String(m.due_date) <= addDays(today, 30));
      expect(soon.length).toBeGreaterThanOrEqual(2);
      expect(asked.some((m) => String(m.due_date) < today)).toBe(true);
    },
  );

  it("everybody does who is no lockout example", () => {
    const exceptions = lockoutExamples.map((example) => example.email);
    const usable = contacts.flatMap((c) => String(c.email).split(";")).filter((email) => parseEmail(email) !== null);
    const others = usable.filter((email) => !exceptions.includes(email));
    expect(others.length).toBeGreaterThan(20);
    for (const email of others) expect(contactsWhoGetIn(email).length, email).toBe(1);
  });
});

describe("lockout examples", () => {
  const carried = (email: string) => contacts.filter((c) => String(c.email).split(";").includes(email));
  const example = (kind: string) => lockoutExamples.find((candidate) => candidate.kind === kind);

  it("name a company that is in the data, and nobody in them gets in by one company alone", () => {
    for (const { email, companyId, companyName } of lockoutExamples) {
      expect(companies.find((c) => c.id === companyId)?.name).toBe(companyName);
      expect(contactsWhoGetIn(email)).toEqual([]);
    }
  });

  it.each([
    ["no_company", 1, (c: Record<string, string>) => companiesOf(c).length === 0],
    ["archived_contact", 1, (c: Record<string, string>) => c.archived === "true"],
    ["several_companies", 1, (c: Record<string, string>) => companiesOf(c).length === 2],
  ])("%s is the only one of its kind", (kind, count, isOne) => {
    const found = contacts.filter(isOne);
    expect(found.length).toBe(count);
    expect(found[0]?.email).toBe(example(kind)?.email);
    expect(found[0]?.name).toBe(example(kind)?.contactName);
  });

  it("email_differs: nobody has this address, but the company has a contact of this name", () => {
    const { email, companyId, contactName } = example("email_differs") ?? {};
    expect(carried(String(email))).toEqual([]);
    expect(contacts.find((c) => c.name === contactName && c.company_id === companyId)?.email).toBe("jane@acme.example");
  });

  it("plus_address: nobody has this address, and the contact has the one without the plus", () => {
    const { email = "", companyId, contactName } = example("plus_address") ?? {};
    expect(carried(email)).toEqual([]);
    const own = contacts.find((c) => c.name === contactName && c.company_id === companyId);
    expect(own?.email).toBe(email.replace(/\+[^@]*/, ""));
  });

  it("no_email and bad_email: the contact is in order but for the email", () => {
    const unreachable = contacts.filter((c) => parseEmail(String(c.email).split(";")[0] ?? "") === null);
    expect(unreachable.map((c) => [c.name, c.company_id, c.archived])).toEqual(
      ["no_email", "bad_email"].map((kind) => [example(kind)?.contactName, example(kind)?.companyId, "false"]),
    );
    expect(unreachable.map((c) => c.email === "")).toEqual([true, false]);
  });

  it("there is one mailbox by its name several people's, and it gets in", () => {
    const shared = contacts.filter((c) => isSharedMailbox(parseEmail(String(c.email)) ?? ("" as Email)));
    expect(shared.map((c) => [c.email, c.company_id])).toEqual([[sharedMailbox.email, sharedMailbox.companyId]]);
  });

  it("archived_company and no_visible_project: the contact is in order, the company is not", () => {
    expect(companies.filter((c) => c.archived === "true").map((c) => c.id)).toEqual([
      example("archived_company")?.companyId,
    ]);
    const empty = companies.filter((c) => c.archived === "false" && visibleProjects(String(c.id)).length === 0);
    expect(empty.map((c) => c.id)).toEqual([example("no_visible_project")?.companyId]);
    for (const kind of ["archived_company", "no_visible_project"]) {
      const found = carried(String(example(kind)?.email));
      expect(found.map((c) => [c.company_id, c.archived])).toEqual([[example(kind)?.companyId, "false"]]);
    }
  });
});

describe("CSV", () => {
  it("quotes what needs quoting and nothing else", () => {
    const rows = [{ id: 1, name: 'a "b", c', note: "two\nlines", plain: "O'Brien; Søren" }];
    const text = csvText(rows);
    expect(text).toBe('id,name,note,plain\n1,"a ""b"", c","two\nlines",O\'Brien; Søren\n');
    expect(parse(text, { columns: true })).toEqual([{ ...rows[0], id: "1" }]);
  });

  it("brings names with commas, quotes, apostrophes and accents back unharmed", () => {
    expect(companies.map((c) => c.name)).toContain("Keystone, O'Brien & Sons Builders");
    const names = contacts.map((c) => c.name);
    for (const name of ['Dale "Buck" O\'Hara', "Søren Lindqvist", "Zoë Hart", "Inés Nuñez", "Anke Müller"]) {
      expect(names).toContain(name);
    }
    expect(rowsOf(firm, "tasks").some((t) => t.internal_notes?.includes("\n"))).toBe(true);
  });
});
