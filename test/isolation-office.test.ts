// The isolation proof at the office, in firms of its own: an admin's walk pauses portals and moves their addresses.
import { afterAll, beforeAll, expect, test } from "vitest";
import { marksOf, other, sides, startIsolatedFirms } from "./support/isolation.ts";
import { officeFills } from "./support/office-fills.ts";
import type { TwoFirms } from "./support/two-firms.ts";
import { leaksIn, walk } from "./support/walk.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startIsolatedFirms();
});
afterAll(() => firms.stop());

test.each(["nobody", "a client of the north"])("%s reads nothing of any firm", async (name) => {
  const office = firms.visitOffice();
  if (name !== "nobody") await office.signIn("jane@acme.north.example");
  const steps = await walk(office, officeFills(firms));
  expect(
    leaksIn(
      steps,
      sides.flatMap((side) => marksOf(firms, side)).filter((mark) => mark !== ".north.example"),
    ),
  ).toEqual([]);
});

/** Every form of the office in one walk: long on a machine that runs other tests beside it. */
test.each(sides)(
  "an admin in the %s reads nothing of the other firm, and all of their own",
  async (side) => {
    const office = firms.visitOffice();
    await office.signIn(firms[side].admin);
    const steps = await walk(office, officeFills(firms));
    expect(leaksIn(steps, marksOf(firms, other(side)))).toEqual([]);
    const shown = steps.filter(({ answer }) => answer.text.includes(`Acme ${side.toUpperCase()}MARK`));
    expect(shown.length).toBeGreaterThan(1);
    const previewed = steps.filter(
      ({ fill, answer }) => /^.preview/.test(fill.path) && answer.text.includes("Library"),
    );
    expect(previewed.length).toBeGreaterThan(1);
  },
  90_000,
);
