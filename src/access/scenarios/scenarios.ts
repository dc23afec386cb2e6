// Who stands at which door with which records behind them, and what must come of it. Tests feed every row to `decide`
// and to both explanations, so that they cannot drift apart.
import type { ProjectId } from "../../domain/ids.ts";
import type { Cause } from "../causes.ts";
import type { Outcome } from "../decision.ts";
import type { ClosedKind } from "../explain/visitor.ts";
import type { Facts } from "../facts.ts";
import { company, contact, janeAtAcme, people, portalOf, project, work } from "./people.ts";

export type Scenario = {
  title: string;
  facts: Facts;
  outcome: Outcome;
  cause: Cause | null;
  /** The page instead of the portal; null for a yes. */
  page: ClosedKind | null;
};

const jane = contact("k-jane", ["jane@acme.example"], ["acme"]);
const acme = company("acme");
const birch = company("birch");
const nobody: Facts["people"] = people([], []);
const notAsked = { kind: "not_asked" } as const;
const down = { kind: "trouble", cause: "psa.down", detail: "no answer" } as const;

function at(
  title: string,
  change: Partial<Facts>,
  [outcome, cause, page]: [Outcome, Cause | null, ClosedKind | null],
): Scenario {
  return { title, facts: { ...janeAtAcme, ...change }, outcome, cause, page };
}

const unknownDoor = { askedSlug: "typo", address: { kind: "nothing" }, work: notAsked } as const;
const pausedDoor = {
  address: { kind: "found", portal: portalOf("acme", "paused"), isRetired: false },
  work: notAsked,
} as const;
const retiredDoor = {
  askedSlug: "old",
  address: { kind: "found", portal: portalOf("acme"), isRetired: true },
} as const;
const officeDoor = { askedSlug: "http://office", address: { kind: "office" }, work: notAsked } as const;
const ofBirch = people([contact("k-bo", ["jane@acme.example"], ["birch"])], [birch]);

