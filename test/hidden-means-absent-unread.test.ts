// Hidden means absent, of what could not be read as well: that hours or invoices are not all there is said to whoever would see them,
// and to nobody else.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitContact } from "../src/commands/limit-contact.ts";
import { setTemplate } from "../src/commands/set-template.ts";
import { setVisibility } from "../src/commands/set-visibility.ts";
import { resetTemplate, shapeTemplate } from "../src/commands/shape-template.ts";
import type { ContactId, ProjectId } from "../src/domain/ids.ts";
import { invariant } from "../src/lib/invariant.ts";
import { everywhere, promised } from "./support/hidden-promises.ts";
import { addMarkedFirm, people } from "./support/marked-firm.ts";
import { startTestApp, type TestApp, type TestFirm } from "./support/test-app.ts";
import type { Visitor } from "./support/visitor.ts";

const NO_HOURS = "Hours are left out for now";
const NO_SHARES = "Shares by discipline are left out for now";
const NOT_ALL_INVOICES = "Not all invoices could be read.";

/** A row of each list that lacks what it cannot do without. */
const lostRows = {
  "phases.csv": { name: "" },
  "milestones.csv": { name: "X", due_date: "some day" },
  "tasks.csv": { name: "" },
  "assignments.csv": { person_id: "" },
} as const;

/** What is said on the page of the project, by the field that is missed; of milestones and phases on the home page too. */
const listsSaid = {
  phase: "Not all phases could be read",
  milestones: "Not all milestones could be read",
  tasks: "Not all tasks could be read",
  teamNames: "Not everybody on the project could be read",
} as const;

let app: TestApp;
let firm: TestFirm;
let named: Visitor;
let limited: Visitor;
beforeAll(async () => {
  app = await startTestApp();
  firm = await addMarkedFirm(app);
  // One hour of the second project, and one invoice of Acme, cannot be read.
  const entry = { id: "t-x", project_id: "p-2", person_id: "s-2a", date: "some day", hours: "1" };
  await firm.csv.write("time_entries.csv", [entry]);
  const invoice = { id: "i-x", project_id: "", company_id: "c-acme", number: "X", issued_on: "some day" };
  await firm.csv.write("invoices.csv", [{ ...invoice, amount: "1", currency: "USD" }]);
  // Nor can a row of each list of the second project, and of one that is archived.
  await loseRowsOf("p-2", "p-3");
  [named, limited] = [app.visit(firm), app.visit(firm)];
  await named.signIn(people.named, "/acme");
  await limited.signIn(people.limited, "/acme");
  const contact = { id: "k-limited" as ContactId, name: "Contact k-limited" };
  const limit = { portalId: acme(), contact, projectIds: ["p-1" as ProjectId] };
  await limitContact(app.database.db, doer(), limit);
});
afterAll(() => app.stop());

/** From now on these projects have a row in each list that cannot be read, and the lists have no others. */
async function loseRowsOf(...projectIds: string[]): Promise<void> {
  for (const [file, row] of Object.entries(lostRows)) {
    const rows = projectIds.map((project_id) => ({ ...row, id: `x of ${project_id}`, project_id }));
    await firm.csv.write(file, rows);
  }
}

const doer = () => ({ firmId: firm.firm.id, actor: "test", now: app.clock.now() });

function acme() {
  const portal = firm.portals.get("c-acme");
  invariant(portal, "the firm has a portal for Acme");
  return portal.id;
}

async function saidTo(visitor: Visitor, path: string) {
  const { status, text } = await visitor.get(path);
  expect({ status, path }).toEqual({ status: 200, path });
  return {
    hours: text.includes(NO_HOURS),
    shares: text.includes(NO_SHARES),
    invoices: text.includes(NOT_ALL_INVOICES),
  };
}

/** Which lists are said not to be whole. */
async function listsSaidTo(visitor: Visitor, path: string): Promise<string[]> {
  const { status, text } = await visitor.get(path);
  expect({ status, path }).toEqual({ status: 200, path });
  return Object.entries(listsSaid).flatMap(([field, said]) => (text.includes(said) ? [field] : []));
}

const settings = [true, false].flatMap((hours) => [true, false].map((invoices) => ({ hours, invoices })));

describe.each(everywhere)("the template %s", (template) => {
  test.each(settings)("with these switches: %j", async (isOn) => {
    const { db } = app.database;
    await setTemplate(db, doer(), acme(), template);
    await setVisibility(db, doer(), { name: "cross_project", isOn: true });
    for (const name of ["hours", "invoices"] as const) await setVisibility(db, doer(), { name, isOn: isOn[name] });
    const seesHours = promised.hours.on.includes(template) && isOn.hours;
    // Who is shown no hours may still be shown how they are shared, and then misses nothing but that.
    const seesShares = promised.disciplines.on.includes(template) && !seesHours;
    const seesInvoices = promised.invoices.on.includes(template) && isOn.invoices;
    const elsewhere = { hours: false, shares: false, invoices: seesInvoices };
    expect(await saidTo(named, "/acme/projects/p-2")).toEqual({ ...elsewhere, hours: seesHours, shares: seesShares });
    expect(await saidTo(named, "/acme/projects/p-1")).toEqual(elsewhere);
    expect(await saidTo(named, "/acme")).toEqual(elsewhere);
    expect(await saidTo(limited, "/acme/projects/p-1")).toEqual(elsewhere);
  });

  test.each([
    ["as it is shipped", []],
    ["without a block of them", ["milestones", "tasks", "team"]],
  ] as const)(
    "%s says of lists what is missing where they would stand, and nothing of a list or a project that is hidden",
    async (_, hidden) => {
      const { db } = app.database;
      await setTemplate(db, doer(), acme(), template);
      await setVisibility(db, doer(), { name: "cross_project", isOn: true });
      for (const block of hidden) await shapeTemplate(db, doer(), { template, block, change: "hide" });
      for (const isOn of [true, false]) {
        await setVisibility(db, doer(), { name: "team_names", isOn });
        const isTaken: Partial<Record<string, boolean>> = {
          ...{ milestones: hidden.length > 0, tasks: hidden.length > 0, teamNames: hidden.length > 0 || !isOn },
        };
        const seen = (fields: (keyof typeof listsSaid)[]) =>
          fields.filter((field) => promised[field].on.includes(template) && !isTaken[field]);
        expect(await listsSaidTo(named, "/acme/projects/p-2")).toEqual(
          seen(["phase", "milestones", "tasks", "teamNames"]),
        );
        expect(await listsSaidTo(named, "/acme")).toEqual(seen(["phase", "milestones"]));
        // The first project is whole, and who sees that one alone learns nothing of the others.
        expect(await listsSaidTo(named, "/acme/projects/p-1")).toEqual([]);
        expect(await listsSaidTo(limited, "/acme/projects/p-1")).toEqual([]);
      }
      await setVisibility(db, doer(), { name: "team_names", isOn: true });
    },
  );
});

test("on the home page nothing is said of a project that stands on none", async () => {
  const { db } = app.database;
  await resetTemplate(db, doer(), "owner");
  await setTemplate(db, doer(), acme(), "owner");
  expect(await listsSaidTo(named, "/acme")).toEqual(["phase", "milestones"]);
  await loseRowsOf("p-3");
  expect(await listsSaidTo(named, "/acme")).toEqual([]);
});
