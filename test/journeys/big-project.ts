// A project of Acme Corp that has of everything more than any sheet of paper has room for, each with a long name.
import { addDays, type CalendarDate } from "../../src/domain/calendar-date.ts";
import type { SampleFolder } from "./stage.ts";

export const bigProject = { id: "p-big", companyId: "c-12" } as const;

/** How many there are of each, as far as a page lists them. */
export const planted = {
  phases: 14,
  hours: 14,
  disciplines: 12,
  invoices: 30,
  people: 25,
  tasks: 40,
  ahead: 20,
  done: 6,
};

const LATE = 5;
const long = "with everything that the boards of both institutions have asked for since the spring";

/** Adds it to the folder as somebody would who writes it by hand. */
export async function plantBigProject(csv: SampleFolder, today: CalendarDate): Promise<void> {
  const { id, companyId } = bigProject;
  const day = (days: number) => addDays(today, days);
  const about = "A paragraph about it.\n".repeat(40);
  const rows: Record<string, string[]> = {
    "projects.csv": [
      `${id},99-999,Renewal of the reading rooms ${long} ${long},${companyId},active,Phase 7 ${long},2026-01-05,2031-12-31,54,s-4,k-1,"Custom House Square, ${long}",USD,9612500.00,"${about}"`,
    ],
    "phases.csv": times(planted.phases, (n) => {
      const percent = n < 6 ? 100 : n === 6 ? 50 : 0;
      const [from, to] = n === 6 ? [-20, 20] : [n * 40 - 260, n * 40 - 220];
      return `b-${n},${id},Phase ${n + 1} ${long},${n},${day(from)},${day(to)},${percent},9000.00,${100 + n}`;
    }),
    "milestones.csv": [
      ...times(planted.ahead, (n) => `bm-${n},${id},Step ${n} ${long},${day(n - LATE)},,client`),
      ...times(planted.done, (n) => `bd-${n},${id},Done ${n} ${long},${day(-n)},${day(-n)},firm`),
    ],
    "people.csv": times(planted.people, (n) => {
      const discipline = `Discipline ${n % planted.disciplines} of engineering`;
      return `b-${n},Maximiliana Featherstonehaugh ${n},Principal in charge of ${discipline},${discipline},someone.${n}@harbor-finch.example,+1 207 555 0101,36,false`;
    }),
    "assignments.csv": times(planted.people, (n) => `${id},b-${n},`),
    "time_entries.csv": times(planted.phases * planted.disciplines, (n) => {
      const phase = n % planted.phases;
      return `bt-${n},${id},b-${phase},b-${n % planted.disciplines},${day(-10)},${1 + (n % 7)},true,175.00,66.00,`;
    }),
    "invoices.csv": times(planted.invoices, (n) => {
      return `bi-${n},${id},${companyId},INVOICE-2026-${1000 + n},${day(n - 60)},${day(n - 15)},123456.78,,,${n % 2 ? "USD" : "EUR"},open`;
    }),
    "tasks.csv": times(planted.tasks, (n) => {
      return `bw-${n},${id},b-${n % planted.phases},Settle point ${n} ${long},todo,${day(n - LATE)},"Internal: ${long}, ${long}, ${long}."`;
    }),
  };
  for (const [file, lines] of Object.entries(rows)) await csv.append(file, lines.join("\n"));
}

function times(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
