// One request, one host: what stands in the mail and in the allowances is our own name for it, never what a request claims.
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner } from "../support/test-database.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

const JANE = "jane@acme.north.example";

test("a request line that names another host than the Host header does gets nowhere, and sends no mail", async () => {
  const { host } = firms.visit(firms.north);
  const request = new Request("http://portal-of-north.example/sign-in", {
    method: "POST",
    headers: { host, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email: JANE, next: "/acme-northmark" }),
  });
  const response = await firms.app.fetch(request, { address: "203.0.113.7" });
  expect(response.status).toBe(400);
  expect(firms.mailbox.list()).toEqual([]);
});

test("the mail names the host that the firm's portals have", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.post("/sign-in", { email: JANE });
  expect(firms.mailbox.list()[0]?.text).toContain(`at ${visitor.host}.`);
});

test("once all tries are taken, a new code ends the one before; until then both count and share the tries", async () => {
  const visitor = firms.visit(firms.north);
  const email = "five@elsewhere.example";
  await visitor.post("/sign-in", { email });
  const first = visitor.newestCode(email);
  const wrong = first === "000000" ? "000001" : "000000";
  for (let count = 0; count < 5; count++) await visitor.post("/sign-in/code", { code: wrong });
  firms.clock.advance(31_000);
  await visitor.post("/sign-in/resend", {});
  expect((await visitor.post("/sign-in/code", { code: first })).status).toBe(422);
  expect((await visitor.post("/sign-in/code", { code: visitor.newestCode(email) })).text).toContain("No projects");
});

test("what can be no address is stored short, however long it was asked", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.signIn("who@elsewhere.example", "/sign-in");
  const page = await visitor.get(`/${"x".repeat(14_000)}`);
  expect(page.status).toBe(403);
  const [stored] = await asOwner<{ size: number }>(
    firms.database.ownerUrl,
    "select max(length(body::text)) as size from decision",
  );
  expect(stored?.size).toBeGreaterThan(0);
  expect(stored?.size).toBeLessThan(4_000);
});

test("a team member of two firms chooses between them, and changes at any time", async () => {
  const { firm } = firms.south;
  await asOwner(
    firms.database.ownerUrl,
    `insert into team_user select '${firm.id}', gen_random_uuid(), '${firms.north.admin}', 'admin', now()`,
  );
  const visitor = firms.visitOffice();
  const choice = await visitor.signIn(firms.north.admin);
  expect(choice.text).toContain("Open North Studio");
  expect(choice.text).toContain("Open South Studio");
  const south = await visitor.post("/firms", { firm: firm.slug });
  expect(south.text).toContain("SOUTHMARK");
  expect(south.text).not.toContain("NORTHMARK");
  const north = await visitor.post("/firms", { firm: firms.north.firm.slug });
  expect(north.text).toContain("NORTHMARK");
  expect(north.text).not.toContain("SOUTHMARK");
});

test("a firm in whose team somebody is not is no choice, and looks like none that exists", async () => {
  const visitor = firms.visitOffice();
  await visitor.signIn(firms.south.admin);
  const other = await visitor.post("/firms", { firm: firms.north.firm.slug });
  const none = await visitor.post("/firms", { firm: "no-such-firm" });
  expect([other.status, other.text]).toEqual([404, none.text]);
});
