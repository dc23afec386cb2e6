/** Rows as a file for a spreadsheet: RFC 4180, and no cell that a spreadsheet would run as a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}

/**
 * What a PSA sent may begin like a formula; an apostrophe in front makes it text, in every spreadsheet. Those that take a
 * semicolon or a tab for the separator begin a cell there too. A plain negative number is no formula and stays one.
 */
function cellOf(text: string): string {
  if (/^-\d+(\.\d+)?$/.test(text)) return text;
  const harmless = text.replace(/(^|[;\t])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])/g, "$1'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A number with two decimals at most, for programs to read; empty where none is known. */
export function numberCell(value: number | null): string {
  return value === null ? "" : String(Math.round(value * 100) / 100);
}
