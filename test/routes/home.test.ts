// The first page of a portal: one project opens directly, many stand in a table that the address filters and sorts.
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { setTemplate } from "../../src/commands/set-template.ts";
import { calendarDateOf } from "../../src/domain/calendar-date.ts";
import { auditCounts, decisionsAbout } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { listenToStatements, type Statements } from "../support/statements.ts";
import { projectsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.north.example";
const BO = "bo@birch.north.example";
const HOME = "/acme-northmark";
const BIRCH = "/birch-northmark";
const MANY = 500;

let firms: TwoFirms;
let statements: Statements;
let jane: Visitor;
let bo: Visitor;
beforeAll(async () => {
  statements = listenToStatements();
  firms = await startTwoFirms();
  jane = firms.visit(firms.north);
  await jane.signIn(JANE, "/sign-in");
  bo = firms.visit(firms.north);
  await bo.signIn(BO, "/sign-in");
});
afterEach(() => firms.north.csv.write("projects.csv", projectsOf("north")));
afterAll(async () => {
  statements.stop();
  await firms.stop();
});

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });

function acmeId() {
  const portal = firms.north.portals.get("c-acme");
  if (!portal) throw new Error("the sample has a portal for Acme");
  return portal.id;
}

const stay = (visitor: Visitor, path: string) => visitor.send("GET", path, { follow: false });

describe("somebody who sees one project", () => {
  test("is led to it, and no link on its page leads back to where they would be led on again", async () => {
    const answer = await stay(bo, BIRCH);
    expect([answer.status, answer.location]).toEqual([302, `${BIRCH}/projects/p-4`]);
    const page = await bo.get(BIRCH);
    expect([page.status, page.path]).toEqual([200, `${BIRCH}/projects/p-4`]);
    expect(headingOf(page)).toContain("Clinic fit-out");
    expect(page.text).not.toContain("All projects");
  });

  test("is led there from the table's addresses as well, and their decision is stored each time", async () => {
    const before = (await decisionsAbout(firms, firms.north, BO)).length;
    expect((await bo.get(`${BIRCH}?q=x&sort=next`)).path).toBe(`${BIRCH}/projects/p-4`);
    expect(await decisionsAbout(firms, firms.north, BO)).toHaveLength(before + 2);
  });

  test("is led to no draft and no archived one: of Acme's three projects Jane sees two", async () => {
    expect((await stay(jane, HOME)).status).toBe(200);
    const drafts = projectsOf("north").map((row) => (row.id === "p-2" ? { ...row, status: "draft" } : row));
    await firms.north.csv.write("projects.csv", drafts);
    expect((await stay(jane, HOME)).location).toBe(`${HOME}/projects/p-1`);
    await firms.north.csv.write("projects.csv", projectsOf("north"));
    expect((await jane.get(`${HOME}/projects/p-1`)).text).toContain("All projects");
  });
});

test("nobody signed in, another company's people and the other firm's are told of no project by a redirect", async () => {
  const stranger = firms.visit(firms.north);
  const south = firms.visit(firms.south);
  await south.signIn("bo@birch.south.example", "/sign-in");
  for (const [visitor, path] of [
    [stranger, BIRCH],
    [jane, BIRCH],
    [south, BIRCH],
  ] as const) {
    const page = await stay(visitor, path);
    expect(page.location).toBeNull();
    expect(page.text).not.toContain("p-4");
  }
});

