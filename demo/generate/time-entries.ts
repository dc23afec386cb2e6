// Time is kept so that it agrees with the budgets: what a phase has earned is spread over the days on which it was worked.
import { invariant } from "../../src/lib/invariant.ts";
import { bookings } from "../data/agenda.ts";
import { people } from "../data/people.ts";
import type { Currency, Discipline, SamplePerson } from "../data/types.ts";
import { stageOf, timeNotes, unbilledNotes } from "../data/work-texts.ts";
import { isWeekend, workdaysBetween } from "./calendar.ts";
import { type Dice, diceFrom } from "./dice.ts";
import type { PlannedPhase, PlannedProject } from "./plan.ts";

export type TimeEntry = {
  projectId: string;
  phaseId: string;
  personId: string;
  day: number;
  hours: number;
  billable: boolean;
  billRate: number;
  costRate: number;
  notes: string;
};

/** The worked hours of one phase, in half hours: `due` is earned but not yet written down. */
type Stream = {
  plan: PlannedProject;
  phase: PlannedPhase;
  team: SamplePerson[];
  perDay: number;
  due: number;
  next: number;
  dice: Dice;
};

const FIRST_DAY = -150 * 7;
const THIS_FRIDAY = 4;

/** Rates are kept in the project's currency, in whole units. */
const rateFactors: Record<Currency, number> = { USD: 1, EUR: 0.92, GBP: 0.8 };

/** All time since before the oldest project, up to the end of this week, workdays only, in order of day. */
export function timeEntries(plans: PlannedProject[]): TimeEntry[] {
  const streams = plans.flatMap(streamsOf);
  const entries: TimeEntry[] = [];
  for (let day = FIRST_DAY; day <= THIS_FRIDAY; day++) {
    if (!isWeekend(day)) entries.push(...entriesOfDay(day, streams));
  }
  return entries;
}

function streamsOf(plan: PlannedProject): Stream[] {
  const { project } = plan;
  // The team counts twice: the manager keeps some time on everything, but less than those who draw.
  const team = [...project.teamIds, ...project.teamIds, project.managerId].map(findPerson).filter((p) => !p.archived);
  return plan.phases
    .filter((phase) => phase.percent > 0 && phase.workedTo >= FIRST_DAY)
    .map((phase) => {
      const dice = diceFrom(`time of ${phase.id}`);
      const burn = dice.between(84, 108) / 100;
      const halfHours = phase.budgetHours * 2 * (phase.percent / 100) * burn;
      const perDay = halfHours / workdaysBetween(phase.from, phase.workedTo);
      return { plan, phase, team, perDay, due: 0, next: dice.between(3, 13), dice };
    });
}

function entriesOfDay(day: number, streams: Stream[]): TimeEntry[] {
  const kept = new Map<string, number>();
  const entries: TimeEntry[] = [];
  for (const stream of streams) {
    if (day < stream.phase.from || day > stream.phase.workedTo) continue;
    stream.due += stream.perDay;
    while (stream.due >= stream.next) {
      const person = findFree(stream, day, kept);
      if (!person) break;
      entries.push(entryOf(stream, person, day));
      kept.set(person.id, (kept.get(person.id) ?? 0) + stream.next);
      stream.due -= stream.next;
      stream.next = stream.dice.between(3, 13);
    }
  }
  return entries;
}

/** Somebody of the team who is there that day and has hours left in it; null when nobody has. */
function findFree(stream: Stream, day: number, kept: Map<string, number>): SamplePerson | null {
  const turn = stream.dice.between(0, stream.team.length - 1);
  const inTurn = [...stream.team.slice(turn), ...stream.team.slice(0, turn)];
  return (
    inTurn.find((person) => !isAway(person, day) && (kept.get(person.id) ?? 0) + stream.next <= dailyMax(person)) ??
    null
  );
}

/** In half hours: a fifth of the week and, now and then, an hour more. */
function dailyMax(person: SamplePerson): number {
  return Math.round((person.capacityHours / 5) * 2) + 2;
}

function isAway(person: SamplePerson, day: number): boolean {
  return bookings.some((booking) => booking.personId === person.id && booking.from <= day && day <= booking.to);
}

function entryOf({ plan, phase, next, dice }: Stream, person: SamplePerson, day: number): TimeEntry {
  const billable = dice.between(1, 100) > 8;
  const factor = rateFactors[plan.company.currency];
  const discipline: Discipline = person.discipline ?? "Architecture";
  return {
    projectId: plan.project.id,
    phaseId: phase.id,
    personId: person.id,
    day,
    hours: next / 2,
    billable,
    billRate: billable ? Math.round(person.billRate * factor) : 0,
    costRate: Math.round(person.costRate * factor),
    notes: dice.pick(billable ? timeNotes[discipline][stageOf[phase.key]] : unbilledNotes),
  };
}

function findPerson(id: string): SamplePerson {
  const person = people.find((candidate) => candidate.id === id);
  invariant(person, `person ${id}`);
  return person;
}
