// The firm looks at a portal as somebody else would see it: the same pages, for one member of the team, for a quarter of an
// hour, and without a trace of a visit.
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { limitContact } from "../../src/commands/limit-contact.ts";
import { setPortalDefaults } from "../../src/commands/set-portal-defaults.ts";
import { setPortalState } from "../../src/commands/set-portal-state.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { resetTemplate, shapeTemplate } from "../../src/commands/shape-template.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { decision } from "../../src/data/schema/tables.ts";
import type { ContactId } from "../../src/domain/ids.ts";
import { auditCounts } from "../support/decisions.ts";
import { englishOn } from "../support/english.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser, setTeamRole } from "../support/team.ts";
import { contactsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.north.example";

let firms: TwoFirms;
let member: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  member = firms.visitOffice();
  await member.signIn(await addTeamUser(firms, firms.north, "member"));
});
beforeEach(async () => {
  await setVisibility(firms.database.db, doer(), { name: "cross_project", isOn: true });
});
afterAll(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });

function portalOf(company: string) {
  const portal = firms.north.portals.get(company);
  if (!portal) throw new Error(`the sample has a portal for ${company}`);
  return portal;
}

const choosePath = (company = "c-acme") => `/settings/client-portals/${portalOf(company).id}/preview`;

/** Starts a preview and returns the path of its first page. */
async function start(who: Record<string, string>, company = "c-acme"): Promise<string> {
  const { status, location } = await member.postOnly(choosePath(company), who);
  if (status !== 303 || location === null) throw new Error(`no preview was started: ${status}`);
  return location;
}

const decisionsStored = () =>
  inFirmRead(firms.database.db, firms.north.firm.id, async (tx) => (await tx.select().from(decision)).length);

const inertForm = /<fieldset class="inert" disabled>(<form.*?<\/form>)<\/fieldset>/gs;

