// What is sensitive and switched on already reaches no further client without a question, through whichever door that would be.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { setPortalDefaults } from "../../src/commands/set-portal-defaults.ts";
import { setPortalSwitch } from "../../src/commands/set-portal-switch.ts";
import { setTemplate } from "../../src/commands/set-template.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { resetTemplate, shapeTemplate } from "../../src/commands/shape-template.ts";
import { templates } from "../../src/domain/firm.ts";
import { programDefaults } from "../../src/domain/portal-defaults.ts";
import { visibilitySwitchNames } from "../../src/domain/visibility.ts";
import { formOf } from "../support/agree.ts";
import { auditCounts } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startWithAdminAndJane, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const REGISTER = "/settings/client-portals";
const DEFAULTS = `${REGISTER}/defaults`;
const OWNER = `${REGISTER}/templates/owner`;
const VISIBILITY = "/settings/data-visibility";
const PROJECT = "/acme-northmark/projects/p-1";
/** In whichever language the portal speaks. */
const FEE = /987[.,]654/;

let firms: TwoFirms;
let admin: Visitor;
let jane: Visitor;
beforeAll(async () => {
  ({ firms, admin, jane } = await startWithAdminAndJane());
});
beforeEach(async () => {
  const { db } = firms.database;
  for (const template of templates) await resetTemplate(db, doer(), template);
  for (const name of visibilitySwitchNames) {
    await setVisibility(db, doer(), { name, isOn: ["hours", "team_names", "fee", "cross_project"].includes(name) });
    await setPortalSwitch(db, doer(), { portalId: acme().id, name, to: "inherit" });
  }
  for (const { id } of firms.north.portals.values()) await setTemplate(db, doer(), id, "owner");
  await setPortalDefaults(db, doer(), programDefaults);
});
afterAll(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });

function acme() {
  const portal = firms.north.portals.get("c-acme");
  if (!portal) throw new Error("the sample has a portal for Acme");
  return portal;
}

const templatePath = () => `${REGISTER}/${acme().id}/template`;
const isFeeShown = async () => FEE.test((await jane.get(PROJECT)).text);
const hideFee = () => shapeTemplate(firms.database.db, doer(), { template: "owner", block: "fee", change: "hide" });
const giveAcme = (template: "contractor" | null) => setTemplate(firms.database.db, doer(), acme().id, template);
const defaultTo = (template: "contractor" | "owner") =>
  setPortalDefaults(firms.database.db, doer(), { ...programDefaults, template });

/** What is in the audit beside the readings of the PSA. */
async function changesWritten(): Promise<Record<string, number>> {
  const all = Object.entries(await auditCounts(firms, firms.north));
  return Object.fromEntries(all.filter(([action]) => !action.startsWith("psa.")));
}

/** What is said of the margin beside these sums, with the number of portals. */
const costTold = (sums: string) =>
  new RegExp(
    `Together with ${sums}, profitability lets a client work out what the work costs you\\. That holds in (?:the|all) (\\d+).portals? below\\.`,
  );

/** Each door with what has to stand before it, and the form that opens it. */
const doors: [string, () => Promise<unknown>, () => [string, Record<string, string>], string, string][] = [
  [
    "a block that a template shows again",
    hideFee,
    () => [OWNER, { block: "fee", to: "show" }],
    "template.shape",
    "3 portals: Acme",
  ],
  [
    "a field that a template shows again",
    async () => {
      await setVisibility(firms.database.db, doer(), { name: "fee", isOn: true });
      await shapeTemplate(firms.database.db, doer(), { template: "owner", field: "budget", change: "hide" });
    },
    () => [OWNER, { field: "budget", to: "show" }],
    "template.shape",
    "3 portals: Acme",
  ],
  ["a template that is reset", hideFee, () => [`${OWNER}/reset`, {}], "template.reset", "3 portals: Acme"],
  [
    "another template for a portal",
    () => giveAcme("contractor"),
    () => [templatePath(), { template: "owner", next: "/settings/client-portals/diagnose" }],
    "portal.template",
    "1 portal: Acme NORTHMARK.",
  ],
  [
    "a portal that goes back to the firm’s default",
    () => giveAcme("contractor"),
    () => [templatePath(), { template: "default" }],
    "portal.template",
    "1 portal: Acme NORTHMARK.",
  ],
  [
    "another default for the portals that follow it",
    async () => {
      await defaultTo("contractor");
      await giveAcme(null);
    },
    () => [DEFAULTS, { template: "owner", locale: "de", pulse: "off" }],
    "portal_defaults.set",
    "1 portal: Acme NORTHMARK.",
  ],
];

