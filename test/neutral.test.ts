// What an outsider can learn: nothing. Addresses that exist, existed, are paused or never were; emails that are known or
// not: the same status, the same words, the same headers, and the same work behind them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPortals } from "../src/commands/create-portals.ts";
import { rotateAddress } from "../src/commands/rotate-address.ts";
import { setBrandingTexts } from "../src/commands/set-branding.ts";
import { setPortalLanguage } from "../src/commands/set-portal-language.ts";
import { setPortalState } from "../src/commands/set-portal-state.ts";
import type { Portal } from "../src/domain/firm.ts";
import { auditCounts, referenceOf } from "./support/decisions.ts";
import { otherLanguages } from "./support/english.ts";
import { listenToStatements, type Statements } from "./support/statements.ts";
import { companiesOf, startTwoFirms, type TwoFirms } from "./support/two-firms.ts";
import type { Answer, Visitor } from "./support/visitor.ts";

/** By what stands there. Slugs of one length, so that not even the length of an echo differs. */
const doors = {
  open: "acme-northmark",
  paused: "paused-company",
  retired: "former-address",
  "of an archived company": "archived-clien",
  unknown: "no-such-portal",
  "in capitals": "ACME-NORTHMARK",
};
type DoorName = keyof typeof doors;
const others = Object.keys(doors).filter((name) => name !== "unknown") as DoorName[];

let firms: TwoFirms;
let statements: Statements;
beforeAll(async () => {
  statements = listenToStatements();
  firms = await startTwoFirms();
  const doer = { firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() };
  const { db } = firms.database;
  await setBrandingTexts(db, doer, {
    texts: { accent: "#1d4ed8", welcome: "Welcome to **our** portals.", supportEmail: null, supportPhone: null },
    seen: null,
  });
  await rotateAddress(db, doer, portalOf("c-birch").id, doors.paused);
  await setPortalState(db, doer, portalOf("c-birch").id, "paused");
  await rotateAddress(db, doer, portalOf("c-cedar").id, doors.retired);
  await rotateAddress(db, doer, portalOf("c-cedar").id, "cedar-now");
  await rotateAddress(db, doer, portalOf("c-acme").id, "clients");
  await rotateAddress(db, doer, portalOf("c-acme").id, doors.open);
  // A portal speaks its own language to its own people alone.
  for (const company of ["c-acme", "c-birch", "c-cedar"])
    await setPortalLanguage(db, doer, { portalId: portalOf(company).id, language: "de" });
  const dune = { id: "c-dune" as Portal["companyId"], name: "Dune" };
  await createPortals(db, doer, [{ company: dune, template: "owner", slug: doors["of an archived company"] }]);
});
afterAll(async () => {
  statements.stop();
  await firms.stop();
});

function portalOf(company: string): Portal {
  const portal = firms.north.portals.get(company);
  if (!portal) throw new Error(`the sample has no portal for ${company}`);
  return portal;
}

/** What an answer says, without what the visitor typed, the reference, and the values of cookies. */
function saying(answer: Answer, ...typed: string[]) {
  const echoes = [...typed, referenceOf(answer) ?? ""].filter((text) => text !== "");
  const text = echoes
    .flatMap((echo) => [echo, encodeURIComponent(echo)])
    .reduce((said, echo) => said.replaceAll(echo, "·"), answer.text);
  const headers = [...answer.headers].map(([name, value]) => [
    name,
    name === "set-cookie" ? value.replace(/=[^;]*/, "=·") : value,
  ]);
  return { status: answer.status, text, headers, location: answer.location };
}

const ask = (visitor: Visitor, path: string) => visitor.send("GET", path, { follow: false });

/** Kinds of statements sent and PSA questions asked for one answer. */
async function costOf(work: () => Promise<unknown>) {
  const before = await auditCounts(firms, firms.north);
  statements.take();
  await work();
  await firms.app.decisions.settled();
  const sent = statements.take();
  const after = await auditCounts(firms, firms.north);
  const kinds = sent.map((text) => text.slice(0, 40)).sort();
  const counts = Object.entries(after).map(([action, count]) => [action, count - (before[action] ?? 0)] as const);
  const reads = counts.filter(([, count]) => count > 0).map(([action, count]) => `${action} ${count}`);
  return { count: sent.length, kinds, reads: reads.sort() };
}

// The last one: by a link that was mailed to somebody else.
const below = ["", "/projects/p-1", "/projects/p-4", "?for=AAAAAAAAAAAAAAAA"];

