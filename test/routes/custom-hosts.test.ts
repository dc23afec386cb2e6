// A host of the firm's own: pending, live, gone; beside the built-in one, and never anybody else's.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { removeCustomHost } from "../../src/commands/remove-custom-host.ts";
import { setCustomHost } from "../../src/commands/set-custom-host.ts";
import { setCustomHostLive } from "../../src/commands/set-custom-host-live.ts";
import { diagnosePerson } from "../../src/diagnosis/diagnose-person.ts";
import { doorOfUrl } from "../../src/diagnosis/door-of-url.ts";
import type { Email } from "../../src/domain/email.ts";
import { notConnected } from "../../src/psa/trouble.ts";
import { isCustomHost } from "../../src/tenancy/find-place.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { listenToStatements, type Statements } from "../support/statements.ts";
import { OFFICE_HOST, PORTAL_DOMAIN } from "../support/test-app.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";
const BUILT_IN = `http://north-studio.${PORTAL_DOMAIN}`;

let firms: TwoFirms;
let statements: Statements;
/** What a host meant is remembered for a while; every test has one of its own. */
let host: string;
let count = 0;
beforeAll(async () => {
  statements = listenToStatements();
  firms = await startTwoFirms();
});
afterAll(async () => {
  statements.stop();
  await firms.stop();
});
beforeEach(async () => {
  await firms.app.decisions.settled();
  host = `portal${++count}.north.example`;
});

function doer(side: "north" | "south" = "north") {
  return { firmId: firms[side].firm.id, actor: "test", now: firms.clock.now() };
}

async function goLive(): Promise<void> {
  await setCustomHost(firms.database.db, doer(), host);
  await setCustomHostLive(firms.database.db, doer());
}

describe("a host that is live", () => {
  test("shows the firm's portals, signs in there, and its mail names it", async () => {
    await goLive();
    const jane = firms.visitHost(host);
    expect(headingOf(await jane.get(HOME))).toBe("See your projects");
    const page = await jane.signIn(JANE, HOME);
    expect(headingOf(page)).toContain("project under way");
    expect(page.text).not.toContain(PORTAL_DOMAIN);
    const mail = firms.mailbox.list().find(({ to }) => to === JANE);
    expect(mail?.text).toContain(host);
    expect(mail?.text).not.toContain(PORTAL_DOMAIN);
  });

  test("stands beside the built-in one, each with a session of its own", async () => {
    await goLive();
    const [own, builtIn] = [firms.visitHost(host), firms.visit(firms.north)];
    await own.signIn(JANE, HOME);
    expect(headingOf(await builtIn.get(HOME))).toBe("See your projects");
    await builtIn.signIn("bo@birch.north.example", "/");
    expect(wordsOf(await own.get(HOME))).toContain(`Signed in as ${JANE}`);
    expect(wordsOf(await builtIn.get("/birch-northmark"))).toContain("Signed in as bo@birch.north.example");
    await builtIn.post("/sign-out", { next: "/" });
    expect(headingOf(await own.get(HOME))).toContain("project under way");
  });

  test("is no door to another firm: its people are refused there, and its sessions count nowhere else", async () => {
    await goLive();
    const bo = firms.visitHost(host);
    await bo.signIn("jane@acme.south.example", "/sign-in");
    expect(headingOf(await bo.get("/acme-southmark"))).toBe("No projects");
    const south = firms.visit(firms.south);
    south.stealCookies(bo);
    expect(headingOf(await south.get("/acme-southmark"))).toBe("See your projects");
  });

  test("is where Diagnose finds the portals too", async () => {
    await goLive();
    const { firm } = firms.north;
    const hosts = { officeUrl: new URL(`http://${OFFICE_HOST}`), portalDomain: PORTAL_DOMAIN };
    const door = doorOfUrl(`http://${host}/ACME-northmark/projects/p-1`, firm, hosts);
    const parts = { db: firms.database.db, now: firms.clock.now(), firm, gateway: notConnected };
    const { decision } = await diagnosePerson(parts, JANE as Email, door ?? { kind: "own" });
    expect(decision.portal.slug).toBe("acme-northmark");
    expect(decision.steps[0]).toMatchObject({ check: "address", verdict: "pass" });
  });
});

