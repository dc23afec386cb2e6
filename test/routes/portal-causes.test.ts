// Who stands at which door, which page they get, and which cause is stored behind the reference on it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rotateAddress } from "../../src/commands/rotate-address.ts";
import { setPortalState } from "../../src/commands/set-portal-state.ts";
import type { Portal } from "../../src/domain/firm.ts";
import { decisionsAbout, expectCause, referenceOf } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { projectsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const at = (company: string) => `/${company}-northmark`;
const WORK_OF_ANYBODY = /Library renewal|Parking repair|Secret archive|Clinic fit-out/;

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

const known = new Map<string, Visitor>();
/** One browser per email: a mail address is sent only so many codes. */
async function signedIn(email: string): Promise<Visitor> {
  const visitor = known.get(email) ?? firms.visit(firms.north);
  if (!known.has(email)) await visitor.signIn(email);
  known.set(email, visitor);
  return visitor;
}

function portalOf(company: string): Portal {
  const portal = firms.north.portals.get(company);
  if (!portal) throw new Error(`the sample has no portal for ${company}`);
  return portal;
}

function doer() {
  return { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
}

test("whoever loads a closed door for ever fills no disk: very many loads share the reference of what was stored last", async () => {
  const email = "for-ever@elsewhere.example";
  const visitor = await signedIn(email);
  let page = await visitor.get(at("acme"));
  const references = new Set<string | null>();
  for (let count = 0; count < 125; count++) {
    page = await visitor.get(at("acme"));
    references.add(referenceOf(page));
  }
  expect([page.status, headingOf(page), references.has(null)]).toEqual([403, "No projects", false]);
  expect(await decisionsAbout(firms, firms.north, email)).toHaveLength(120);
  await expectCause(firms, firms.north, { page, status: 403, cause: "who.no_contact" });
  // Of a door that was never stored there is nothing to refer to.
  expect(referenceOf(await visitor.get("/never-asked-before"))).toBeNull();
  const another = await signedIn("not-for-ever@elsewhere.example");
  expect(referenceOf(await another.get(at("acme")))).not.toBeNull();
});

test("a member gets in, and the yes is on disk with what was shown and what was not", async () => {
  const jane = await signedIn("jane@acme.north.example");
  const before = await decisionsAbout(firms, firms.north, "jane@acme.north.example");
  const page = await jane.get(at("acme"));
  expect(page.status).toBe(200);
  expect(headingOf(page)).toContain("project under way");
  expect(referenceOf(page)).toBeNull();
  const after = await decisionsAbout(firms, firms.north, "jane@acme.north.example");
  const known = before.map(({ id }) => id);
  const added = after.filter(({ id }) => !known.includes(id));
  const yes = { outcome: "granted", cause: null, portalId: portalOf("c-acme").id };
  expect(added).toEqual([expect.objectContaining(yes)]);
  expect(added[0]?.body.projects).toEqual({ visible: 2, hidden: [{ id: "p-3", cause: "scope.status" }] });
});

test("a member opens a project of theirs, completed ones too, and sees nothing of the fee", async () => {
  const jane = await signedIn("jane@acme.north.example");
  for (const [id, name] of [
    ["p-1", "Library renewal NORTHMARK"],
    ["p-2", "Parking repair NORTHMARK"],
  ]) {
    const page = await jane.get(`${at("acme")}/projects/${id}`);
    expect([page.status, headingOf(page)]).toEqual([200, expect.stringContaining(name ?? "")]);
    expect(page.text).not.toMatch(/987,?654/);
  }
});

describe("nobody who is not signed in", () => {
  test.each([at("acme"), `${at("acme")}/projects/p-1`, "/", "/no-such-portal"])(
    "learns more at %s than that one signs in, and is led on there afterwards",
    async (path) => {
      const visitor = firms.visit(firms.north);
      const page = await visitor.get(path);
      expect([page.status, headingOf(page)]).toEqual([200, "See your projects"]);
      expect(page.text).toContain(`name="next" value="${path}"`);
      expect(page.text).not.toMatch(WORK_OF_ANYBODY);
      expect(page.text).not.toContain("NORTHMARK");
    },
  );
});

describe("somebody whom the PSA does not carry as an active contact of an active company", () => {
  test.each([
    ["no contact", "jane.doe@acme.north.example", "who.no_contact"],
    ["an archived contact", "old@acme.north.example", "who.inactive"],
    ["a contact of no company", "nobody@acme.north.example", "who.no_company"],
    ["a contact of an archived company", "di@dune.north.example", "who.company_inactive"],
    ["another firm's contact", "jane@acme.south.example", "who.no_contact"],
  ])("(%s) sees 'No projects' everywhere, with the email, a way to switch and a reference", async (_, email, cause) => {
    const visitor = await signedIn(email);
    for (const path of [at("acme"), `${at("acme")}/projects/p-1`, "/"]) {
      const page = await visitor.get(path);
      await expectCause(firms, firms.north, { page, status: 403, cause });
      expect(headingOf(page)).toBe("No projects");
      expect(wordsOf(page)).toContain(`You are signed in as ${email}`);
      expect(wordsOf(page)).toContain("Use another email");
      expect(page.text).toContain("mailto:");
      expect(page.text).not.toMatch(WORK_OF_ANYBODY);
      expect(wordsOf(page)).not.toContain("NORTHMARK");
    }
  });

  test("switches to the right email and ends where they wanted to go", async () => {
    const visitor = firms.visit(firms.north);
    await visitor.signIn("jane.doe@acme.north.example");
    const refused = await visitor.get(`${at("acme")}/projects/p-1`);
    expect(refused.text).toContain(`name="next" value="${at("acme")}/projects/p-1"`);
    await visitor.post("/sign-out", { next: `${at("acme")}/projects/p-1` });
    const page = await visitor.signIn("jane@acme.north.example", `${at("acme")}/projects/p-1`);
    expect(headingOf(page)).toContain("Library renewal");
  });
});

describe("a contact of another company", () => {
  test("is refused, and led to their own portal and nowhere else", async () => {
    const bo = await signedIn("bo@birch.north.example");
    for (const path of [at("acme"), `${at("acme")}/projects/p-1`, `${at("acme")}/projects/p-4`, at("cedar")]) {
      const page = await bo.get(path);
      await expectCause(firms, firms.north, { page, status: 403, cause: "door.other_clients_portal" });
      expect(headingOf(page)).toBe("Your projects have their own address");
      expect(page.text).toContain(`href="${at("birch")}"`);
      expect(wordsOf(page)).not.toMatch(/Acme|Cedar|Library|Clinic/);
    }
  });

  test("gets the same page at an address where no portal stands, with the other cause stored", async () => {
    const bo = await signedIn("bo@birch.north.example");
    const page = await bo.get("/no-such-portal");
    await expectCause(firms, firms.north, { page, status: 403, cause: "door.unknown_url" });
    expect(headingOf(page)).toBe("Your projects have their own address");
  });
});

describe("a contact of two companies", () => {
  test("gets in at both, sees the work of each only there, and chooses at the firm's address", async () => {
    const both = await signedIn("both@firms.north.example");
    const [acme, birch] = [await both.get(at("acme")), await both.get(at("birch"))];
    expect([acme.status, birch.status]).toEqual([200, 200]);
    expect(acme.text).toContain("Library renewal");
    expect(acme.text).not.toContain("Clinic fit-out");
    expect(birch.text).toContain("Clinic fit-out");
    expect(birch.text).not.toContain("Library renewal");
    const chooser = await both.get("/");
    expect(headingOf(chooser)).toBe("Which company’s projects?");
    expect(chooser.text).toContain(`href="${at("acme")}"`);
    expect(chooser.text).toContain(`href="${at("birch")}"`);
  });
});

describe("the firm's address without a portal", () => {
  test("opens a person's only portal at once", async () => {
    const jane = await signedIn("jane@acme.north.example");
    const page = await jane.send("GET", "/", { follow: false });
    expect([page.status, page.location]).toEqual([303, at("acme")]);
  });

  test("tells a person whose company has no open portal just that", async () => {
    await setPortalState(firms.database.db, doer(), portalOf("c-cedar").id, "paused");
    const page = await (await signedIn("cy@cedar.north.example")).get("/");
    await setPortalState(firms.database.db, doer(), portalOf("c-cedar").id, "open");
    await expectCause(firms, firms.north, { page, status: 403, cause: "door.no_portal" });
    expect(headingOf(page)).toBe("Your page is not open");
  });
});

describe("a project that is not theirs to see", () => {
  test("answers byte for byte alike, whether it is another company's, archived or invented", async () => {
    const jane = await signedIn("jane@acme.north.example");
    const pages: string[] = [];
    for (const id of ["p-4", "p-3", "p-x", "p-5"]) {
      const page = await jane.get(`${at("acme")}/projects/${id}`);
      const stored = await expectCause(firms, firms.north, { page, status: 404, cause: "scope.no_such_project" });
      expect(stored.steps.find(({ check }) => check === "scope")?.evidence).toMatchObject({ asked: id });
      pages.push(withoutEcho(page, id));
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain(`href="${at("acme")}"`);
  });

  test("cannot be told by the headers either", async () => {
    const jane = await signedIn("jane@acme.north.example");
    const [others, invented] = [
      await jane.get(`${at("acme")}/projects/p-4`),
      await jane.get(`${at("acme")}/projects/p-x`),
    ];
    expect([...others.headers].sort()).toEqual([...invented.headers].sort());
  });

  function withoutEcho(page: Answer, id: string): string {
    return page.text
      .replaceAll(referenceOf(page) ?? "", "REFERENCE")
      .replaceAll(`projects/${id}`, "projects/ID")
      .replaceAll(`projects%2F${id}`, "projects%2FID");
  }
});

describe("a company without a project to show", () => {
  test("is told that there is none yet, by its name, and why is stored", async () => {
    const page = await (await signedIn("cy@cedar.north.example")).get(at("cedar"));
    await expectCause(firms, firms.north, { page, status: 200, cause: "scope.no_projects" });
    expect(headingOf(page)).toBe("No projects yet");
    expect(wordsOf(page)).toContain("Cedar NORTHMARK");
  });

  test("is told the same when all that it has is archived or a draft, and the firm is told the difference", async () => {
    const south = firms.visit(firms.south);
    await firms.south.csv.write("projects.csv", [
      { id: "p-1", company_id: "c-cedar", name: "Draft SOUTHMARK", status: "draft" },
      { id: "p-2", company_id: "c-cedar", name: "Put away SOUTHMARK", status: "archived" },
    ]);
    await south.signIn("cy@cedar.south.example");
    const page = await south.get("/cedar-southmark");
    const stored = await expectCause(firms, firms.south, { page, status: 200, cause: "scope.status" });
    expect(headingOf(page)).toBe("No projects yet");
    expect(page.text).not.toMatch(/Draft SOUTHMARK|Put away/);
    expect(stored.projects.hidden.map(({ id }) => id)).toEqual(["p-1", "p-2"]);
    const project = await south.get("/cedar-southmark/projects/p-1");
    await expectCause(firms, firms.south, { page: project, status: 200, cause: "scope.status" });
  });
});

describe("a paused portal", () => {
  test("says so to its members, and to nobody else that it is there", async () => {
    const [jane, bo, who] = [
      await signedIn("jane@acme.north.example"),
      await signedIn("bo@birch.north.example"),
      await signedIn("who@elsewhere.example"),
    ];
    await setPortalState(firms.database.db, doer(), portalOf("c-acme").id, "paused");
    const [forJane, forBo, forWho] = [await jane.get(at("acme")), await bo.get(at("acme")), await who.get(at("acme"))];
    const project = await jane.get(`${at("acme")}/projects/p-1`);
    const anonymous = await firms.visit(firms.north).get(at("acme"));
    await setPortalState(firms.database.db, doer(), portalOf("c-acme").id, "open");

    for (const page of [forJane, project, forBo, forWho])
      await expectCause(firms, firms.north, { page, status: 403, cause: "door.paused" });
    expect([headingOf(forJane), headingOf(project)]).toEqual(["This page is paused", "This page is paused"]);
    expect(wordsOf(forJane)).toContain("Acme NORTHMARK");
    expect(forJane.text).not.toMatch(WORK_OF_ANYBODY);
    expect(headingOf(forBo)).toBe("Your projects have their own address");
    expect(headingOf(forWho)).toBe("No projects");
    for (const page of [forBo, forWho]) expect(page.text).not.toMatch(/paused|Acme/);
    expect(headingOf(anonymous)).toBe("See your projects");
    expect((await jane.get(at("acme"))).text).toContain("Library renewal");
  });
});

describe("an earlier address of a portal", () => {
  test("leads its members on to the same page at the new one, and tells nobody else", async () => {
    const jane = await signedIn("jane@acme.north.example");
    const bo = await signedIn("bo@birch.north.example");
    const rotated = await rotateAddress(firms.database.db, doer(), portalOf("c-acme").id, "acme-2030");
    expect(rotated.kind).toBe("rotated");

    const before = await firms.visit(firms.north).send("GET", at("acme"), { follow: false });
    expect([before.status, headingOf(before)]).toEqual([200, "See your projects"]);
    expect(before.text).not.toContain("acme-2030");
    for (const below of ["", "/projects/p-1", "/projects/p-2"]) {
      const led = await jane.send("GET", `${at("acme")}${below}`, { follow: false });
      expect([led.status, led.location]).toEqual([303, `/acme-2030${below}`]);
    }
    const encoded = await jane.send("GET", `/%61cme-northmark/projects/p-1`, { follow: false });
    expect(encoded.location).toBe("/acme-2030/projects/p-1");
    expect(headingOf(await jane.get(`${at("acme")}/projects/p-1`))).toContain("Library renewal");

    const forBo = await bo.get(at("acme"));
    await expectCause(firms, firms.north, { page: forBo, status: 403, cause: "door.other_clients_portal" });
    expect(forBo.text).not.toContain("acme-2030");

    const stored = await decisionsAbout(firms, firms.north, "jane@acme.north.example");
    const noted = stored.filter(({ body }) => body.asked === "acme-northmark" && body.portal === "acme-2030");
    expect(noted.length).toBeGreaterThan(0);
    expect(noted[0]?.body.steps[0]).toMatchObject({ check: "address", verdict: "pass", cause: "door.stale_link" });

    await rotateAddress(firms.database.db, doer(), portalOf("c-acme").id, "acme-northmark");
    expect((await jane.send("GET", at("acme"), { follow: false })).status).toBe(200);
    const back = await jane.send("GET", "/acme-2030", { follow: false });
    expect(back.location).toBe(at("acme"));
  });

  test("leads on to a project whose id is not plain letters", async () => {
    const id = "Träger 7/8?#%41é";
    const cy = await signedIn("cy@cedar.north.example");
    await withProject(id, async () => {
      await rotateAddress(firms.database.db, doer(), portalOf("c-cedar").id, "cedar-2030");
      const path = `/projects/${encodeURIComponent(id)}`;
      const led = await cy.send("GET", `${at("cedar")}${path}`, { follow: false });
      expect([led.status, led.location]).toEqual([303, `/cedar-2030${path}`]);
      expect(headingOf(await cy.get(`${at("cedar")}${path}`))).toContain("Odd id");
      await rotateAddress(firms.database.db, doer(), portalOf("c-cedar").id, "cedar-northmark");
    });
  });

  async function withProject(id: string, work: () => Promise<void>): Promise<void> {
    const rows = [{ id, company_id: "c-cedar", name: "Odd id", status: "active" }];
    await firms.north.csv.write("projects.csv", [...projectsOf("north"), ...rows]);
    await work();
    await firms.north.csv.write("projects.csv", projectsOf("north"));
  }
});
