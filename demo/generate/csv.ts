export type Cell = string | number | boolean | null;

/** Rows as RFC 4180 text with a header line; a null is an empty field. Every row has the columns of the first. */
export function csvText(rows: Record<string, Cell>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => csvField(row[column] ?? null)).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** An amount in cents as the decimal text of the contract. */
export function moneyText(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

function csvField(value: Cell): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
