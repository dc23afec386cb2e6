// Whoever makes a portal, lifts a limit or approves an address reads before the click what is sensitive and will be seen by it.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { portalCreate } from "../../src/cli/portal.ts";
import { limitContact } from "../../src/commands/limit-contact.ts";
import { setPortalSwitch } from "../../src/commands/set-portal-switch.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import { readConfig } from "../../src/config/config.ts";
import type { ContactId, ProjectId } from "../../src/domain/ids.ts";
import { wordsOf } from "../support/page.ts";
import { companiesOf, contactsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const REGISTER = "/settings/client-portals";
const DIAGNOSE = `${REGISTER}/diagnose`;

let firms: TwoFirms;
let admin: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  const { csv } = firms.north;
  await csv.write("companies.csv", [...companiesOf("north"), { id: "c-elm", name: "Elm", archived: "false" }]);
  const ed = { id: "k-elm", email: "ed@elm.example", name: "Ed Elm", company_id: "c-elm", archived: "false" };
  await csv.write("contacts.csv", [...contactsOf("north"), ed]);
  const contact = { id: "k-1" as ContactId, name: "Jane Doe" };
  await limitContact(firms.database.db, doer(), { portalId: acmeId(), contact, projectIds: ["p-gone" as ProjectId] });
});
beforeEach(async () => {
  await setVisibility(firms.database.db, doer(), { name: "fee", isOn: false });
  await setPortalSwitch(firms.database.db, doer(), { portalId: acmeId(), name: "fee", to: "inherit" });
});
afterAll(() => firms.stop());

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });

function acmeId() {
  const portal = firms.north.portals.get("c-acme");
  if (!portal) throw new Error("the sample has a portal for Acme");
  return portal.id;
}

const person = (email: string, portal?: string) =>
  `${DIAGNOSE}/person?${new URLSearchParams({ email, ...(portal && { portal }) })}`;

/** Where each button stands, with the sentence beside it and the portal whose own switch counts; null: those for all. */
const places: [string, string, string, boolean][] = [
  [
    "a portal that is made from the register",
    REGISTER,
    "A portal that is made now shows fee, which many agreements",
    false,
  ],
  [
    "a portal that is made from Diagnose",
    person("ed@elm.example"),
    "then send them its address. As it would be made now, it shows fee, which many agreements keep from clients, to every contact",
    false,
  ],
  [
    "a limit that is lifted from the list",
    `${DIAGNOSE}/limits`,
    "only 1 project Without the limit: all projects, with fee.",
    true,
  ],
  [
    "a limit that is lifted from Diagnose",
    person("jane@acme.north.example", "acme-northmark"),
    "they see every project of their company again. Of each they see fee, which many agreements",
    true,
  ],
  [
    "a limit that is in force beside their name",
    person("jane@acme.north.example", "acme-northmark"),
    "Without the limit: all projects, with fee.",
    true,
  ],
  [
    "an address that is approved",
    person("jane.doe@acme.north.example", "acme-northmark"),
    "nothing is linked without that. They then see fee, too, which many agreements",
    true,
  ],
];

test.each(places)(
  "%s: what is sensitive stands beside the button, and nothing where nothing is",
  async (_, path, said, isOfPortal) => {
    const saidAt = async () => wordsOf(await admin.get(path)).replaceAll("\u00a0", " ");
    expect(await saidAt()).not.toContain(said);
    await setVisibility(firms.database.db, doer(), { name: "fee", isOn: true });
    expect(await saidAt()).toContain(said);
    await setPortalSwitch(firms.database.db, doer(), { portalId: acmeId(), name: "fee", to: "off" });
    expect((await saidAt()).includes(said)).toBe(!isOfPortal);
  },
);

test("at the register it stands only while there is a company without a portal", async () => {
  await setVisibility(firms.database.db, doer(), { name: "fee", isOn: true });
  await firms.north.csv.write("companies.csv", companiesOf("north"));
  expect(wordsOf(await admin.get(REGISTER))).not.toContain("A portal that is made now");
});

test.each([
  ["fir", false, null],
  ["ash", true, "Whoever gets in there sees fee, which many agreements keep from clients."],
] as const)(
  "the command that makes a portal of %s says what is sensitive there: fee on %s, %j",
  async (name, isOn, shows) => {
    const { csv, firm } = firms.north;
    await setVisibility(firms.database.db, doer(), { name: "fee", isOn });
    await csv.write("companies.csv", [...companiesOf("north"), { id: `c-${name}`, name, archived: "false" }]);
    const config = { ...readConfig({}, "local"), keys: { current: Buffer.alloc(32), former: [] } };
    const context = { config, db: firms.database.db, decisions: firms.app.decisions, now: firms.clock.now() };
    const { json, lines } = await portalCreate(context, { firm: firm.slug, company: `c-${name}` });
    expect(json).toMatchObject({ created: [{ portal: expect.stringContaining(name) }], shows });
    expect(lines.slice(1)).toEqual(shows === null ? [] : ["", shows]);
  },
);
