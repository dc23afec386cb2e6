// Diagnose at the office: who is found, what is said about them, what a look stores, and what the buttons carry.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { accessRequest, customHost, mailRecord } from "../../src/data/schema/rescue-tables.ts";
import { decision } from "../../src/data/schema/tables.ts";
import type { Email } from "../../src/domain/email.ts";
import { expectCause, referenceOf } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { listenToStatements } from "../support/statements.ts";
import { addTeamUser } from "../support/team.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const DIAGNOSE = "/settings/client-portals/diagnose";

let firms: TwoFirms;
let admin: Visitor;
let southAdmin: Visitor;
let viewer: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  // Before anybody asks: which host a firm has is remembered for half a minute.
  const { id: firmId } = firms.north.firm;
  const host = { firmId, host: "portal.north.example", state: "live" as const, createdAt: firms.clock.now() };
  await inFirmWrite(firms.database.db, firmId, (tx) => tx.insert(customHost).values(host));
  [admin, southAdmin, viewer] = [firms.visitOffice(), firms.visitOffice(), firms.visitOffice()];
  await admin.signIn(firms.north.admin);
  await southAdmin.signIn(firms.south.admin);
  await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
});
beforeEach(() => writeSample(firms.north.csv, "north"));
afterAll(() => firms.stop());

function personPath(email: string, more: Record<string, string> = {}): string {
  return `${DIAGNOSE}/person?${new URLSearchParams({ email, ...more })}`;
}

async function refusedVisit(email: string, path: string): Promise<Answer> {
  return firms.visit(firms.north).signIn(email, path);
}

function storedLooks(): Promise<number> {
  return inFirmRead(firms.database.db, firms.north.firm.id, async (tx) => {
    const rows = await tx.select({ source: decision.source }).from(decision);
    return rows.filter(({ source }) => source === "diagnose").length;
  });
}

/** The hidden fields of the form whose button says this. */
function fieldsOf({ text }: Answer, button: string): Record<string, string> {
  const form = text.split("<form").find((part) => part.includes(`>${button}`)) ?? "";
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = "", value = ""]) => [name, wordsOf({ text: value }).replaceAll("&amp;", "&")]),
  );
}

const pages = [
  DIAGNOSE,
  personPath("jane@acme.north.example"),
  `${DIAGNOSE}/limits`,
  `${DIAGNOSE}/references/PL-7K3M-9Q`,
];

describe("somebody who is not signed in", () => {
  test.each(pages)("gets the sign-in page at %s", async (path) => {
    const page = await firms.visitOffice().get(path);
    expect(headingOf(page)).toBe("Sign in to your firm’s office");
    expect(page.text).not.toContain("NORTHMARK");
  });
});

