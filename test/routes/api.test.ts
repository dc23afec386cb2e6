// The API: what a key opens, what it does not, and how every refusal looks.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  decisionSchema,
  portalsSchema,
  preflightSchema,
  problemSchema,
  referenceSchema,
} from "../../src/api/schemas.ts";
import { revokeApiKey } from "../../src/commands/revoke-api-key.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { listApiKeys } from "../../src/data/queries/api-keys.ts";
import { decision as decisionTable } from "../../src/data/schema/tables.ts";
import { ApiClient, addApiKey } from "../support/api-client.ts";
import { OFFICE_HOST, type TestFirm } from "../support/test-app.ts";
import { companiesOf, contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const API = "/api/v1";
const paths = [
  "/portals",
  "/diagnose?email=jane@acme.north.example",
  "/references/PL-7K3M-9Q",
  "/preflight",
  "/nothing",
];

let firms: TwoFirms;
let north: ApiClient;
let south: ApiClient;
let northKey: { id: string; key: string };
beforeAll(async () => {
  firms = await startTwoFirms();
  northKey = await addApiKey(firms, firms.north);
  north = new ApiClient(firms, northKey.key);
  south = new ApiClient(firms, (await addApiKey(firms, firms.south)).key);
});
beforeEach(() => writeSample(firms.north.csv, "north"));
afterAll(() => firms.stop());

function problemOf(answer: Answer, status: number) {
  expect([answer.path, answer.status, answer.headers.get("content-type")]).toEqual([
    answer.path,
    status,
    "application/problem+json",
  ]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const problem = problemSchema.strict().parse(JSON.parse(answer.text));
  expect(problem.status).toBe(status);
  expect(problem.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  return problem;
}

/** The answer as its description says it is; nothing more and nothing less. */
function read<T>(answer: Answer, schema: { parse: (value: unknown) => T }): T {
  expect([answer.path, answer.status]).toEqual([answer.path, 200]);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const json: unknown = JSON.parse(answer.text);
  const parsed = schema.parse(json);
  expect(parsed).toEqual(json);
  return parsed;
}

const diagnose = async (client: ApiClient, query: Record<string, string>) =>
  read(await client.get(`${API}/diagnose?${new URLSearchParams(query)}`), decisionSchema);

/** Somebody meets a closed door and reads out the reference that stands there. */
async function refusedReference(firm: TestFirm, visitor: Visitor, email: string, path: string): Promise<string> {
  const page = await visitor.signIn(email, path);
  const reference = /PL-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(page.text)?.[0];
  if (!reference) throw new Error(`no reference at ${path} of ${firm.firm.slug}`);
  return reference;
}

async function storedDecisions({ firm }: TestFirm): Promise<number> {
  return (await inFirmRead(firms.database.db, firm.id, (tx) => tx.select().from(decisionTable))).length;
}

describe("without a key in force", () => {
  /** Everything about an answer that may not depend on why it is a no. */
  const shape = ({ status, text, headers }: Answer) => ({
    status,
    text: text.replace(/urn:uuid:[0-9a-f-]{36}/, "urn:uuid:"),
    headers: [...headers].filter(([name]) => name !== "date").sort(),
  });

  async function wrongKeys(): Promise<(string | null)[]> {
    const revoked = await addApiKey(firms, firms.north);
    const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
    await revokeApiKey(firms.database.db, doer, revoked.id);
    const bare = (id: string) => id.replaceAll("-", "");
    const { key } = northKey;
    return [
      null,
      "",
      "nonsense",
      revoked.key,
      key.replace(bare(firms.north.firm.id), bare(firms.south.firm.id)),
      key.replace(bare(firms.north.firm.id), "0".repeat(32)),
      `${key.slice(0, -4)}${key.endsWith("AAAA") ? "BBBB" : "AAAA"}`,
      `${key} ${key}`,
      `${key}x`,
      "x".repeat(5_000),
    ];
  }

  test("every address gives the same answer, whatever is wrong with the key", async () => {
    const answers = [];
    for (const key of await wrongKeys())
      for (const path of paths) answers.push(await new ApiClient(firms, key).get(`${API}${path}`));
    const [first, ...others] = answers.map(shape);
    expect(answers[0]?.headers.get("www-authenticate")).toBe('Bearer realm="ProLens API"');
    for (const answer of answers) expect(problemOf(answer, 401).type).toBe("urn:prolens:problem:no_valid_key");
    for (const other of others) expect(other).toEqual(first);
  });

  test("a key counts in no other place and in no other form than as bearer", async () => {
    const { key } = northKey;
    const client = new ApiClient(firms, null);
    client.setCookie("prolens_office", key);
    for (const headers of [
      { authorization: key },
      { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
      { "x-api-key": key },
      { cookie: `Authorization=Bearer ${key}` },
    ])
      problemOf(await client.get(`${API}/portals`, headers as Record<string, string>), 401);
    problemOf(await client.get(`${API}/portals?key=${key}&authorization=Bearer%20${key}`), 401);
  });

  test("a signed-in admin is nobody here: cookies count for nothing", async () => {
    const admin = firms.visitOffice();
    await admin.signIn(firms.north.admin);
    for (const path of paths) problemOf(await admin.get(`${API}${path}`), 401);
  });

  test("wrong keys use up what their network has, and a right key from there still opens", async () => {
    const { key } = northKey;
    const [wrong, right] = [new ApiClient(firms, `${key}x`), new ApiClient(firms, key)];
    [wrong.address, right.address] = ["203.0.113.77", "203.0.113.77"];
    let answer = await wrong.get(`${API}/portals`);
    for (let tries = 1; tries < 100 && answer.status === 401; tries++) answer = await wrong.get(`${API}/portals`);
    problemOf(answer, 429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await right.get(`${API}/portals`)).status).toBe(200);
    problemOf(await new ApiClient(firms, `${key}x`).get(`${API}/portals`), 401);
  });
});

describe("a key", () => {
  test("opens no page: the office and the portals ask for a sign-in as ever", async () => {
    const office = await north.get("/settings/client-portals");
    expect(office.text).toContain("Sign in to your firm’s office");
    expect(office.text).not.toContain("NORTHMARK");
    const visitor = firms.visit(firms.north);
    const headers = { authorization: `Bearer ${northKey.key}` };
    expect((await visitor.get("/acme-northmark", headers)).text).not.toContain("ACMEMARK");
    expect((await visitor.get(`${API}/portals`, headers)).text).not.toContain("NORTHMARK");
  });

  test("ends at once when it is revoked", async () => {
    const made = await addApiKey(firms, firms.north);
    const client = new ApiClient(firms, made.key);
    expect((await client.get(`${API}/portals`)).status).toBe(200);
    const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
    await revokeApiKey(firms.database.db, doer, made.id);
    problemOf(await client.get(`${API}/portals`), 401);
  });

  test("is noted when it is used, at most once a minute", async () => {
    const made = await addApiKey(firms, firms.north);
    const client = new ApiClient(firms, made.key);
    const lastUsed = async () =>
      (await inFirmRead(firms.database.db, firms.north.firm.id, listApiKeys)).find(({ id }) => id === made.id)
        ?.lastUsedAt ?? null;
    expect(await lastUsed()).toBeNull();
    await client.get(`${API}/portals`);
    const first = await lastUsed();
    expect(first).toEqual(firms.clock.now());
    firms.clock.advance(59_000);
    await client.get(`${API}/portals`);
    expect(await lastUsed()).toEqual(first);
    firms.clock.advance(2_000);
    await client.get(`${API}/portals`);
    expect(await lastUsed()).toEqual(firms.clock.now());
  });

  test("has so many requests a minute", async () => {
    const client = new ApiClient(firms, (await addApiKey(firms, firms.south)).key);
    let answer = await client.get(`${API}/references/x`);
    for (let asked = 1; asked < 300 && answer.status !== 429; asked++) answer = await client.get(`${API}/references/x`);
    problemOf(answer, 429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await south.get(`${API}/portals`)).status).toBe(200);
  });

  test("stands in no log line, not even in part", async () => {
    const made = await addApiKey(firms, firms.north);
    firms.logLines.length = 0;
    const client = new ApiClient(firms, made.key);
    for (const path of paths) await client.get(`${API}${path}`);
    await client.get(`${API}/portals?key=${made.key}`);
    await new ApiClient(firms, `${made.key}x`).get(`${API}/portals`);
    await client.send("POST", `${API}/portals`, { body: "x".repeat(100_000) });
    expect(firms.logLines.length).toBeGreaterThan(5);
    const log = JSON.stringify(firms.logLines);
    const secret = made.key.slice(-43);
    for (let start = 0; start + 8 <= secret.length; start++) expect(log).not.toContain(secret.slice(start, start + 8));
    expect(log).not.toContain("plk_");
  });
});

describe("what is no endpoint", () => {
  test.each(["/api", "/api/", "/api/v1", "/api/v2/portals", "/api/v1/portals/", "/api/v1/portals/acme", "/%61pi/v1/x"])(
    "%s is a problem, not a page",
    async (path) => {
      expect(problemOf(await north.get(path), 404).type).toBe("urn:prolens:problem:nothing_here");
      problemOf(await new ApiClient(firms, null).get(path), 401);
    },
  );

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "%s is answered that everything is read-only",
    async (method) => {
      for (const client of [north, new ApiClient(firms, null)]) {
        const answer = await client.send(method, `${API}/portals`);
        problemOf(answer, 405);
        expect(answer.headers.get("allow")).toBe("GET, HEAD");
      }
    },
  );

  test("HEAD is answered like GET, without a body", async () => {
    const head = await north.send("HEAD", `${API}/portals`);
    expect([head.status, head.text, head.headers.get("cache-control")]).toEqual([200, "", "no-store"]);
    const wrong = await new ApiClient(firms, null).send("HEAD", `${API}/portals`);
    expect([wrong.status, wrong.text, wrong.headers.get("content-type")]).toEqual([
      401,
      "",
      "application/problem+json",
    ]);
  });

  test("what is refused before the API is a problem as well: a body over the limit, another site's form", async () => {
    problemOf(await north.send("POST", `${API}/portals`, { body: "x".repeat(100_000) }), 413);
    problemOf(await north.send("POST", `${API}/portals`, { headers: { "sec-fetch-site": "cross-site" } }), 403);
  });

  test("no other site's page may read an answer", async () => {
    for (const method of ["GET", "OPTIONS"]) {
      const headers = { origin: "https://evil.example", "access-control-request-method": "GET" };
      const answer = await north.send(method, `${API}/portals`, { headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
      expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
  });

  test("at a portal's host there is no API", async () => {
    const answer = await firms.visit(firms.north).get(`${API}/openapi.json`);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(firms.visitOffice().host).toBe(OFFICE_HOST);
  });
});

describe("/portals", () => {
  test("lists every client company of the key's firm with its address, as `portal list --json` does", async () => {
    await firms.north.csv.write("companies.csv", [...companiesOf("north"), { id: "c-new", name: "New NORTHMARK" }]);
    const { portals, complete } = read(await north.get(`${API}/portals`), portalsSchema);
    expect(complete).toBe(true);
    expect(portals.find(({ company }) => company.id === "c-acme")).toEqual({
      company: { id: "c-acme", name: "Acme NORTHMARK" },
      portal: "acme-northmark",
      address: "http://north-studio.portal.test/acme-northmark",
      template: "owner",
      state: "open",
    });
    expect(portals.find(({ company }) => company.id === "c-new")).toMatchObject({ portal: null, state: "none" });
    expect(JSON.stringify(portals)).not.toContain("SOUTHMARK");
  });

  test("lists the portals alone while the PSA does not answer, and says that the list is not complete", async () => {
    await firms.north.csv.writeText("companies.csv", "nothing\n");
    const { portals, complete } = read(await north.get(`${API}/portals`), portalsSchema);
    expect([complete, portals.map(({ portal }) => portal)]).toEqual([
      false,
      ["acme-northmark", "birch-northmark", "cedar-northmark"],
    ]);
  });
});

describe("/diagnose", () => {
  test("answers with the decision about the person at the door, and stores it", async () => {
    const before = await storedDecisions(firms.north);
    const granted = await diagnose(north, { email: "jane@acme.north.example", portal: "acme-northmark" });
    expect([granted.outcome, granted.cause, granted.company?.id]).toEqual(["granted", null, "c-acme"]);
    const refused = await diagnose(north, { email: "old@acme.north.example", portal: "acme-northmark" });
    expect([refused.outcome, refused.cause]).toEqual(["refused", "who.inactive"]);
    expect(await storedDecisions(firms.north)).toBe(before + 2);
    const stored = read(await north.get(`${API}/references/${refused.reference}`), referenceSchema);
    expect(stored).toEqual(refused);
  });

  test.each([
    [{ email: "jane@acme.north.example" }, "granted", null],
    [{ email: "JANE@acme.north.example ", url: "http://north-studio.portal.test/acme-northmark" }, "granted", null],
    [{ email: "jane@acme.north.example", portal: "birch-northmark" }, "refused", "door.other_clients_portal"],
    [{ email: "jane@acme.north.example", url: "http://office.test/" }, "refused", "door.staff_url"],
    [{ email: "jane@acme.north.example", url: "https://elsewhere.example/" }, "refused", "door.unknown_url"],
    [{ email: "nobody@acme.north.example" }, "refused", "who.no_company"],
  ])("%o: %s, %s", async (query, outcome, cause) => {
    const decision = await diagnose(north, query as Record<string, string>);
    expect([decision.outcome, decision.cause]).toEqual([outcome, cause]);
  });

  test("says unavailable, and not no, while the PSA does not answer", async () => {
    await firms.north.csv.writeText("contacts.csv", "nothing\n");
    const { outcome, cause } = await diagnose(north, { email: "jane@acme.north.example", portal: "acme-northmark" });
    expect([outcome, cause?.startsWith("psa.")]).toEqual(["unavailable", true]);
  });

  test("knows the other firm's people and doors no better than any that do not exist", async () => {
    const same = async (query: Record<string, string>, made: Record<string, string>) => {
      const [theirs, none] = [await diagnose(south, query), await diagnose(south, made)];
      const plain = (decision: typeof theirs, words: Record<string, string>) =>
        Object.values(words).reduce(
          (text, word) => text.replaceAll(word, "·"),
          JSON.stringify({ ...decision, reference: null, person: null }),
        );
      expect(plain(theirs, query)).toBe(plain(none, made));
    };
    await same({ email: "jane@acme.north.example" }, { email: "john@nowhere.example" });
    await same(
      { email: "jane@acme.south.example", portal: "acme-northmark" },
      { email: "jane@acme.south.example", portal: "no-such-door" },
    );
    expect(
      (
        await diagnose(south, {
          email: "jane@acme.south.example",
          url: "http://north-studio.portal.test/acme-northmark",
        })
      ).cause,
    ).toBe("door.unknown_url");
  });

  test.each([
    "",
    "?email=",
    "?email=jane",
    "?email=jane@acme.example&portal=a&url=http://a.example/",
    "?email=jane@acme.example&url=acme",
    "?email=jane@acme.example&url=javascript:alert(1)",
    "?email=jane@acme.example&portal=",
    `?email=${"x".repeat(400)}@acme.example`,
    `?email=jane@acme.example&portal=${"x".repeat(300)}`,
    "?email=%00&portal=%E0%A4%A",
    "?portal=acme-northmark",
  ])("takes no question that is none: %s", async (query) => {
    expect(problemOf(await north.get(`${API}/diagnose${query}`), 400).type).toBe("urn:prolens:problem:bad_request");
  });
});

describe("what no address can hold", () => {
  test.each(["portal=%00", "portal=acme%00", "url=http://north-studio.portal.test/a%00b", "url=http://x.example/%00"])(
    "is a door like any other that leads nowhere (%s)",
    async (door) => {
      const answer = await north.get(`${API}/diagnose?email=jane@acme.north.example&${door}`);
      expect(read(answer, decisionSchema)).toMatchObject({ outcome: "refused", cause: "door.unknown_url" });
    },
  );
});

describe("/preflight", () => {
  const preflight = async (query: string) => read(await north.get(`${API}/preflight${query}`), preflightSchema);

  test("tells of every contact of every portal what would come of it, and stores nothing", async () => {
    const before = await storedDecisions(firms.north);
    const { portals, trouble } = await preflight("");
    expect(trouble).toBeNull();
    const acme = portals.find(({ portal }) => portal === "acme-northmark");
    const of = (email: string) => acme?.contacts.find((one) => one.email === email);
    expect(of("jane@acme.north.example")).toMatchObject({ outcome: "granted", cause: null, projects: 2 });
    expect(portals.flatMap(({ contacts }) => contacts).map(({ outcome }) => outcome)).toContain("refused");
    expect(await storedDecisions(firms.north)).toBe(before);
    expect((await preflight("?portal=acme-northmark")).portals).toEqual([acme]);
  });

  test("says why when the PSA does not answer", async () => {
    await firms.north.csv.writeText("contacts.csv", "nothing\n");
    expect((await preflight("")).trouble?.cause).toMatch(/^psa\./);
  });

  test("of the other firm's portal is nothing, exactly like one that does not exist", async () => {
    const [theirs, none] = [
      problemOf(await south.get(`${API}/preflight?portal=acme-northmark`), 404),
      problemOf(await south.get(`${API}/preflight?portal=no-such-door`), 404),
    ];
    expect({ ...theirs, instance: "" }).toEqual({ ...none, instance: "" });
    problemOf(await south.get(`${API}/preflight?portal=`), 400);
  });

  test("is asked for so often and no more, however many keys a firm has", async () => {
    const clients = [south, new ApiClient(firms, (await addApiKey(firms, firms.south)).key)];
    let answer = await south.get(`${API}/preflight?portal=x`);
    for (let asked = 1; asked < 40 && answer.status !== 429; asked++)
      answer = (await clients[asked % 2]?.get(`${API}/preflight?portal=x`)) ?? answer;
    problemOf(answer, 429);
    expect((await south.get(`${API}/portals`)).status).toBe(200);
    expect((await north.get(`${API}/preflight`)).status).toBe(200);
  });
});

describe("/references/{code}", () => {
  test("answers with the decision as it was, however the reference is written", async () => {
    const reference = await refusedReference(
      firms.north,
      firms.visit(firms.north),
      "nobody@acme.north.example",
      "/acme-northmark",
    );
    const stored = read(await north.get(`${API}/references/${reference}`), referenceSchema);
    expect([stored.reference, stored.cause, stored.person?.email]).toEqual([
      reference,
      "who.no_company",
      "nobody@acme.north.example",
    ]);
    expect(stored).not.toHaveProperty("now");
    const spoken = encodeURIComponent(` ${reference.toLowerCase().replaceAll("-", " ")} `);
    expect(read(await north.get(`${API}/references/${spoken}?now=false`), referenceSchema)).toEqual(stored);
  });

  test("with now=true also as it would be decided now: the firm sees that it is mended", async () => {
    const email = "nobody@acme.north.example";
    const reference = await refusedReference(firms.north, firms.visit(firms.north), email, "/acme-northmark");
    const before = await storedDecisions(firms.north);
    const asked = `${API}/references/${reference}?now=true`;
    expect(read(await north.get(asked), referenceSchema)).toMatchObject({
      cause: "who.no_company",
      now: { outcome: "refused", cause: "who.no_company", reference: null },
    });
    await firms.north.csv.write(
      "contacts.csv",
      contactsOf("north").map((row) => (row.id === "k-4" ? { ...row, company_id: "c-acme" } : row)),
    );
    expect(read(await north.get(asked), referenceSchema)).toMatchObject({
      outcome: "refused",
      now: { outcome: "granted", portal: "acme-northmark", person: { email } },
    });
    expect(await storedDecisions(firms.north)).toBe(before);
  });

  test("decides anew for the same project page", async () => {
    const reference = await refusedReference(
      firms.north,
      firms.visit(firms.north),
      "jane@acme.north.example",
      "/acme-northmark/projects/p-3",
    );
    expect(read(await north.get(`${API}/references/${reference}?now=true`), referenceSchema)).toMatchObject({
      cause: "scope.no_such_project",
      now: { cause: "scope.no_such_project" },
    });
  });

  test("of the other firm is nothing, exactly like one that nobody gave out", async () => {
    const reference = await refusedReference(
      firms.north,
      firms.visit(firms.north),
      "cy@cedar.north.example",
      "/acme-northmark",
    );
    for (const query of ["", "?now=true"]) {
      const [theirs, none] = [
        problemOf(await south.get(`${API}/references/${reference}${query}`), 404),
        problemOf(await south.get(`${API}/references/PL-7K3M-9Q${query}`), 404),
      ];
      expect({ ...theirs, instance: "" }).toEqual({ ...none, instance: "" });
    }
  });

  test.each(["PL-7K3M-9R", "x", "%00", "%E0%A4%A", "x".repeat(5_000), "..%2fportals"])(
    "%# that is none is noticed",
    async (code) => {
      expect(problemOf(await north.get(`${API}/references/${code}`), 400).type).toBe(
        "urn:prolens:problem:no_reference",
      );
    },
  );

  test("takes no other word for now than true and false", async () => {
    problemOf(await north.get(`${API}/references/PL-7K3M-9Q?now=yes`), 400);
  });
});
