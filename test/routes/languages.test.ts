// Every page of the client's side is in one language: the one that the firm has set for its portals, else the browser's.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setPortalState } from "../../src/commands/set-portal-state.ts";
import { englishOn, otherLanguages } from "../support/english.ts";
import { headingOf } from "../support/page.ts";
import { asOwner } from "../support/test-database.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const HOME = "/acme-northmark";
const headings = {
  de: {
    door: "Ihre Projekte ansehen",
    code: "Ihr Code für North Studio: ",
    nothing: "Unter dieser Adresse ist nichts",
  },
  es: { door: "Ver sus proyectos", code: "Su código para North Studio: ", nothing: "No hay nada en esta dirección" },
};

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

function visit(language: string): Visitor {
  const visitor = firms.visit(firms.north);
  visitor.language = language;
  return visitor;
}

async function signedIn(language: string, email: string): Promise<Visitor> {
  const visitor = visit(language);
  await visitor.signIn(email, "/sign-in");
  return visitor;
}

describe.each(otherLanguages)("in %s", (language) => {
  function expectAllIn(pages: Answer[]): void {
    for (const page of pages) {
      expect([page.path, /<html lang="([^"]*)"/.exec(page.text)?.[1]]).toEqual([page.path, language]);
      expect([page.path, englishOn(page, language)]).toEqual([page.path, []]);
      expect(page.headers.get("vary")).toContain("Accept-Language");
    }
  }

  test("the way in, from the door to the mail, and all that can go wrong on it", async () => {
    const visitor = visit(`${language}, en;q=0.5`);
    const email = `way-in-${language}@elsewhere.example`;
    const door = await visitor.get(HOME);
    expect(headingOf(door)).toBe(headings[language].door);
    const code = await visitor.post("/sign-in", { email, next: HOME });
    const mail = firms.mailbox.list().find(({ to }) => to === email);
    expect(mail?.text).toContain(headings[language].code);
    expect(englishOn({ text: `<p>${mail?.subject}</p> ${mail?.text}` }, language)).toEqual([]);
    const wrong: Answer[] = [];
    for (let tries = 0; tries < 5; tries++) wrong.push(await visitor.post("/sign-in/code", { code: "none" }));
    const link = visitor.newestLink(email);
    const elsewhere = visit(language);
    expectAllIn([
      ...[door, code, ...wrong],
      await visitor.get("/sign-in"),
      await visitor.post("/sign-in", { email: "jane at acme", next: HOME }),
      await visitor.post("/sign-in/resend", {}),
      await visitor.get(link),
      await elsewhere.get("/sign-in/link?t=cut"),
      await elsewhere.get("/sign-in/code?sent=1"),
      await elsewhere.post("/sign-in/code", { code: "123456" }),
    ]);
  });

  test("the page behind a link, in the browser that asked and in another", async () => {
    const [visitor, elsewhere] = [visit(language), visit(language)];
    const email = `link-${language}@elsewhere.example`;
    await visitor.post("/sign-in", { email, next: HOME });
    const link = visitor.newestLink(email);
    expectAllIn([await visitor.get(link), await elsewhere.get(link)]);
  });

  test("what a member sees: the list, a project, one that is not here, the choice between companies", async () => {
    const jane = await signedIn(language, "jane@acme.north.example");
    const both = await signedIn(language, "both@firms.north.example");
    expectAllIn([
      await jane.get(HOME),
      await jane.get(`${HOME}/projects/p-1`),
      await jane.get(`${HOME}/projects/p-2`),
      await jane.get(`${HOME}/projects/p-x`),
      await both.get("/?choose=1"),
      await both.get(HOME),
    ]);
  });

  test("every door that does not open, and what follows when the firm is asked", async () => {
    const cy = await signedIn(language, "cy@cedar.north.example");
    const stranger = await signedIn(language, `stranger-${language}@elsewhere.example`);
    const closed = await stranger.get(HOME);
    expectAllIn([
      closed,
      await cy.get("/cedar-northmark"),
      await cy.get(HOME),
      await stranger.post("/ask", { reference: "", next: HOME }),
      await stranger.post("/ask", { reference: "", next: HOME }),
      await (await signedIn(language, firms.north.admin)).get(HOME),
    ]);
    const cedar = firms.north.portals.get("c-cedar");
    if (!cedar) throw new Error("the sample has a portal for Cedar");
    const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
    await setPortalState(firms.database.db, doer, cedar.id, "paused");
    expectAllIn([await cy.get("/cedar-northmark")]);
    await setPortalState(firms.database.db, doer, cedar.id, "open");
  });

  test("what is not there, at a firm's host and at any other, and what was sent from elsewhere", async () => {
    const visitor = visit(language);
    const nowhere = firms.visitHost("no-such-firm.portal.test");
    nowhere.language = language;
    const missing = await visitor.get(`${HOME}/nothing/here`);
    expect(headingOf(missing)).toBe(headings[language].nothing);
    const crossSite = await visitor.post("/sign-in", {}, { origin: "http://evil.example" });
    expect(crossSite.status).toBe(403);
    expectAllIn([missing, await nowhere.get("/"), crossSite]);
  });
});

test("the check can fail: an English page is noticed", async () => {
  const page = await visit("en").get(HOME);
  for (const language of otherLanguages) expect(englishOn(page, language)).toContain("See your projects");
});

describe("the language", () => {
  const langOf = async (visitor: Visitor, path = "/sign-in") =>
    /<html lang="([^"]*)"/.exec((await visitor.get(path)).text)?.[1];

  test.each([
    ["de-AT, en;q=0.5", "de-AT"],
    ["fr, es-MX;q=0.8, de;q=0.9", "de"],
    ["de;q=0, es", "es"],
    ["en-US", "en-US"],
    ["ja", "en-GB"],
    ["%%%, ;q=", "en-GB"],
  ])("of a browser that prefers %s is %s", async (preferred, lang) => {
    expect(await langOf(visit(preferred))).toBe(lang);
    expect(await langOf(visit(preferred), HOME)).toBe(lang);
  });

  test("that the firm has set for its portals goes before the browser's, on every page", async () => {
    const { south } = firms;
    await asOwner(
      firms.database.ownerUrl,
      `INSERT INTO portal_defaults (firm_id, template, pulse_every, locale, changed_at, changed_by)
       VALUES ('${south.firm.id}', 'owner', 'off', 'es-ES', now(), 'test')`,
    );
    const visitor = firms.visit(south);
    visitor.language = "de";
    for (const path of ["/acme-southmark", "/sign-in", "/sign-in/code", "/no/such/page"])
      expect([path, await langOf(visitor, path)]).toEqual([path, "es-ES"]);
  });

  test("of the office is the browser's, before and after somebody has signed in", async () => {
    const visitor = firms.visitOffice();
    visitor.language = "de";
    for (const path of ["/", "/sign-in", "/no/such/page"]) expect(await langOf(visitor, path)).toBe("de");
    await visitor.signIn(firms.north.admin);
    expect(await langOf(visitor, "/settings/client-portals")).toBe("de");
  });
});
