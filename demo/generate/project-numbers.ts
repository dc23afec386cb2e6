import { diceFrom } from "./dice.ts";
import { idNumber, type PlannedProject } from "./plan.ts";

/**
 * Project numbers as the trade writes them: the year of the start and a running number, `24-117`. The gaps are the
 * firm's other work.
 */
export function projectNumbers(plans: PlannedProject[], yearOf: (day: number) => string): Map<string, string> {
  const inOrder = [...plans].sort((a, b) => a.from - b.from || idNumber(a.project.id) - idNumber(b.project.id));
  const lastOfYear = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const { project, from } of inOrder) {
    const year = yearOf(from);
    const next = (lastOfYear.get(year) ?? 100) + diceFrom(`number of ${project.id}`).between(1, 9);
    lastOfYear.set(year, next);
    numbers.set(project.id, `${year.slice(-2)}-${next}`);
  }
  return numbers;
}
