import { explainTrouble } from "../access/explain/firm-sources.ts";
import type { PsaTrouble } from "../access/facts.ts";
import { preflightCsv } from "../diagnosis/preflight-csv.ts";
import {
  groupNotes,
  groupProblems,
  listRows,
  type PreflightRow,
  standingsText,
} from "../diagnosis/preflight-findings.ts";
import { presentPreflight } from "../diagnosis/preflight-json.ts";
import { type PreflightRun, runPreflight } from "../diagnosis/run-preflight.ts";
import { LOCALE } from "../lib/locale.ts";
import { type Answer, type ExitCode, exitCodes, WrongUse } from "./answer.ts";
import { type CommandContext, connectedTo, psaOf, requireFirm } from "./context.ts";
import { patiently } from "./patiently.ts";

export type PreflightOptions = { firm: string; portal?: string; json?: boolean; csv?: boolean };

/** Every contact of every portal: who would get in, who would not, why. Nothing is stored. */
export async function preflightCommand(context: CommandContext, options: PreflightOptions): Promise<Answer> {
  if (options.json && options.csv) throw new WrongUse("choose one form: --json or --csv");
  const firm = await requireFirm(context, options.firm);
  const psa = await psaOf(context);
  const parts = { db: context.db, now: context.now, firm, gateway: await connectedTo(psa, context, firm) };
  const asked = { slug: options.portal ?? null, locale: LOCALE, waiting: "toTheEnd" } as const;
  const run = await patiently(psa, () => runPreflight(parts, asked));
  if (options.portal !== undefined && !run.all.some(({ slug }) => slug === options.portal))
    throw new WrongUse(`no portal of ${firm.name} has the current address "${options.portal}"`);
  const rows = listRows(run.portals, LOCALE);
  return {
    json: presentPreflight(run),
    lines: describe(run, rows),
    exitCode: exitCodeOf(run, rows),
    ...(options.csv && { document: preflightCsv(rows) }),
  };
}

function exitCodeOf({ trouble }: PreflightRun, rows: PreflightRow[]): ExitCode {
  if (trouble) return exitCodes.cannotTell;
  return rows.every(({ standing }) => standing === "in") ? exitCodes.done : exitCodes.refused;
}

function describe({ trouble, withoutPortal, withoutCompany }: PreflightRun, rows: PreflightRow[]): string[] {
  return [
    ...(trouble ? troubleLines(trouble) : []),
    // Where nobody could be read, none who get in is no count.
    ...(trouble && rows.length === 0 ? [] : [standingsText(rows, withoutCompany.length, LOCALE)]),
    ...groupProblems(rows, LOCALE).flatMap(({ title, problems, count }) => [
      "",
      `${title} (${count})`,
      ...problems.flatMap(({ reason, remedy, rows: own }) => [
        `  ${own.map(whoOf).join(", ")}`,
        `    ${reason}`,
        `    What to do: ${remedy}`,
      ]),
    ]),
    ...(withoutCompany.length > 0 ? ["", `Contacts without a company (${withoutCompany.length})`] : []),
    ...withoutCompany.flatMap(({ reason, remedy }) => [`  ${reason}`, `    What to do: ${remedy}`]),
    ...(withoutPortal.length > 0 ? ["", `Companies without a portal (${withoutPortal.length})`] : []),
    ...withoutPortal.map(
      ({ company, contacts }) => `  ${company.name}, with ${contacts} active contact${contacts === 1 ? "" : "s"}`,
    ),
    ...groupNotes(rows, LOCALE).flatMap(({ title, rows: own }) => [
      "",
      `Good to know, stops nobody: ${title} (${own.length})`,
      ...own.map(({ row }) => `  ${whoOf(row)}`),
    ]),
  ];
}

function troubleLines(trouble: PsaTrouble): string[] {
  const { reason, remedy } = explainTrouble(trouble, LOCALE);
  return [`Who gets in cannot be told: ${reason}`, `What to do: ${remedy}`];
}

function whoOf({ name, email, slug }: PreflightRow): string {
  return `${name}${email ? ` <${email}>` : ""} at /${slug}`;
}
