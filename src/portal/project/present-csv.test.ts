import { expect, test } from "vitest";
import type { ProjectId } from "../../domain/ids.ts";
import type { HoursTotal } from "../../domain/project.ts";
import { presentCsv } from "./present-csv.ts";
import type { ProjectInput } from "./project-input.ts";

const total = (discipline: string | null, hours: number): HoursTotal => ({
  ...{ projectId: "p-1" as ProjectId, phaseId: null, discipline, hours, billed: null },
});

function hoursFile(hours: HoursTotal[], locale = "en-GB"): string | undefined {
  const input = {
    order: [{ name: "hours", fields: ["hours"], isEmphasised: false }],
    project: { number: "N-1" },
    phases: [],
    more: { hours, unread: [] },
    locale,
  };
  return presentCsv("hours", input as unknown as ProjectInput)?.text.slice(1);
}

test("where disciplines are hidden, the hours of a phase are one row, and no column stands for what is not there", () => {
  expect(hoursFile([total(null, 4), total(null, 3.5)])).toBe("Phase,Hours\r\nAll phases,7.5\r\n");
});

test("hours without a discipline beside others have a name, in the language of the page", () => {
  const hours = [total("Civil", 1), total(null, 9), total("Civil", 2)];
  expect(hoursFile(hours)).toBe("Phase,Discipline,Hours\r\nAll phases,Civil,3\r\nAll phases,No discipline,9\r\n");
  expect(hoursFile(hours, "de-DE")).toContain("Ohne Fachbereich");
});