describe("a host that is pending", () => {
  test.each(["/", HOME, `${HOME}/projects/p-1?x=1`, "//evil.example/x", "/%5Cevil.example", "/sign-in"])(
    "says so in neutral words at %s and leads on to the same path at the built-in host",
    async (path) => {
      await setCustomHost(firms.database.db, doer(), host);
      const page = await firms.visitHost(host).send("GET", path, { follow: false });
      expect([page.status, headingOf(page)]).toEqual([404, "This address is not in use yet"]);
      const link = /class="button button-primary" href="([^"]+)"/.exec(page.text)?.[1] ?? "";
      expect(new URL(link).origin).toBe(BUILT_IN);
      expect(page.text).not.toMatch(/North Studio|NORTHMARK/);
      expect(page.headers.get("set-cookie")).toBeNull();
    },
  );

  test("takes no form: nobody signs in there", async () => {
    await setCustomHost(firms.database.db, doer(), host);
    const before = firms.mailbox.list().length;
    const page = await firms.visitHost(host).postOnly("/sign-in", { email: JANE });
    expect([page.status, page.location]).toEqual([404, null]);
    expect(firms.mailbox.list().length).toBe(before);
  });
});

describe("a host that is nobody's", () => {
  test("is nothing, and asked of the database once, however often it is tried", async () => {
    const visitor = firms.visitHost(host);
    statements.take();
    for (let attempt = 0; attempt < 5; attempt++) expect((await visitor.get("/")).status).toBe(404);
    expect(statements.take()).toHaveLength(1);
  });

  test.each(["localhost", "127.0.0.1", "203.0.113.7:8080", "[::1]", "x", `a.b.${PORTAL_DOMAIN}`, PORTAL_DOMAIN])(
    "%s is not even asked for",
    async (name) => {
      statements.take();
      expect((await firms.visitHost(name).get("/")).status).toBe(404);
      expect(statements.take()).toEqual([]);
    },
  );

  test("a removed one is nobody's again", async () => {
    await goLive();
    expect(await removeCustomHost(firms.database.db, doer())).toBe(host);
    expect((await firms.visitHost(host).get("/")).status).toBe(404);
    expect(await removeCustomHost(firms.database.db, doer())).toBeNull();
    expect(await setCustomHostLive(firms.database.db, doer())).toBeNull();
  });
});

describe("naming a host", () => {
  test("one host is one firm's, and a second one takes the place of the first", async () => {
    await setCustomHost(firms.database.db, doer(), host);
    expect(await setCustomHost(firms.database.db, doer("south"), host)).toBe("taken");
    expect(await setCustomHost(firms.database.db, doer(), `other-${host}`)).toBe("set");
    expect(await setCustomHost(firms.database.db, doer("south"), host)).toBe("set");
    await removeCustomHost(firms.database.db, doer("south"));
  });

  test("naming the one that is live again leaves it live", async () => {
    await goLive();
    await setCustomHost(firms.database.db, doer(), host);
    expect(headingOf(await firms.visitHost(host).get("/"))).toBe("See your projects");
  });

  test("cannot be a host of ours, a number or a word", () => {
    const hosts = { officeUrl: new URL(`http://${OFFICE_HOST}`), portalDomain: PORTAL_DOMAIN };
    const wrong = [OFFICE_HOST, PORTAL_DOMAIN, `north-studio.${PORTAL_DOMAIN}`, "10.0.0.1", "word", "a..b", "a b.c"];
    for (const text of [...wrong, "https://portal.firm.com", `${"x".repeat(64)}.com`, ""])
      expect([text, isCustomHost(text, hosts)]).toEqual([text, false]);
    for (const text of ["portal.firm.com", "portal.firm.com:8443", "xn--bcher-kva.example"])
      expect([text, isCustomHost(text, hosts)]).toEqual([text, true]);
  });
});

test("addresses that the office hands out name the host once it is live, within half a minute", async () => {
  const admin = firms.visitOffice();
  const page = await admin.signIn(firms.south.admin);
  expect(page.text).toContain(`http://south-studio.${PORTAL_DOMAIN}/acme-southmark`);
  const other = await startTwoFirms();
  const otherDoer = { firmId: other.south.firm.id, actor: "test", now: other.clock.now() };
  await setCustomHost(other.database.db, otherDoer, host);
  await setCustomHostLive(other.database.db, otherDoer);
  const register = await other.visitOffice().signIn(other.south.admin);
  expect(register.text).toContain(`http://${host}/acme-southmark`);
  await other.stop();
});
