import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner } from "../support/test-database.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

test("connections that the database ends while pages are loading cost those pages at the most, never the program", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.signIn("jane@acme.north.example", "/sign-in");
  const strayed: unknown[] = [];
  const note = (err: unknown) => strayed.push(err);
  process.on("uncaughtException", note);
  try {
    for (let round = 0; round < 5; round++) {
      const pages = Array.from({ length: 8 }, () => visitor.get("/acme-northmark"));
      await asOwner(
        firms.database.ownerUrl,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE '%\\_app'",
      );
      for (const { status } of await Promise.all(pages)) expect([200, 503]).toContain(status);
    }
  } finally {
    process.off("uncaughtException", note);
  }
  expect(strayed).toEqual([]);
  await expect.poll(async () => (await visitor.get("/acme-northmark")).status).toBe(200);
});