export const scenarios: Scenario[] = [
  at("a contact of the company at its portal gets in", {}, ["granted", null, null]),
  at("an earlier address lets its people in, to be led on", retiredDoor, ["granted", null, null]),
  at(
    "nobody is signed in",
    { identity: { kind: "nobody", cause: "sess.none", claimed: null }, people: notAsked, work: notAsked },
    ["refused", "sess.none", "sign_in"],
  ),
  at(
    "the sign-in has run out",
    { identity: { kind: "nobody", cause: "sess.expired", claimed: null }, people: notAsked, work: notAsked },
    ["refused", "sess.expired", "sign_in"],
  ),
  at("no contact carries the email", { people: nobody, work: notAsked }, ["refused", "who.no_contact", "no_projects"]),
  at("the only contact is archived", { people: people([{ ...jane, isArchived: true }], [acme]), work: notAsked }, [
    "refused",
    "who.inactive",
    "no_projects",
  ]),
  at("the contact is linked to no company", { people: people([{ ...jane, companyIds: [] }], []), work: notAsked }, [
    "refused",
    "who.no_company",
    "no_projects",
  ]),
  at("the contact's company is not in the PSA any more", { people: people([jane], []), work: notAsked }, [
    "refused",
    "who.no_company",
    "no_projects",
  ]),
  at("the company is archived", { people: people([jane], [company("acme", true)]), work: notAsked }, [
    "refused",
    "who.company_inactive",
    "no_projects",
  ]),
  at("the person belongs to another company", { people: ofBirch, work: notAsked }, [
    "refused",
    "door.other_clients_portal",
    "not_open",
  ]),
  at(
    "an archived contact here does not count beside an active one elsewhere",
    {
      people: people([{ ...jane, isArchived: true }, contact("k-bo", ["jane@acme.example"], ["birch"])], [acme, birch]),
      work: notAsked,
    },
    ["refused", "door.other_clients_portal", "not_open"],
  ),
  at(
    "a person of several companies gets in at each",
    { people: people([{ ...jane, companyIds: [acme.id, birch.id] }], [acme, birch]) },
    ["granted", null, null],
  ),
  at(
    "two contacts with one email count together",
    {
      people: people([contact("k-0", ["jane@acme.example"], []), jane], [acme]),
    },
    ["granted", null, null],
  ),
  at("no portal stands at the address, for somebody known", unknownDoor, ["refused", "door.unknown_url", "not_open"]),
  at("no portal stands at the address, for somebody unknown", { ...unknownDoor, people: nobody }, [
    "refused",
    "door.unknown_url",
    "no_projects",
  ]),
  at("the portal is paused, for its own people", pausedDoor, ["refused", "door.paused", "paused"]),
  at("the portal is paused, for somebody unknown", { ...pausedDoor, people: nobody }, [
    "refused",
    "door.paused",
    "no_projects",
  ]),
  at("the portal is paused, for somebody of another company", { ...pausedDoor, people: ofBirch }, [
    "refused",
    "door.paused",
    "not_open",
  ]),
  at("the address is the firm's own office", officeDoor, ["refused", "door.staff_url", "not_open"]),
  at("the firm asks about a person whose company has no portal", { askedSlug: "", address: notAsked, work: notAsked }, [
    "refused",
    "door.no_portal",
    "not_open",
  ]),
  at(
    "the firm asks about a person nobody knows",
    { askedSlug: "", address: notAsked, people: nobody, work: notAsked },
    ["refused", "who.no_contact", "no_projects"],
  ),
  at("no PSA is connected", { people: { kind: "trouble", cause: "psa.not_connected", detail: "" }, work: notAsked }, [
    "unavailable",
    "psa.not_connected",
    "cannot_tell",
  ]),
  at("the PSA does not answer", { people: down, work: notAsked }, ["unavailable", "psa.down", "cannot_tell"]),
  at("the PSA does not answer, at an address where nothing stands", { ...unknownDoor, people: down }, [
    "refused",
    "door.unknown_url",
    "cannot_tell",
  ]),
  at(
    "the PSA refuses our key",
    { people: { kind: "trouble", cause: "psa.token_revoked", detail: "401" }, work: notAsked },
    ["unavailable", "psa.token_revoked", "cannot_tell"],
  ),
  at(
    "the person may be in a record that could not be read",
    { people: people([], [], ["contacts.csv, line 3: bad"]), work: notAsked },
    ["unavailable", "psa.partial", "cannot_tell"],
  ),
  at(
    "an unreadable record elsewhere stops nobody who is found",
    { people: people([jane], [acme], ["contacts.csv, line 3: bad"]) },
    ["granted", null, null],
  ),
  at(
    "the person's company may be in a record that could not be read",
    { people: people([jane], [], ["companies.csv, line 2: bad"]), work: notAsked },
    ["unavailable", "psa.partial", "cannot_tell"],
  ),
  at("the projects cannot be read", { work: down }, ["unavailable", "psa.down", "cannot_tell"]),
  at("the company has no projects", { work: work([]) }, ["refused", "scope.no_projects", "no_projects_yet"]),
  at(
    "all projects are archived or drafts",
    { work: work([project("p-1", "acme", "archived"), project("p-2", "acme", "draft")]) },
    ["refused", "scope.status", "no_projects_yet"],
  ),
  at("no project was found, but one could not be read", { work: work([], ["projects.csv, line 2: bad"]) }, [
    "unavailable",
    "psa.partial",
    "cannot_tell",
  ]),
  at("the asked project is one of theirs", { askedProjectId: "p-1" as ProjectId }, ["granted", null, null]),
  at("the asked project does not exist", { askedProjectId: "p-x" as ProjectId }, [
    "refused",
    "scope.no_such_project",
    "no_such_project",
  ]),
  at(
    "the asked project is archived",
    {
      askedProjectId: "p-2" as ProjectId,
      work: work([project("p-1", "acme"), project("p-2", "acme", "archived")]),
    },
    ["refused", "scope.no_such_project", "no_such_project"],
  ),
  at(
    "the asked project is another company's, even if the PSA sent it along",
    {
      askedProjectId: "p-9" as ProjectId,
      work: work([project("p-1", "acme"), project("p-9", "birch")]),
    },
    ["refused", "scope.no_such_project", "no_such_project"],
  ),
];
