// What the pre-flight found, sorted by what mends it. Pure; read by the office page and by the command line.
import type { Cause } from "../access/causes.ts";
import type { Decision, Step } from "../access/decision.ts";
import { explainForFirm, stoppingStep } from "../access/explain/firm.ts";
import type { PreflightContact, PreflightPortal } from "./preflight.ts";

/** `empty`: they get in as far as a page without a project. `unknown`: it cannot be told now. */
export type Standing = "in" | "empty" | "stopped" | "unknown";

export type PreflightRow = PreflightContact & {
  slug: string;
  companyName: string;
  standing: Standing;
  cause: Cause | null;
  reason: string | null;
  /** The one change that mends it; null when nothing needs mending. */
  remedy: string | null;
  notes: Note[];
};

/** Something to know that stops nobody. */
export type Note = { cause: Cause; reason: string };

/** One change, and everybody whom it helps. */
export type Problem = { reason: string; remedy: string; rows: PreflightRow[] };
export type ProblemGroup = { title: string; problems: Problem[]; count: number };
export type NoteGroup = { title: string; rows: { row: PreflightRow; reason: string }[] };

/** Every contact at every portal, with why not and what mends it. */
export function listRows(portals: PreflightPortal[]): PreflightRow[] {
  return portals.flatMap(({ portal, company, contacts }) =>
    contacts.map((contact) => ({
      ...contact,
      slug: portal.slug,
      companyName: company?.name ?? portal.companyName,
      standing: standingOf(contact.decision),
      cause: contact.decision.cause,
      ...explained(contact.decision),
      notes: contact.decision.outcome === "granted" ? notesOf(contact.decision) : [],
    })),
  );
}

function countStandings(rows: PreflightRow[]): Record<Standing, number> {
  const counts = { in: 0, empty: 0, stopped: 0, unknown: 0 };
  for (const { standing } of rows) counts[standing]++;
  return counts;
}

/** "27 get in · 1 sees an empty page · 2 are stopped · 1 belongs to no company". */
export function standingsText(rows: PreflightRow[], unlinked: number): string {
  const counts = { ...countStandings(rows), unlinked };
  const words: Record<keyof typeof counts, [one: string, many: string]> = {
    in: ["gets in", "get in"],
    empty: ["sees an empty page", "see an empty page"],
    stopped: ["is stopped", "are stopped"],
    unknown: ["cannot be told now", "cannot be told now"],
    unlinked: ["belongs to no company", "belong to no company"],
  };
  return (Object.entries(words) as [keyof typeof counts, [string, string]][])
    .filter(([standing]) => standing === "in" || counts[standing] > 0)
    .map(([standing, [one, many]]) => `${counts[standing].toLocaleString("en")} ${counts[standing] === 1 ? one : many}`)
    .join(" · ");
}

/** Whoever does not get in, by what mends it: what keeps most people out for the least work first. */
export function groupProblems(rows: PreflightRow[]): ProblemGroup[] {
  return (Object.entries(problemTitles) as [Cause, string][]).flatMap(([cause, title]) => {
    const own = rows.filter((row) => row.cause === cause);
    return own.length === 0 ? [] : [{ title, problems: mergeProblems(own), count: own.length }];
  });
}

export function groupNotes(rows: PreflightRow[]): NoteGroup[] {
  return (Object.entries(noteTitles) as [Cause, string][]).flatMap(([cause, title]) => {
    const own = rows.flatMap((row) =>
      row.notes.filter((note) => note.cause === cause).map(({ reason }) => ({ row, reason })),
    );
    return own.length === 0 ? [] : [{ title, rows: own }];
  });
}

function standingOf({ outcome, steps }: Decision): Standing {
  if (outcome === "granted") return "in";
  if (outcome === "unavailable") return "unknown";
  return stoppingStep({ steps })?.check === "scope" ? "empty" : "stopped";
}

function explained(decision: Decision): Pick<PreflightRow, "reason" | "remedy"> {
  const step = stoppingStep(decision);
  if (decision.outcome === "granted" || !step?.cause) return { reason: null, remedy: null };
  const { reason, remedy } = explainForFirm(step.cause, decision, step);
  return { reason: asSentence(reason), remedy };
}

function notesOf(decision: Decision): Note[] {
  const isNoted = (step: Step): step is Step & { cause: Cause } => step.cause !== null && step.cause in noteTitles;
  return decision.steps
    .filter(isNoted)
    .map((step) => ({ cause: step.cause, reason: asSentence(explainForFirm(step.cause, decision, step).reason) }));
}

/** Reasons go on from a name and a colon; here they stand alone. An email keeps its small letters. */
function asSentence(text: string): string {
  return /^\S+@/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function mergeProblems(rows: PreflightRow[]): Problem[] {
  const merged = Map.groupBy(rows, ({ reason, remedy }) => `${reason}\n${remedy}`);
  return [...merged.values()].map((own) => ({ reason: own[0]?.reason ?? "", remedy: own[0]?.remedy ?? "", rows: own }));
}

/** In this order on the page. A cause that is not here cannot come of asking about a known contact at a known portal. */
const problemTitles: Partial<Record<Cause, string>> = {
  "psa.not_connected": "No PSA is connected",
  "psa.down": "The PSA does not answer",
  "psa.token_revoked": "The PSA refuses our key",
  "psa.wrong_org": "The PSA refuses the organisation",
  "psa.rate_limited": "The PSA asks us to wait",
  "psa.bad_answer": "The PSA’s answer cannot be understood",
  "psa.token_sees_less": "The PSA shows less than before",
  "psa.partial": "Records that cannot be read",
  "door.paused": "Paused portals",
  "who.no_email": "No email in the PSA",
  "who.bad_email": "An email that is no address",
  "who.alias_broken": "Approvals that no longer hold",
  "who.merged": "Companies that are gone from the PSA",
  "who.company_inactive": "Archived companies",
  "who.no_company": "Contacts without a company",
  "who.moved": "Contacts of another company now",
  "door.other_clients_portal": "Contacts of another company",
  "who.no_contact": "Emails of no contact",
  "who.email_differs": "Emails of no contact",
  "who.team_member": "Your own team",
  "scope.no_projects": "Companies without a project",
  "scope.status": "Companies with archived or draft projects only",
  "scope.contact_limit": "Contacts whom you have limited",
  "scope.not_on_project": "Contacts who are named on no project",
  "who.inactive": "Archived contacts",
};

const noteTitles: Partial<Record<Cause, string>> = {
  "who.several_companies": "Several companies",
  "who.duplicate_contact": "Contacts that share an email",
  "who.shared_mailbox": "Mailboxes that several people read",
  "who.by_alias": "Addresses that you have approved",
  "who.staff_and_client": "In your team and a client’s contact",
  "psa.partial": "Records that could not be read",
};
