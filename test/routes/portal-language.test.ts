// The language of one portal: set for it alone it goes before the firm's, for the portal's own people and for nobody else.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setPortalDefaults } from "../../src/commands/set-portal-defaults.ts";
import { setPortalLanguage } from "../../src/commands/set-portal-language.ts";
import { setPortalState } from "../../src/commands/set-portal-state.ts";
import { programDefaults } from "../../src/domain/portal-defaults.ts";
import type { PortalLanguage } from "../../src/domain/portal-language.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const REGISTER = "/settings/client-portals";
const JANE = "jane@acme.north.example";
const BO = "bo@birch.north.example";
const HOME = "/acme-northmark";
const PROJECT = `${HOME}/projects/p-1`;

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
});
beforeEach(async () => {
  jane.language = null;
  await setFirm(null);
  for (const company of ["c-acme", "c-birch"]) await setOwn(null, company);
});
afterAll(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });

function idOf(company: string, firm = firms.north) {
  const portal = firm.portals.get(company);
  if (!portal) throw new Error(`the sample has a portal for ${company}`);
  return portal.id;
}

function setOwn(language: PortalLanguage | null, company = "c-acme") {
  return setPortalLanguage(firms.database.db, doer(), { portalId: idOf(company), language });
}

function setFirm(locale: string | null) {
  return setPortalDefaults(firms.database.db, doer(), { ...programDefaults, locale });
}

const pathOf = (page: "language" | "visibility", id: string = idOf("c-acme")) => `${REGISTER}/${id}/${page}`;
const langOf = ({ text }: Answer) => /<html lang="([^"]*)"/.exec(text)?.[1];

describe("a portal's pages", () => {
  test.each([
    ["inherit", null, "es"],
    ["inherit", "de-CH", "de-CH"],
    ["browser", "de", "es"],
    ["en", "de", "en-GB"],
    ["de", null, "de"],
    ["es", "de", "es"],
  ])(
    "set to %s at a firm set to %s are in %s on the next load, for a browser that prefers Spanish",
    async (own, ofFirm, lang) => {
      await setFirm(ofFirm);
      jane.language = "es";
      await admin.post(pathOf("language"), { language: own });
      for (const path of [HOME, PROJECT, `${HOME}/projects/p-x`])
        expect([path, langOf(await jane.get(path))]).toEqual([path, lang]);
    },
  );

  test("have their files, and the page of a portal that is paused, in its language", async () => {
    const english = await jane.get(`${PROJECT}/phases.csv`);
    await setOwn("de");
    const german = await jane.get(`${PROJECT}/phases.csv`);
    expect([english.status, german.status]).toEqual([200, 200]);
    expect(english.text).toContain("Phase,State,Percent");
    expect(german.text).toContain("Phase,Status,Prozent");
    await setPortalState(firms.database.db, doer(), idOf("c-acme"), "paused");
    expect(langOf(await jane.get(HOME))).toBe("de");
    await setPortalState(firms.database.db, doer(), idOf("c-acme"), "open");
  });

  test("are previewed in it", async () => {
    await setOwn("de");
    const preview = await admin.post(`${REGISTER}/${idOf("c-acme")}/preview`, { email: JANE });
    expect([preview.status, langOf(preview)]).toEqual([200, "de"]);
  });

  test("are mailed their address in it, which the browser cannot settle", async () => {
    const send = async () => {
      await admin.post(`${REGISTER}/diagnose/send-address`, { email: JANE });
      return firms.mailbox.list().find(({ to }) => to === JANE)?.text;
    };
    await setFirm("es");
    await setOwn("de");
    expect(await send()).toContain("Das ist die Adresse Ihrer Projekte");
    await setOwn("browser");
    expect(await send()).toContain("This is the address of your projects");
    await setOwn(null);
    expect(await send()).toContain("Esta es la dirección de sus proyectos");
  });
});

describe("whoever is not of the portal's company", () => {
  test("reads the firm's language there, before signing in and after, and so does everybody on the way in", async () => {
    await setOwn("de");
    await setOwn("es", "c-birch");
    const bo = firms.visit(firms.north);
    expect(langOf(await bo.get(HOME))).toBe("en-GB");
    const code = await bo.post("/sign-in", { email: BO, next: HOME });
    expect(langOf(code)).toBe("en-GB");
    expect(firms.mailbox.list().find(({ to }) => to === BO)?.subject).toContain("is your code");
    await bo.signIn(BO, "/sign-in");
    const [here, nowhere, own] = [
      await bo.get(HOME),
      await bo.get("/no-such-portal"),
      await bo.get("/birch-northmark"),
    ];
    expect([langOf(here), langOf(nowhere), langOf(own)]).toEqual(["en-GB", "en-GB", "es"]);
    expect(headingOf(here)).toBe(headingOf(nowhere));
  });

  test("is asked in the firm's language which of two portals is meant", async () => {
    await setOwn("de");
    await setOwn("de", "c-birch");
    const both = firms.visit(firms.north);
    await both.signIn("both@firms.north.example", "/sign-in");
    expect(langOf(await both.get("/?choose=1"))).toBe("en-GB");
  });
});

describe("the setting", () => {
  test("shows what holds and where that comes from, and can go back to the firm's", async () => {
    await setFirm("es");
    const inherited = await admin.get(pathOf("visibility"));
    expect(wordsOf(inherited)).toContain("Language: Español Inherited. For all portals: Español.");
    expect(wordsOf(inherited)).not.toContain("Inherit (Español)");
    const own = await admin.post(pathOf("language"), { language: "de" });
    expect(wordsOf(own)).toContain("Language: Deutsch Set for this portal. For all portals: Español.");
    expect(wordsOf(own)).toContain("Inherit (Español)");
    const back = await admin.post(pathOf("language"), { language: "inherit" });
    expect(wordsOf(back)).toContain("Language: Español Inherited.");
  });

  test("is counted among the defaults, as that of a portal that does not follow them", async () => {
    await setOwn("de");
    expect(wordsOf(await admin.get(`${REGISTER}/defaults`))).toContain(
      "Language 2 portals follow this default; 1 has its own.",
    );
  });

  test("is looked at by members and viewers, and set by admins alone", async () => {
    for (const role of ["member", "viewer"] as const) {
      const other = firms.visitOffice();
      await other.signIn(await addTeamUser(firms, firms.north, role));
      const page = await other.get(pathOf("visibility"));
      expect([page.status, page.text.includes("Use Deutsch here")]).toEqual([200, false]);
      expect((await other.post(pathOf("language"), { language: "de" })).status).toBe(403);
    }
    const nobody = await firms.visitOffice().post(pathOf("language"), { language: "de" });
    expect(headingOf(nobody)).toBe("Sign in to your firm’s office");
    expect(langOf(await jane.get(HOME))).toBe("en-GB");
  });

  test("refuses what is no language and no portal of this firm, and changes nothing", async () => {
    const before = await auditCounts(firms, firms.north);
    for (const form of [{ language: "fr" }, { language: "" }, {}])
      expect((await admin.post(pathOf("language"), form as Record<string, string>)).status).toBe(404);
    for (const id of [idOf("c-acme", firms.south), "none"])
      expect((await admin.post(pathOf("language", id), { language: "de" })).status).toBe(404);
    expect(await auditCounts(firms, firms.north)).toEqual(before);
  });

  test("writes down who changed what", async () => {
    const before = await auditCounts(firms, firms.north);
    await admin.post(pathOf("language"), { language: "de" });
    const after = await auditCounts(firms, firms.north);
    expect(after["portal.language"]).toBe((before["portal.language"] ?? 0) + 1);
  });
});