/** The page without what stands above and below it, its forms as they are at the portal. */
function pageOf({ text }: Answer): string {
  return text.replace(/<aside class="preview-.*?<\/aside>/gs, "").replace(inertForm, "$1");
}

describe("a preview", () => {
  test("shows the very page that the contact gets, links within the preview, and says whose it is", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn(JANE);
    const path = await start({ email: JANE });
    const home = await member.get(path);
    expect(home.status).toBe(200);
    expect(wordsOf(home)).toContain(`Preview: what Jane Doe <${JANE}> sees at the portal of Acme NORTHMARK.`);
    expect(wordsOf(home)).toMatch(/Read-only, no visit, open for 15\s+more minutes \(until \d\d:\d\d UTC\)/);
    const main = (page: Answer) => /<main.*<\/main>/s.exec(pageOf(page))?.[0].replaceAll(path, "/acme-northmark");
    expect(main(home)).toBe(main(await jane.get("/acme-northmark")));
    expect(main(await member.get(`${path}/projects/p-1`))).toBe(main(await jane.get("/acme-northmark/projects/p-1")));
    expect((await member.get(`${path}/projects`)).text).toContain("Library renewal");
    expect(pageOf(home)).not.toContain(`href="/acme-northmark`);
  });

  test("shows the forms of a page without letting them do anything, the faces as well as the place for a comment", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn(JANE);
    const path = `${await start({ email: JANE })}/projects/p-1`;
    const mainOf = ({ text }: Answer) => /<main.*<\/main>/s.exec(text)?.[0] ?? "";
    const formsOf = async () => {
      const main = mainOf(await member.get(path));
      return { inert: main.match(inertForm)?.length, other: main.replace(inertForm, "").includes("<form") };
    };
    expect(await formsOf()).toEqual({ inert: 1, other: false });
    await jane.postOnly("/acme-northmark/projects/p-1/pulse", { score: "5" });
    expect(mainOf(await member.get(path))).toContain("<textarea");
    expect(await formsOf()).toEqual({ inert: 1, other: false });
  });

  test("says of everything that is missing why, with a link to where that is settled", async () => {
    const path = await start({ email: JANE });
    const home = await member.get(path);
    expect(wordsOf(home)).toMatch(/Project: Secret archive NORTHMARK ACMEMARK Archived or a draft in the PSA\./);
    expect(home.text).toContain(`href="/settings/data-visibility#fee"`);
    expect(wordsOf(home)).toContain("What is not shown, and why");
    const project = wordsOf(await member.get(`${path}/projects/p-2`));
    expect(project).toMatch(/Milestones It may be shown, and the PSA has none for this project\./);
    const contact = { id: "k-1" as ContactId, name: "Jane Doe" };
    const wish = { portalId: portalOf("c-acme").id, contact, projectIds: [] };
    await limitContact(firms.database.db, doer(), { ...wish, projectIds: ["p-2" as never] });
    const limited = await member.get(path);
    expect(wordsOf(limited)).toContain(
      "Project: Library renewal NORTHMARK ACMEMARK Your firm has limited this contact.",
    );
    expect(limited.text).toContain(`href="/settings/client-portals/diagnose/limits"`);
    await limitContact(firms.database.db, doer(), { ...wish, projectIds: ["p-1", "p-2"] as never[] });
  });

  test("names both the switch and the template where both hide a field, and only the switch where it alone does", async () => {
    const owner = await member.get(await start({ email: JANE }));
    const why = (field: string) => new RegExp(`<dt>${field}</dt><dd>(.*?)<a `).exec(owner.text)?.[1]?.trim();
    const both = "The Owner template does not carry it either: it shows once both are changed.";
    expect(why("Fee")).toBe("It is switched off for all portals.");
    expect(why("Team utilisation")).toBe(`It is switched off for all portals. ${both}`);
    expect(why("Internal task notes")).toBe(`It is switched off for all portals. ${both}`);
  });

  test("says of the firm's own updates and pulse why they are not there: none written, not asked now, never asked, or hidden", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn(JANE);
    const { db } = firms.database;
    const template = portalOf("c-acme").template;
    const below = `${await start({ email: JANE })}/projects/p-1`;
    const unseen = async () => {
      const { text } = await member.get(below);
      const rows = [...text.matchAll(/<dt>(Updates|Pulse)<\/dt><dd>(.*?)<\/dd>/gs)];
      return Object.fromEntries(rows.map(([, name, why]) => [name, why]));
    };
    const updates = `No update about this project has been published. <a href="/updates/new?project=p-1">Write one</a>`;
    const toPulse = `<a href="/settings/client-portals/defaults#pulse-reach">See how often clients are asked</a>`;
    const completed = await member.get(below.replace("p-1", "p-2"));
    expect(wordsOf(completed)).toContain("People are asked only about projects that are under way or on hold.");
    await jane.postOnly("/acme-northmark/projects/p-1/pulse", { score: "5" });
    expect(await unseen()).toEqual({
      Updates: updates,
      Pulse: expect.stringMatching(/^They answered on .* again on /),
    });
    await setPortalDefaults(db, doer(), { template, locale: null, pulseEvery: "off" });
    expect((await unseen()).Pulse).toBe(`Nobody is asked: the question how it is going is switched off. ${toPulse}`);
    for (const block of ["updates", "pulse"] as const)
      await shapeTemplate(db, doer(), { template, block, change: "hide" });
    for (const [block, why] of Object.entries(await unseen())) {
      expect([block, why]).toEqual([block, expect.stringContaining(`/templates/${template}#${block.toLowerCase()}"`)]);
    }
    expect(Object.keys(await unseen())).toEqual(["Updates", "Pulse"]);
    await resetTemplate(db, doer(), template);
    await setPortalDefaults(db, doer(), { template, locale: null, pulseEvery: "two_weeks" });
    const draft = { project: "p-1", dated_on: "2026-11-20", author: "Maya Oduya", body: "The walls are up." };
    const form = await member.get("/updates/new?project=p-1");
    expect(form.text).toContain(`<option value="p-1" selected>`);
    const { location } = await member.postOnly("/updates/new", { ...draft, do: "save" });
    expect((await unseen()).Updates).toBe(updates);
    const admin = firms.visitOffice();
    await admin.signIn(firms.north.admin);
    await admin.post(location ?? "", { ...draft, version: "1", do: "publish" });
    expect((await unseen()).Updates).toBeUndefined();
  });

  test("is no visit and leaves no decision, and stands in the audit", async () => {
    const [stored, before] = [await decisionsStored(), await auditCounts(firms, firms.north)];
    for (const email of [JANE, "who@acme.north.example"]) {
      const path = await start({ email });
      await member.get(path);
      await member.get(`${path}/projects/p-1`);
    }
    const after = await auditCounts(firms, firms.north);
    expect(await decisionsStored()).toBe(stored);
    expect(after["preview.start"]).toBe((before["preview.start"] ?? 0) + 2);
  });

  test("as a contact who does not exist yet shows what a new one would see, which is nothing where they must be named", async () => {
    const path = await start({ as: "to-come" });
    const home = await member.get(path);
    expect(wordsOf(home)).toContain("Preview: what a contact who does not exist yet sees");
    expect(home.text).toContain("Library renewal");
    await setVisibility(firms.database.db, doer(), { name: "cross_project", isOn: false });
    const empty = await member.get(path);
    expect(headingOf(empty)).toBe("No projects yet");
    expect(wordsOf(empty)).toContain("A contact who does not exist yet does not get in at /acme-northmark");
    expect(empty.text).toContain(`href="/settings/data-visibility#cross_project"`);
    expect(headingOf(await member.get(await start({ as: "to-come" }, "c-cedar")))).toBe("No projects yet");
    expect(empty.text).not.toContain("preview.invalid");
  });

  test("as somebody who does not get in is the page that turns them away, with buttons that do nothing", async () => {
    const path = await start({ email: "who@acme.north.example" });
    const closed = await member.get(path);
    expect(headingOf(closed)).toBe("No projects");
    expect(pageOf(closed)).not.toContain("<form");
    expect(pageOf(closed)).toMatch(/<button type="button"[^>]* disabled>Use another email<\/button>/);
    expect(closed.text).not.toMatch(/PL-[0-9A-Z]{4}/);
    expect(wordsOf(closed)).toContain("A preview stores nothing, so it has none.");
    const missing = await member.get(`${await start({ email: JANE })}/projects/p-4`);
    expect(headingOf(missing)).toBe("This project is not here");
    expect(missing.text).not.toContain("BIRCHMARK");
    const elsewhere = await member.get(await start({ email: "bo@birch.north.example" }));
    expect(headingOf(elsewhere)).toBe("Your projects have their own address");
    expect(pageOf(elsewhere)).not.toContain("ACMEMARK");
  });

  test("says for how much longer it is open", async () => {
    const path = await start({ email: JANE });
    firms.clock.advance(14 * 60_000);
    expect(wordsOf(await member.get(path))).toMatch(/open for 1\smore minute \(until/);
  });

  test("of a paused portal and of a PSA that does not answer says so as the client reads it", async () => {
    const path = await start({ email: JANE });
    await setPortalState(firms.database.db, doer(), portalOf("c-acme").id, "paused");
    expect(headingOf(await member.get(path))).toBe("This page is paused");
    await setPortalState(firms.database.db, doer(), portalOf("c-acme").id, "open");
    await firms.north.csv.remove("contacts.csv");
    expect(headingOf(await member.get(path))).toBe("We can’t tell right now");
    expect(headingOf(await member.get(await start({ as: "to-come" })))).toBe("We can’t tell right now");
    expect(wordsOf(await member.get(choosePath()))).toMatch(/as read [^.]*\. The PSA does not answer.*Jane Doe/);
    firms.clock.advance(15 * 60_000);
    expect(wordsOf(await member.get(choosePath()))).toContain("contacts cannot be listed right now");
    await firms.north.csv.write("contacts.csv", contactsOf("north"));
    expect((await member.get(await start({ email: JANE }))).text).toContain("Library renewal");
  });

  test("is over after fifteen minutes, or when it is ended, and offers to begin again", async () => {
    const [path, ended] = [await start({ email: JANE }), await start({ as: "to-come" })];
    const before = await auditCounts(firms, firms.north);
    expect(headingOf(await member.post(`${ended}/end`, {}))).toBe("Preview the portal of Acme NORTHMARK");
    await member.post(`${ended}/end`, {});
    expect((await auditCounts(firms, firms.north))["preview.end"]).toBe((before["preview.end"] ?? 0) + 1);
    const over = await member.get(ended);
    expect([over.status, headingOf(over), over.text.includes("Library")]).toEqual([403, "This preview is over", false]);
    expect(over.text).toMatch(/name="as" value="to-come"/);
    firms.clock.advance(15 * 60_000);
    for (const below of ["", "/projects/p-1"]) expect((await member.get(path + below)).status).toBe(403);
    expect((await member.get(path)).text).toMatch(new RegExp(`name="email" value="${JANE}"`));
  });

  test("offers the person's own files, and leaves no trace of a visit", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn(JANE);
    const path = await start({ email: JANE });
    const stored = await decisionsStored();
    const pages = [await member.get(path), await member.get(`${path}/projects/p-1`)];
    const links = pages.flatMap(({ text }) => [...text.matchAll(/href="([^"]+\.csv)"/g)].map(([, href]) => href ?? ""));
    expect(links.length).toBeGreaterThan(0);
    const files = await Promise.all(links.map((href) => member.get(href)));
    expect(files.map(({ headers }) => headers.get("content-type"))).toEqual(links.map(() => "text/csv; charset=utf-8"));
    expect(files.map(({ headers }) => headers.get("cache-control"))).toEqual(links.map(() => "private, no-store"));
    expect(await decisionsStored()).toBe(stored);
    for (const [index, href] of links.entries())
      expect(files[index]?.text).toBe((await jane.get(href.replace(path, "/acme-northmark"))).text);
    const other = await member.get(`${path}/projects/p-4/phases.csv`);
    expect([headingOf(other), other.text.includes("BIRCHMARK")]).toEqual(["This project is not here", false]);
  });

  test("hides in its files what the page hides", async () => {
    const path = await start({ email: JANE });
    await setVisibility(firms.database.db, doer(), { name: "hours", isOn: false });
    const hidden = await member.get(`${path}/projects/p-1/hours.csv`);
    await setVisibility(firms.database.db, doer(), { name: "hours", isOn: true });
    expect([hidden.status, headingOf(hidden)]).toEqual([404, "This is not part of the preview"]);
  });

  test("shows the photos of published updates to the one who looks, and no others", async () => {
    const path = await start({ email: JANE });
    const written = { project: "p-1", dated_on: "2026-11-20", author: "Maya Oduya", body: "The walls are up." };
    const { location: update } = await member.postOnly("/updates/new", { ...written, do: "save" });
    const drawn = sharp({ create: { width: 60, height: 20, channels: 3, background: "#123456" } });
    await member.upload(update ?? "", {
      ...written,
      version: "1",
      add_photo: "yes",
      photo: new Uint8Array(await drawn.png().toBuffer()),
      caption: "The wall",
    });
    const [, draft = ""] = /<img src="[^"]*\/([^"/]+\.webp)"/.exec((await member.get(update ?? "")).text) ?? [];
    expect(draft).not.toBe("");
    expect((await member.get(`${path}/projects/p-1/photos/${draft}`)).status).toBe(404);
    const admin = firms.visitOffice();
    await admin.signIn(firms.north.admin);
    await admin.post(update ?? "", { ...written, version: "2", do: "publish" });
    const [, src = ""] =
      /<img src="([^"]+\.webp)" alt="The wall"/.exec((await member.get(`${path}/projects/p-1`)).text) ?? [];
    expect(src).toBe(`${path}/projects/p-1/photos/${draft}`);
    const photo = await member.get(src);
    expect([photo.status, photo.headers.get("content-type"), photo.headers.get("cache-control")]).toEqual([
      200,
      "image/webp",
      "private, no-store",
    ]);
    expect((await admin.get(src)).status).toBe(404);
  });

  test.each([
    ["de", "Vorschau des Portals von Acme NORTHMARK", "Vorschau: was Jane Doe", "Eine Vorschau ändert nichts"],
    [
      "es",
      "Vista previa del portal de Acme NORTHMARK",
      "Vista previa: lo que ve Jane Doe",
      "Una vista previa no cambia nada",
    ],
  ] as const)("speaks the browser's language around the page, in %s", async (language, choose, banner, readOnly) => {
    const path = await start({ email: JANE });
    member.language = language;
    const [chosen, page, refused] = [
      await member.get(choosePath()),
      await member.get(path),
      await member.post(path, {}),
    ];
    member.language = null;
    expect([headingOf(chosen), headingOf(refused)]).toEqual([choose, readOnly]);
    expect(wordsOf(page)).toContain(banner);
    for (const one of [chosen, page, refused]) expect(englishOn(one, language)).toEqual([]);
  });

  test("takes nothing that is posted to it", async () => {
    const path = await start({ email: JANE });
    for (const below of ["", "/projects/p-1", "/ask", "/end/x"]) {
      const answer = await member.post(path + below, { score: "5" });
      expect([answer.status, headingOf(answer)]).toEqual([403, "A preview changes nothing"]);
    }
    expect((await member.send("PUT", path)).status).toBe(404);
  });
});

