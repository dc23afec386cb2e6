// Settings → Connections against stand-ins for the vendors, through the whole program: what a token may do is found out before it
// counts, what is ended is asked no more, and no token comes back out.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerStatus } from "../../demo/stand-ins/faults.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findConnectionStatus } from "../../src/data/queries/connections.ts";
import { listPortals } from "../../src/data/queries/portals.ts";
import { allRows } from "../support/all-rows.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { vendorRecords } from "../support/vendor-firm.ts";
import { ACCOUNT, startVendorOffice, TOKEN, type VendorOffice } from "../support/vendor-office.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const PAGE = "/settings/connections";
const NEWER = "1234.CANARY.newer";

const vendors = [
  {
    kind: "productive",
    name: "Productive",
    wrongAccount: "The token sees Studio at the vendor (90210), and not the organisation 777.",
    weaken: ({ productive }: VendorOffice) => {
      productive.fail(answerStatus(403, "{}"), { path: /\/(people|projects)$/ });
      return () => productive.recover();
    },
    tooWeak: "The token may not read people, projects.",
  },
  {
    kind: "harvest",
    name: "Harvest",
    wrongAccount: "Harvest finds nothing under this account id.",
    weaken: ({ harvest }: VendorOffice) => {
      harvest.behaviour.accessRoles = ["member"];
      return () => {
        harvest.behaviour.accessRoles = ["administrator"];
      };
    },
    tooWeak: "has member in this Harvest account",
  },
] as const;

