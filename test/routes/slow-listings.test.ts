// The firm's pages that list everybody, while the vendor is slow or silent: a page comes, says how old it is, and the reading goes on.
import { afterEach, describe, expect, test } from "vitest";
import { neverAnswer } from "../../demo/stand-ins/faults.ts";
import { completeRecords } from "../../demo/stand-ins/records.ts";
import { vendorKinds } from "../../src/domain/psa-connection.ts";
import { SNAPSHOT_AGE_MAX_MS } from "../../src/psa/snapshot-cache.ts";
import { ApiClient, addApiKey } from "../support/api-client.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const REGISTER = "/settings/client-portals";
const FIRST_PATHS = [REGISTER, `${REGISTER}/diagnose?q=jane`];

let firm: VendorFirm;
afterEach(async () => {
  // Whatever is still asked ends with the vendor's connections.
  await firm.standIn.close();
  await firm.stop();
});

async function startOffice(...options: Parameters<typeof startVendorFirm>): Promise<Visitor> {
  firm = await startVendorFirm(...options);
  const office = firm.visitOffice();
  await office.signIn("nora@firm.example");
  return office;
}

describe.each(vendorKinds)("%s", (vendor) => {
  test("falls silent after it was read: the lists are shown as they were read, with their age", async () => {
    const office = await startOffice({ vendor, psaDeadlineMs: 1_000, records: vendorRecords() });
    const paths = [...FIRST_PATHS, previewPath((await office.get(REGISTER)).text)];
    firm.clock.advance(4 * 60_000);
    firm.standIn.fail(neverAnswer());
    for (const path of paths) {
      const { status, text } = await office.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).toMatch(/as read 4 minutes ago/i);
      expect(text).toMatch(/Acme/);
    }
  });

  test("is silent from the first: the lists say that they wait for it, and what was asked goes on being asked", async () => {
    const office = await startOffice({ vendor, psaDeadlineMs: 300, records: vendorRecords() });
    firm.standIn.fail(neverAnswer());
    const before = firm.standIn.requests.length;
    firm.clock.advance(SNAPSHOT_AGE_MAX_MS);
    const first = await office.get(REGISTER);
    const asked = firm.standIn.requests.length;
    expect(first.text).toContain("Load the page again");
    expect(first.text).not.toContain('class="problem"');
    expect(asked).toBeGreaterThan(before);
    // With rows to read, or with an empty box, the page stays as it is; where something was asked for, it reloads while nobody types.
    expect([reloadOf(first), reloadOf(await office.get(`${REGISTER}/diagnose`))]).toEqual(["never", "never"]);
    expect(firm.standIn.requests).toHaveLength(asked);
    for (const path of [`${REGISTER}?q=cedar`, `${REGISTER}/diagnose?q=jane`])
      expect([path, reloadOf(await office.get(path))]).toEqual([path, "until typed"]);
    const everybody = await office.get(`${REGISTER}/preflight`);
    expect([headingOf(everybody), reloadOf(everybody)]).toEqual(["Everybody is being read", "by itself"]);
    expect(headingOf(await office.get(`${REGISTER}/diagnose?q=jane`))).toBe("Nobody found so far");
  });

  test("takes longer for everybody than a page waits: the page that is loaded again has them all, and everybody is checked", async () => {
    const office = await startOffice({ vendor, psaDeadlineMs: 300, records: largeAccount() });
    firm.standIn.delayBy(350);
    expect((await office.get(REGISTER)).text).toContain("Load the page again");
    await expect(office.get(`${REGISTER}/preflight`)).resolves.toMatchObject({ status: 200 });
    await firm.app.background.idle();
    const { text } = await office.get(REGISTER);
    expect(text).toContain("400\u00a0client companies");
    expect(text).not.toContain("Load the page again");
    const checked = await office.get(`${REGISTER}/preflight`);
    expect(checked.text).not.toContain("Load the page again");
    expect(checked.text).toMatch(/\b400\b/);
  });
});

