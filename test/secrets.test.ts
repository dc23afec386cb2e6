// What must never be written down in clear: codes, tokens, keys; in the log, in the database, in a page.
import { createHash, randomBytes } from "node:crypto";
import { rename } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deriveKey, tokenId } from "../src/identity/secrets.ts";
import { allRows } from "./support/all-rows.ts";
import { decisionBehind, decisionsAbout } from "./support/decisions.ts";
import { headingOf } from "./support/page.ts";
import { asOwner } from "./support/test-database.ts";
import { startTwoFirms, type TwoFirms } from "./support/two-firms.ts";
import type { Answer, Visitor } from "./support/visitor.ts";

const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";
const REGISTER = "/settings/client-portals";

const masterKey = randomBytes(32);
const purposes = [
  ...["portal sign-in codes", "office sign-in codes", "portal sign-in links", "office sign-in links"],
  ...["codes by phone", "link tags"],
];
const keys = [masterKey, ...purposes.map((purpose) => deriveKey(masterKey, purpose))];

let firms: TwoFirms;
let clients: Visitor[];
let codes: string[];
let tokens: string[];
let pages: Answer[];

/** The whole road: two doors, wrong codes, renewals, refusals, faults of the PSA, rotations, signing out. */
beforeAll(async () => {
  firms = await startTwoFirms({ masterKey });
  clients = [firms.visit(firms.north), firms.visit(firms.north), firms.visitOffice()];
  codes = [];
  tokens = [];
  pages = [];
  for (const [client, email] of [
    [clients[0], JANE],
    [clients[1], "who@elsewhere.example"],
    [clients[2], firms.north.admin],
  ] as const) {
    if (client) await wholeRoad(client, email);
  }
});
afterAll(() => firms.stop());

async function wholeRoad(client: Visitor, email: string): Promise<void> {
  const keep = async (answer: Promise<Answer>) => {
    pages.push(await answer);
    tokens.push(...[...client.cookies.values()].flatMap((value) => value.split(".")));
  };
  await keep(client.post("/sign-in", { email, next: HOME }));
  await keep(client.post("/sign-in/code", { code: "000000x" }));
  firms.clock.advance(60_000);
  await keep(client.post("/sign-in/resend", {}));
  codes.push(...client.codes(email));
  // Not among the pages below: its button carries the link itself, in the browser that asked for it.
  await client.get(client.newestLink(email));
  tokens.push(client.newestLink(email).split("t=")[1] ?? "");
  await keep(client.post("/sign-in/code", { code: client.newestCode(email) }));
  for (const path of [HOME, `${HOME}/projects/p-1`, `${HOME}/projects/p-x`, "/typo", "/", REGISTER, "/%00", "/x/y/z"])
    await keep(client.get(path));
  await rename(firms.north.csv.dir, `${firms.north.csv.dir}-away`);
  for (const path of [HOME, REGISTER]) await keep(client.get(path));
  await rename(`${firms.north.csv.dir}-away`, firms.north.csv.dir);
  const portal = firms.north.portals.get("c-cedar");
  await keep(client.post(`${REGISTER}/${portal?.id}/rotate`, {}));
  // The sign-in stays under way in one more browser, so that a proof is there to be looked at.
  await keep(client.post("/sign-in", { email: `next-${email}` }));
  codes.push(...client.codes(`next-${email}`));
}

/** Every form in which a secret could be written down. */
function secrets(): string[] {
  const keyForms = keys.flatMap((key) => [key.toString("base64"), key.toString("base64url"), key.toString("hex")]);
  const uuid = /^[0-9a-f-]{36}$/;
  return [...new Set([...tokens.filter((token) => !uuid.test(token)), ...keyForms])];
}

test("the road has left secrets to look for", () => {
  expect(codes.length).toBe(9);
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  expect(secrets().length).toBeGreaterThanOrEqual(6 + 9);
  expect(secrets().every((secret) => secret.length >= 32)).toBe(true);
});

describe("the log, at its most talkative", () => {
  test("has lines of every request, and none with a token or a key", () => {
    const text = firms.logLines.map((line) => JSON.stringify(line)).join("\n");
    expect(firms.logLines.length).toBeGreaterThan(30);
    expect(secrets().filter((secret) => text.includes(secret))).toEqual([]);
  });

  test("has no code in any text", () => {
    const texts = firms.logLines.flatMap((line) => textsOf({ ...line, requestId: "", time: 0 }));
    expect(codes.filter((code) => texts.some((text) => text.includes(code) || text.includes(grouped(code))))).toEqual(
      [],
    );
  });

  test("has nobody's email, nor the query of an address", async () => {
    await clients[0]?.get("/sign-in?next=/secret-next-page");
    const text = JSON.stringify(firms.logLines);
    expect(text).not.toContain("@");
    expect(text).not.toContain("secret-next-page");
  });

  test("has no company's name and no project's either", () => {
    expect(JSON.stringify(firms.logLines)).not.toMatch(/NORTHMARK|SOUTHMARK|Library/);
  });
});