describe.each(vendors)("$name", ({ kind, name, wrongAccount, weaken, tooWeak }) => {
  let office: VendorOffice;
  let admin: Visitor;
  let jane: Visitor;
  const shown: Answer[] = [];
  beforeAll(async () => {
    office = await startVendorOffice(async (csv) => {
      for (const [file, rows] of Object.entries(vendorRecords())) await csv.write(`${file}.csv`, rows);
    });
    admin = office.visitOffice();
    await admin.signIn(office.studio.admin);
    jane = office.visit(office.studio);
    await jane.signIn("jane@acme.example");
  });
  afterAll(() => office.stop());

  const CONNECT = `${PAGE}/connect/${kind}`;
  const keep = async (answer: Promise<Answer>): Promise<Answer> => {
    shown.push(await answer);
    return answer;
  };
  const post = (path: string, form: Record<string, string>) => keep(admin.post(path, form));
  const read = <T>(work: Parameters<typeof inFirmRead<T>>[2]) =>
    inFirmRead(office.database.db, office.studio.firm.id, work);
  /** What a form carries along that was shown just now. */
  const seen = async () => ({ connection: (await read(findConnectionStatus))?.id ?? "" });
  const home = async () => headingOf(await keep(jane.get("/acme")));

  test("names a wrong token, a wrong account and missing rights, and stores none of them", async () => {
    const before = await read(findConnectionStatus);
    const wrong = await post(CONNECT, { account: ACCOUNT, token: "1234.CANARY.wrong" });
    expect(wordsOf(wrong)).toContain(`${name} does not accept this token.`);
    expect(wordsOf(await post(CONNECT, { account: "777", token: TOKEN }))).toContain(wrongAccount);
    const strengthen = weaken(office);
    expect(wordsOf(await post(CONNECT, { account: ACCOUNT, token: TOKEN }))).toContain(tooWeak);
    strengthen();
    expect(await read(findConnectionStatus)).toEqual(before);
    expect(await home()).toBe("Library renewal");
  });

  test("takes over from the folder after its review, whose token it is stands there, and a test reads everything", async () => {
    const review = await post(CONNECT, { account: ACCOUNT, token: TOKEN });
    expect(headingOf(review)).toBe(`Switch from CSV files to ${name}?`);
    expect(wordsOf(review)).toContain("2 portals keep their clients, none stays closed.");
    const shownSwitch = /name="seen" value="([0-9a-f]+)"/.exec(review.text)?.[1] ?? "";
    await post(`${PAGE}/review`, { seen: shownSwitch });
    expect(await home()).toBe("Library renewal");
    const page = wordsOf(await keep(admin.get(PAGE)));
    expect(page).toContain(`Studio at the vendor, id ${ACCOUNT} Token of Nora Quist`);
    expect(wordsOf(await post(`${PAGE}/test`, await seen()))).toMatch(/Read just now .*Contacts 2/);
  });

  test("goes on with the token that is rotated, once the vendor takes it", async () => {
    const before = await read(findConnectionStatus);
    office.clock.advance(1_000);
    expect((await post(`${PAGE}/token`, { token: NEWER, ...(await seen()) })).status).toBe(422);
    expect((await read(findConnectionStatus))?.credential).toEqual(before?.credential);
    office[kind].setToken(NEWER);
    expect(wordsOf(await post(`${PAGE}/token`, { token: NEWER, ...(await seen()) }))).toContain(
      "The new token is in use.",
    );
    expect(await home()).toBe("Library renewal");
  });

  test("refuses a token in words that repeat it, and the firm reads them without it", async () => {
    const words = `there is no token ${NEWER} here`;
    office[kind].fail(answerStatus(401, JSON.stringify({ message: words, errors: [{ title: words }] })));
    expect(await home()).toBe("We can’t tell right now");
    expect(wordsOf(await post(`${PAGE}/test`, await seen()))).toContain("answers 401: there is no token … here");
    await expect.poll(async () => (await read(findConnectionStatus))?.health?.state, { timeout: 30_000 }).toBe("red");
    office[kind].recover();
    expect(await home()).toBe("Library renewal");
  });

  test("says in words what to do when a test is refused, in the language of whoever asked, and what came back", async () => {
    const answers: [status: number, en: string, de: string, es: string][] = [
      [
        401,
        "Make a new one there, then rotate the token here.",
        "wechseln Sie dann hier das Token",
        "cambie después el token",
      ],
      [403, "put in one whose owner may see", "Tragen Sie eines von jemandem ein", "introduzca uno de alguien"],
      [404, "finds nothing under this", "findet unter dieser", "no encuentra nada con este"],
      [429, "Try again in a minute.", "Versuchen Sie es in einer Minute", "Vuelva a intentarlo en un minuto"],
      [503, "status page", "Statusseite", "página de estado"],
    ];
    for (const [status, ...texts] of answers) {
      office[kind].fail(answerStatus(status, "{}"));
      for (const [index, language] of ["en", "de", "es"].entries()) {
        admin.language = language;
        const page = await post(`${PAGE}/test`, await seen());
        expect(wordsOf(page)).toContain(name);
        expect([status, wordsOf(page)]).toEqual([status, expect.stringContaining(texts[index] ?? "")]);
        expect(wordsOf(page)).toMatch(
          /The test could not be completed|Der Test kam nicht zum Ende|La prueba no se pudo completar/,
        );
        if (status !== 429) expect(wordsOf(page)).toContain(String(status));
      }
      office[kind].recover();
    }
    admin.language = null;
    expect(await home()).toBe("Library renewal");
  });

  test("is asked nothing from the moment it is disconnected, and what was read is gone", async () => {
    const portals = await read(listPortals);
    await home();
    office.clock.advance(1_000);
    await post(`${PAGE}/disconnect`, await seen());
    const asked = office[kind].requests.length;
    expect(await home()).toBe("We can’t tell right now");
    expect(wordsOf(await keep(admin.get("/settings/client-portals")))).toContain(
      "Nothing is connected, so nothing can be read",
    );
    expect(office[kind].requests.length).toBe(asked);
    expect((await read(findConnectionStatus))?.credential).toBeNull();
    office.clock.advance(1_000);
    expect(wordsOf(await post(`${PAGE}/reconnect`, { token: NEWER, ...(await seen()) }))).toContain(
      "Everything is as it was before.",
    );
    expect(await read(listPortals)).toEqual(portals);
    expect(await home()).toBe("Library renewal");
    const works = office[kind].requests.slice(asked).filter(({ path }) => /(invoices|time_entries)$/.test(path));
    expect(works.length).toBeGreaterThan(0);
  });

  test("has left no token in a page, a log line, an audit row or any other row, and was sent no write", async () => {
    const rows = await allRows(office.database);
    expect(rows.filter(({ row }) => row.includes("sealed")).map(({ table }) => table)).toEqual(["connection"]);
    expect(rows.some(({ row }) => row.includes("connection.rotate_token"))).toBe(true);
    const texts = [...shown.map(({ text }) => text), ...rows.map(({ row }) => row), JSON.stringify(office.logLines)];
    expect(texts.filter((text) => text.includes("CANARY"))).toEqual([]);
    const encoded = Buffer.from(NEWER).toString("base64").slice(0, 20);
    expect(texts.filter((text) => text.includes(encoded))).toEqual([]);
    expect(office[kind].countWrites()).toBe(0);
  });
});