describe("before signing in", () => {
  test.each(others)("an address that is %s answers like one that is unknown", async (name) => {
    for (const path of below) {
      const visitor = firms.visit(firms.north);
      const [here, nowhere] = [`/${doors[name]}${path}`, `/${doors.unknown}${path}`];
      expect(saying(await ask(visitor, here), here)).toEqual(saying(await ask(visitor, nowhere), nowhere));
    }
  });

  test("the firm's welcome stands at every address, also where no portal ever stood", async () => {
    const visitor = firms.visit(firms.north);
    for (const slug of Object.values(doors))
      expect((await ask(visitor, `/${slug}`)).text).toContain("Welcome to <strong>our</strong> portals.");
  });

  test("a path that people guess answers alike, whether or not a portal stands there", async () => {
    const visitor = firms.visit(firms.north);
    const [here, nowhere] = ["/clients", "/portals"];
    expect(saying(await ask(visitor, here), here)).toEqual(saying(await ask(visitor, nowhere), nowhere));
    expect(await costOf(() => ask(visitor, here))).toEqual(await costOf(() => ask(visitor, nowhere)));
  });

  test.each(others)("an address that is %s costs as much as one that is unknown", async (name) => {
    const visitor = firms.visit(firms.north);
    const here = await costOf(() => ask(visitor, `/${doors[name]}`));
    expect(here).toEqual(await costOf(() => ask(visitor, `/${doors.unknown}`)));
    expect(here.count).toBeGreaterThan(0);
  });
});

const knownEmails = {
  "of a member": "jane@acme.north.example",
  "of an archived contact": "old@acme.north.example",
  "of a contact without a company": "nobody@acme.north.example",
  "of another firm's contact": "jane@acme.south.example",
  "of the firm's team": "",
};

describe("typing an email", () => {
  test.each(Object.keys(knownEmails) as (keyof typeof knownEmails)[])(
    "%s answers and costs like one that nobody knows, at every step",
    async (whose) => {
      const known = knownEmails[whose] || firms.north.admin;
      const unknown = `${whose.replace(/\W/g, "-")}@elsewhere.example`;
      const [one, other] = [await stepsOf(known), await stepsOf(unknown)];
      expect(one).toEqual(other);
      expect(one.map(({ status }) => status)).toEqual([303, 200, 422, 429, 422]);
    },
  );

  test.each(Object.keys(knownEmails) as (keyof typeof knownEmails)[])(
    "%s at the office answers and costs like one that nobody knows, until it is proved",
    async (whose) => {
      const known = knownEmails[whose] || firms.north.admin;
      const unknown = `office-${whose.replace(/\W/g, "-")}@elsewhere.example`;
      expect(await stepsOf(known, firms.visitOffice())).toEqual(await stepsOf(unknown, firms.visitOffice()));
    },
  );

  async function stepsOf(email: string, visitor = firms.visit(firms.north)) {
    const steps = [
      () => visitor.postOnly("/sign-in", { email, next: "/acme-northmark" }),
      () => ask(visitor, "/sign-in/code"),
      () => visitor.postOnly("/sign-in/code", { code: "none" }),
      () => visitor.postOnly("/sign-in/resend", {}),
      () => visitor.postOnly("/sign-in/code", { code: "none" }),
    ];
    const said = [];
    for (const step of steps) {
      let answer: Answer | null = null;
      const cost = await costOf(async () => {
        answer = await step();
      });
      if (answer !== null) said.push({ ...saying(answer, email), cost });
    }
    return said;
  }
});

describe("opening the link in a mail", () => {
  const emails = Object.keys(knownEmails) as (keyof typeof knownEmails)[];
  const visitDoor = { "a portal": () => firms.visit(firms.north), "the office": () => firms.visitOffice() };

  describe.each(Object.keys(visitDoor) as (keyof typeof visitDoor)[])("at %s", (door) => {
    test.each(emails)("%s answers and costs like one that nobody knows, until it is proved", async (whose) => {
      const known = knownEmails[whose] || firms.north.admin;
      const unknown = `link-${door}-${whose}`.replace(/\W/g, "-").concat("@elsewhere.example");
      const [one, other] = [await linkStepsOf(known, visitDoor[door]), await linkStepsOf(unknown, visitDoor[door])];
      expect(one).toEqual(other);
      expect(one.map(({ status }) => status)).toEqual([200, 200, 403, 422, 422, 422, 422, 422, 400, 429, 400, 400]);
    });
  });

  /** In the browser that asked and in another one, with all tries used up, and when it has run out. */
  async function linkStepsOf(email: string, visit: () => Visitor) {
    const [visitor, elsewhere] = [visit(), visit()];
    await visitor.post("/sign-in", { email, next: "/acme-northmark" });
    const link = visitor.newestLink(email);
    const code = visitor.newestCode(email).replace(/^\d{3}/, "$& ");
    const t = new URL(link, `http://${visitor.host}`).searchParams.get("t") ?? "";
    const wrong = Array.from({ length: 5 }, () => () => visitor.postOnly("/sign-in/code", { code: "none" }));
    const steps = [
      () => ask(visitor, link),
      () => ask(elsewhere, link),
      () => elsewhere.postOnly("/sign-in/link", { t }),
      ...wrong,
      () => visitor.postOnly("/sign-in/link", { t }),
      () => visitor.postOnly("/sign-in/code", { code: "1234 5678" }),
      async () => {
        firms.clock.advance(15 * 60_000);
        return ask(visitor, link);
      },
      () => ask(elsewhere, link),
    ];
    const said = [];
    for (const step of steps) {
      let answer: Answer | null = null;
      const cost = await costOf(async () => {
        answer = await step();
      });
      if (answer !== null) said.push({ ...saying(answer, email, t, code), cost });
    }
    return said;
  }

  test("a code that could be one by phone costs the same whether the firm gave one or not", async () => {
    const admin = firms.visitOffice();
    await admin.signIn(firms.north.admin);
    const email = "cy@cedar.north.example";
    await admin.post("/settings/client-portals/diagnose/code", { email });
    const said = [];
    for (const whose of [email, "no-phone@elsewhere.example"]) {
      const visitor = firms.visit(firms.north);
      await visitor.post("/sign-in", { email: whose, next: "/" });
      let answer: Answer | null = null;
      const cost = await costOf(async () => {
        answer = await visitor.postOnly("/sign-in/code", { code: "0000 0000" });
      });
      if (answer !== null) said.push({ ...saying(answer, whose), cost });
    }
    expect(said[0]).toEqual(said[1]);
    expect(said[0]?.status).toBe(422);
  });
});

