// Who somebody is to the firm: contact, alias, team, and the companies that the PSA links them to.
import type { ContactId } from "../../domain/ids.ts";
import type { NearMatch } from "../facts.ts";
import { contact, email, project } from "./people.ts";
import { granted, refused, row, type Scenario } from "./scenario.ts";
import { acme, aliasOf, birch, bo, calmPsa, jane, limitOf, portalFor, psaWith, signedIn, type World } from "./world.ts";

const archived = { ...jane, isArchived: true };
const janeDoe = { visitor: signedIn("jane.doe@acme.example") };
const approved = { ...janeDoe, alias: aliasOf("jane.doe@acme.example", "k-jane", "jane@acme.example") };
const team = { team: [email("maya@north.example")], visitor: signedIn("maya@north.example") };

const nearJane: NearMatch = {
  contactId: jane.id,
  contactName: jane.name,
  contactEmail: email("jane@acme.example"),
  companyIds: [acme.id],
  companyNames: [acme.name],
  likeness: "same_name",
};

const contacts: Scenario[] = [
  row(
    "no contact carries the email",
    { visitor: signedIn("who@elsewhere.example") },
    refused("who.no_contact", "no_projects"),
  ),
  row(
    "a contact of the same mail domain has another name",
    { visitor: signedIn("procurement@acme.example") },
    refused("who.no_contact", "no_projects"),
  ),
  row(
    "the email is nearly a contact's",
    { ...janeDoe, nearMatches: [nearJane] },
    refused("who.email_differs", "no_projects"),
  ),
  row(
    "the only contact is archived",
    { psa: psaWith({ contacts: [archived, bo] }) },
    refused("who.inactive", "no_projects"),
  ),
  row(
    "every contact with the email is archived",
    { psa: psaWith({ contacts: [archived, { ...archived, id: contact("k-jane-2", [], []).id }] }) },
    refused("who.inactive", "no_projects"),
  ),
  row(
    "an archived contact beside an active one with the same email",
    { psa: psaWith({ contacts: [contact("k-jane-2", ["jane@acme.example"], ["acme"], true), jane] }) },
    granted(),
  ),
  row(
    "an archived contact here does not count beside an active one elsewhere",
    { psa: psaWith({ contacts: [archived, contact("k-jane-2", ["jane@acme.example"], ["birch"])] }) },
    refused("door.other_clients_portal", "elsewhere"),
  ),
  row(
    "two contacts with one email count together",
    { psa: psaWith({ contacts: [contact("k-jane-2", ["jane@acme.example"], []), jane] }) },
    granted("who.duplicate_contact"),
  ),
  row(
    "two contacts with one email at two companies",
    { psa: psaWith({ contacts: [contact("k-jane-2", ["jane@acme.example"], ["birch"]), jane] }) },
    granted("who.duplicate_contact", "who.several_companies"),
  ),
  row(
    "a mailbox that several people read",
    {
      visitor: signedIn("office@acme.example"),
      psa: psaWith({ contacts: [contact("k-office", ["office@acme.example"], ["acme"])] }),
    },
    granted("who.shared_mailbox"),
  ),
  row("somebody of the firm at a client's portal", team, refused("who.team_member", "team")),
  row(
    "somebody of the firm who is a client's contact too",
    { ...team, psa: psaWith({ contacts: [contact("k-maya", ["maya@north.example"], ["acme"])] }) },
    granted("who.staff_and_client"),
  ),
  row(
    "somebody of the firm who is a contact of another client",
    { ...team, psa: psaWith({ contacts: [contact("k-maya", ["maya@north.example"], ["birch"])] }) },
    refused("door.other_clients_portal", "elsewhere", "who.staff_and_client"),
  ),
  row(
    "somebody of the firm whose contact is archived",
    { ...team, psa: psaWith({ contacts: [contact("k-maya", ["maya@north.example"], ["acme"], true)] }) },
    refused("who.inactive", "no_projects"),
  ),
];

const noneOfAcme = [project("p-9", "birch")];
const acmeArchived = [{ ...acme, isArchived: true }, birch];