describe("a company with many projects", () => {
  const statuses = ["active", "on_hold", "completed"];

  const rowsOf = ({ text }: { text: string }) => text.match(/(?<=<th scope="row"><a href=")[^"]*/g) ?? [];

  function writeMany(more: Record<string, string>[] = []) {
    const many = Array.from({ length: MANY }, (_, index) => ({
      id: `m-${index}`,
      company_id: "c-acme",
      name: `Site ${index}`,
      number: `N-${1000 + index}`,
      status: statuses[index % 3] ?? "",
      phase: index % 2 ? "Design" : "Documents",
      percent_complete: String(index % 101),
      fee: "987654.00",
      currency: "USD",
    }));
    return firms.north.csv.write("projects.csv", [...many, ...more, ...projectsOf("north")]);
  }

  test("gets fifty of them on a page that stays small, for one question to the PSA and the statements of any load", async () => {
    await writeMany();
    await jane.get(HOME);
    const before = await auditCounts(firms, firms.north);
    statements.take();
    const page = await jane.get(HOME);
    expect(statements.take()).toHaveLength(7);
    const after = await auditCounts(firms, firms.north);
    expect((after["psa.find_by_email"] ?? 0) - (before["psa.find_by_email"] ?? 0)).toBe(1);
    expect(after["psa.read_company_work"]).toBe(before["psa.read_company_work"]);
    expect(page.text.match(/<th scope="row">/g)).toHaveLength(50);
    expect(wordsOf(page)).toContain("1–50 of 502 projects");
    expect(gzipSync(page.text).length).toBeLessThan(8_000);
  });

  test("is led from page to page until every project has stood there once, and can have all on one, at the same cost", async () => {
    await writeMany();
    await jane.get(HOME);
    const seen: string[] = [];
    let path: string | undefined = HOME;
    while (path) {
      statements.take();
      const page = await jane.get(path);
      expect(statements.take()).toHaveLength(7);
      seen.push(...rowsOf(page));
      path = /<a href="([^"#]*)#projects" rel="next">/.exec(page.text)?.[1]?.replaceAll("&amp;", "&");
    }
    expect([seen.length, new Set(seen).size]).toEqual([MANY + 2, MANY + 2]);
    const all = await jane.get(`${HOME}?page=all`);
    expect(rowsOf(all)).toEqual(seen);
    expect(gzipSync(all.text).length).toBeLessThan(40_000);
  });

  test("finds, sorts and filters them by the address alone", async () => {
    await writeMany();
    const found = wordsOf(await jane.get(`${HOME}?q=site+49&status=completed&sort=percent&dir=desc`));
    expect(found).toContain("5 of 502 projects Show all");
    expect(found.match(/Site \d+/g)).toEqual(["Site 497", "Site 494", "Site 491", "Site 149", "Site 449"]);
    const page = await jane.get(`${HOME}?sort=percent&dir=desc`);
    expect(page.text).toContain(
      `<th scope="col" class="is-percent" aria-sort="descending"><a href="${HOME}?sort=percent">Complete</a></th>`,
    );
  });

  test("gets the plain table for a query that nobody can mean, and words when nothing is found", async () => {
    await writeMany();
    const plain = await jane.get(HOME);
    for (const query of ["?sort=fee", "?status=draft&dir=%00", "?group[]=x&q=", "?page=-9"])
      expect((await jane.get(`${HOME}${query}`)).text).toBe(plain.text);
    const none = await jane.get(`${HOME}?q=%3Cb%3Enothing%00`);
    expect([none.status, wordsOf(none).includes("0 of 502 projects")]).toEqual([200, true]);
    expect(none.text).not.toContain("<b>");
    expect(wordsOf(none)).toContain("No project is like that.");
  });

  test("gets all that are asked for in one file, on whichever page they stand and in its order; no cell of it is a formula", async () => {
    await writeMany();
    const open = await jane.get(`${HOME}?q=site&status=on_hold&sort=percent&dir=desc&page=2`);
    const [, href = ""] = /href="([^"]*projects\.csv[^"]*)"/.exec(open.text) ?? [];
    expect(href.replaceAll("&amp;", "&")).toBe(`${HOME}/projects.csv?q=site&status=on_hold&sort=percent&dir=desc`);
    statements.take();
    const file = await jane.get(href.replaceAll("&amp;", "&"));
    expect(statements.take()).toHaveLength(7);
    const { headers } = file;
    expect([headers.get("content-type"), headers.get("content-disposition"), headers.get("cache-control")]).toEqual([
      "text/csv; charset=utf-8",
      'attachment; filename="projects.csv"',
      "private, no-store",
    ]);
    const [head, ...rows] = file.text.trimEnd().split("\r\n");
    expect(head).toBe("Project,Number,State,Phase,Percent,Next date,Next milestone");
    expect([rows[0], rows.length]).toEqual(["Site 100,N-1100,On hold,Documents,100,,", 167]);
    const namesOf = (lines: string[]) => lines.map((line) => line.split(",")[0]);
    const whole = await jane.get(`${HOME}?page=all`);
    const all = (await jane.get(`${HOME}/projects.csv`)).text.trimEnd().split("\r\n").slice(1);
    expect(namesOf(all)).toEqual([...whole.text.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(([, name]) => name));
    await writeMany([{ id: "m-x", company_id: "c-acme", name: "=HYPERLINK(1)", status: "active" }]);
    expect((await jane.get(`${HOME}/projects.csv?q=hyper`)).text).toContain("\r\n'=HYPERLINK(1),");
  });

  test("gets no file where the page has no table, or nothing in it is as asked for; nobody else gets one", async () => {
    const nothing = await jane.get(`${HOME}/nothing`);
    const expectNone = async (path: string) => {
      const answer = await jane.get(path);
      expect([answer.status, headingOf(answer)]).toEqual([404, headingOf(nothing)]);
    };
    await expectNone(`${HOME}/projects.csv`);
    await writeMany();
    await expectNone(`${HOME}/projects.csv?q=nothing-like-that`);
    expect((await jane.get(`${HOME}?q=nothing-like-that`)).text).not.toContain("projects.csv");
    for (const visitor of [firms.visit(firms.north), bo])
      expect((await visitor.get(`${HOME}/projects.csv`)).text).not.toContain("Site 1");
    await setTemplate(firms.database.db, doer(), acmeId(), "contractor");
    const asked = await jane.get(`${HOME}/projects.csv`);
    expect(asked.text).not.toMatch(/987[,.]?654|Secret archive|Clinic/);
    await setTemplate(firms.database.db, doer(), acmeId(), "owner");
  });

  test("gets the page that says so, and no empty file, while the projects cannot be read", async () => {
    await firms.north.csv.writeText("projects.csv", "nothing\n");
    const answer = await jane.get(`${HOME}/projects.csv`);
    expect([answer.status, answer.headers.get("content-disposition")]).toEqual([503, null]);
    expect(wordsOf(answer)).not.toContain("No projects");
  });

  test("sees nothing on it that the portal hides: no fee, and no invoice where the template has none; money is written as in their region", async () => {
    await writeMany();
    const issued = calendarDateOf(firms.clock.now());
    const invoice = { id: "i-1", company_id: "c-acme", project_id: "m-1", number: "INVMARK", amount: "987654.00" };
    await firms.north.csv.write("invoices.csv", [{ ...invoice, issued_on: issued, currency: "USD", status: "sent" }]);
    expect(wordsOf(await jane.get(HOME))).toContain("What changed lately Invoice INVMARK, US$987,654.00");
    const american = await jane.get(HOME, { "accept-language": "en-US" });
    expect(wordsOf(american)).toContain("What changed lately Invoice INVMARK, $987,654.00");
    await setTemplate(firms.database.db, doer(), acmeId(), "contractor");
    const page = await jane.get(`${HOME}?sort=percent`);
    expect(page.text).not.toMatch(/987[,.]?654|INVMARK|Secret archive|Clinic|What changed/);
    await setTemplate(firms.database.db, doer(), acmeId(), "owner");
    await firms.north.csv.remove("invoices.csv");
  });
});