describe("after signing in, an outsider", () => {
  const outsiders: [string, string][] = [
    ["whom the PSA does not know", "who@elsewhere.example"],
    ["whose contact is archived", "old@acme.north.example"],
    ["whose contact has no company", "nobody@acme.north.example"],
    ["whose company is archived", "di@dune.north.example"],
  ];
  const signedIn = new Map<string, Visitor>();
  beforeEach(async () => {
    for (const [, email] of [...outsiders, ["", "both@firms.north.example"] as const]) {
      if (signedIn.has(email)) continue;
      const visitor = firms.visit(firms.north);
      await visitor.signIn(email, "/sign-in");
      signedIn.set(email, visitor);
    }
  });

  function visitorOf(email: string): Visitor {
    const visitor = signedIn.get(email);
    if (!visitor) throw new Error(`${email} is not signed in`);
    return visitor;
  }

  describe.each(outsiders)("%s", (_, email) => {
    test.each(others)("gets the answer of an unknown address at one that is %s", async (name) => {
      for (const path of below) {
        const [here, nowhere] = [`/${doors[name]}${path}`, `/${doors.unknown}${path}`];
        const [found, missing] = [await ask(visitorOf(email), here), await ask(visitorOf(email), nowhere)];
        expect(saying(found, here, `/${doors[name]}`)).toEqual(saying(missing, nowhere, `/${doors.unknown}`));
        expect(found.status).toBe(403);
        expect(referenceOf(found)).not.toBeNull();
      }
    });

    test.each(others)("costs as much at an address that is %s as at an unknown one", async (name) => {
      const here = await costOf(() => ask(visitorOf(email), `/${doors[name]}`));
      expect(here).toEqual(await costOf(() => ask(visitorOf(email), `/${doors.unknown}`)));
      expect(here.reads).toContain("psa.find_by_email 1");
      expect(here.reads).not.toContain("psa.read_company_work 1");
    });
  });

  test("who asks the firm for help gets the same answers at whatever door, at first and again", async () => {
    const said: Record<string, unknown[]> = {};
    for (const [index, name] of (Object.keys(doors) as DoorName[]).entries()) {
      const email = `asks-${index}@elsewhere.example`;
      const visitor = firms.visit(firms.north);
      await visitor.signIn(email, "/sign-in");
      const here = `/${doors[name]}`;
      const steps: Answer[] = [];
      for (const _ of ["at first", "again"]) {
        const reference = referenceOf(await ask(visitor, here)) ?? "";
        const sent = await visitor.postOnly("/ask", { reference, next: here });
        steps.push(sent, await ask(visitor, sent.location ?? "/"));
      }
      const first = referenceOf(steps[1] as Answer) ?? "";
      // The way back leads to the address that they typed.
      const typed = encodeURIComponent(here);
      said[name] = steps.map((step) => JSON.stringify(saying(step, email, here, first)).replaceAll(typed, "·"));
      expect(steps.map(({ status }) => status)).toEqual([303, 200, 303, 200]);
    }
    for (const name of others) expect(said[name]).toEqual(said.unknown);
  });

  test("who asks gets the same answer whatever the reason is that the PSA does not let them in", async () => {
    const said = [];
    for (const [, email] of outsiders) {
      const reference = referenceOf(await ask(visitorOf(email), "/acme-northmark")) ?? "";
      const answer = await visitorOf(email).post("/ask", { reference, next: "/acme-northmark" });
      said.push(saying(answer, email));
    }
    await firms.app.background.idle();
    for (const one of said) expect(one).toEqual(said[0]);
  });

  test("gets the same words whatever the reason is that the PSA does not let them in", async () => {
    const pages = [];
    for (const [, email] of outsiders) pages.push(saying(await ask(visitorOf(email), "/acme-northmark"), email));
    for (const page of pages) expect(page).toEqual(pages[0]);
  });

  test("cannot tell by the answers either while the PSA does not answer", async () => {
    await firms.north.csv.remove("companies.csv");
    try {
      const nowhere = await ask(visitorOf("who@elsewhere.example"), `/${doors.unknown}`);
      expect(nowhere.status).toBe(503);
      for (const name of others) {
        const here = await ask(visitorOf("who@elsewhere.example"), `/${doors[name]}`);
        expect(saying(here, `/${doors[name]}`)).toEqual(saying(nowhere, `/${doors.unknown}`));
      }
    } finally {
      await firms.north.csv.write("companies.csv", companiesOf("north"));
    }
  });

  test.each(outsiders)(
    "%s is led on from a path that people guess, whether or not a portal stands there",
    async (_, email) => {
      const visitor = visitorOf(email);
      const [here, nowhere] = ["/clients", "/portals"];
      expect(saying(await ask(visitor, here))).toEqual(saying(await ask(visitor, nowhere)));
      // The page afterwards waits for what the redirect left to be written.
      const workOf = async (path: string) => {
        const { kinds, reads } = await costOf(async () => {
          await ask(visitor, path);
          await ask(visitor, `/${doors.unknown}`);
        });
        return { kinds: new Set(kinds), reads };
      };
      await workOf(nowhere);
      expect(await workOf(here)).toEqual(await workOf(nowhere));
      expect((await ask(visitor, here)).location).toBe("/");
    },
  );

  test("of one company gets the same page at another's open, retired and unknown address, with their own to choose", async () => {
    const visitor = firms.visit(firms.north);
    await visitor.signIn("cy@cedar.north.example", "/sign-in");
    const nowhere = await ask(visitor, `/${doors.unknown}`);
    expect(nowhere.text).toContain('href="/cedar-now"');
    for (const name of ["open", "paused", "of an archived company", "in capitals"] as const) {
      const here = await ask(visitor, `/${doors[name]}`);
      expect(saying(here, `/${doors[name]}`)).toEqual(saying(nowhere, `/${doors.unknown}`));
    }
  });
});

