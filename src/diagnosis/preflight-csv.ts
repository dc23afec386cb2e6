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

/** The rows as a file for a spreadsheet: RFC 4180, and no cell that a spreadsheet would run as a formula. */
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
  return [header, ...lines].map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

/**
 * What a PSA sent may begin like a formula; an apostrophe in front makes it text, in every spreadsheet. Those that take a
 * semicolon or a tab for the separator begin a cell there too.
 */
function cellOf(text: string): string {
  const harmless = text.replace(/(^|[;\t])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])/g, "$1'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
