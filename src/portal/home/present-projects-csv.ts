// The table of many projects as a file: the rows that are asked for, on whatever page they stand, in the order of the page.
import { numberCell } from "../../lib/csv.ts";
import { csvWords } from "../project/csv-words.ts";
import { type CsvFile, csvFile } from "../project/present-csv.ts";
import { shownProjects } from "../shown-projects.ts";
import { type ListField, lossOf } from "../unread.ts";
import type { HomeInput } from "./home-input.ts";
import { inGroups, rowsOf } from "./present-table.ts";
import type { ProjectFacts } from "./project-facts.ts";
import { plainQuery, type SortKey } from "./table-query.ts";
import { hasTable } from "./table-size.ts";
import { words } from "./words.ts";

type Words = ReturnType<typeof words>;
type Column = { head: (say: Words, sayOfFile: FileWords) => string; cell: (facts: ProjectFacts, say: Words) => string };
type FileWords = ReturnType<typeof csvWords>;

/** Null where the page has no such table, or nothing in it is as it is asked for. */
export function presentProjectsCsv(input: Pick<HomeInput, "work" | "query" | "today" | "locale">): CsvFile | null {
  const projects = shownProjects(input.work);
  if (!hasTable(projects)) return null;
  const { found, keys } = rowsOf(input, projects);
  if (found.length === 0) return null;
  const [say, sayOfFile] = [words(input.locale), csvWords(input.locale)];
  // A file goes on its own way, so it has no column that may lack something.
  const isWhole = (key: SortKey) => !restsOn[key] || lossOf(input.work.unread, restsOn[key]) === null;
  const columns = keys.filter(isWhole).flatMap((key) => columnsOf[key]);
  const rows = inGroups(found, input.query ?? plainQuery).flatMap(({ members }) => members);
  return csvFile("projects.csv", [
    columns.map(({ head }) => head(say, sayOfFile)),
    ...rows.map((facts) => columns.map(({ cell }) => cell(facts, say))),
  ]);
}

const restsOn: Partial<Record<SortKey, ListField>> = { phase: "phase", next: "milestones", waiting: "milestones" };

/** What a column of the page is in the file: what it says in one cell stands in a cell each. */
const columnsOf: Record<SortKey, Column[]> = {
  name: [{ head: (say) => say("col_name"), cell: ({ project }) => project.name }],
  number: [{ head: (say) => say("col_number"), cell: ({ project }) => project.number ?? "" }],
  state: [{ head: (say) => say("col_state"), cell: ({ project }, say) => say(project.status) }],
  phase: [{ head: (say) => say("col_phase"), cell: ({ phase }) => phase ?? "" }],
  percent: [{ head: (_, sayOfFile) => sayOfFile("percent"), cell: ({ percent }) => numberCell(percent) }],
  next: [
    { head: (say) => say("col_next"), cell: ({ next }) => next?.dueDate ?? "" },
    { head: (say) => say("col_milestone"), cell: ({ next }) => next?.name ?? "" },
  ],
  waiting: [
    { head: (say) => say("col_waiting"), cell: ({ waiting }) => numberCell(waiting) },
    { head: (say) => say("col_late"), cell: ({ late }) => numberCell(late) },
  ],
};
