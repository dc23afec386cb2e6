// How much of a sheet of paper the blocks of a project's page take, in lines of one of its two columns. Texts end in an ellipsis
// there (ui/styles.css), so that no text makes a row longer than it says here.
import type { RailModel } from "../../ui/components/phase-rail.tsx";
import type { BlockModel } from "./present-blocks.ts";
import type { InvoicesModel } from "./present-invoices.ts";

/** `rows`: lines of each row of the block's list, as far as a report may list them; `fixed`: of all else in it. */
export type SizeOnPaper = { fixed: number; rows: readonly number[] };

/** No list is longer on paper. */
export const ROWS_MAX = 12;
/** Of the phases no more have room beside each other. */
const PHASES_MAX = 6;

/** Of the smaller paper, US Letter, in both columns below a name of one line, less what balancing them leaves free. */
const SHEET_LINES = 80;
/** The title has two lines at most, and each goes across both columns. */
const TITLE_LINE_MAX = 55;
const TITLE_LINES = 4;

/** Phases across the sheet, which take them in both columns. */
const ACROSS_LINES = 22;

/** A heading, the space above it, and the words for what is left out. */
const AROUND = 3.6;
/** That some rows may be missing. */
const PARTIAL_LINES = 2;
/** A longer name goes on in a second line. */
const NAME_LINE_MAX = 40;

/** For how many lines there is room below a title and above the foot. */
export function linesOfSheet(title: string): number {
  return SHEET_LINES - (title.length > TITLE_LINE_MAX ? TITLE_LINES : 0);
}

/** `isFirst`: phases that come first go across the sheet, all of their rows beside each other. */
export function sizeOnPaper(block: BlockModel, isFirst: boolean): SizeOnPaper {
  switch (block.name) {
    case "phases":
      return withNote(block.phases.partial, phasesSize(block.phases.rail, isFirst));
    case "milestones":
      return listOf(
        (block.milestones.lists[0]?.items ?? []).map(({ name }) => 2.4 + longerBy(name)),
        block.milestones.partial ? AROUND + PARTIAL_LINES : 0,
      );
    case "disciplines":
      return listOf(
        block.disciplines.bars.map(() => 1.8),
        1.8,
      );
    case "hours":
      return listOf(block.hours.bars.filter(({ hours }) => hours > 0).map(({ parts }) => (parts ? 3.2 : 2.2)));
    case "fee":
      return { fixed: 2.5 + block.fee.bars.length * 1.9 + sumLines(block.fee.lines), rows: [] };
    case "invoices":
      return invoicesSize(block.invoices);
    case "tasks":
      return withNote(
        block.tasks.partial,
        listOf(block.tasks.open.map(({ name, note }) => 2.4 + longerBy(name) + (note ? 1 : 0))),
      );
    case "team":
      return withNote(block.team.partial, listOf(block.team.people.map(() => 1.3)));
    case "updates":
      return { fixed: 12, rows: [] };
    case "unread":
      return { fixed: 6, rows: [] };
    case "pulse":
      return { fixed: 0, rows: [] };
  }
}

function phasesSize(rail: RailModel | null, isFirst: boolean): SizeOnPaper {
  const count = rail?.stations.length ?? 0;
  const isAcross = isFirst && !rail?.isBare;
  const rows = Array.from({ length: Math.min(count, PHASES_MAX) }, () => (isAcross ? 0 : rail?.isBare ? 1.5 : 3.3));
  return isAcross ? { fixed: ACROSS_LINES + (count > PHASES_MAX ? 2 : 0), rows } : { fixed: AROUND + 1, rows };
}

function invoicesSize({ table, totals }: InvoicesModel): SizeOnPaper {
  const open = (table?.rows ?? []).filter(({ isSettled }) => !isSettled);
  return listOf(
    open.map(() => 1.3),
    sumLines(totals) + 1.5,
  );
}

function listOf(rows: number[], above = 0): SizeOnPaper {
  return { fixed: AROUND + above, rows: rows.slice(0, ROWS_MAX) };
}

function withNote(partial: string | null, { fixed, rows }: SizeOnPaper): SizeOnPaper {
  return { fixed: fixed + (partial ? PARTIAL_LINES : 0), rows };
}

/** Sums stand beside each other, two in a line. */
function sumLines(sums: unknown[]): number {
  return Math.ceil(sums.length / 2) * 1.3;
}

function longerBy(name: string): number {
  return name.length > NAME_LINE_MAX ? 1 : 0;
}
