// Who belongs where is asked of the PSA on every load: an edit counts on the next one, without a second sign-in.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { expectCause } from "../support/decisions.ts";
import { headingOf } from "../support/page.ts";
import {
  companiesOf,
  contactsOf,
  projectsOf,
  startTwoFirms,
  type TwoFirms,
  writeSample,
} from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.north.example";
const NEW = "new@acme.north.example";
const HOME = "/acme-northmark";

let firms: TwoFirms;
let jane: Visitor;
let newcomer: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  [jane, newcomer] = [firms.visit(firms.north), firms.visit(firms.north)];
  await jane.signIn(JANE);
  await newcomer.signIn(NEW);
});
beforeEach(() => writeSample(firms.north.csv, "north"));
afterAll(() => firms.stop());

function changeContact(id: string, change: Record<string, string>): Promise<void> {
  const rows = contactsOf("north").map((row) => (row.id === id ? { ...row, ...change } : row));
  return firms.north.csv.write("contacts.csv", rows);
}

test("an email that the firm adds opens the projects on the next load, with the same session", async () => {
  const refused = await newcomer.get(HOME);
  await expectCause(firms, firms.north, { page: refused, status: 403, cause: "who.no_contact" });
  const added = { id: "k-9", email: NEW, name: "New", company_id: "c-acme", archived: "false" };
  await firms.north.csv.write("contacts.csv", [...contactsOf("north"), added]);
  const page = await newcomer.get(HOME);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Library renewal");
});

test("an email that the firm corrects moves the access from one spelling to the other", async () => {
  await changeContact("k-1", { email: NEW });
  await expectCause(firms, firms.north, { page: await jane.get(HOME), status: 403, cause: "who.no_contact" });
  expect((await newcomer.get(HOME)).text).toContain("Library renewal");
});

test("a contact that the firm deletes sees nothing on the next load, neither the list nor a project", async () => {
  expect((await jane.get(`${HOME}/projects/p-1`)).status).toBe(200);
  await firms.north.csv.write(
    "contacts.csv",
    contactsOf("north").filter(({ id }) => id !== "k-1"),
  );
  for (const path of [HOME, `${HOME}/projects/p-1`]) {
    const page = await jane.get(path);
    await expectCause(firms, firms.north, { page, status: 403, cause: "who.no_contact" });
    expect(page.text).not.toContain("Library renewal");
  }
});

test("a contact that the firm archives, and restores, follows on the next load", async () => {
  await changeContact("k-1", { archived: "true" });
  await expectCause(firms, firms.north, { page: await jane.get(HOME), status: 403, cause: "who.inactive" });
  await changeContact("k-1", { archived: "false" });
  expect((await jane.get(HOME)).status).toBe(200);
});

test("a contact that moves to another company is led to the new one on the next load", async () => {
  await changeContact("k-1", { company_id: "c-birch" });
  const page = await jane.get(HOME);
  await expectCause(firms, firms.north, { page, status: 403, cause: "door.other_clients_portal" });
  expect(headingOf(page)).toBe("Your projects have their own address");
  const own = await jane.get("/birch-northmark");
  expect(own.text).toContain("Clinic fit-out");
  expect(own.text).not.toContain("Library renewal");
});

test("a company that the firm archives closes on the next load", async () => {
  const rows = companiesOf("north").map((row) => (row.id === "c-acme" ? { ...row, archived: "true" } : row));
  await firms.north.csv.write("companies.csv", rows);
  await expectCause(firms, firms.north, { page: await jane.get(HOME), status: 403, cause: "who.company_inactive" });
});

test("a project that the firm renames, adds, archives or gives to another company follows on the next load", async () => {
  expect((await jane.get(HOME)).text).toContain("Library renewal");
  const [library, ...others] = projectsOf("north");
  const added = { id: "p-9", company_id: "c-acme", name: "Bridge survey", status: "active" };
  await firms.north.csv.write("projects.csv", [{ ...library, name: "Library rebuilt" }, ...others, added]);
  const page = await jane.get(HOME);
  expect(page.text).toContain("Library rebuilt");
  expect(page.text).toContain("Bridge survey");
  expect(page.text).not.toContain("Library renewal");
  await firms.north.csv.write("projects.csv", [
    { ...library, status: "archived" },
    ...others,
    { ...added, company_id: "c-birch" },
  ]);
  const after = await jane.get(HOME);
  expect(after.text).not.toMatch(/Library|Bridge survey/);
  for (const id of ["p-1", "p-9"]) {
    const project = await jane.get(`${HOME}/projects/${id}`);
    await expectCause(firms, firms.north, { page: project, status: 404, cause: "scope.no_such_project" });
  }
});
