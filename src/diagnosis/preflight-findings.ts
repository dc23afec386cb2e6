// What the pre-flight found, sorted by what mends it. Pure; read by the office page and by the command line.
import type { Cause } from "../access/causes.ts";
import type { Decision, Step } from "../access/decision.ts";
import { explainForFirm, stoppingStep } from "../access/explain/firm.ts";
import type { PreflightContact, PreflightPortal } from "./preflight.ts";
import { noteWords, problemWords, standingWords } from "./preflight-words.ts";

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

/** Every contact at every portal, with why not and what mends it, said in the locale. */
export function listRows(portals: PreflightPortal[], locale: string): PreflightRow[] {
  return portals.flatMap(({ portal, company, contacts }) =>
    contacts.map((contact) => ({
      ...contact,
      slug: portal.slug,
      companyName: company?.name ?? portal.companyName,
      standing: standingOf(contact.decision),
      cause: contact.decision.cause,
      ...explained(contact.decision, locale),
      notes: contact.decision.outcome === "granted" ? notesOf(contact.decision, locale) : [],
    })),
  );
}

function countStandings(rows: PreflightRow[]): Record<Standing, number> {
  const counts = { in: 0, empty: 0, stopped: 0, unknown: 0 };
  for (const { standing } of rows) counts[standing]++;
  return counts;
}

/** "27 get in · 1 sees an empty page · 2 are stopped · 1 belongs to no company". */
export function standingsText(rows: PreflightRow[], unlinked: number, locale: string): string {
  const counts = { ...countStandings(rows), unlinked };
  return standings
    .filter((standing) => standing === "in" || counts[standing] > 0)
    .map((standing) => standingWords(locale)(standing, { count: counts[standing] }))
    .join(" · ");
}

const standings = ["in", "empty", "stopped", "unknown", "unlinked"] as const;

/** Whoever does not get in, by what mends it: what keeps most people out for the least work first. */
export function groupProblems(rows: PreflightRow[], locale: string): ProblemGroup[] {
  return problemCauses.flatMap((cause) => {
    const own = rows.filter((row) => row.cause === cause);
    return own.length === 0
      ? []
      : [{ title: problemWords(locale)(cause), problems: mergeProblems(own), count: own.length }];
  });
}

/** What stops nobody, by its cause and in a fixed order; causes that nobody has are left out. */
export function groupNotes(rows: PreflightRow[], locale: string): NoteGroup[] {
  return noteCauses.flatMap((cause) => {
    const own = rows.flatMap((row) =>
      row.notes.filter((note) => note.cause === cause).map(({ reason }) => ({ row, reason })),
    );
    return own.length === 0 ? [] : [{ title: noteWords(locale)(cause), rows: own }];
  });
}

function standingOf({ outcome, steps }: Decision): Standing {
  if (outcome === "granted") return "in";
  if (outcome === "unavailable") return "unknown";
  return stoppingStep({ steps })?.check === "scope" ? "empty" : "stopped";
}

function explained(decision: Decision, locale: string): Pick<PreflightRow, "reason" | "remedy"> {
  const step = stoppingStep(decision);
  if (decision.outcome === "granted" || !step?.cause) return { reason: null, remedy: null };
  const { reason, remedy } = explainForFirm(step.cause, decision, step, locale);
  return { reason: asSentence(reason), remedy };
}

function notesOf(decision: Decision, locale: string): Note[] {
  const isNoted = (step: Step): step is Step & { cause: Cause } => noteCauses.some((cause) => cause === step.cause);
  return decision.steps.filter(isNoted).map((step) => ({
    cause: step.cause,
    reason: asSentence(explainForFirm(step.cause, decision, step, locale).reason),
  }));
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
const problemCauses = [
  "psa.not_connected",
  "psa.down",
  "psa.token_revoked",
  "psa.token_sealed",
  "psa.wrong_org",
  "psa.rate_limited",
  "psa.bad_answer",
  "psa.token_sees_less",
  "psa.partial",
  "door.paused",
  "who.no_email",
  "who.bad_email",
  "who.alias_broken",
  "who.merged",
  "who.company_inactive",
  "who.no_company",
  "who.moved",
  "door.other_clients_portal",
  "who.no_contact",
  "who.email_differs",
  "who.team_member",
  "scope.no_projects",
  "scope.status",
  "scope.contact_limit",
  "scope.not_on_project",
  "who.inactive",
] as const satisfies Cause[];

const noteCauses = [
  "who.several_companies",
  "who.duplicate_contact",
  "who.shared_mailbox",
  "who.by_alias",
  "who.staff_and_client",
  "psa.partial",
] as const satisfies Cause[];