describe.each(otherLanguages)("in %s", (language) => {
  const visit = () => {
    const visitor = firms.visit(firms.north);
    visitor.language = language;
    return visitor;
  };

  test("an address that exists answers like one that does not, before signing in and to an outsider", async () => {
    const outsider = visit();
    await outsider.signIn(`outsider-${language}@elsewhere.example`, "/sign-in");
    for (const visitor of [visit(), outsider]) {
      const nowhere = await ask(visitor, `/${doors.unknown}`);
      expect(nowhere.text).toContain(`<html lang="${language}"`);
      for (const name of others) {
        const here = await ask(visitor, `/${doors[name]}`);
        expect(saying(here, `/${doors[name]}`)).toEqual(saying(nowhere, `/${doors.unknown}`));
      }
    }
  });

  test("an email that is known answers like one that is not, and their mails say the same", async () => {
    const [known, unknown] = ["jane@acme.north.example", "j-in-a@language.no.example"];
    const steps = async (email: string) => {
      const visitor = visit();
      const pages = [
        await visitor.post("/sign-in", { email, next: "/" }),
        await visitor.postOnly("/sign-in/code", { code: "none" }),
      ];
      const link = visitor.newestLink(email);
      const mail = firms.mailbox.list().find(({ to }) => to === email);
      const code = visitor.newestCode(email).replace(/^\d{3}/, "$& ");
      const text = [code, link].reduce((said, own) => said.replaceAll(own, "·"), mail?.text ?? "");
      return { pages: pages.map((page) => saying(page, email)), text };
    };
    expect(await steps(known)).toEqual(await steps(unknown));
  });
});

describe("the comparison itself", () => {
  test("sees a difference where there is one", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn("jane@acme.north.example", "/sign-in");
    const [own, unknown] = [await ask(jane, `/${doors.open}`), await ask(jane, `/${doors.unknown}`)];
    expect(saying(own, `/${doors.open}`)).not.toEqual(saying(unknown, `/${doors.unknown}`));
    const costs = [
      await costOf(() => ask(jane, `/${doors.open}/projects/p-1`)),
      await costOf(() => ask(jane, "/sign-in")),
    ];
    expect(costs[0]).not.toEqual(costs[1]);
  });
});