describe("the database", () => {
  let dump: { table: string; row: string }[];
  beforeEach(async () => {
    dump = await allRows(firms.database);
  });

  test("holds no token and no key", () => {
    expect(dump.length).toBeGreaterThan(30);
    const found = secrets().flatMap((secret) => dump.filter(({ row }) => row.includes(secret)));
    expect(found).toEqual([]);
  });

  test("holds of each session and proof what the token hashes to, so that the search above can find something", () => {
    const sessions = dump.filter(({ table }) => /_session$|_proof$/.test(table));
    const ids = tokens.map(tokenId);
    expect(sessions.length).toBeGreaterThanOrEqual(6);
    for (const { row } of sessions) expect(ids.some((id) => row.includes(id))).toBe(true);
  });

  test("holds no code, neither as it is nor in a hash that a million tries would open", () => {
    const proofs = dump.filter(({ table }) => table.endsWith("_proof"));
    expect(proofs.length).toBeGreaterThanOrEqual(3);
    for (const { row } of proofs) {
      const { id, code_hash: hash } = JSON.parse(row) as { id: string; code_hash: string };
      for (const code of codes) {
        const plain = [code, `${id} ${code}`, `${id}${code}`, `${code}${id}`].map((text) =>
          createHash("sha256").update(text).digest("base64url"),
        );
        expect([code, ...plain]).not.toContain(hash);
      }
    }
    const texts = dump
      .flatMap(({ row }) => textsOf(JSON.parse(row)))
      .filter((text) => !/^[\w-]{43}$|^[0-9a-f-]{36}$|^\d{4}-/.test(text));
    expect(codes.filter((code) => texts.some((text) => text.includes(code) || text.includes(grouped(code))))).toEqual(
      [],
    );
  });

  test("holds nothing of what the PSA sends about projects: no name, no figure, no person of the firm", () => {
    const found = dump.filter(({ row }) =>
      /Library|Parking|Clinic|Secret archive|987654|Maya|Permit|Documents/.test(row),
    );
    expect(found).toEqual([]);
  });
});

describe("a stored decision", () => {
  test("names no company but the door's and the person's own, and no project of another", async () => {
    const bo = firms.visit(firms.north);
    await bo.signIn("bo@birch.north.example", "/sign-in");
    tokens.push(...bo.cookies.values());
    for (const path of ["/birch-northmark", "/birch-northmark/projects/p-1", "/typo"]) await bo.get(path);
    const stored = await decisionsAbout(firms, firms.north, "bo@birch.north.example");
    // The three, and the only project that the first of them leads on to.
    expect(stored.length).toBe(4);
    for (const { body } of stored) expect(JSON.stringify(body)).not.toMatch(/Acme|Cedar|Dune|p-3|SOUTHMARK/);
    const elsewhere = await decisionBehind(firms, firms.north, await bo.get(HOME));
    expect(JSON.stringify(elsewhere)).not.toMatch(/Cedar|Dune|p-1|p-2|p-3|Library|SOUTHMARK/);
    expect(elsewhere.projects).toEqual({ visible: 0, hidden: [] });
  });

  test("of an outsider says nothing of what stands behind the door", async () => {
    const who = firms.visit(firms.north);
    await who.signIn("stranger@elsewhere.example", "/sign-in");
    tokens.push(...who.cookies.values());
    const stored = await decisionBehind(firms, firms.north, await who.get(`${HOME}/projects/p-1`));
    expect(stored.projects).toEqual({ visible: 0, hidden: [] });
    expect(stored.fields).toEqual({});
    expect(JSON.stringify(stored)).not.toMatch(/Birch|Cedar|Library|jane/);
  });
});

describe("a page", () => {
  test("shows no code, no token, no key and no stack", () => {
    expect(pages.length).toBeGreaterThan(40);
    for (const { text, path } of pages) {
      expect([path, secrets().filter((secret) => text.includes(secret))]).toEqual([path, []]);
      expect([path, codes.filter((code) => text.includes(code))]).toEqual([path, []]);
      expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:|\.tsx?\b|drizzle|\bselect\b.+\bfrom\b/i);
      expect(text).not.toContain(firms.north.csv.dir);
    }
  });

  test("for a fault of ours says so, with a reference that is in the log, and nothing of what happened", async () => {
    const copy = await startTwoFirms();
    const visitor = copy.visit(copy.north);
    await visitor.signIn(JANE, "/sign-in");
    await asOwner(copy.database.ownerUrl, "ALTER TABLE decision RENAME TO decision_away");
    const page = await visitor.get(HOME);
    await asOwner(copy.database.ownerUrl, "ALTER TABLE decision_away RENAME TO decision");
    expect([page.status, headingOf(page)]).toEqual([500, "Something broke on our side"]);
    expect(page.text).not.toMatch(/decision|relation|select|insert|Library|NORTHMARK|\bat /i);
    const [, reference] = /<code>([^<]+)<\/code>/.exec(page.text) ?? [];
    const [line] = copy.logLines.filter(({ requestId, msg }) => requestId === reference && msg === "request failed");
    expect(JSON.stringify(line)).toContain("decision");
    expect((await visitor.get(HOME)).status).toBe(200);
    await copy.stop();
  });

  test("is never let out when its decision could not be stored", async () => {
    const copy = await startTwoFirms();
    const visitor = copy.visit(copy.north);
    await visitor.signIn(JANE, HOME);
    await asOwner(copy.database.ownerUrl, "ALTER TABLE decision ADD CONSTRAINT full_disk CHECK (false) NOT VALID");
    for (const path of [HOME, `${HOME}/projects/p-1`]) {
      const page = await visitor.get(path);
      expect(page.status).toBe(500);
      expect(page.text).not.toContain("Library");
    }
    await copy.stop();
  });
});

function grouped(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** Every text in a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
