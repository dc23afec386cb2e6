// Turns each hand-written project into dated phases whose numbers agree with each other.
import { invariant } from "../../src/lib/invariant.ts";
import { companies } from "../data/companies.ts";
import { phaseKeys, phaseNorms } from "../data/phases.ts";
import { acmeAndHealthProjects } from "../data/projects-acme-and-health.ts";
import { designTeamProjects } from "../data/projects-design-teams.ts";
import { housingAndAbroadProjects } from "../data/projects-housing-and-abroad.ts";
import { schoolProjects } from "../data/projects-schools.ts";
import type { Currency, PhaseKey, SampleCompany, SampleProject } from "../data/types.ts";

export type PlannedPhase = {
  id: string;
  key: PhaseKey;
  name: string;
  order: number;
  /** Planned first and last day, a Monday and a Friday. */
  from: number;
  to: number;
  /** Last day on which work on it was really done, or will be: later than planned where the project is late. */
  workedTo: number;
  percent: number;
  feeCents: number;
  budgetHours: number;
};

export type PlannedProject = {
  project: SampleProject;
  company: SampleCompany;
  phases: PlannedPhase[];
  from: number;
  to: number;
  percent: number;
};

/** What an hour of the team earns on average; budget hours are the fee over this. */
const blendedRates: Record<Currency, number> = { USD: 150, EUR: 140, GBP: 120 };

/** All projects with their phases, in order of their ids. */
export function plannedProjects(): PlannedProject[] {
  const projects = [...acmeAndHealthProjects, ...schoolProjects, ...designTeamProjects, ...housingAndAbroadProjects];
  return projects.map(planProject).sort((a, b) => idNumber(a.project.id) - idNumber(b.project.id));
}

/** The number in an id such as `p-12`, for sorting. */
export function idNumber(id: string): number {
  return Number(id.slice(id.indexOf("-") + 1));
}

function planProject(project: SampleProject): PlannedProject {
  const company = companies.find((candidate) => candidate.id === project.companyId);
  invariant(company, `company of ${project.id}`);
  const phases = planPhases(project, company);
  const feeDone = phases.reduce((sum, phase) => sum + phase.feeCents * phase.percent, 0);
  const percent = Math.round(feeDone / (project.fee * 100));
  return { project, company, phases, percent, from: phases[0]?.from ?? 0, to: phases.at(-1)?.to ?? 0 };
}

function planPhases(project: SampleProject, company: SampleCompany): PlannedPhase[] {
  const keys = project.phases ?? phaseKeys;
  const current = keys.indexOf(project.phase);
  invariant(current >= 0, `current phase of ${project.id}`);
  const weeks = weekBounds(project, keys, current);
  const fees = feeSplit(project.fee, keys);
  return keys.map((key, index) => {
    const feeCents = fees[index] ?? 0;
    const from = (weeks[index] ?? 0) * 7;
    const to = (weeks[index + 1] ?? 0) * 7 - 3;
    return {
      id: `${project.id}-${key}`,
      key,
      name: phaseNorms[key].name,
      order: index + 1,
      from,
      to,
      workedTo: index === current ? currentWorkedTo(project, to) : to,
      percent: index < current ? 100 : index === current ? project.phasePercent : 0,
      feeCents,
      budgetHours: Math.max(4, Math.round(feeCents / 100 / blendedRates[company.currency])),
    };
  });
}

/** Work on the current phase goes on through this week, unless the project stands still or the phase is finished. */
function currentWorkedTo(project: SampleProject, plannedTo: number): number {
  if (project.phasePercent === 100) return plannedTo;
  return project.status === "active" ? 4 : project.weeks.progress * 7 - 3;
}

/**
 * The weeks in which phases begin, and the one after the last. The part that is done is spread from the start to
 * `progress`, the rest from there to the end, so that the plan and the percentages tell the same story.
 */
function weekBounds(project: SampleProject, keys: PhaseKey[], current: number): number[] {
  const { start, progress, end } = project.weeks;
  const shares = keys.map((key) => phaseNorms[key].timeShare);
  const total = sum(shares);
  const done = sum(shares.slice(0, current)) + ((shares[current] ?? 0) * project.phasePercent) / 100;
  const bounds = [start];
  for (let index = 1; index <= keys.length; index++) {
    const share = sum(shares.slice(0, index));
    const week =
      share <= done
        ? start + ((progress - start) * share) / done
        : progress + ((end - progress) * (share - done)) / (total - done);
    bounds.push(Math.max(Math.round(week), (bounds[index - 1] ?? 0) + 1));
  }
  return bounds;
}

/** Splits a fee by the usual shares in steps of 50; the last phase takes what rounding leaves. */
function feeSplit(fee: number, keys: PhaseKey[]): number[] {
  const total = sum(keys.map((key) => phaseNorms[key].feeShare));
  const cents = keys.map((key) => Math.round((fee * phaseNorms[key].feeShare) / total / 50) * 5_000);
  return [...cents.slice(0, -1), fee * 100 - sum(cents.slice(0, -1))];
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
