// What clients meet when something goes wrong at their firm's host: the firm, in their language, and nothing that tells what stands
// at an address.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { setBrandingPicture, setBrandingTexts } from "../../src/commands/set-branding.ts";
import type { Email } from "../../src/domain/email.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const HELP = "help@studio.example";
const PHONE = "+44 20 7946 0123";
const CROSS_SITE = { "sec-fetch-site": "cross-site" };

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  const texts = { accent: "#ffd400", welcome: null, supportEmail: HELP as Email, supportPhone: PHONE };
  await setBrandingTexts(firms.database.db, doer, texts);
  const picture = { type: "image/webp", width: 300, height: 100, content: Buffer.from("logo") } as const;
  await setBrandingPicture(firms.database.db, doer, { which: "logo", picture });
});
afterAll(() => firms.stop());

const faults: [string, number, (visitor: Visitor) => Promise<Answer>][] = [
  ["no page", 404, (visitor) => visitor.get("/acme-northmark/no/such/page/here")],
  ["no picture", 404, (visitor) => visitor.get("/images/none.webp")],
  ["a method that the page does not take", 404, (visitor) => visitor.send("DELETE", "/sign-in")],
  ["a form of another site", 403, (visitor) => visitor.post("/sign-in", { email: "a@b.example" }, CROSS_SITE)],
  ["a form that is too long", 413, (visitor) => visitor.post("/sign-in", { email: "x".repeat(70_000) })],
];

function withLook({ text }: Answer): boolean[] {
  return [
    /<img class="logo" src="\/images\/[^"]+\.webp" width="300" height="100" alt="North/.test(text),
    /href="\/brand\.ffd400-/.test(text),
    text.includes(`href="mailto:${HELP}`) && text.includes(PHONE),
    text.includes('<a class="button button-primary" href="/">'),
  ];
}

describe.each(faults)("%s", (_, status, ask) => {
  test("is answered in the firm's look and in the visitor's language, without a word to the PSA", async () => {
    const visitor = firms.visit(firms.north);
    visitor.language = "de-DE";
    const before = await auditCounts(firms, firms.north);
    const page = await ask(visitor);
    expect([page.status, ...withLook(page)]).toEqual([status, true, true, true, true]);
    expect(page.text).toContain('<html lang="de-DE">');
    expect(await auditCounts(firms, firms.north)).toEqual(before);
  });

  test("shows nothing of that firm at another one", async () => {
    const { text } = await ask(firms.visit(firms.south));
    expect(text).not.toMatch(/class="logo"|brand\./);
    expect(text).toContain(firms.south.firm.name);
    expect(text).not.toContain(HELP);
  });
});

test("tells a stranger nothing of an address: below a portal and below none the answers are the same", async () => {
  const visitor = firms.visit(firms.north);
  for (const path of ["/no/such/page/here", "/projects/p-1/pulse/of/whom"]) {
    const there = await visitor.get(`/acme-northmark${path}`);
    const nowhere = await visitor.get(`/elsewhere-northmark${path}`);
    expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text]);
  }
});

test("a host of nobody has no firm's look and leads to no start", async () => {
  const page = await firms.visit({ ...firms.north, firm: { ...firms.north.firm, slug: "nobody" } }).get("/");
  expect([page.status, ...withLook(page)]).toEqual([404, false, false, false, false]);
});

test("with storage away the page says so with a reference: in the look that is remembered, or the plain one", async () => {
  const [north, south] = [
    firms.visit(firms.north),
    firms.visit({ ...firms.south, firm: { ...firms.south.firm, slug: "new" } }),
  ];
  await north.get("/");
  const gone = vi.spyOn(firms.database.db.pool, "connect").mockRejectedValue(new Error("storage is away") as never);
  const asked = vi.spyOn(firms.database.db.pool, "query").mockRejectedValue(new Error("storage is away") as never);
  try {
    const [known, unknown] = [await north.get("/acme-northmark"), await south.get("/")];
    expect([known.status, ...withLook(known)]).toEqual([500, true, true, true, true]);
    expect([unknown.status, ...withLook(unknown)]).toEqual([500, false, false, false, false]);
    for (const page of [known, unknown]) {
      expect(headingOf(page)).toBe("Something broke on our side");
      expect(page.text).toMatch(/<code>[0-9a-f-]{36}<\/code>/);
    }
    expect((await north.post("/sign-in", { email: "a@b.example" }, CROSS_SITE)).status).toBe(403);
  } finally {
    gone.mockRestore();
    asked.mockRestore();
  }
});
