// "Ask the firm": from the button on a page that refuses to the firm's mail, and what it does not tell anybody.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeRequest } from "../../src/commands/close-requests.ts";
import { requestAccess } from "../../src/commands/request-access.ts";
import { setPortalState } from "../../src/commands/set-portal-state.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { listOpenRequests } from "../../src/data/queries/requests.ts";
import type { Email } from "../../src/domain/email.ts";
import { makeRateLimits } from "../../src/identity/rate-limits.ts";
import { mailAdmins } from "../../src/office/requests/mail-admins.ts";
import { referenceOf } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import type { TestFirm } from "../support/test-app.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const HOME = "/acme-northmark";
const DOE = "jane.doe@acme.north.example";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
beforeEach(async () => {
  await writeSample(firms.north.csv, "north");
  for (const firm of [firms.north, firms.south]) {
    for (const { id } of await openRequests(firm)) await closeRequest(firms.database.db, doerAt(firm), id);
  }
});
afterAll(() => firms.stop());

const openRequests = ({ firm }: TestFirm = firms.north) => inFirmRead(firms.database.db, firm.id, listOpenRequests);
const doerAt = ({ firm }: TestFirm) => ({ firmId: firm.id, actor: "test", now: firms.clock.now() });

/** Everybody asks as somebody new: a person may ask only so often a day. */
let people = 0;
async function signedIn(email = `new-${++people}@acme.north.example`, at = firms.north): Promise<Visitor> {
  const visitor = firms.visit(at);
  await visitor.signIn(email, "/sign-in");
  return visitor;
}

function ask(visitor: Visitor, page: Answer, next = page.path): Promise<Answer> {
  return visitor.post("/ask", { reference: referenceOf(page) ?? "", next });
}

const requestMails = () => firms.mailbox.list().filter(({ subject }) => subject.includes("asks to get in"));

async function newMails(work: () => Promise<unknown>) {
  await firms.app.background.idle();
  const before = requestMails().length;
  await work();
  await firms.app.background.idle();
  const mails = requestMails();
  return mails.slice(0, mails.length - before);
}

