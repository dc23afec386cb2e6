// The pre-flight decides about everybody from two listings; a load asks about one person. On generated folders, with rows
// that cannot be read among them, both must come to the same decision about everybody.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Decision } from "../../src/access/decision.ts";
import type { Alias, ContactLimit } from "../../src/access/facts.ts";
import { createPortals } from "../../src/commands/create-portals.ts";
import { createCsvConnector } from "../../src/connectors/csv/adapter.ts";
import { inFirmWrite } from "../../src/data/database.ts";
import { contactLimit, emailAlias } from "../../src/data/schema/rescue-tables.ts";
import { diagnosePerson } from "../../src/diagnosis/diagnose-person.ts";
import { preflight } from "../../src/diagnosis/preflight.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Portal } from "../../src/domain/firm.ts";
import type { CompanyId, ContactId, PortalId, ProjectId } from "../../src/domain/ids.ts";
import { templateBlocks } from "../../src/domain/template-shape.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { PsaGateway } from "../../src/psa/gateway.ts";
import { memorySnapshotCache } from "../../src/psa/snapshot-cache.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
let portals: Portal[];
const companyIds = ["c-1", "c-2", "c-3", "c-gone"];
const pool = ["ann@a.example", "bo@a.example", "cy@b.example", "info@b.example"];

beforeAll(async () => {
  firms = await startTwoFirms();
  const { firm } = firms.north;
  const doer = { firmId: firm.id, actor: "test", now: firms.clock.now() };
  const wishes = companyIds.map((id) => ({ company: { id: id as CompanyId, name: id }, template: "owner" as const }));
  const created = await createPortals(firms.database.db, doer, wishes);
  invariant(created.kind === "created", "no address is wished for");
  portals = created.portals;
});
afterAll(() => firms.stop());

const someOf = (items: string[]) => fc.subarray(items, { maxLength: 2 }).map((some) => some.join(";"));
const mostly = <T>(usual: T, ...rare: T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const flag = mostly("", "true", "perhaps");
const files = fc.record({
  companies: fc.tuple(...["c-1", "c-2", "c-3"].map((id) => fc.tuple(mostly(id, "", "c-1"), flag))),
  contacts: fc.array(
    fc.tuple(fc.nat(4), someOf([...pool, "no address", ""]), someOf(companyIds), flag, mostly(false, true)),
    {
      maxLength: 8,
    },
  ),
  projects: fc.array(
    fc.tuple(fc.constantFrom(...companyIds, ""), mostly("active", "archived", "draft", "lost"), mostly(true, false)),
    { minLength: 2, maxLength: 8 },
  ),
  phases: fc.array(fc.tuple(fc.nat(5), fc.constantFrom("Concept", "")), { maxLength: 3 }),
  isPhaseFileCut: mostly(false, true),
  alias: fc.option(fc.record({ contact: fc.nat(4), contactEmail: fc.constantFrom(...pool) }), { nil: null }),
  limits: fc.array(fc.record({ contact: fc.nat(4), portal: fc.nat(3), project: fc.nat(9) }), { maxLength: 2 }),
});
type Files = typeof files extends fc.Arbitrary<infer T> ? T : never;

test("the pre-flight's decision about everybody is the one that the live question comes to", async () => {
  let compared = 0;
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(files, async (generated) => {
      await write(generated);
      const settled = await settle(generated);
      const gateway = openGateway();
      const [directory, projects] = await Promise.all([
        gateway.listings.directory.whole(),
        gateway.listings.projects.whole(),
      ]);
      invariant(!("kind" in directory), "the folder is there");
      const found = preflight({
        now: firms.clock.now(),
        firm: firms.north.firm,
        psaKind: "csv",
        portals,
        directory,
        projects,
        templates: templateBlocks,
        switches: [],
        ownSwitches: [],
        teamEmails: new Set(),
        ...settled,
      });
      for (const { portal, contacts } of found) {
        for (const { email, decision } of contacts) {
          if (email === null) continue;
          const parts = { db: firms.database.db, now: firms.clock.now(), firm: firms.north.firm, gateway };
          const live = await diagnosePerson(parts, email, { kind: "slug", slug: portal.slug, projectId: null });
          expect(gapsSorted(decision)).toEqual(gapsSorted(live.decision));
          outcomes.add(`${decision.outcome} ${decision.cause}`);
          compared++;
        }
      }
    }),
    { numRuns: 80 },
  );
  expect(compared).toBeGreaterThan(100);
  expect([...outcomes]).toEqual(
    expect.arrayContaining(["granted null", "unavailable psa.partial", "refused who.inactive"]),
  );
}, 120_000);

