import { csvOf } from "../lib/csv.ts";
import type { PreflightRow } from "./preflight-findings.ts";

const header = [
  "portal",
  "company",
  "contact",
  "email",
  "outcome",
  "cause",
  "projects",
  "reason",
  "remedy",
  "good to know",
];

/** The rows as a file for a spreadsheet. */
export function preflightCsv(rows: PreflightRow[]): string {
  const lines = rows.map((row) => [
    row.slug,
    row.companyName,
    row.name,
    row.email ?? "",
    row.decision.outcome,
    row.cause ?? "",
    String(row.decision.visibleProjectIds.length),
    row.reason ?? "",
    row.remedy ?? "",
    row.notes.map(({ reason }) => reason).join(" "),
  ]);
  return csvOf([header, ...lines]);
}
