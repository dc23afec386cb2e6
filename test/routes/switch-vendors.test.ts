// The sample firm moves between its folder and the vendors, end to end: what the firm settled survives, and everybody's decision is the
// same before and after, but for those whom the review names.
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sampleFirmFiles } from "../../demo/sample-firm.ts";
import { type FirmRecords, readFirmRecords } from "../../demo/stand-ins/records.ts";
import { approveAlias } from "../../src/commands/approve-alias.ts";
import { limitContact } from "../../src/commands/limit-contact.ts";
import { nothingSealed, proposePsa } from "../../src/commands/propose-psa.ts";
import { setPortalSwitch } from "../../src/commands/set-portal-switch.ts";
import { createUpdate } from "../../src/commands/write-update.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { readPsaLinks } from "../../src/data/queries/psa-links.ts";
import { listOwnSwitches } from "../../src/data/queries/visibility.ts";
import { type CalendarDate, calendarDateOf } from "../../src/domain/calendar-date.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId, ContactId, PortalId, ProjectId } from "../../src/domain/ids.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { plainProject } from "../support/project.ts";
import { ACCOUNT, startVendorOffice, TOKEN, type VendorOffice } from "../support/vendor-office.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const REVIEW = "/settings/connections/review";
const JANE = "jane@acme.example" as Email;
const HOME = "jane.doe@home.example" as Email;

let office: VendorOffice;
let admin: Visitor;
let records: FirmRecords;
const doer = () => ({ firmId: office.studio.firm.id, actor: "test", now: office.clock.now() });
const read = <T>(work: Parameters<typeof inFirmRead<T>>[2]) =>
  inFirmRead(office.database.db, office.studio.firm.id, work);

/** Who gets in where, and to how many projects, as the office's own file says it. */
async function everybody(): Promise<Map<string, string>> {
  const file = await admin.get("/settings/client-portals/preflight.csv");
  const rows: Record<string, string>[] = parse(file.text, { columns: true, bom: true });
  const known = rows.filter(({ email }) => email !== "");
  return new Map(known.map(({ portal, email, outcome, projects }) => [`${portal} ${email}`, `${outcome} ${projects}`]));
}

function differing(before: Map<string, string>, after: Map<string, string>): string[] {
  const isIn = (said: string | undefined) => said?.startsWith("granted") ?? false;
  const doors = [...new Set([...before.keys(), ...after.keys()])];
  return doors
    .filter((door) => isIn(before.get(door)) || isIn(after.get(door)))
    .filter((door) => before.get(door) !== after.get(door));
}

function switchNow(review: Answer): Promise<Answer> {
  return admin.post(REVIEW, { seen: /name="seen" value="([0-9a-f]+)"/.exec(review.text)?.[1] ?? "" });
}

/** What the firm has settled, without the ids of a PSA. */
async function settled() {
  const { portals, aliases, limits, updates } = await read(readPsaLinks);
  return {
    portals: portals.map(({ slug, companyName, template, state }) => [slug, companyName, template, state]),
    aliases: aliases.map(({ email, contactEmail, contactName }) => [email, contactEmail, contactName]),
    limits: limits.map(({ contactName, projectIds }) => [contactName, projectIds.length]),
    updates: updates.map(({ projectName, projectId }) => [projectName, projectId.startsWith("unlinked:")]),
    switches: await read(listOwnSwitches),
  };
}

/** An approved address, a limit to one project, a switch of one portal and an update. */
async function settle(): Promise<void> {
  const { db } = office.database;
  const portalId = office.studio.portals.get("c-12")?.id as PortalId;
  const [jane, other] = ["Jane Doe", "Linda Cho"].map((name) => records.contacts.find((one) => one.name === name));
  const [project] = records.projects.filter(({ company_id, status }) => company_id === "c-12" && status === "active");
  const contactOf = (id = "", name = "") => ({ id: id as ContactId, name });
  await approveAlias(db, doer(), {
    ...{ email: HOME, contactEmail: JANE, contactName: "Jane Doe" },
    contactId: contactOf(jane?.id).id,
  });
  const projectIds = [project?.id as ProjectId];
  await limitContact(db, doer(), { portalId, contact: contactOf(other?.id, other?.name), projectIds });
  await setPortalSwitch(db, doer(), { portalId, name: "fee", to: "on" });
  await createUpdate(db, doer(), {
    project: plainProject(project?.id ?? "", { companyId: "c-12" as CompanyId, name: project?.name ?? "" }),
    draft: { authorName: "Nora", datedOn: "2026-01-01" as CalendarDate, body: "The slab is poured", percents: [] },
    action: "publish",
  });
}

beforeAll(async () => {
  office = await startVendorOffice(async (csv, clock) => {
    const files = Object.entries(sampleFirmFiles(calendarDateOf(clock.now())));
    for (const [name, text] of files) await csv.writeText(name, text);
  });
  records = readFirmRecords(office.studio.csv.dir);
  admin = office.visitOffice();
  await admin.signIn(office.studio.admin);
  await settle();
});
afterAll(() => office.stop());
// Readings of before the moment of a switch are no answer about the time after it.
beforeEach(() => office.clock.advance(60_000));

/** What the review says of the pages that clients then read. */
const gone = {
  productive:
    "Your portals are set to show these, and Productive has no way to supply them: Percent complete and Address.",
  harvest:
    "Your portals are set to show these, and Harvest has no way to supply them: Percent complete, Milestones, Address and Description.",
};

describe.each(["productive", "harvest"] as const)("from the folder to %s and back", (kind) => {
  test("everything that was settled survives, and who is not named in the review gets the same answer", async () => {
    const kept = await settled();
    const before = await everybody();
    expect([...before.values()].filter((said) => said.startsWith("granted")).length).toBeGreaterThan(20);

    const review = await admin.post(`/settings/connections/connect/${kind}`, { account: ACCOUNT, token: TOKEN });
    expect(headingOf(review)).toMatch(/^Switch from CSV files to/);
    expect(wordsOf(review)).toContain("none stays closed");
    expect(wordsOf(review)).toContain(gone[kind]);
    await switchNow(review);
    expect((await read(readPsaLinks)).current?.kind).toBe(kind);
    const there = await everybody();
    const named = wordsOf(review);
    expect(differing(before, there).filter((door) => !named.includes(door.split(" ")[1] ?? ""))).toEqual([]);
    expect(await settled()).toEqual(kept);
    const atHome = office.visit(office.studio);
    await atHome.signIn(HOME);
    expect(headingOf(await atHome.get("/acme"))).toContain("projects under way");

    await proposePsa(
      office.database.db,
      doer(),
      { kind: "csv", settings: { dir: office.studio.csv.dir } },
      nothingSealed(),
    );
    const back = await admin.get(REVIEW);
    expect(wordsOf(back)).toContain("No longer shown Whatever the new folder has no file for.");
    expect(wordsOf(back)).toMatch(/Newly shown .* your portals then show what stands in CSV files: Percent complete/);
    const asked = office[kind].requests.length;
    await switchNow(back);
    expect((await read(readPsaLinks)).current?.kind).toBe("csv");
    expect(differing(before, await everybody())).toEqual([]);
    expect(await settled()).toEqual(kept);
    expect(headingOf(await atHome.get("/acme"))).toContain("projects under way");
    // The switch plans once more from both; afterwards the vendor is asked nothing.
    const planned = office[kind].requests.length;
    await everybody();
    expect([planned > asked, office[kind].requests.length]).toEqual([true, planned]);
  });
});
