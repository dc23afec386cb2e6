import { expect, onTestFinished, test } from "vitest";
import { idOf } from "../../../demo/stand-ins/harvest/row.ts";
import { startHarvestStandIn } from "../../../demo/stand-ins/harvest/stand-in.ts";
import type { FirmRecords } from "../../../demo/stand-ins/records.ts";
import { smallFirm } from "../../../demo/stand-ins/testing/small-firm.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { systemClock } from "../../lib/clock.ts";
import { invariant } from "../../lib/invariant.ts";
import { getJson } from "../http/get-json.ts";
import { createHarvestConnector } from "./adapter.ts";

const account = { id: "1001", name: "Harbor Example" };
const token = "a-token-of-nora";
const call = { signal: new AbortController().signal, isUrgent: true };
const northbank = String(idOf("clients", "northbank")) as CompanyId;
const quay = String(idOf("projects", "quay"));

type Sized = { tasks?: number; teams?: number; invoices?: number; active: number };

/** A firm in which another client has so many tasks and teams of a hundred, and this one so many active projects. */
function firmOf({ tasks = 0, teams = 0, invoices = 0, active }: Sized): FirmRecords {
  const records = smallFirm();
  const [[phase], project] = [records.phases, records.projects.find(({ id }) => id === "quay")];
  invariant(phase && project, "the small firm has a phase and a project");
  for (let at = 0; at < tasks; at += 1) records.phases.push({ ...phase, id: `of-pier-${at}`, project_id: "pier" });
  const [person, pier] = [records.people[0], records.projects.find(({ id }) => id === "pier")];
  invariant(person && pier, "the small firm has a person and another client's project");
  const crew = Array.from({ length: teams > 0 ? 100 : 0 }, (_, at) => ({ ...person, id: `nora-${at}` }));
  records.people.push(...crew);
  const [invoice] = records.invoices;
  invariant(invoice, "the small firm has an invoice");
  for (let at = 0; at < invoices; at += 1) records.invoices.push({ ...invoice, id: `more-${at}` });
  for (let at = 0; at < teams; at += 1) {
    records.projects.push({ ...pier, id: `pier-${at}`, status: "active" });
    records.assignments.push(...crew.map(({ id }) => ({ project_id: `pier-${at}`, person_id: id, role: "" })));
  }
  for (let at = 1; at < active; at += 1) records.projects.push({ ...project, id: `quay-${at}`, number: `24-1${at}` });
  return records;
}

async function readWork(records: FirmRecords) {
  const standIn = await startHarvestStandIn({ records, account, token });
  onTestFinished(() => standIn.close());
  const parts = { clock: systemClock, origin: standIn.url, send: getJson, token: () => token };
  const { value, gaps } = await createHarvestConnector(parts, account.id).readCompanyWork(northbank, call);
  const asked = standIn.requests.map(({ path }) => path).filter((path) => path.endsWith("/task_assignments"));
  return { names: value.phases.map(({ name }) => name), gaps, asked, calls: standIn.requests.length };
}

test("where all projects have more tasks than a page, a few active projects are asked one by one", async () => {
  const { names, gaps, asked } = await readWork(firmOf({ tasks: 2_001, active: 1 }));
  expect(asked).toEqual(["/v2/task_assignments", `/v2/projects/${quay}/task_assignments`]);
  expect({ names: names.sort(), gaps }).toEqual({ names: ["Design", "Other work"], gaps: [] });
});

test("for many active projects all are listed, page by page", async () => {
  const { names, gaps, asked } = await readWork(firmOf({ tasks: 2_001, active: 5 }));
  expect(asked).toEqual(["/v2/task_assignments", "/v2/task_assignments"]);
  expect({ names: names.sort(), gaps }).toEqual({ names: ["Design", "Other work"], gaps: [] });
});

test("where even these are too many, the phases are told not to be known, after one page of them", async () => {
  const { names, gaps, asked, calls } = await readWork(firmOf({ tasks: 10_001, active: 5 }));
  expect({ names, asked }).toEqual({ names: [], asked: ["/v2/task_assignments"] });
  expect(gaps).toMatchObject([
    { place: "/v2/task_assignments", unread: { parts: ["phases"], projectId: null, why: "too_much" } },
  ]);
  expect(calls).toBe(7);
});

test("where there are too many people assigned, it is told that neither the manager nor the team is known", async () => {
  const { gaps } = await readWork(firmOf({ teams: 101, active: 5 }));
  expect(gaps).toMatchObject([
    {
      place: "/v2/user_assignments",
      message: expect.stringContaining("Who manages its projects and who works on them is not known"),
      unread: { parts: ["manager", "team"], projectId: null, why: "too_much" },
    },
  ]);
});

test("a client with more invoices than that has them told not to be known, after one page of them", async () => {
  const { gaps, calls } = await readWork(firmOf({ invoices: 10_001, active: 1 }));
  expect(gaps).toMatchObject([
    { place: "/v2/invoices", unread: { parts: ["invoices"], projectId: null, why: "too_much" } },
  ]);
  expect(calls).toBe(7);
});