describe("the search", () => {
  test("finds contacts of all portals by email, name, company, portal and pasted address", async () => {
    for (const query of [
      "jane@acme.north.example",
      "JANE doe",
      "acme northmark",
      "acme-northmark",
      "http://north-studio.portal.test/acme-northmark/projects/p-1",
    ]) {
      const words = wordsOf(await admin.get(`${DIAGNOSE}?q=${encodeURIComponent(query)}`));
      expect([query, words]).toEqual([query, expect.stringContaining("jane@acme.north.example")]);
      expect(words).not.toContain("bo@birch.north.example");
    }
    const nobody = wordsOf(await admin.get(`${DIAGNOSE}?q=zzz`));
    expect(nobody).toContain("No contact and nobody who came lately matches “zzz”");
  });

  test("says of each how they stand: never came, refused, active, mail bounced, asked for help", async () => {
    const { db } = firms.database;
    const { firm } = firms.north;
    await refusedVisit("bo@birch.north.example", "/birch-northmark");
    await refusedVisit("nobody@acme.north.example", "/acme-northmark");
    const own = { firmId: firm.id, id: randomUUID() };
    await inFirmWrite(db, firm.id, async (tx) => {
      const queuedAt = firms.clock.now();
      const mail = { ...own, email: "cy@cedar.north.example" as Email, kind: "code" as const, queuedAt };
      await tx.insert(mailRecord).values({ ...mail, state: "refused", words: "550 no such user", settledAt: queuedAt });
      const request = {
        ...own,
        email: "asks@acme.north.example" as Email,
        portalId: null,
        askedSlug: "",
        reference: "",
      };
      await tx.insert(accessRequest).values({ ...request, createdAt: queuedAt });
    });
    const state = async (query: string) => {
      const words = wordsOf(await admin.get(`${DIAGNOSE}?q=${query}`));
      return /never came|refused|active|mail bounced|asked for help/.exec(words)?.[0];
    };
    expect(await state("di@dune.north.example")).toBe("never came");
    expect(await state("nobody@acme.north.example")).toBe("refused");
    expect(await state("bo@birch.north.example")).toBe("active");
    expect(await state("cy@cedar.north.example")).toBe("mail bounced");
    expect(await state("asks@acme.north.example")).toBe("asked for help");
    const needs = wordsOf(await admin.get(DIAGNOSE));
    expect(needs).toContain("No Company (nobody@acme.north.example) is linked to no company in the PSA.");
    for (const email of ["cy@cedar.north.example", "asks@acme.north.example"]) expect(needs).toContain(email);
    for (const email of ["bo@birch.north.example", "di@dune.north.example"]) expect(needs).not.toContain(email);
    await inFirmWrite(db, firm.id, async (tx) => {
      await tx.delete(mailRecord);
      await tx.delete(accessRequest);
    });
  });

  test("shows an email that knocked and is no contact, and offers to ask about one that never did", async () => {
    await refusedVisit("stranger@elsewhere.example", "/acme-northmark");
    expect(wordsOf(await viewer.get(`${DIAGNOSE}?q=stranger`))).toMatch(
      /No contact in the PSA stranger@elsewhere\.example .* refused/,
    );
    const page = await viewer.get(`${DIAGNOSE}?q=new@elsewhere.example`);
    expect(wordsOf(page)).toContain("See whether new@elsewhere.example would get in");
  });

  test("leads a typed reference to its page, and says of a mistyped one that a letter is wrong", async () => {
    const page = await refusedVisit("stranger@elsewhere.example", "/acme-northmark");
    const reference = referenceOf(page) ?? "";
    const typed = ` ${reference.toLowerCase().replaceAll("-", " ")} `;
    const answer = await admin.send("GET", `${DIAGNOSE}?q=${encodeURIComponent(typed)}`, { follow: false });
    expect([answer.status, answer.location]).toEqual([302, `${DIAGNOSE}/references/${reference}`]);
    const last = reference.at(-1) === "A" ? "B" : "A";
    const wrong = wordsOf(await admin.get(`${DIAGNOSE}?q=${reference.slice(0, -1)}${last}`));
    expect(wrong).toContain("one letter of it is wrong");
    expect(wordsOf(await admin.get(`${DIAGNOSE}?q=PL-7K3M`))).toContain("is no whole reference");
  });

  test("shows what our own storage knows when the PSA does not answer, and says so", async () => {
    await refusedVisit("nobody@acme.north.example", "/acme-northmark");
    await admin.get(DIAGNOSE);
    await firms.north.csv.writeText("contacts.csv", "nothing\n");
    expect(wordsOf(await admin.get(DIAGNOSE))).toContain("as read just now. The PSA’s answer could not be understood");
    firms.clock.advance(15 * 60_000);
    const words = wordsOf(await admin.get(DIAGNOSE));
    expect(words).toContain(
      "Contacts are missing here; shown is whoever came lately. The PSA’s answer could not be understood",
    );
    expect(words).toContain("Not known right now nobody@acme.north.example");
    expect(words).not.toMatch(/No contact in the PSA \S+@/);
    const searched = wordsOf(await admin.get(`${DIAGNOSE}?q=jane+doe`));
    expect(searched).toContain(
      "Nobody who came lately matches “jane doe”. Who else is a contact is not known right now.",
    );
  });

  test("takes any text without a fault, and shows it as text", async () => {
    for (const typed of [
      "%00",
      "%E0%A4%A",
      "x".repeat(5_000),
      "(((",
      "%25",
      "http://",
      "http://north-studio.portal.test/%00",
    ])
      expect([typed, (await admin.get(`${DIAGNOSE}?q=${typed}`)).status]).toEqual([typed, 200]);
    const markup = '"><script>alert(1)</script>';
    expect((await admin.get(`${DIAGNOSE}?q=${encodeURIComponent(markup)}`)).text).not.toContain("<script>alert");
  });

  test("knows nobody of another firm", async () => {
    expect((await southAdmin.get(`${DIAGNOSE}?q=north`)).text).not.toMatch(/NORTHMARK|jane@acme\.north/);
  });

  test("of 5,000 contacts it shows fifty with a hint, by one reading and a few statements however many there are", async () => {
    const contacts = Array.from({ length: 5_000 }, (_, index) => ({
      id: `m-${index}`,
      email: `many${index}@acme.north.example`,
      name: `Many ${index}`,
      company_id: "c-acme",
      archived: "false",
    }));
    await firms.north.csv.write("contacts.csv", [...contactsOf("north"), ...contacts]);
    const statements = listenToStatements();
    try {
      const page = await admin.get(`${DIAGNOSE}?q=many`);
      const sent = statements.take().filter((text) => /^\s*select/i.test(text) && !text.includes("set_config"));
      expect(headingOf(page)?.replace("\u00a0", " ")).toBe("5,000 people found");
      expect(wordsOf(page)).toContain("The first 50 are shown");
      expect(page.text.match(/many\d+@acme/g)?.length).toBeLessThanOrEqual(100);
      expect(sent.length).toBeLessThanOrEqual(12);
    } finally {
      statements.stop();
    }
  });
});