/** In which order unreadable records are told carries no meaning; the pre-flight does not look at fields. */
function gapsSorted(decision: Decision): Decision {
  const judged = decision.steps.filter(({ check }) => check !== "content");
  const steps = judged.map((step) => {
    const { gaps } = step.evidence;
    return Array.isArray(gaps) ? { ...step, evidence: { ...step.evidence, gaps: [...gaps].sort() } } : step;
  });
  return { ...decision, steps, fields: {} };
}

async function write({ companies, contacts, projects, phases, isPhaseFileCut }: Files): Promise<void> {
  const { csv } = firms.north;
  const lines = (header: string, rows: string[]) => `${[header, ...rows].join("\n")}\n`;
  await csv.writeText(
    "companies.csv",
    lines(
      "id,name,archived",
      companies.map(([id, is]) => `${id},${id} Ltd,${is}`),
    ),
  );
  const contactRows = contacts.map(
    ([id, emails, ids, is, isCut]) => `k-${id},${emails},Person ${id},${ids},${is}${isCut && id === 4 ? ",cut" : ""}`,
  );
  await csv.writeText("contacts.csv", lines("id,email,name,company_id,archived", contactRows));
  const projectRows = projects.map(
    ([companyId, status, isNamed], index) => `p-${index},${isNamed ? "Named" : ""},${companyId},${status}`,
  );
  await csv.writeText("projects.csv", lines("id,name,company_id,status", projectRows));
  const phaseRows = phases.map(([project, name], index) => `ph-${index},p-${project},${name}`);
  await csv.writeText(
    "phases.csv",
    lines("id,project_id,name", isPhaseFileCut ? [...phaseRows, "one,cell,too,many"] : phaseRows),
  );
  await csv.writeText("milestones.csv", "id,project_id,name,due_date\n");
  await csv.writeText("people.csv", "id,name\n");
}

/** What the firm has settled itself, in the database for the live question and as it is for the pre-flight. */
async function settle({ alias, limits }: Files) {
  const { firm } = firms.north;
  const made = { firmId: firm.id, contactName: "", createdAt: firms.clock.now(), createdBy: "test" };
  const aliases: Alias[] = alias
    ? [
        {
          email: "alias@a.example" as Email,
          contactId: `k-${alias.contact}` as ContactId,
          contactEmail: alias.contactEmail as Email,
        },
      ]
    : [];
  const set = new Map<string, ContactLimit & { portalId: PortalId }>();
  for (const { contact, portal, project } of limits) {
    const portalId = portals[portal]?.id;
    invariant(portalId, "there are four portals");
    const contactId = `k-${contact}` as ContactId;
    set.set(`${contactId} ${portalId}`, { contactId, portalId, projectIds: [`p-${project}` as ProjectId] });
  }
  await inFirmWrite(firms.database.db, firm.id, async (tx) => {
    await tx.delete(emailAlias);
    await tx.delete(contactLimit);
    for (const row of aliases) await tx.insert(emailAlias).values({ ...made, ...row, id: randomUUID() });
    for (const row of set.values()) await tx.insert(contactLimit).values({ ...made, ...row });
  });
  return { aliases, limits: [...set.values()] };
}

function openGateway(): PsaGateway {
  const { firm, csv } = firms.north;
  return new PsaGateway({
    firmId: firm.id,
    connectionId: "c",
    connectionMark: "",
    connector: createCsvConnector({ dir: csv.dir, clock: firms.clock, quietMs: 0 }),
    cache: memorySnapshotCache(),
    clock: firms.clock,
    deadlineMs: 10_000,
    record: () => {},
    inBackground: (work) => void work(),
  });
}