test("a program is told to come back while everybody is being read, and then has them", async () => {
  await startOffice({ psaDeadlineMs: 50, records: largeAccount() });
  const { key } = await addApiKey(firm, firm);
  const program = new ApiClient(firm, key);
  firm.standIn.delayBy(500);
  const early = await program.get("/api/v1/preflight");
  expect([early.status, early.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(JSON.parse(early.text)).toMatchObject({ type: "urn:prolens:problem:still_reading", status: 503 });
  expect(early.text).toContain("The PSA has not answered yet. It goes on being read: ask again.");
  await firm.app.background.idle();
  const { status, text } = await program.get("/api/v1/preflight");
  expect([status, JSON.parse(text).portals.length]).toEqual([200, 400]);
});

test("a look that takes longer than a page waits goes on behind it", async () => {
  const office = await startOffice({ psaDeadlineMs: 50, records: vendorRecords() });
  firm.standIn.delayBy(300);
  const asked = await office.post(`${REGISTER}/watch/look`, {});
  expect(wordsOf(asked)).toContain("The last look began just now and has no answer from the PSA so far.");
  await firm.app.background.idle();
  expect(wordsOf(await office.get(`${REGISTER}/watch`))).toContain("The last look was just now.");
});

test("the check of everybody shows what was read before, says how old it is, and goes on", async () => {
  const office = await startOffice({ psaDeadlineMs: 300, records: vendorRecords() });
  expect(headingOf(await office.get(`${REGISTER}/preflight`))).toBe("2 get in");
  firm.clock.advance(4 * 60_000);
  firm.standIn.delayBy(400);
  const { text, headers } = await office.get(`${REGISTER}/preflight`);
  expect(headingOf({ text })).toBe("2 get in");
  expect(wordsOf({ text })).toContain("As read 4 minutes ago. Everybody is being read anew");
  expect(headers.get("refresh")).toBeNull();
  await firm.app.background.idle();
  expect(wordsOf(await office.get(`${REGISTER}/preflight`))).not.toContain("being read anew");
});

test("what was read lately is shown without waiting for what is read anew, and nothing is made from it", async () => {
  const office = await startOffice({ psaDeadlineMs: 300, records: vendorRecords() });
  await office.get(REGISTER);
  firm.standIn.setRecords(withCedar());
  firm.clock.advance(4 * 60_000);
  firm.standIn.delayBy(400);
  const early = await office.get(REGISTER);
  expect(wordsOf(early)).toContain("As read 4 minutes ago. Everybody is being read anew");
  expect(reloadOf(early)).toBe("never");
  await firm.app.background.idle();

  firm.clock.advance(2 * 60_000);
  const asked = await office.post(`${REGISTER}/create-missing`, { next: `${REGISTER}?q=cedar` });
  expect(asked.path).toBe(`${REGISTER}?q=cedar`);
  expect(wordsOf(asked)).toContain("No portal was created: the companies could not be read");
  expect(wordsOf(asked)).toContain("3 client companies, 2 with a portal");
  expect(wordsOf(await office.get(REGISTER))).not.toContain("No portal was created");
  await firm.app.background.idle();
  firm.standIn.delayBy(0);
  const made = await office.post(`${REGISTER}/create-missing`, {});
  expect(made.text).toContain("/cedar");
});

/** Whether the page loads itself again: by its header, by a script while nobody types, or never. */
function reloadOf({ headers, text }: Pick<Answer, "headers" | "text">): string {
  if (headers.get("refresh") === "10") return "by itself";
  return text.includes('data-reload-seconds="10" hidden') ? "until typed" : "never";
}

function withCedar() {
  const { companies, ...records } = vendorRecords();
  return completeRecords({ ...records, companies: [...companies, { id: "cedar", name: "Cedar" }] });
}

function previewPath(register: string): string {
  return /href="([^"]*\/preview)"/.exec(register)?.[1] ?? "no preview in the register";
}

/** Several pages of contacts at either vendor's page size would be thousands; what matters is that one answer takes too long. */
function largeAccount() {
  const ids = Array.from({ length: 400 }, (_, at) => `c-${at}`);
  return completeRecords({
    companies: ids.map((id, at) => ({ id, name: `Company ${at}` })),
    contacts: ids.map((id, at) => ({ id: `k-${at}`, name: `Person ${at}`, email: `p${at}@c.example`, company_id: id })),
    people: [{ id: "nora", name: "Nora Quist", email: "nora@firm.example" }],
    projects: ids.map((id, at) => ({
      id: `p-${at}`,
      number: `${at}`,
      name: `Project ${at}`,
      company_id: id,
      status: "active",
    })),
  });
}