describe("a person's page", () => {
  test("begins with who, which door, yes or no, why; then the exact words for the PSA, which count on the next load", async () => {
    const page = await viewer.get(personPath("nobody@acme.north.example"));
    expect(page.status).toBe(200);
    expect(headingOf(page)).toMatch(
      /^nobody@acme\.north\.example does not get in at .*: No Company .* no company in the PSA\.$/,
    );
    const words = wordsOf(page);
    expect(words).toMatch(/Do this In contacts\.csv, .* company_id .* No Company\. Copy these words/);
    expect(words).toContain("It counts on their next page load");
    expect(words).toMatch(/Step by step Company Stops them .* Sign-in Passed/);
  });

  test("marks the letters in which the email at the door differs from the one in the PSA", async () => {
    const page = await admin.get(personPath("jane.doe@acme.north.example", { portal: "acme-northmark" }));
    expect(page.text).toContain("<mark>.doe</mark>");
    expect(fieldsOf(page, "jane.doe@acme.north.example is Jane Doe")).toEqual({
      email: "jane.doe@acme.north.example",
      contactId: "k-1",
      contactEmail: "jane@acme.north.example",
      next: personPath("jane.doe@acme.north.example", { portal: "acme-northmark" }),
    });
  });

  test("offers a mail and a code by phone only where the PSA confirms the person", async () => {
    const buttons = /Send them their address<|Give a code by phone</g;
    const { text } = await admin.get(personPath("jane@acme.north.example"));
    expect(text.match(buttons)).toHaveLength(2);
    for (const email of ["nobody@acme.north.example", "who@elsewhere.example"]) {
      const page = await admin.get(personPath(email));
      expect(page.text.match(buttons)).toBeNull();
      expect(page.text).toContain("are for whom the PSA confirms");
    }
  });

  test("shows a viewer the words and no button that changes anything", async () => {
    for (const email of ["jane@acme.north.example", "jane.doe@acme.north.example"]) {
      const { text } = await viewer.get(personPath(email, { portal: "acme-northmark" }));
      const posts = [...text.matchAll(/method="post" action="([^"]+)"/g)].map(([, action]) => action);
      expect(posts.filter((action) => action !== "/sign-out")).toEqual([]);
    }
  });

  test("asks at whatever door: the own one, another portal, a pasted address with a project, the office, nowhere", async () => {
    const at = async (more: Record<string, string>) =>
      headingOf(await admin.get(personPath("jane@acme.north.example", more)));
    expect(await at({})).toContain("gets in at /acme-northmark and sees 2 projects");
    expect(await at({ portal: "birch-northmark" })).toContain("this portal belongs to Birch NORTHMARK");
    expect(await at({ url: "http://north-studio.portal.test/acme-northmark/projects/p-3" })).toContain("p-3");
    expect(await at({ url: "http://office.test/" })).toContain("the firm’s own office");
    for (const more of [
      { url: "http://south-studio.portal.test/acme-southmark" },
      { url: "no address" },
      { portal: "acme-southmark" },
      { portal: "\u0000" },
    ])
      expect(await at(more)).toContain("no portal stands at");
  });

  test("knows an address below the firm's own host, too", async () => {
    const url = "http://portal.north.example/acme-northmark";
    expect(headingOf(await admin.get(personPath("jane@acme.north.example", { url })))).toContain(
      "gets in at /acme-northmark",
    );
    expect(wordsOf(await admin.get(`${DIAGNOSE}?q=${encodeURIComponent(url)}`))).toContain("jane@acme.north.example");
    expect(headingOf(await southAdmin.get(personPath("jane@acme.south.example", { url })))).toContain(
      "no portal stands at",
    );
  });

  test("names the projects that are seen and hidden, the fields that are hidden, and why", async () => {
    const words = wordsOf(await viewer.get(personPath("jane@acme.north.example")));
    expect(words).toMatch(/Projects Library renewal NORTHMARK ACMEMARK, Parking repair/);
    expect(words).toMatch(/Hidden: Secret archive NORTHMARK ACMEMARK archived or a draft in the PSA/);
    expect(words).toMatch(/Hidden: Fee .*(?:switched off|template)/);
  });

  test("counts updates and the pulse among what they see only where there are any, and says else why not", async () => {
    const email = "both@firms.north.example";
    const path = personPath(email, { portal: "acme-northmark" });
    const none = wordsOf(await admin.get(path));
    expect(none).toContain("Not there: Updates No update about a project that they see has been published. Write one");
    expect(none).toMatch(/Fields [^:]*Pulse/);
    const about = { dated_on: "2026-11-20", author: "Maya Oduya", body: "Out." };
    // Of a project that they do not see, and of another company.
    for (const project of ["p-3", "p-4"]) await admin.post("/updates/new", { ...about, do: "publish", project });
    await admin.post("/updates/new", { ...about, do: "save", project: "p-1" });
    expect(wordsOf(await admin.get(path))).toContain("Not there: Updates");
    await admin.post("/updates/new", { ...about, do: "publish", project: "p-2" });
    const client = firms.visit(firms.north);
    await client.signIn(email, "/acme-northmark");
    await client.post("/acme-northmark/projects/p-1/pulse", { score: "4" });
    const some = wordsOf(await admin.get(path));
    expect(some).toMatch(/Fields [^:]*Updates/);
    expect(some).toMatch(
      /Not there: Pulse They answered on .* and are asked again on .*See how often clients are asked/,
    );
    // Somebody else's answer is none of theirs.
    expect(wordsOf(await admin.get(personPath("jane@acme.north.example")))).toMatch(/Fields [^:]*Updates, Pulse/);
  });

  test("lists what happened: mails and what became of them, visits and refusals with their references", async () => {
    const page = await refusedVisit("old@acme.north.example", "/acme-northmark");
    const { id: firmId } = firms.north.firm;
    const mail = { firmId, id: randomUUID(), email: "old@acme.north.example" as Email, kind: "code" as const };
    const refused = { state: "refused" as const, words: "550 5.1.1 no such user", queuedAt: firms.clock.now() };
    await inFirmWrite(firms.database.db, firmId, (tx) => tx.insert(mailRecord).values({ ...mail, ...refused }));
    const words = wordsOf(await viewer.get(personPath("old@acme.north.example")));
    expect(words).toContain("Mail with a code just now Refused “550 5.1.1 no such user”");
    expect(words).toContain("Visit at /acme-northmark");
    expect(words).toContain(referenceOf(page));
  });

  test("of an email that is none is the search for what was typed", async () => {
    for (const [typed, location] of [
      ["no email", `${DIAGNOSE}?q=no+email`],
      ["", DIAGNOSE],
    ] as const) {
      const answer = await admin.send("GET", personPath(typed), { follow: false });
      expect([answer.status, answer.location]).toEqual([302, location]);
    }
  });

  test("of another firm's contact knows nothing of them", async () => {
    const page = await southAdmin.get(personPath("jane@acme.north.example"));
    expect(headingOf(page)).toContain("no contact");
    expect(page.text).not.toContain("NORTHMARK");
  });

  test("says that it cannot tell when the PSA does not answer", async () => {
    await firms.north.csv.writeText("contacts.csv", "nothing\n");
    expect(headingOf(await viewer.get(personPath("jane@acme.north.example")))).toContain("cannot be told");
  });
});