/** One look shows everything that is wrong, so that nobody mends one thing only to meet the next. */
const severalAtOnce: Scenario[] = [
  row(
    "the contact is archived, and the company has no project",
    { psa: psaWith({ contacts: [archived, bo], projects: noneOfAcme }) },
    refused("who.inactive", "no_projects", "scope.no_projects"),
  ),
  row(
    "the portal is paused, the contact archived, and every project as well",
    {
      portals: [portalFor("acme", { state: "paused" })],
      psa: psaWith({ contacts: [archived, bo], projects: [project("p-1", "acme", "archived")] }),
    },
    refused("door.paused", "no_projects", "who.inactive", "scope.status"),
  ),
  row(
    "the portal is paused, contact and company are archived, and there is no project",
    {
      portals: [portalFor("acme", { state: "paused" })],
      psa: psaWith({ companies: acmeArchived, contacts: [archived], projects: noneOfAcme }),
    },
    refused("door.paused", "no_projects", "who.inactive", "who.company_inactive", "scope.no_projects"),
  ),
  row(
    "the contact is archived, and linked to no company",
    { psa: psaWith({ contacts: [{ ...archived, companyIds: [] }, bo] }) },
    refused("who.inactive", "no_projects", "who.no_company"),
  ),
  row(
    "the archived contact is another company's",
    { psa: psaWith({ contacts: [{ ...archived, companyIds: [birch.id] }, bo], projects: noneOfAcme }) },
    refused("who.inactive", "no_projects", "door.other_clients_portal"),
  ),
  row(
    "the archived contact is limited to nothing",
    { psa: psaWith({ contacts: [archived, bo] }), limits: [limitOf("k-jane", [])] },
    refused("who.inactive", "no_projects", "scope.contact_limit"),
  ),
  row(
    "the archived contact is named on no project, and only those count",
    { psa: psaWith({ contacts: [archived, bo] }), isCrossProject: false },
    refused("who.inactive", "no_projects", "scope.not_on_project"),
  ),
  row(
    "nobody's email, at the portal of a company without a project",
    { visitor: signedIn("who@elsewhere.example"), psa: psaWith({ projects: noneOfAcme }) },
    refused("who.no_contact", "no_projects", "scope.no_projects"),
  ),
  row(
    "nobody's email, at the portal of a company whose contacts see only the projects on which they are named",
    {
      visitor: signedIn("who@elsewhere.example"),
      isCrossProject: false,
      psa: psaWith({ projects: [{ ...project("p-1", "acme"), contactIds: ["k-sam" as ContactId] }] }),
    },
    refused("who.no_contact", "no_projects"),
  ),
  row(
    "the company is archived, and has no project",
    { psa: psaWith({ companies: acmeArchived, projects: noneOfAcme }) },
    refused("who.company_inactive", "no_projects", "scope.no_projects"),
  ),
  row(
    "the contact is archived, and the company's projects cannot be read",
    { psa: psaWith({ contacts: [archived, bo], trouble: { people: null, work: "psa.down" } }) },
    refused("who.inactive", "no_projects"),
  ),
];

const aliases: Scenario[] = [
  row("an approved email counts as the contact", approved, granted("who.by_alias")),
  row(
    "an approved email whose contact is archived",
    { ...approved, psa: psaWith({ contacts: [archived, bo] }) },
    refused("who.inactive", "no_projects"),
  ),
  row(
    "an approved email whose contact is gone from the PSA",
    { ...approved, psa: psaWith({ contacts: [bo] }) },
    refused("who.alias_broken", "no_projects"),
  ),
  row(
    "an approved email whose contact has another email by now",
    { ...approved, psa: psaWith({ contacts: [{ ...jane, emails: [email("j.smith@acme.example")] }] }) },
    refused("who.alias_broken", "no_projects"),
  ),
  row(
    "an approved email whose contact's address was given to somebody else",
    { ...approved, psa: psaWith({ contacts: [contact("k-sam", ["jane@acme.example"], ["acme"])] }) },
    refused("who.alias_broken", "no_projects"),
  ),
  row(
    "an approval that the PSA has made needless",
    {
      ...approved,
      psa: psaWith({ contacts: [{ ...jane, emails: [...jane.emails, email("jane.doe@acme.example")] }] }),
    },
    granted(),
  ),
  row(
    "an approved email that another company's contact carries",
    { ...approved, psa: psaWith({ contacts: [jane, contact("k-sam", ["jane.doe@acme.example"], ["birch"])] }) },
    granted("who.by_alias", "who.several_companies"),
  ),
  row(
    "an approved email whose contact belongs to another company",
    { ...approved, psa: psaWith({ contacts: [{ ...jane, companyIds: [birch.id] }] }) },
    refused("door.other_clients_portal", "elsewhere", "who.by_alias"),
  ),
  row(
    "an approval for somebody else's email opens nothing here",
    {
      alias: aliasOf("jane.doe@acme.example", "k-jane", "jane@acme.example"),
      visitor: signedIn("procurement@acme.example"),
    },
    refused("who.no_contact", "no_projects"),
  ),
  row(
    "a broken approval of somebody who works at the firm",
    {
      ...team,
      alias: aliasOf("maya@north.example", "k-jane", "jane@acme.example"),
      psa: psaWith({ contacts: [bo] }),
    },
    refused("who.team_member", "team"),
  ),
];