describe("asking", () => {
  test("tells every admin of the firm, and of no other, what stops the person and what mends it", async () => {
    const second = await addTeamUser(firms, firms.north, "admin");
    await addTeamUser(firms, firms.north, "member");
    const visitor = await signedIn(DOE);
    const refused = await visitor.get(HOME);
    expect(refused.text).toContain(">Ask North Studio</button>");
    let answer: Answer | null = null;
    const mails = await newMails(async () => {
      answer = await ask(visitor, refused);
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(headingOf(answer as unknown as Answer)).toBe("We have told North Studio");
    expect(mails.map(({ to }) => to).sort()).toEqual([firms.north.admin, second].sort());
    const [mail] = mails;
    expect(mail?.subject).toBe(`${DOE} asks to get in at Acme NORTHMARK`);
    expect(mail?.text).toContain("Jane Doe has jane@acme.north.example, which is nearly the same");
    expect(mail?.text).toContain("one click in Diagnose");
    expect(mail?.text).toContain("http://office.test/settings/client-portals/requests");
    expect(mail?.text).toContain(referenceOf(refused) ?? "no reference");
    expect(await openRequests()).toMatchObject([{ email: DOE, askedSlug: "acme-northmark" }]);
    expect(await openRequests(firms.south)).toEqual([]);
  });

  test("again says since when the firm has the question, and mails nobody", async () => {
    const visitor = await signedIn();
    const refused = await visitor.get(HOME);
    await ask(visitor, refused);
    firms.clock.advance(1000);
    const mails = await newMails(async () => {
      const again = await ask(visitor, await visitor.get("/birch-northmark"));
      expect(headingOf(again)).toBe("North Studio has your question");
      const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
      expect(wordsOf(again)).toContain(`already asked, on ${day.format(firms.clock.now())}`);
      expect(again.text).toContain(referenceOf(refused) ?? "no reference");
    });
    expect(mails).toEqual([]);
    expect(await openRequests()).toHaveLength(1);
  });

  test("ten times at once makes one request and one round of mails", async () => {
    const visitor = await signedIn();
    const page = await visitor.get(HOME);
    const form = { reference: referenceOf(page) ?? "", next: HOME };
    const mails = await newMails(() => Promise.all(Array.from({ length: 5 }, () => visitor.postOnly("/ask", form))));
    expect(await openRequests()).toHaveLength(1);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length);
  });

  test("the page after it can be loaded again without asking again, and leads back", async () => {
    const visitor = await signedIn();
    const answer = await ask(visitor, await visitor.get(HOME));
    expect(answer.path).toContain("/ask?asked=once");
    const mails = await newMails(() => visitor.get(answer.path));
    expect(mails).toEqual([]);
    expect(answer.text).toContain(`href="${HOME}">Load my page again`);
  });

  test("the page after it, loaded again once the firm has put things right, is their projects", async () => {
    const email = "again@acme.north.example";
    const visitor = await signedIn(email);
    const { path } = await ask(visitor, await visitor.get(HOME));
    expect(headingOf(await visitor.get(path))).toBe("We have told North Studio");
    const added = { id: "k-8", email, name: "Again", company_id: "c-acme", archived: "false" };
    await firms.north.csv.write("contacts.csv", [...contactsOf("north"), added]);
    const page = await visitor.get(path);
    expect([page.path, page.status]).toEqual([HOME, 200]);
    expect(page.text).toContain("Library renewal");
  });

  test("is over when the person gets in, and they may ask anew another time", async () => {
    const email = "late@acme.north.example";
    const visitor = await signedIn(email);
    await ask(visitor, await visitor.get(HOME));
    firms.clock.advance(1000);
    const added = { id: "k-9", email, name: "Late", company_id: "c-acme", archived: "false" };
    await firms.north.csv.write("contacts.csv", [...contactsOf("north"), added]);
    expect((await visitor.get(HOME)).status).toBe(200);
    expect(await openRequests()).toEqual([]);
    expect((await visitor.get("/ask?next=/acme-northmark")).path).toBe(HOME);
    await writeSample(firms.north.csv, "north");
    firms.clock.advance(1000);
    const again = await ask(visitor, await visitor.get(HOME));
    expect(headingOf(again)).toBe("We have told North Studio");
    expect(await openRequests()).toHaveLength(1);
  });

  test("is offered where a member stands before a paused page, an empty one, and while nothing can be told", async () => {
    const [jane, cy] = [await signedIn("jane@acme.north.example"), await signedIn("cy@cedar.north.example")];
    expect((await cy.get("/cedar-northmark")).text).toContain(">Ask North Studio</button>");
    const id = firms.north.portals.get("c-acme")?.id;
    if (id) await setPortalState(firms.database.db, doerAt(firms.north), id, "paused");
    const paused = await jane.get(HOME);
    expect(paused.text).toContain(">Ask North Studio</button>");
    const [mail] = await newMails(() => ask(jane, paused));
    expect(mail?.text).toContain("paused");
    if (id) await setPortalState(firms.database.db, doerAt(firms.north), id, "open");
    await firms.north.csv.remove("companies.csv");
    const dark = await cy.get("/cedar-northmark");
    expect([dark.status, dark.text.includes(">Ask North Studio</button>")]).toEqual([503, true]);
    const [darkMail] = await newMails(() => ask(cy, dark));
    expect(darkMail?.text).toContain("cannot be told");
  });
});

describe("what it does not tell", () => {
  test("a reference of somebody else's, of another firm's or of nobody's counts as none, with the same answer", async () => {
    const [other, south] = [await signedIn(), await signedIn(undefined, firms.south)];
    const theirs = referenceOf(await other.get("/birch-northmark"));
    const foreign = referenceOf(await south.get("/acme-southmark"));
    const said = [];
    for (const reference of [theirs, foreign, "PL-7K3M-9Q", "nonsense", "\u0000", "x".repeat(10_000)]) {
      const visitor = await signedIn();
      const answer = await visitor.post("/ask", { reference: reference ?? "", next: HOME });
      const [request] = await openRequests();
      expect(request).toMatchObject({ reference: "", askedSlug: "", portalId: null });
      said.push([answer.status, headingOf(answer), referenceOf(answer)]);
      if (request) await closeRequest(firms.database.db, doerAt(firms.north), request.id);
    }
    expect(new Set(said.map(String)).size).toBe(1);
  });

  test("somebody who is not signed in is asked to sign in, and nothing is stored", async () => {
    const visitor = firms.visit(firms.north);
    const answer = await visitor.post("/ask", { reference: "PL-7K3M-9Q", next: HOME });
    expect(headingOf(answer)).toBe("See your projects");
    expect(headingOf(await visitor.get("/ask"))).toBe("See your projects");
    expect(await openRequests()).toEqual([]);
  });

  test("no other site's page asks for somebody", async () => {
    const visitor = await signedIn();
    const answer = await visitor.postOnly("/ask", { next: HOME }, { origin: "http://south-studio.portal.test" });
    expect(answer.status).toBe(403);
    expect(await openRequests()).toEqual([]);
  });

  test("it leads back to pages of this host only", async () => {
    const visitor = await signedIn();
    const answer = await visitor.post("/ask", { next: "//evil.example/x" });
    expect(answer.text).not.toContain("evil.example");
  });
});

describe("how often", () => {
  test("a crowd floods nobody: beyond sixty mails an hour a firm's requests wait in the office", async () => {
    const { app, database, clock, mailbox, south } = firms;
    const limits = makeRateLimits(null);
    const psa = { gatewayFor: () => ({ kind: "trouble", cause: "psa.down", detail: "" }) };
    const parts = { db: database.db, clock, mailer: mailbox, limits, psa, officeUrl: new URL("http://office.test") };
    const doer = {
      firmId: south.firm.id,
      email: "crowd@elsewhere.example" as Email,
      reference: null,
      now: clock.now(),
    };
    const asked = await requestAccess(database.db, doer);
    if (asked.kind !== "asked") throw new Error("the request is new");
    for (let times = 0; times < 59; times++) await limits.take("asks_mailed_to_firm", south.firm.id);
    const tell = () => mailAdmins(parts as unknown as Parameters<typeof mailAdmins>[0], south.firm, asked.request);
    expect(await newMails(tell)).toHaveLength(1);
    expect(await newMails(tell)).toEqual([]);
    expect(await openRequests(south)).toHaveLength(1);
    await app.background.idle();
  });

  test("a person may ask five times a day, and then is told to write", async () => {
    const visitor = await signedIn();
    for (let times = 0; times < 5; times++) {
      await ask(visitor, await visitor.get(HOME));
      for (const { id } of await openRequests()) await closeRequest(firms.database.db, doerAt(firms.north), id);
    }
    const page = await visitor.get(HOME);
    const mails = await newMails(async () => {
      const answer = await ask(visitor, page);
      expect([answer.status, headingOf(answer)]).toEqual([429, "That was asked often today"]);
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(answer.text).toContain("mailto:");
      expect(referenceOf(answer)).toBe(referenceOf(page));
      const other = referenceOf(await (await signedIn()).get(HOME));
      expect(referenceOf(await visitor.post("/ask", { reference: other ?? "", next: HOME }))).toBeNull();
    });
    expect(mails).toEqual([]);
  });

  test("a network may ask twenty times an hour, whoever asks", async () => {
    const statuses = [];
    for (let times = 0; times < 21; times++) {
      const visitor = await signedIn(`crowd-${times}@acme.north.example`);
      visitor.address = "203.0.113.77";
      statuses.push((await visitor.postOnly("/ask", { next: HOME })).status);
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });
});