describe("check again now", () => {
  test("stores the look, which opening the page does not, and is for admins", async () => {
    const before = await storedLooks();
    await admin.get(personPath("jane@acme.north.example"));
    await viewer.post(`${DIAGNOSE}/person`, { email: "jane@acme.north.example" });
    expect(await storedLooks()).toBe(before);
    expect((await admin.post(`${DIAGNOSE}/person`, { email: "jane@acme.north.example" })).status).toBe(200);
    expect(await storedLooks()).toBe(before + 1);
  });

  test("shows before and after: nothing at first, and after the PSA was mended what has changed", async () => {
    const email = "nobody@acme.north.example";
    const page = await admin.get(personPath(email, { portal: "acme-northmark" }));
    const seen = fieldsOf(page, "Check again now");
    expect(wordsOf(await admin.post(`${DIAGNOSE}/person`, seen))).toContain("Nothing has changed");
    const mended = contactsOf("north").map((row) => (row.id === "k-4" ? { ...row, company_id: "c-acme" } : row));
    await firms.north.csv.write("contacts.csv", mended);
    const words = wordsOf(await admin.post(`${DIAGNOSE}/person`, seen));
    expect(words).toContain("Changed: company, projects, fields. They get in now");
    expect(words).toMatch(/Before, just now ?: does not get in Now, just now ?: gets in/);
    expect(words).toMatch(/Company changed Stops them .* is linked to no company .* Linked to Acme NORTHMARK/);
  });

  test("compares with what was stored last where the page sent nothing that can be read, whatever was sent", async () => {
    const email = "nobody@acme.north.example";
    await refusedVisit(email, "/acme-northmark");
    for (const seen of ["", "{", "[]", '{"outcome":"granted"}', "\u0000"]) {
      const page = await admin.post(`${DIAGNOSE}/person`, { email, portal: "acme-northmark", seen });
      expect([seen, page.status, wordsOf(page).includes("Nothing has changed")]).toEqual([seen, 200, true]);
    }
    expect((await admin.post(`${DIAGNOSE}/person`, { email: "none" })).status).toBe(200);
  });
});

