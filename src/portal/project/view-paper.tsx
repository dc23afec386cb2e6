import type { OnPaper } from "./on-paper.ts";

/** What stands on paper for the rows that are left out there. */
export function Unprinted({ paper: { unprinted } }: { paper: OnPaper }) {
  return unprinted ? <p class="printed-only small">{unprinted}</p> : null;
}

/** The class of a list's row: whether it is left out on paper. */
export function printedClass({ printed }: OnPaper, index: number): string | undefined {
  return printed.includes(index) ? undefined : "not-printed";
}
