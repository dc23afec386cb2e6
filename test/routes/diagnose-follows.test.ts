// The firm's question goes where the pages lead: it never says no about a door that leads on.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findConnection } from "../../src/data/queries/connections.ts";
import { diagnosePerson } from "../../src/diagnosis/diagnose-person.ts";
import type { DoorAsked } from "../../src/diagnosis/door-asked.ts";
import type { Email } from "../../src/domain/email.ts";
import type { ProjectId } from "../../src/domain/ids.ts";
import { PsaGateway } from "../../src/psa/gateway.ts";
import { memorySnapshotCache } from "../../src/psa/snapshot-cache.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

async function ask(email: string, door: DoorAsked) {
  const { db } = firms.database;
  const { firm, csv } = firms.north;
  const connection = await inFirmRead(db, firm.id, findConnection);
  const gateway = new PsaGateway({
    firmId: firm.id,
    connectionId: connection?.id ?? "",
    connectionMark: "",
    connector: createCsvConnector({ dir: csv.dir, clock: firms.clock }),
    cache: memorySnapshotCache(),
    clock: firms.clock,
    deadlineMs: 10_000,
    record: () => {},
    inBackground: (work) => void work(),
  });
  const { decision, portal } = await diagnosePerson(
    { db, now: firms.clock.now(), firm, gateway },
    email as Email,
    door,
  );
  return [decision.outcome, decision.cause, portal?.slug ?? null];
}

const at = (slug: string, project?: string): DoorAsked => ({
  kind: "slug",
  slug,
  projectId: project === undefined ? null : (project as ProjectId),
});

test.each<[string, string, DoorAsked, unknown[]]>([
  ["a path that people guess", "jane@acme.north.example", at("Login"), ["granted", null, "acme-northmark"]],
  ["a capital", "jane@acme.north.example", at("ACME-northmark"), ["granted", null, "acme-northmark"]],
  [
    "the other company's project",
    "both@firms.north.example",
    at("acme-northmark", "p-4"),
    ["granted", null, "birch-northmark"],
  ],
  [
    "a project of nobody's",
    "both@firms.north.example",
    at("acme-northmark", "p-x"),
    ["refused", "scope.no_such_project", "acme-northmark"],
  ],
  [
    "another company's project",
    "jane@acme.north.example",
    at("acme-northmark", "p-4"),
    ["refused", "scope.no_such_project", "acme-northmark"],
  ],
  ["a mistyped address", "jane@acme.north.example", at("acme-nrthmark"), ["refused", "door.unknown_url", null]],
])("%s", async (_, email, door, expected) => {
  expect(await ask(email, door)).toEqual(expected);
});
