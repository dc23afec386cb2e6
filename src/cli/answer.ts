// How a command ends: its text or one JSON document on stdout, and the exit code that scripts rely on.

export const exitCodes = { done: 0, fault: 1, wrongUse: 2, refused: 3, cannotTell: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** `json` is what `--json` prints; `lines` is the same for people. `document`: printed as it is, in place of the lines. */
export type Answer = { json: unknown; lines: string[]; document?: string; exitCode?: ExitCode };

/** The command was given something it cannot work with; the message says what to do. */
export class WrongUse extends Error {}

/**
 * Writes the answer to stdout, for people or as one JSON document, and gives the exit code. What a terminal would obey is shown,
 * not sent.
 */
export function printAnswer({ json, lines, document, exitCode = exitCodes.done }: Answer, asJson: boolean): ExitCode {
  const text = document ?? `${lines.map(printable).join("\n")}\n`;
  process.stdout.write(asJson ? `${JSON.stringify(json, null, 2)}\n` : text);
  return exitCode;
}

/** Rows as aligned columns. */
export function columns(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (found, row) => row.map((cell, index) => Math.max(found[index] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** What people typed at a door and what a PSA sent may hold sequences that a terminal obeys. */
function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must not pass
  return line.replace(/[\u0000-\u001f\u007f-\u009f]/g, "\ufffd");
}
