// The address: current, earlier, paused, mistyped, another client's, the firm's own, or none; for people of every kind.
import { company, email } from "./people.ts";
import { granted, refused, row, type Scenario, unavailable } from "./scenario.ts";
import { acme, at, birch, bo, jane, portalFor, psaWith, signedIn, type World } from "./world.ts";

const office = { door: { kind: "office" } } as const;
const root = { door: { kind: "root" } } as const;
const stranger = { visitor: signedIn("who@elsewhere.example") };
const ofBirch = { visitor: signedIn("bo@birch.example") };
const paused: Partial<World> = { portals: [portalFor("acme", { state: "paused" }), portalFor("birch")] };
const moved: Partial<World> = {
  portals: [portalFor("acme", { slug: "acme-corp", earlierSlugs: ["acme"] }), portalFor("birch")],
};
const birchHasNone: Partial<World> = { portals: [portalFor("acme")] };
const birchPaused: Partial<World> = { portals: [portalFor("acme"), portalFor("birch", { state: "paused" })] };
const down = psaWith({ trouble: { people: "psa.down", work: null } });
const team = { team: [email("maya@north.example")], visitor: signedIn("maya@north.example") };

const officePage = { page: "the office has pages of its own: test/routes/office" };
const noPortalAsked = { diagnose: "without a door, the firm’s question looks at their own portal, paused or not" };

const current: Scenario[] = [
  row("a contact of the company at its portal gets in", {}, granted()),
  row("an earlier address lets its people in, to be led on", moved, granted("door.stale_link")),
  row(
    "an earlier address tells a stranger nothing",
    { ...moved, ...stranger },
    refused("who.no_contact", "no_projects", "door.stale_link"),
  ),
  row(
    "an earlier address leads a person of another company to their own",
    { ...moved, ...ofBirch },
    refused("door.other_clients_portal", "elsewhere", "door.stale_link"),
  ),
  row(
    "an earlier address of a portal that is paused, for its own people",
    { portals: [portalFor("acme", { slug: "acme-corp", earlierSlugs: ["acme"], state: "paused" })] },
    refused("door.paused", "paused"),
  ),
  row(
    "an address that never was, for a contact who has a portal",
    { door: at("acme-inc") },
    refused("door.unknown_url", "elsewhere"),
  ),
  row(
    "an address that never was, for somebody unknown",
    { door: at("acme-inc"), ...stranger },
    refused("door.unknown_url", "no_projects", "who.no_contact"),
  ),
  row(
    "an address that never was, for an archived contact",
    { door: at("acme-inc"), psa: psaWith({ contacts: [{ ...jane, isArchived: true }] }) },
    refused("door.unknown_url", "no_projects", "who.inactive"),
  ),
  row(
    "an address that never was, for a client without an open portal",
    { door: at("birch-inc"), ...ofBirch, ...birchHasNone },
    refused("door.unknown_url", "not_open"),
  ),
  row(
    "an address that never was, while the PSA does not answer",
    { door: at("acme-inc"), psa: down },
    refused("door.unknown_url", "cannot_tell", "psa.down"),
  ),
  row(
    "an address that never was, for somebody of the firm",
    { door: at("acme-inc"), ...team },
    refused("door.unknown_url", "team", "who.team_member"),
  ),
  row(
    "another client's portal, for a person who has one of their own",
    ofBirch,
    refused("door.other_clients_portal", "elsewhere"),
  ),
  row(
    "another client's portal, while their own is paused",
    { ...ofBirch, ...birchPaused },
    refused("door.other_clients_portal", "not_open"),
  ),
  row(
    "another client's portal, while their own company has none",
    { ...ofBirch, ...birchHasNone },
    refused("door.other_clients_portal", "not_open"),
  ),
  row(
    "another client's portal, for a person of two other companies",
    {
      ...ofBirch,
      psa: psaWith({
        companies: [acme, birch, company("cedar")],
        contacts: [jane, { ...bo, companyIds: [birch.id, company("cedar").id] }],
      }),
    },
    refused("door.other_clients_portal", "elsewhere"),
  ),
];