describe.each(doors)("%s", (_, prepare, form, audited, where) => {
  test("is asked about first: what, where, how many people, and what to check; then nothing of the choice is lost", async () => {
    await prepare();
    const [path, chosen] = form();
    const before = await changesWritten();
    const question = await admin.post(path, chosen);
    expect([question.status, headingOf(question)]).toEqual([200, "Show fee to clients?"]);
    const words = wordsOf(question);
    for (const part of [
      "The fee of every project and how much of it is invoiced.",
      where,
      "who can get in",
      "Check first",
    ])
      expect(words).toContain(part);
    expect(await isFeeShown()).toBe(false);
    expect(await changesWritten()).toEqual(before);
    const { action, fields } = formOf(question);
    expect(action).toBe(path);
    expect(fields).toMatchObject({ ...chosen, agreed: "yes" });
    expect((await admin.postOnly(action, fields)).status).toBe(303);
    expect(await isFeeShown()).toBe(true);
    const after = await changesWritten();
    expect(after[audited]).toBe((before[audited] ?? 0) + 1);
  });

  test("says that the margin tells the firm's cost to whoever sees both, and where", async () => {
    await prepare();
    await setVisibility(firms.database.db, doer(), { name: "profitability", isOn: true });
    const words = wordsOf(await admin.post(...form()));
    expect(words).toMatch(costTold("fee"));
    expect(words.match(costTold("fee"))?.[1]).toBe(where.slice(0, where.indexOf(" ")));
  });

  test("is asked about only while the switch is on", async () => {
    await prepare();
    await setVisibility(firms.database.db, doer(), { name: "fee", isOn: false });
    expect((await admin.postOnly(...form())).status).toBe(303);
  });
});

describe("the margin beside a sum", () => {
  const here = () => `${REGISTER}/${acme().id}/visibility`;

  test.each([
    ["profitability", ["fee", "invoices"], "fee and invoices"],
    ["fee", ["profitability"], "fee"],
    ["invoices", ["profitability"], "invoices"],
  ] as const)("is spoken of before %s is switched on, for all portals and for one", async (name, others, sums) => {
    const { db } = firms.database;
    await setVisibility(db, doer(), { name: "fee", isOn: false });
    for (const other of others) await setVisibility(db, doer(), { name: other, isOn: true });
    const everywhere = await admin.post(VISIBILITY, { name, to: "on" });
    expect(headingOf(everywhere)).toBe(`Show ${name} at all portals?`);
    expect(wordsOf(everywhere).match(costTold(sums))?.[1]).toBe("3");
    const at = await admin.post(here(), { name, to: "on" });
    expect(headingOf(at)).toBe(`Show ${name} at the portal of Acme NORTHMARK?`);
    expect(wordsOf(at).match(costTold(sums))?.[1]).toBe("1");
    for (const page of [everywhere, at]) expect(wordsOf(page)).not.toContain("is on already");
    const { action, fields } = formOf(at);
    expect((await admin.postOnly(action, fields)).location).toBe(`${here()}#${name}`);
  });

  test("is spoken of by name where a sum stands beside it in some of the portals only", async () => {
    const { db } = firms.database;
    await setVisibility(db, doer(), { name: "fee", isOn: false });
    await setPortalSwitch(db, doer(), { portalId: acme().id, name: "fee", to: "on" });
    expect(wordsOf(await admin.post(VISIBILITY, { name: "profitability", to: "on" }))).toMatch(
      /Together with fee, profitability lets .* costs you\. 1.portal: Acme NORTHMARK\. In how many portals 3.portals/,
    );
  });

  test("is not spoken of where no sum stands beside it, and the yes given then is none once one does", async () => {
    await setVisibility(firms.database.db, doer(), { name: "fee", isOn: false });
    const question = await admin.post(VISIBILITY, { name: "profitability", to: "on" });
    expect(wordsOf(question)).not.toContain("costs you");
    await setVisibility(firms.database.db, doer(), { name: "fee", isOn: true });
    const { action, fields } = formOf(question);
    expect(wordsOf(await admin.post(action, fields))).toMatch(costTold("fee"));
  });
});

test("a yes counts for the very portals: as many others are asked about anew, and a yes that nobody was asked for is none", async () => {
  const { db } = firms.database;
  const others = [...firms.north.portals.values()].filter(({ id }) => id !== acme().id);
  const [other] = others;
  if (!other) throw new Error("the sample has a second portal");
  await hideFee();
  for (const { id } of others) await setTemplate(db, doer(), id, "contractor");
  const { action, fields } = formOf(await admin.post(OWNER, { block: "fee", to: "show" }));
  await giveAcme("contractor");
  await setTemplate(db, doer(), other.id, "owner");
  for (const sent of [fields, { ...fields, seen: "" }, { block: "fee", to: "show", agreed: "yes" }]) {
    const again = await admin.post(action, sent);
    expect(headingOf(again)).toBe("Show fee to clients?");
    expect(wordsOf(again)).toContain("1 portal: ");
  }
  await giveAcme(null);
  expect(await isFeeShown()).toBe(false);
});

