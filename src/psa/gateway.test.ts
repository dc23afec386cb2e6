import { describe, expect, test } from "vitest";
import { checkAccess } from "../access/check-access.ts";
import { decide } from "../access/decide.ts";
import { type Granted, grantCompanyRead } from "../access/granted.ts";
import { company, contact, email, janeAtAcme, project } from "../access/scenarios/people.ts";
import { PsaFault, psaFaultCodes } from "../connectors/errors.ts";
import type { PsaConnector } from "../connectors/port.ts";
import { type CompanyWork, emptyWork } from "../domain/project.ts";
import { invariant } from "../lib/invariant.ts";
import { openReading, PsaGateway, type ReadRecord } from "./gateway.ts";
import { memorySnapshotCache } from "./snapshot-cache.ts";

const jane = email("jane@acme.example");
const MINUTE_MS = 60_000;

/** A PSA that answers at once with Jane of Acme and one project; every answer can be replaced. */
function psa(replaced: Partial<PsaConnector> = {}) {
  const asked: string[] = [];
  const counting = { version: "v1", now: new Date("2026-03-12T10:00:00Z") };
  const work: CompanyWork = {
    ...emptyWork(company("acme").id),
    projects: [project("p-1", "acme"), project("p-9", "birch")],
  };
  const read = <T>(value: T) => ({ value, gaps: [], readAt: counting.now });
  const connector: PsaConnector = {
    findByEmails: async () => {
      asked.push("findByEmail");
      return [read({ contacts: [contact("k-1", [jane], ["acme"])], companies: [company("acme")] })];
    },
    findCompany: async () => read(company("acme")),
    listDirectory: async () => read({ companies: [], contacts: [] }),
    listProjects: async () => {
      asked.push("listProjects");
      return read([]);
    },
    readCompanyWork: async () => {
      asked.push("readCompanyWork");
      return read(work);
    },
    workVersion: async () => counting.version,
    identify: async () => ({ organisation: null, tokenOwner: null }),
    inspect: async () => ({ counts: [], notSupplied: [], gaps: [] }),
    ...replaced,
  };
  const records: ReadRecord[] = [];
  const gateway = new PsaGateway({
    firmId: janeAtAcme.firm.id,
    connectionId: "connection",
    connector,
    cache: memorySnapshotCache(),
    clock: { now: () => counting.now },
    deadlineMs: 50,
    record: (row) => records.push(row),
  });
  return { gateway, asked, records, counting };
}

function companyProof(): Granted<"company.read"> {
  const proof = grantCompanyRead(janeAtAcme, decide(janeAtAcme));
  invariant(proof, "Jane belongs to Acme");
  return proof;
}

describe("what a failed read means", () => {
  test.each(psaFaultCodes)("%s is trouble, never an empty answer", async (code) => {
    const { gateway } = psa({ findByEmails: () => Promise.reject(new PsaFault(code, "words for the firm")) });
    expect(await gateway.readPeople(jane)).toMatchObject({ kind: "trouble", detail: "words for the firm" });
  });

  test("a PSA that never answers is down after the deadline, though it ignores its signal", async () => {
    const { gateway, records } = psa({ findByEmails: () => new Promise(() => {}) });
    expect(await gateway.readPeople(jane)).toMatchObject({ kind: "trouble", cause: "psa.down" });
    expect(records).toMatchObject([{ outcome: "unavailable" }]);
  });

  test("an abort that a connector passes on is the deadline, too", async () => {
    const { gateway } = psa({
      findByEmails: (_, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    expect(await gateway.readPeople(jane)).toMatchObject({ kind: "trouble", cause: "psa.down" });
  });

  test("a fault of our own is no trouble of the PSA: it is thrown on", async () => {
    const { gateway } = psa({ findByEmails: () => Promise.reject(new TypeError("x is undefined")) });
    await expect(gateway.readPeople(jane)).rejects.toThrow(TypeError);
  });

  test("after a failure the next question is asked again", async () => {
    let isDown = true;
    const { gateway } = psa({
      workVersion: () => (isDown ? Promise.reject(new PsaFault("unavailable", "x")) : Promise.resolve("v1")),
    });
    expect(await gateway.readWork(companyProof())).toMatchObject({ kind: "trouble" });
    isDown = false;
    expect(await gateway.readWork(companyProof())).toMatchObject({ gaps: [] });
  });
});

describe("how often the PSA is asked", () => {
  test("all projects: identical questions at the same moment share one, and it leaves a record", async () => {
    const { gateway, asked, records } = psa();
    await Promise.all([gateway.listProjects(), gateway.listProjects()]);
    expect(asked).toEqual(["listProjects"]);
    expect(records).toMatchObject([{ question: "list_projects", outcome: "answered" }]);
  });

  test("who somebody is: on every load; loads at the same moment share one question", async () => {
    const { gateway, asked, records } = psa();
    await Promise.all([gateway.readPeople(jane), gateway.readPeople(jane), gateway.readPeople(jane)]);
    expect(asked).toEqual(["findByEmail"]);
    await gateway.readPeople(jane);
    expect(asked).toEqual(["findByEmail", "findByEmail"]);
    expect(records).toHaveLength(2);
  });

  test("the work: again when the source says that it changed, or after fifteen minutes", async () => {
    const { gateway, asked, counting } = psa();
    const read = async () => {
      await gateway.readWork(companyProof());
      return asked.length;
    };
    expect([await read(), await read()]).toEqual([1, 1]);
    counting.version = "v2";
    expect([await read(), await read()]).toEqual([2, 2]);
    counting.now = new Date(counting.now.getTime() + 14 * MINUTE_MS);
    expect(await read()).toBe(2);
    counting.now = new Date(counting.now.getTime() + 2 * MINUTE_MS);
    expect(await read()).toBe(3);
  });

  test("nobody signed in: not at all", async () => {
    const { gateway, asked } = psa();
    const identity = { kind: "nobody", cause: "sess.none", claimed: null } as const;
    await checkAccess({ ...janeAtAcme, identity }, openReading(gateway).facts);
    expect(asked).toEqual([]);
  });
});

test("a page gets what was decided about: the visible projects, without hidden fields or another company's rows", async () => {
  const reading = openReading(psa().gateway);
  const { granted } = await checkAccess(janeAtAcme, reading.facts);
  invariant(granted, "Jane gets in");
  const { work } = reading.content(granted);
  expect(work.projects.map(({ id, fee }) => ({ id, fee }))).toEqual([{ id: "p-1", fee: null }]);
});

test("records name the question, not whom it was about", async () => {
  const { gateway, records } = psa();
  await gateway.readPeople(jane);
  expect(JSON.stringify(records)).not.toContain("jane");
});