describe("a reference", () => {
  test("shows the stored decision beside the one of now, with the same one fix", async () => {
    const email = "nobody@acme.north.example";
    const refused = await refusedVisit(email, "/acme-northmark");
    await expectCause(firms, firms.north, { page: refused, status: 403, cause: "who.no_company" });
    const path = `${DIAGNOSE}/references/${referenceOf(refused)}`;
    const same = wordsOf(await viewer.get(path));
    expect(same).toContain(`${email} did not get in at /acme-northmark: No Company (${email}) is linked to no company`);
    expect(same).toContain("Nothing has changed");
    expect(same).toMatch(/Do this In contacts\.csv, write c-acme.* company_id .* No Company\./);
    const mended = contactsOf("north").map((row) => (row.id === "k-4" ? { ...row, company_id: "c-acme" } : row));
    await firms.north.csv.write("contacts.csv", mended);
    const changed = wordsOf(await viewer.get(path));
    expect(changed).toContain(`Now: ${email} gets in at /acme-northmark`);
    expect(changed).toContain("Changed: company, projects, fields. They get in now");
  });

  test("does not call it a change that the firm knows who is near", async () => {
    const refused = await refusedVisit("jane.doe@acme.north.example", "/acme-northmark");
    const page = await admin.get(`${DIAGNOSE}/references/${referenceOf(refused)}`);
    expect(wordsOf(page)).toContain("Nothing has changed");
    expect(fieldsOf(page, "jane.doe@acme.north.example is Jane Doe").contactId).toBe("k-1");
  });

  test("asks again for the very project that was asked for", async () => {
    const refused = await refusedVisit("jane@acme.north.example", "/acme-northmark/projects/p-3");
    const words = wordsOf(await viewer.get(`${DIAGNOSE}/references/${referenceOf(refused)}`));
    expect(words).toContain("Nothing has changed");
  });

  test("that is unknown, mistyped or another firm's gets one and the same answer", async () => {
    const refused = await refusedVisit("jane.doe@acme.north.example", "/acme-northmark");
    const answers = [];
    for (const code of [referenceOf(refused) ?? "", "PL-7K3M-9Q", "none", "%00"]) {
      const { status, text } = await southAdmin.get(`${DIAGNOSE}/references/${code}`);
      answers.push({ status, text: text.replaceAll(code, "·").replaceAll("\uFFFD", "·") });
    }
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(answers[0]?.text).toContain("Nothing is stored under ·");
  });
});
