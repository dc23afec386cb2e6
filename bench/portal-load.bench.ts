// What a warm portal load costs, in multiples of things that cannot be avoided. Read the ratios, not the times.
import { afterAll, beforeAll, test } from "vitest";
import { startTwoFirms, type TwoFirms } from "../test/support/two-firms.ts";
import type { Visitor } from "../test/support/visitor.ts";

let firms: TwoFirms;
let visitor: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  visitor = firms.visit(firms.north);
  await visitor.signIn("jane@acme.north.example", "/acme-northmark");
});
afterAll(() => firms.stop());

test("a warm portal load", async ({ bench }) => {
  await bench.compare(
    bench("one statement to the database and back", async () => {
      await firms.database.db.pool.query("select 1");
    }),
    bench("the sign-in page, for nobody", async () => {
      await firms.visit(firms.north).get("/acme-northmark");
    }),
    bench("the portal's home", async () => {
      await visitor.get("/acme-northmark");
    }),
    bench("a project's page", async () => {
      await visitor.get("/acme-northmark/projects/p-1");
    }),
    bench("the portal's home, 16 at once", async () => {
      await Promise.all(Array.from({ length: 16 }, () => visitor.get("/acme-northmark")));
    }),
  );
});
