// A link that was mailed to one person, opened by another one or in a browser where somebody else is signed in.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Email } from "../../src/domain/email.ts";
import { linkTagKey, makeLinkTag } from "../../src/identity/link-tag.ts";
import { decisionsAbout, expectCause } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

const JANE = "jane@acme.north.example" as Email;
const HOME = "/acme-northmark";
const OF_OTHER = "This link was sent to another email";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

function linkFor(email: string, path = HOME): string {
  const tag = makeLinkTag(linkTagKey(firms.masterKey), firms.north.firm.id, email as Email);
  return `${path}?for=${tag}`;
}

test("whom it was mailed to gets in, and the address loses its tag", async () => {
  const jane = firms.visit(firms.north);
  await jane.signIn(JANE, HOME);
  const led = await jane.send("GET", linkFor(JANE, `${HOME}/projects/p-1`), { follow: false });
  expect([led.status, led.location]).toEqual([303, `${HOME}/projects/p-1`]);
  expect(headingOf(await jane.get(linkFor(JANE)))).toContain("project under way");
});

test("somebody who may see the page anyway gets in by another's link, and it is noted", async () => {
  const jane = firms.visit(firms.north);
  await jane.signIn(JANE, HOME);
  const led = await jane.send("GET", linkFor("both@firms.north.example"), { follow: false });
  expect([led.status, led.location]).toEqual([303, HOME]);
  const notes = (await decisionsAbout(firms, firms.north, JANE)).map(({ body }) => body.steps[1]?.cause);
  expect(notes).toContain("sess.wrong_account");
});

test("an outsider is told that the link is another email's, also after signing in again, and ends inside with the right one", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.signIn("jane.doe@acme.north.example", "/sign-in");
  const page = await visitor.get(linkFor(JANE));
  await expectCause(firms, firms.north, { page, status: 403, cause: "who.no_contact" });
  expect(headingOf(page)).toBe(OF_OTHER);
  expect(wordsOf(page)).toContain("You are signed in as jane.doe@acme.north.example");
  expect(wordsOf(page)).not.toContain(JANE);
  const next = linkFor(JANE);
  expect(page.text).toContain(`name="next" value="${next}"`);
  await visitor.post("/sign-out", { next });
  expect(headingOf(await visitor.signIn("who@elsewhere.example", next))).toBe(OF_OTHER);
  await visitor.post("/sign-out", { next });
  expect(headingOf(await visitor.signIn(JANE, next))).toContain("project under way");
});

test("somebody of another company is told so as well, and still led to their own", async () => {
  const bo = firms.visit(firms.north);
  await bo.signIn("bo@birch.north.example", "/sign-in");
  const page = await bo.get(linkFor(JANE));
  await expectCause(firms, firms.north, { page, status: 403, cause: "door.other_clients_portal" });
  expect(headingOf(page)).toBe(OF_OTHER);
  expect(page.text).toContain('href="/birch-northmark"');
  expect(wordsOf(page)).not.toContain("Acme");
});

test("a link to oneself at a door that does not open gets the page without that note", async () => {
  const bo = firms.visit(firms.north);
  await bo.signIn("bo@birch.north.example", "/sign-in");
  expect(headingOf(await bo.get(linkFor("bo@birch.north.example")))).toBe("Your projects have their own address");
});

test.each(["x", "%00", "a".repeat(400), "<script>alert(1)</script>"])(
  "a tag that can be none (%s) counts as none",
  async (tag) => {
    const visitor = firms.visit(firms.north);
    const page = await visitor.get(`${HOME}?for=${encodeURIComponent(tag)}`);
    expect([page.status, headingOf(page)]).toEqual([200, "See your projects"]);
    expect(page.text).toContain(`name="next" value="${HOME}"`);
  },
);

test("the other firm's tag is another email's here", async () => {
  const bo = firms.visit(firms.north);
  await bo.signIn("bo@birch.north.example", "/sign-in");
  const tag = makeLinkTag(linkTagKey(firms.masterKey), firms.south.firm.id, "bo@birch.north.example" as Email);
  expect(headingOf(await bo.get(`${HOME}?for=${tag}`))).toBe(OF_OTHER);
});
