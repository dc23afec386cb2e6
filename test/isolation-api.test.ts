// The isolation proof at the API: a key reads what is its firm's, and no byte of the other firm's.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiClient, addApiKey } from "./support/api-client.ts";
import { apiFills } from "./support/api-fills.ts";
import { marksOf, other, sides, startIsolatedFirms } from "./support/isolation.ts";
import type { Side, TwoFirms } from "./support/two-firms.ts";
import { leaksIn, walk } from "./support/walk.ts";

let firms: TwoFirms;
const references: Partial<Record<Side, string>> = {};
beforeAll(async () => {
  firms = await startIsolatedFirms();
  for (const side of sides) {
    const visitor = firms.visit(firms[side]);
    const page = await visitor.signIn(`nobody@acme.${side}.example`, `/acme-${side}mark`);
    references[side] = /PL-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(page.text)?.[0] ?? "no reference";
  }
});
afterAll(() => firms.stop());

const fills = () => apiFills(Object.values(references));

test.each(sides)("a key of the firm in the %s reads nothing of the other firm, and all of its own", async (side) => {
  const client = new ApiClient(firms, (await addApiKey(firms, firms[side])).key);
  const steps = await walk(client, fills());
  expect(leaksIn(steps, marksOf(firms, other(side)))).toEqual([]);
  expect(steps.filter(({ answer }) => answer.status >= 500 || answer.status === 429)).toEqual([]);
  const shown = steps.filter(({ answer }) => answer.text.includes(`Acme ${side.toUpperCase()}MARK`));
  expect(new Set(shown.map(({ fill }) => fill.path.split(/[/?]/)[3]))).toEqual(
    new Set(["portals", "diagnose", "preflight", "references"]),
  );
});

test("nobody, an admin without a key and a client read nothing of any firm", async () => {
  const admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  const client = firms.visit(firms.north);
  await client.signIn("jane@acme.north.example", "/acme-northmark");
  const thief = new ApiClient(firms, null);
  thief.stealCookies(client);
  for (const visitor of [new ApiClient(firms, null), admin, thief]) {
    const steps = await walk(visitor, fills());
    expect(
      leaksIn(
        steps,
        sides.flatMap((side) => marksOf(firms, side)),
      ),
    ).toEqual([]);
  }
});
