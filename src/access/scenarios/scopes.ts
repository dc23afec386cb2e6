// What somebody who is let in can see: projects by status, by the firm's limits, by name; and the fields of them.
import type { ContactId } from "../../domain/ids.ts";
import { contact, project } from "./people.ts";
import { granted, refused, row, type Scenario } from "./scenario.ts";
import { at, jane, limitOf, portalFor, psaWith, type World } from "./world.ts";

const two = psaWith({ projects: [project("p-1", "acme"), project("p-2", "acme"), project("p-9", "birch")] });
const twins = psaWith({
  contacts: [jane, contact("k-jane-2", ["jane@acme.example"], ["acme"])],
  projects: two.projects,
});
const named: Partial<World> = {
  isCrossProject: false,
  psa: psaWith({
    projects: [{ ...project("p-1", "acme"), contactIds: [jane.id] }, project("p-2", "acme")],
  }),
};

const statuses: Scenario[] = [
  row(
    "the company has no projects",
    { psa: psaWith({ projects: [] }) },
    refused("scope.no_projects", "no_projects_yet"),
  ),
  row(
    "all projects are archived or drafts",
    { psa: psaWith({ projects: [project("p-1", "acme", "archived"), project("p-2", "acme", "draft")] }) },
    refused("scope.status", "no_projects_yet"),
    { hidden: { "p-1": "scope.status", "p-2": "scope.status" } },
  ),
  row(
    "an archived project is hidden beside one under way",
    { psa: psaWith({ projects: [project("p-1", "acme"), project("p-2", "acme", "archived")] }) },
    granted(),
    { hidden: { "p-2": "scope.status" } },
  ),
  row(
    "a project that is completed or on hold is shown",
    { psa: psaWith({ projects: [project("p-1", "acme", "completed"), project("p-2", "acme", "on_hold")] }) },
    granted(),
  ),
];

const limits: Scenario[] = [
  row(
    "the firm has blocked this contact",
    { limits: [limitOf("k-jane", [])] },
    refused("scope.contact_limit", "nothing_shown"),
    { hidden: { "p-1": "scope.contact_limit" } },
  ),
  row(
    "the firm lets this contact see one of two projects",
    { psa: two, limits: [limitOf("k-jane", ["p-1"])] },
    granted(),
    {
      hidden: { "p-2": "scope.contact_limit" },
    },
  ),
  row(
    "the only project that is left to this contact is archived",
    {
      psa: psaWith({ projects: [project("p-1", "acme", "archived"), project("p-2", "acme")] }),
      limits: [limitOf("k-jane", ["p-1"])],
    },
    refused("scope.contact_limit", "nothing_shown"),
    { hidden: { "p-1": "scope.status", "p-2": "scope.contact_limit" } },
  ),
  row(
    "two contacts with one email, one of them limited: the narrower wins",
    { psa: twins, limits: [limitOf("k-jane-2", ["p-2"])] },
    granted("who.duplicate_contact"),
    { hidden: { "p-1": "scope.contact_limit" } },
  ),
  row(
    "two contacts with one email, limited to different projects, see neither",
    { psa: twins, limits: [limitOf("k-jane", ["p-1"]), limitOf("k-jane-2", ["p-2"])] },
    refused("scope.contact_limit", "nothing_shown", "who.duplicate_contact"),
    { hidden: { "p-1": "scope.contact_limit", "p-2": "scope.contact_limit" } },
  ),
  row("another contact's limit stops nobody else", { limits: [limitOf("k-sam", [])] }, granted()),
  row("a limit at another portal counts only there", { limits: [limitOf("k-jane", [], "birch")] }, granted()),
  row(
    "a limit to a project that is none of the company's",
    { limits: [limitOf("k-jane", ["p-9"])] },
    refused("scope.contact_limit", "nothing_shown"),
    { hidden: { "p-1": "scope.contact_limit" } },
  ),
  row(
    "a blocked contact at a paused portal",
    { limits: [limitOf("k-jane", [])], portals: [portalFor("acme", { state: "paused" })] },
    refused("door.paused", "paused", "scope.contact_limit"),
    { hidden: { "p-1": "scope.contact_limit" } },
  ),
];

const naming: Scenario[] = [
  row("contacts see only projects on which they are named, and this one is on one", named, granted(), {
    hidden: { "p-2": "scope.not_on_project" },
  }),
  row(
    "contacts see only projects on which they are named, and this one is on none",
    { isCrossProject: false },
    refused("scope.not_on_project", "no_projects_yet"),
    { hidden: { "p-1": "scope.not_on_project" } },
  ),
  row(
    "named on one project, and limited to the other: nothing is left",
    { ...named, limits: [limitOf("k-jane", ["p-2"])] },
    refused("scope.contact_limit", "nothing_shown"),
    { hidden: { "p-1": "scope.contact_limit", "p-2": "scope.not_on_project" } },
  ),
  row(
    "the asked project is one on which they are not named",
    { ...named, door: at("acme", "p-2") },
    refused("scope.no_such_project", "no_such_project"),
    { hidden: { "p-2": "scope.not_on_project" } },
  ),
  row(
    "somebody else is named on the project",
    {
      isCrossProject: false,
      psa: psaWith({ projects: [{ ...project("p-1", "acme"), contactIds: ["k-sam" as ContactId] }] }),
    },
    refused("scope.not_on_project", "no_projects_yet"),
    { hidden: { "p-1": "scope.not_on_project" } },
  ),
];

const asked: Scenario[] = [
  row("the asked project is one of theirs", { door: at("acme", "p-1") }, granted()),
  row(
    "the asked project does not exist",
    { door: at("acme", "p-x") },
    refused("scope.no_such_project", "no_such_project"),
  ),
  row(
    "the asked project is archived",
    {
      door: at("acme", "p-2"),
      psa: psaWith({ projects: [project("p-1", "acme"), project("p-2", "acme", "archived")] }),
    },
    refused("scope.no_such_project", "no_such_project"),
    { hidden: { "p-2": "scope.status" } },
  ),
  row(
    "the asked project is not among those that the firm lets them see",
    { door: at("acme", "p-2"), psa: two, limits: [limitOf("k-jane", ["p-1"])] },
    refused("scope.no_such_project", "no_such_project"),
    { hidden: { "p-2": "scope.contact_limit" } },
  ),
  row(
    "the asked project is another company's",
    { door: at("acme", "p-9") },
    refused("scope.no_such_project", "no_such_project"),
  ),
  row(
    "the asked project is archived, and there is no other",
    { door: at("acme", "p-1"), psa: psaWith({ projects: [project("p-1", "acme", "archived")] }) },
    refused("scope.status", "no_projects_yet"),
    { hidden: { "p-1": "scope.status" } },
  ),
  row(
    "the asked project at an earlier address",
    {
      door: at("old", "p-1"),
      portals: [portalFor("acme", { earlierSlugs: ["old"] })],
    },
    granted("door.stale_link"),
  ),
];

const fields: Scenario[] = [
  row("what the PSA does not supply is no field, and the budget is switched off", {}, granted(), {
    fields: { address: "scope.no_data", dates: "scope.no_data", budget: "scope.toggle" },
  }),
  row(
    "a contractor's portal does not carry the budget, though it is switched on",
    { portals: [portalFor("acme", { template: "contractor" })], isFeeShown: true },
    granted(),
    { fields: { budget: "scope.template" } },
  ),
];

export const scopeScenarios: Scenario[] = [...statuses, ...limits, ...naming, ...asked, ...fields];
