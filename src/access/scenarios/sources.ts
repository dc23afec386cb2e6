// The PSA behind it: not connected, silent, refusing, answering in part, suddenly seeing less.
import { company, email, project } from "./people.ts";
import { granted, refused, row, type Scenario, unavailable } from "./scenario.ts";
import {
  acme,
  at,
  birch,
  calmPsa,
  jane,
  portalFor,
  psaWith,
  signedIn,
  type TroubleCause,
  type World,
} from "./world.ts";

const stranger = { visitor: signedIn("who@elsewhere.example") };

function troubled(people: TroubleCause): Partial<World> {
  return { psa: psaWith({ trouble: { people, work: null } }) };
}

function workTroubled(work: TroubleCause): Partial<World> {
  return { psa: psaWith({ trouble: { people: null, work } }) };
}

const badContact = { people: ["contacts.csv, line 3, column email: a quote is missing"], work: [] };
const badCompany = { people: ["companies.csv, line 2, column id: empty"], work: [] };
const badProject = { people: [], work: ["projects.csv, line 2, column status: no such status"] };

const troubles: Scenario[] = [
  row("no PSA is connected", { psa: null }, unavailable("psa.not_connected")),
  row("the PSA does not answer", troubled("psa.down"), unavailable("psa.down")),
  row("the PSA refuses the token", troubled("psa.token_revoked"), unavailable("psa.token_revoked")),
  row("the stored token cannot be opened", troubled("psa.token_sealed"), unavailable("psa.token_sealed")),
  row("the PSA refuses the organisation", troubled("psa.wrong_org"), unavailable("psa.wrong_org")),
  row("the PSA asks to wait", troubled("psa.rate_limited"), unavailable("psa.rate_limited")),
  row("the PSA gives only part of an answer", troubled("psa.partial"), unavailable("psa.partial")),
  row("the PSA's answer cannot be understood", troubled("psa.bad_answer"), unavailable("psa.bad_answer")),
  row(
    "the PSA does not answer, for somebody unknown",
    { ...troubled("psa.down"), ...stranger },
    unavailable("psa.down"),
  ),
  row(
    "the PSA does not answer, for somebody of the firm",
    {
      ...troubled("psa.down"),
      visitor: signedIn("maya@north.example"),
      team: [email("maya@north.example")],
    },
    unavailable("psa.down"),
  ),
  row(
    "the PSA does not answer, at an earlier address",
    { ...troubled("psa.down"), portals: [portalFor("acme", { slug: "acme-corp", earlierSlugs: ["acme"] })] },
    unavailable("psa.down", "door.stale_link"),
  ),
  row(
    "the PSA does not answer, and the mail with the code was refused",
    { ...troubled("psa.down"), records: [{ kind: "mail", state: "refused", words: "mailbox full" }] },
    unavailable("psa.down", "mail.refused"),
  ),
  row("the projects alone cannot be read", workTroubled("psa.down"), unavailable("psa.down")),
  row(
    "the PSA asks to wait before it gives the projects",
    workTroubled("psa.rate_limited"),
    unavailable("psa.rate_limited"),
  ),
  row(
    "the projects cannot be read, for somebody who would not see them",
    { ...workTroubled("psa.down"), ...stranger },
    refused("who.no_contact", "no_projects"),
  ),
];

const gaps: Scenario[] = [
  row(
    "the person may be in a record that cannot be read",
    { psa: psaWith({ gaps: badContact }), ...stranger },
    unavailable("psa.partial"),
  ),
  row(
    "a record that cannot be read stops nobody who is found",
    { psa: psaWith({ gaps: badContact }) },
    granted("psa.partial"),
  ),
  row(
    "the person's company may be in a record that cannot be read",
    { psa: psaWith({ companies: [birch], gaps: badCompany }) },
    unavailable("psa.partial"),
  ),
  row(
    "an archived contact may have another record, which cannot be read",
    { psa: psaWith({ contacts: [{ ...jane, isArchived: true }], gaps: badContact }) },
    unavailable("psa.partial"),
  ),
  row(
    "a person of another company may belong here too, in a record that cannot be read",
    { psa: psaWith({ gaps: badContact }), visitor: signedIn("bo@birch.example") },
    unavailable("psa.partial"),
  ),
  row(
    "the company is archived, and other records cannot be read",
    { psa: psaWith({ companies: [{ ...acme, isArchived: true }, birch], gaps: badContact }) },
    refused("who.company_inactive", "cannot_tell", "psa.partial"),
  ),
  row(
    "no project is found, but one cannot be read",
    { psa: psaWith({ projects: [], gaps: badProject }) },
    unavailable("psa.partial"),
  ),
  row(
    "a project that cannot be read hides none that can",
    { psa: psaWith({ gaps: badProject }) },
    granted("psa.partial"),
  ),
  row(
    "the asked project may be the one that cannot be read",
    { psa: psaWith({ gaps: badProject }), door: at("acme", "p-2") },
    unavailable("psa.partial"),
  ),
  row(
    "all projects are archived, but one cannot be read",
    { psa: psaWith({ projects: [project("p-1", "acme", "archived")], gaps: badProject }) },
    unavailable("psa.partial"),
    { hidden: { "p-1": "scope.status" } },
  ),
];

const lessSeen: Scenario[] = [
  row(
    "the PSA suddenly shows far fewer contacts, and this one is among them",
    { seesLess: { before: 420, now: 37 } },
    granted("psa.token_sees_less"),
  ),
  row(
    "the PSA suddenly shows far fewer contacts, and this one is not among them",
    { seesLess: { before: 420, now: 37 }, psa: psaWith({ contacts: [] }) },
    refused("who.no_contact", "no_projects", "psa.token_sees_less"),
  ),
  row(
    "the PSA suddenly shows far fewer contacts, and some records cannot be read",
    {
      seesLess: { before: 420, now: 37 },
      psa: { ...calmPsa, companies: [...calmPsa.companies, company("cedar")], gaps: badContact },
    },
    granted("psa.token_sees_less"),
    { except: { preflight: "the pre-flight has no record of the drop, and notes the gap instead" } },
  ),
];

export const sourceScenarios: Scenario[] = [...troubles, ...gaps, ...lessSeen];
