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
  await setBrandingTexts(firms.database.db, doer, { texts, seen: null });
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

/** Asks, while every way to storage fails like this, a known firm's page, one of a firm that nobody has asked for, and the API. */
async function askWhile(err: Error) {
  const unknownFirm = { ...firms.south, firm: { ...firms.south.firm, slug: "new" } };
  const [north, south] = [firms.visit(firms.north), firms.visit(unknownFirm)];
  await north.get("/");
  const { pool } = firms.database.db;
  const broken = [vi.spyOn(pool, "connect"), vi.spyOn(pool, "query")];
  for (const way of broken) way.mockRejectedValue(err as never);
  try {
    const api = await firms.visitOffice().get("/api/v1/portals", { authorization: `Bearer ${"x".repeat(40)}` });
    const [known, unknown] = [await north.get("/acme-northmark"), await south.get("/")];
    expect((await north.post("/sign-in", { email: "a@b.example" }, CROSS_SITE)).status).toBe(403);
    return { known, unknown, api };
  } finally {
    for (const way of broken) way.mockRestore();
  }
}

describe.each([
  ["storage that answers nonsense", new Error("no such thing"), 500, "Something broke on our side"],
  ["no free connection", new Error("timeout exceeded when trying to connect"), 503, "We can't answer right now"],
  ["a connection that broke", new Error("Connection terminated unexpectedly"), 503, "We can't answer right now"],
  ["a server that starts", wrapped({ code: "57P03" }), 503, "We can't answer right now"],
  ["no server", wrapped({ code: "ECONNREFUSED" }), 503, "We can't answer right now"],
])("with %s", (_, err, status, heading) => {
  test("the page says so with a reference: in the look that is remembered, or the plain one", async () => {
    const { known, unknown, api } = await askWhile(err);
    expect([known.status, ...withLook(known)]).toEqual([status, true, true, true, true]);
    expect([unknown.status, ...withLook(unknown)]).toEqual([status, false, false, false, false]);
    for (const page of [known, unknown]) {
      expect(headingOf(page)).toBe(heading);
      expect(page.text).toMatch(/<code>[0-9a-f-]{36}<\/code>/);
    }
    const retryAfter = status === 503 ? "5" : null;
    expect([known, unknown, api].map(({ headers }) => headers.get("retry-after"))).toEqual(Array(3).fill(retryAfter));
    expect([api.status, JSON.parse(api.text)]).toMatchObject([status, { status }]);
  });
});

/** As the query library hands on what the driver met. */
function wrapped(cause: { code: string }): Error {
  return new Error("Failed query", { cause: Object.assign(new Error("refused"), cause) });
}