const closed: Scenario[] = [
  row("a paused portal, for its own people", paused, refused("door.paused", "paused")),
  row(
    "a paused portal, for somebody unknown",
    { ...paused, ...stranger },
    refused("door.paused", "no_projects", "who.no_contact"),
  ),
  row(
    "a paused portal, for a person who has another one",
    { ...paused, ...ofBirch },
    refused("door.paused", "elsewhere", "door.other_clients_portal"),
  ),
  row(
    "a paused portal, for a client of another company without an open one",
    { ...ofBirch, portals: [portalFor("acme", { state: "paused" })] },
    refused("door.paused", "not_open", "door.other_clients_portal"),
  ),
  row(
    "a paused portal, for a person of two companies",
    { ...paused, psa: psaWith({ contacts: [{ ...jane, companyIds: [acme.id, birch.id] }] }) },
    refused("door.paused", "paused", "who.several_companies"),
  ),
  row(
    "a paused portal, for an archived contact",
    { ...paused, psa: psaWith({ contacts: [{ ...jane, isArchived: true }] }) },
    refused("door.paused", "no_projects", "who.inactive"),
  ),
  row(
    "a paused portal of a company that is archived",
    { ...paused, psa: psaWith({ companies: [{ ...acme, isArchived: true }, birch] }) },
    refused("door.paused", "no_projects", "who.company_inactive"),
  ),
  row(
    "a paused portal of a company without projects",
    { ...paused, psa: psaWith({ projects: [] }) },
    refused("door.paused", "paused", "scope.no_projects"),
  ),
  row(
    "a paused portal, while the PSA does not answer",
    { ...paused, psa: down },
    refused("door.paused", "cannot_tell", "psa.down"),
  ),
  row(
    "a paused portal, while the projects cannot be read",
    { ...paused, psa: psaWith({ trouble: { people: null, work: "psa.down" } }) },
    refused("door.paused", "paused", "psa.down"),
  ),
  row(
    "a paused portal, for somebody of the firm",
    { ...paused, ...team },
    refused("door.paused", "team", "who.team_member"),
  ),
];

const others: Scenario[] = [
  row("the firm's office, for a client", office, refused("door.staff_url", "elsewhere"), { except: officePage }),
  row(
    "the firm's office, for a client whose company has no portal",
    { ...office, ...ofBirch, ...birchHasNone },
    refused("door.staff_url", "not_open"),
    { except: officePage },
  ),
  row(
    "the firm's office, for somebody unknown",
    { ...office, ...stranger },
    refused("door.staff_url", "no_projects", "who.no_contact"),
    { except: officePage },
  ),
  row(
    "the firm's office, for somebody of the firm",
    { ...office, ...team },
    refused("door.staff_url", "team", "who.team_member"),
    { except: officePage },
  ),
  row(
    "the firm's office, while the PSA does not answer",
    { ...office, psa: down },
    refused("door.staff_url", "cannot_tell", "psa.down"),
    { except: officePage },
  ),
  row(
    "the firm's host, for a client whose company has no portal",
    { ...root, ...ofBirch, ...birchHasNone },
    refused("door.no_portal", "not_open"),
  ),
  row(
    "the firm's host, for a client whose portal is paused",
    { ...root, ...ofBirch, ...birchPaused },
    refused("door.no_portal", "not_open"),
    { except: noPortalAsked },
  ),
  row("the firm's host, for somebody unknown", { ...root, ...stranger }, refused("who.no_contact", "no_projects")),
  row(
    "the firm's host, for a client whose company is archived",
    { ...root, psa: psaWith({ companies: [{ ...acme, isArchived: true }, birch] }) },
    refused("who.company_inactive", "no_projects"),
    { except: noPortalAsked },
  ),
  row("the firm's host, while the PSA does not answer", { ...root, psa: down }, unavailable("psa.down")),
];

export const doorScenarios: Scenario[] = [...current, ...closed, ...others];