describe("who may look", () => {
  test("is who started it: nobody else of the firm, nobody of another one, and nobody who is not signed in", async () => {
    const path = await start({ email: JANE });
    const admin = firms.visitOffice();
    await admin.signIn(firms.north.admin);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    for (const other of [admin, south])
      for (const answer of [await other.get(path), await other.post(`${path}/end`, {}), await other.post(path, {})])
        expect(answer.status).toBe(404);
    expect((await south.get(choosePath())).status).toBe(404);
    expect((await south.post(choosePath(), { email: JANE })).status).toBe(404);
    const stranger = firms.visitOffice();
    for (const answer of [
      await stranger.get(path),
      await stranger.post(`${path}/end`, {}),
      await stranger.get(choosePath()),
      await stranger.post(choosePath(), { email: JANE }),
    ])
      expect(headingOf(answer)).toBe("Sign in to your firm’s office");
    const jane = firms.visit(firms.north);
    await jane.signIn(JANE);
    expect((await jane.get(path)).text).not.toContain("Library renewal");
    expect((await member.get(path)).status).toBe(200);
  });

  test("is a member or an admin; a viewer starts none, and sees none any more", async () => {
    const email = await addTeamUser(firms, firms.north, "member");
    const person = firms.visitOffice();
    await person.signIn(email);
    const { location } = await person.postOnly(choosePath(), { email: JANE });
    await setTeamRole(firms, firms.north, email, "viewer");
    for (const answer of [
      await person.get(choosePath()),
      await person.post(choosePath(), { email: JANE }),
      await person.get(location ?? ""),
    ])
      expect([answer.status, headingOf(answer)]).toEqual([403, "Only members and admins can do this"]);
    const page = `/settings/client-portals/diagnose/person?email=${JANE}`;
    expect((await person.get(page)).text).not.toContain("See what they see");
    expect((await member.get(page)).text).toContain("See what they see");
  });
});

describe("the choice", () => {
  test("lists the company's contacts, and nobody of another company", async () => {
    const page = await member.get(choosePath());
    expect(wordsOf(page)).toContain(`Jane Doe ${JANE}`);
    expect(wordsOf(page)).toContain("old@acme.north.example (archived in the PSA)");
    expect(page.text).not.toContain("bo@birch");
    const register = await member.get("/settings/client-portals");
    expect(register.text).toContain(`href="${choosePath()}"`);
  });

  test("keeps what was typed when it is no email, and starts nothing", async () => {
    const before = await auditCounts(firms, firms.north);
    const answer = await member.post(choosePath(), { email: "jane at acme" });
    expect([answer.status, answer.text.includes(`value="jane at acme"`)]).toEqual([422, true]);
    expect((await member.post(choosePath(), {})).status).toBe(422);
    expect((await member.post("/settings/client-portals/none/preview", { email: JANE })).status).toBe(404);
    expect((await member.get("/preview/none")).status).toBe(404);
    expect((await auditCounts(firms, firms.north))["preview.start"]).toBe(before["preview.start"]);
  });
});