test("a yes counts for what was asked: when more would be shown meanwhile, it is asked again", async () => {
  await hideFee();
  const { action, fields } = formOf(await admin.post(OWNER, { block: "fee", to: "show" }));
  await setVisibility(firms.database.db, doer(), { name: "profitability", isOn: true });
  const again = await admin.post(action, fields);
  expect(headingOf(again)).toBe("Show fee and profitability to clients?");
  expect(await isFeeShown()).toBe(false);
  expect((await admin.postOnly(action, formOf(again).fields)).status).toBe(303);
  expect(await isFeeShown()).toBe(true);
});

describe("without a question goes", () => {
  test.each([
    ["a block that shows nothing sensitive", () => [OWNER, { block: "milestones", to: "hide" }]],
    ["a block that is hidden", () => [OWNER, { block: "fee", to: "hide" }]],
    ["a block that is shown already", () => [OWNER, { block: "fee", to: "show" }]],
    ["a template that no portal has", () => [`${REGISTER}/templates/architect`, { block: "fee", to: "show" }]],
    ["a template that shows less", () => [templatePath(), { template: "contractor" }]],
    ["a default that no portal follows", () => [DEFAULTS, { template: "owner", locale: "browser", pulse: "off" }]],
  ] as [string, () => [string, Record<string, string>]][])("%s", async (_, form) => {
    expect((await admin.postOnly(...form())).status).toBe(303);
  });
});

test("whoever goes back from the question about the defaults finds the form as they had filled it in", async () => {
  await defaultTo("contractor");
  await giveAcme(null);
  const question = await admin.post(DEFAULTS, { template: "owner", locale: "de", pulse: "off" });
  const [, href = ""] = /<a href="([^"]+)">Leave it as it is/.exec(question.text) ?? [];
  const { text } = await admin.get(href.replaceAll("&amp;", "&"));
  for (const value of ["owner", "de", "off"]) expect(text).toMatch(new RegExp(`value="${value}" checked`));
  expect(await isFeeShown()).toBe(false);
});

test("the offer of Diagnose to give another template is asked about, too, and leads back there", async () => {
  await giveAcme("contractor");
  const asked = new URLSearchParams({ email: "jane@acme.north.example", portal: "acme-northmark" });
  const person = await admin.get(`${REGISTER}/diagnose/person?${asked}`);
  const offer = person.text
    .match(/<form method="post" action="[^"]*\/template">.*?<\/form>/gs)
    ?.find((form) => /value="owner"/.test(form));
  expect(offer).toBeDefined();
  const { fields } = formOf({ ...person, text: `<main>${offer}` });
  const question = await admin.post(templatePath(), { ...fields, next: fields.next?.replaceAll("&amp;", "&") ?? "" });
  expect(headingOf(question)).toBe("Show fee to clients?");
  expect(question.text).toContain(`href="${REGISTER}/diagnose/person`);
});

describe("a switch that is not sensitive", () => {
  test("is asked about where something sensitive stands inside its field, for all portals and for one", async () => {
    const { db } = firms.database;
    for (const { id } of firms.north.portals.values()) await setTemplate(db, doer(), id, "engineer");
    await setVisibility(db, doer(), { name: "rates", isOn: true });
    await setVisibility(db, doer(), { name: "hours", isOn: false });
    const question = await admin.post(VISIBILITY, { name: "hours", to: "on" });
    expect(headingOf(question)).toBe("Show hours at all portals?");
    expect(wordsOf(question)).toContain("What the hours come to at the agreed rates.");
    const here = `${REGISTER}/${acme().id}/visibility`;
    expect(headingOf(await admin.post(here, { name: "hours", to: "on" }))).toBe(
      "Show hours at the portal of Acme NORTHMARK?",
    );
    expect(wordsOf(await admin.get(VISIBILITY))).toContain("Hours: Off");
    const { action, fields } = formOf(question);
    expect(wordsOf(await admin.post(action, fields))).toContain("Hours: On");
  });

  test("is switched at once otherwise; its question leads back to the page, which says that there is none", async () => {
    await setVisibility(firms.database.db, doer(), { name: "hours", isOn: false });
    const none = await admin.get(`${VISIBILITY}/hours`);
    expect([headingOf(none), none.status]).toEqual(["Data visibility", 200]);
    expect(wordsOf(none)).toContain("There is nothing to confirm: with Hours, nothing sensitive begins to show.");
    expect((await admin.postOnly(VISIBILITY, { name: "hours", to: "on" })).location).toBe(`${VISIBILITY}#hours`);
  });
});

test("the question about a switch that is on already leads back to its page, and setting it again is done at once", async () => {
  const here = `${REGISTER}/${acme().id}/visibility`;
  for (const path of [VISIBILITY, here]) {
    expect(wordsOf(await admin.get(`${path}/fee`))).toContain("There is nothing to confirm: Fee is on already.");
    expect((await admin.postOnly(path, { name: "fee", to: "on" })).location).toBe(`${path}#fee`);
  }
});