const hasBeenIn: Partial<World> = { records: [{ kind: "got_in", companyId: acme.id }] };
const toBirch = { ...jane, companyIds: [birch.id] };
const both = { ...jane, companyIds: [acme.id, birch.id] };

const companies: Scenario[] = [
  row(
    "the contact is linked to no company",
    { psa: psaWith({ contacts: [{ ...jane, companyIds: [] }, bo] }) },
    refused("who.no_company", "no_projects"),
  ),
  row(
    "the contact used to get in and is linked to no company",
    { ...hasBeenIn, psa: psaWith({ contacts: [{ ...jane, companyIds: [] }] }) },
    refused("who.no_company", "no_projects"),
  ),
  row(
    "the company is archived",
    { psa: psaWith({ companies: [{ ...acme, isArchived: true }, birch] }) },
    refused("who.company_inactive", "no_projects"),
  ),
  row(
    "this company is archived, and they have another one",
    { psa: psaWith({ companies: [{ ...acme, isArchived: true }, birch], contacts: [both] }) },
    refused("who.company_inactive", "elsewhere"),
  ),
  row(
    "this company is archived, and their other one has no portal",
    {
      psa: psaWith({ companies: [{ ...acme, isArchived: true }, birch], contacts: [both] }),
      portals: [portalFor("acme")],
    },
    refused("who.company_inactive", "not_open"),
  ),
  row(
    "their only company is archived, and it is not this one",
    { psa: psaWith({ companies: [acme, { ...birch, isArchived: true }], contacts: [toBirch] }) },
    refused("who.company_inactive", "no_projects"),
  ),
  row(
    "a person of several companies gets in at each",
    { psa: psaWith({ contacts: [both] }) },
    granted("who.several_companies"),
  ),
  row(
    "a second company that is archived is none to choose",
    { psa: psaWith({ companies: [acme, { ...birch, isArchived: true }], contacts: [both] }) },
    granted(),
  ),
  row(
    "the company is gone from the PSA, and the contact is linked to nothing else",
    { psa: psaWith({ companies: [birch] }) },
    refused("who.merged", "no_projects"),
  ),
  row(
    "the company was merged into another one",
    { psa: psaWith({ companies: [birch], contacts: [toBirch] }) },
    refused("who.merged", "elsewhere"),
  ),
  row(
    "the company was merged into another one that has no portal",
    { psa: psaWith({ companies: [birch], contacts: [toBirch] }), portals: [portalFor("acme")] },
    refused("who.merged", "not_open"),
  ),
  row(
    "a contact who used to get in works for another company now",
    { ...hasBeenIn, psa: { ...calmPsa, contacts: [toBirch] } },
    refused("who.moved", "elsewhere"),
  ),
  row(
    "a contact who used to get in works for another company, which has no portal",
    { ...hasBeenIn, psa: { ...calmPsa, contacts: [toBirch] }, portals: [portalFor("acme")] },
    refused("who.moved", "not_open"),
  ),
];

export const peopleScenarios: Scenario[] = [...contacts, ...severalAtOnce, ...aliases, ...companies];
