// Settings → API keys: who makes a key, what is shown of it, and how it ends.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { listApiKeys } from "../../src/data/queries/api-keys.ts";
import { ApiClient, addApiKey } from "../support/api-client.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import type { TestFirm } from "../support/test-app.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const KEYS = "/settings/api-keys";

let firms: TwoFirms;
let admin: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
});
afterAll(() => firms.stop());

const keysOf = ({ firm }: TestFirm) => inFirmRead(firms.database.db, firm.id, listApiKeys);

async function create(name: string): Promise<{ id: string; key: string }> {
  const page = await admin.post(KEYS, { name });
  const key = /plk_[0-9a-f]{32}_[\w-]{43}/.exec(page.text)?.[0];
  const row = (await keysOf(firms.north)).find((one) => one.name === name.trim());
  if (!key || !row) throw new Error(`no key was made: ${page.status}`);
  expect([page.status, headingOf(page), page.headers.get("cache-control")]).toEqual([
    200,
    "Copy the key now",
    "private, no-store",
  ]);
  return { id: row.id, key };
}

describe("an admin", () => {
  test("makes a key that opens the API, and it is shown on that one page only", async () => {
    const before = await auditCounts(firms, firms.north);
    const { key } = await create(" Help desk ");
    expect((await new ApiClient(firms, key).get("/api/v1/portals")).status).toBe(200);
    const page = await admin.get(KEYS);
    expect(wordsOf(page)).toContain(`Help desk ${firms.north.admin} just now just now In force`);
    expect(page.text).not.toContain(key.slice(-43));
    expect((await auditCounts(firms, firms.north))["api_key.create"]).toBe((before["api_key.create"] ?? 0) + 1);
  });

  test("revokes a key, and it opens nothing more; once more changes nothing", async () => {
    const { id, key } = await create("Old script");
    const path = `${KEYS}/${id}/revoke`;
    expect(wordsOf(await admin.post(path, {}))).toMatch(/Old script .*? never Revoked just now/);
    expect((await new ApiClient(firms, key).get("/api/v1/portals")).status).toBe(401);
    const once = await auditCounts(firms, firms.north);
    expect((await admin.postOnly(path, {})).status).toBe(303);
    expect(await auditCounts(firms, firms.north)).toEqual(once);
  });

  test.each(["", "   ", "x".repeat(81), "a\u0000b", "a\nb"])(
    "is asked again for a name that is none (%#)",
    async (name) => {
      const before = await keysOf(firms.north);
      const page = await admin.post(KEYS, { name });
      expect([page.status, headingOf(page)]).toEqual([422, "API keys"]);
      expect(wordsOf(page)).toContain("Type a name of up to 80 characters.");
      expect(await keysOf(firms.north)).toEqual(before);
    },
  );

  test("reads a name as text", async () => {
    const markup = '"><script>alert(1)</script>';
    const page = await admin.post(KEYS, { name: markup });
    expect(page.text + (await admin.get(KEYS)).text).not.toContain("<script>alert");
    expect(wordsOf(page)).toContain(markup);
  });

  test("of another firm neither sees nor ends a key, whatever stands in the address", async () => {
    const { id, key } = await addApiKey(firms, firms.north);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    expect(wordsOf(await south.get(KEYS))).toContain("No keys yet.");
    for (const asked of [id, "00000000-0000-0000-0000-000000000000", "none", "%00", "%E0%A4%A"]) {
      const { status, location } = await south.postOnly(`${KEYS}/${asked}/revoke`, {});
      expect([asked, status, location]).toEqual([asked, 303, KEYS]);
    }
    expect((await new ApiClient(firms, key).get("/api/v1/portals")).status).toBe(200);
  });

  test("is not made to do anything by another site's page", async () => {
    const before = await keysOf(firms.north);
    expect((await admin.postOnly(KEYS, { name: "x" }, { origin: "https://evil.example" })).status).toBe(403);
    expect(await keysOf(firms.north)).toEqual(before);
  });
});

describe.each(["viewer", "member"] as const)("a %s", (role) => {
  test("neither sees, makes nor ends keys", async () => {
    const { id } = await addApiKey(firms, firms.north);
    const visitor = firms.visitOffice();
    await visitor.signIn(await addTeamUser(firms, firms.north, role));
    const before = await keysOf(firms.north);
    const pages = [
      await visitor.get(KEYS),
      await visitor.post(KEYS, { name: "x" }),
      await visitor.post(`${KEYS}/${id}/revoke`, {}),
    ];
    for (const page of pages) expect([page.status, headingOf(page)]).toEqual([403, "Only an admin can do this"]);
    expect(await keysOf(firms.north)).toEqual(before);
  });
});

test("nobody is asked to sign in, and changes nothing", async () => {
  const before = await keysOf(firms.north);
  for (const page of [await firms.visitOffice().get(KEYS), await firms.visitOffice().post(KEYS, { name: "x" })])
    expect(headingOf(page)).toBe("Sign in to your firm’s office");
  expect(await keysOf(firms.north)).toEqual(before);
});
