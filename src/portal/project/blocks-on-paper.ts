// What of a project's page a status report on one sheet of paper has room for.

import { firstOnPaper, type OnPaper, places, restText } from "./on-paper.ts";
import type { BlockModel, MilestonesModel, OrderedBlock, PhasesModel } from "./present-blocks.ts";
import type { HoursModel } from "./present-hours.ts";
import type { InvoicesModel } from "./present-invoices.ts";
import type { TasksModel } from "./present-tasks.ts";
import { linesOfSheet, ROWS_MAX, type SizeOnPaper, sizeOnPaper } from "./size-on-paper.ts";
import { updateWords } from "./update-words.ts";
import type { UpdatesModel } from "./updates/present.ts";
import { words } from "./words.ts";
import { workWords } from "./work-words.ts";

/** `paper`: what of it is printed. */
export type PlacedBlock = OrderedBlock & { paper: OnPaper };

type Room = { rows: number; locale: string };

/** Says of each block of a page what is printed of it: a row of each list, then another of each, as long as the sheet has room. */
export function fitOnPaper(
  blocks: OrderedBlock[],
  { title, locale }: { title: string; locale: string },
): PlacedBlock[] {
  const sizes = blocks.map((block, place) => sizeOnPaper(block, place === 0));
  const rows = dealRows(sizes, linesOfSheet(title));
  return blocks.map((block, place) => ({
    ...block,
    paper: blockOnPaper(block, { rows: rows[place] ?? 0, locale }),
  }));
}

function dealRows(sizes: SizeOnPaper[], lines: number): number[] {
  const dealt = sizes.map((size) => Math.min(1, size.rows.length));
  let room = lines - sizes.reduce((sum, { fixed, rows: [first = 0] }) => sum + fixed + first, 0);
  for (let place = 1; place < ROWS_MAX; place++)
    for (const [index, { rows }] of sizes.entries()) {
      const next = rows[place];
      // A list that had no room for a row before gets none that is shorter: rows are left out at the end alone.
      if (next === undefined || dealt[index] !== place || next > room) continue;
      dealt[index] = place + 1;
      room -= next;
    }
  return dealt;
}

/** What is printed of a block that is given so many rows. */
function blockOnPaper(block: BlockModel, { rows, locale }: Room): OnPaper {
  switch (block.name) {
    case "phases":
      return phasesOnPaper(block.phases, { rows, locale });
    case "milestones":
      return milestonesOnPaper(block.milestones, { rows, locale });
    case "disciplines":
      return firstOnPaper(block.disciplines.bars.length, rows, locale);
    case "hours":
      return hoursOnPaper(block.hours, { rows, locale });
    case "invoices":
      return invoicesOnPaper(block.invoices, { rows, locale });
    case "tasks":
      return tasksOnPaper(block.tasks, { rows, locale });
    case "team":
      return firstOnPaper(block.team.people.length, rows, locale);
    case "updates":
      return updatesOnPaper(block.updates, locale);
    case "fee":
    case "pulse":
    case "unread":
      return { printed: [], unprinted: null };
  }
}

/** The current phase with those around it. */
function phasesOnPaper({ rail }: PhasesModel, { rows, locale }: Room): OnPaper {
  const stations = rail?.stations ?? [];
  const current = stations.findIndex(({ state }) => state !== "done");
  const from = Math.max(0, Math.min(current - 2, stations.length - rows));
  const printed = places(from, Math.min(from + rows, stations.length));
  return { printed, unprinted: restText(stations.length - printed.length, locale) };
}

/** Those that come next; where none is to come, those done last. */
function milestonesOnPaper({ lists }: MilestonesModel, { rows, locale }: Room): OnPaper {
  const countOf = (isDone: boolean) =>
    lists
      .filter((list) => list.isDone === isDone)
      .reduce((sum, { items, folded }) => sum + items.length + (folded?.items.length ?? 0), 0);
  const [ahead, done] = [countOf(false), countOf(true)];
  if (ahead === 0) return firstOnPaper(done, Math.min(rows, lists[0]?.items.length ?? 0), locale);
  const printed = places(0, Math.min(rows, lists[0]?.items.length ?? 0));
  const say = words(locale);
  const more = ahead - printed.length;
  const rest = [more > 0 ? say("aheadUnprinted", { count: more }) : [], done > 0 ? say("doneUnprinted", { done }) : []];
  return { printed, unprinted: rest.flat().join(", ") || null };
}

/** The phases with the most work, where they stand. */
function hoursOnPaper({ bars }: HoursModel, { rows, locale }: Room): OnPaper {
  const printed = bars
    .map(({ hours }, place) => ({ hours, place }))
    .filter(({ hours }) => hours > 0)
    .sort((a, b) => b.hours - a.hours)
    .slice(0, rows)
    .map(({ place }) => place);
  return { printed, unprinted: restText(bars.length - printed.length, locale) };
}

/** Those to be paid. Where all are paid, the heading says so with their number. */
function invoicesOnPaper({ table }: InvoicesModel, { rows, locale }: Room): OnPaper {
  const all = table?.rows ?? [];
  const open = all.filter(({ isSettled }) => !isSettled).length;
  if (open === 0) return { printed: [], unprinted: null };
  const printed = places(0, Math.min(open, rows));
  return { printed, unprinted: restText(all.length - printed.length, locale) };
}

/** The newest of those shown. */
function updatesOnPaper({ count }: UpdatesModel, locale: string): OnPaper {
  return { printed: [0], unprinted: count > 1 ? updateWords(locale)("earlier", { count: count - 1 }) : null };
}

/** Those due first; the heading says how many there are in all. */
function tasksOnPaper({ open }: TasksModel, { rows, locale }: Room): OnPaper {
  const printed = places(0, Math.min(open.length, rows));
  const count = open.length - printed.length;
  return { printed, unprinted: count > 0 ? workWords(locale)("unprinted", { count }) : null };
}
