import type { Project } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import type { RailModel } from "../../ui/components/phase-rail.tsx";
import { formatPercent } from "../../ui/format/number.ts";
import { presentMeasure } from "../project/present-measure.ts";
import { openMilestones, presentMilestone } from "../project/present-milestones.ts";
import { presentRail } from "../project/present-phases.ts";
import { projectHref, type ShownProject, shownStatuses } from "../shown-projects.ts";
import { type PartialModel, presentPartial } from "../unread.ts";
import type { HomeInput } from "./home-input.ts";
import { words } from "./words.ts";

export type CardGroup = { heading: string; projects: CardModel[] };

export type CardModel = {
  name: string;
  href: string;
  number: string | null;
  /** "Construction documents, phase 3 of 6", or the phase's name alone. */
  phase: string | null;
  rail: RailModel | null;
  /** "62 % complete", and what that measures. */
  progress: { percent: number; text: string; measure: string } | null;
  /** "Next: Permit set, 12 March (in 9 days), by you"; whoever has to act is not named where a flag says it. */
  next: { text: string; flag: MilestoneModel["flag"] } | null;
};

/** A few projects, each with its phases, by state and then by name; states without projects are absent. */
export function presentCards(input: HomeInput, projects: ShownProject[]): CardGroup[] {
  const order = new Intl.Collator(input.locale, { numeric: true });
  const say = words(input.locale);
  return shownStatuses.flatMap((status) => {
    const members = projects.filter((project) => project.status === status);
    members.sort((a, b) => order.compare(a.name, b.name));
    return members.length > 0
      ? [{ heading: say(status), projects: members.map((project) => presentCard(input, project)) }]
      : [];
  });
}

function presentCard(input: HomeInput, project: Project): CardModel {
  const { work, today, locale } = input;
  const ofProject = work.unread.filter(({ projectId }) => projectId === null || projectId === project.id);
  const partial = presentPartial(ofProject, "phase", input);
  const rail = presentRail({ project, phases: work.phases, partial, today, locale });
  return {
    name: project.name,
    href: projectHref(input.portalSlug, project),
    number: project.number,
    phase: phaseText(rail, project, partial),
    rail: project.status === "completed" || rail?.isBare ? null : rail,
    progress: presentProgress(input, project),
    next: project.status === "completed" ? null : presentNext(input, project),
  };
}

/** Where phases may be missing, none is counted, and what is said of that stands above all projects. */
function phaseText(rail: RailModel | null, { phase }: Project, partial: PartialModel | null): CardModel["phase"] {
  if (!rail) return phase;
  return rail.summary === partial?.heading ? phase : rail.summary;
}

function presentProgress({ percentMeasure, firmName, locale }: HomeInput, project: Project): CardModel["progress"] {
  const percent = project.percentComplete;
  if (percent === null) return null;
  const text = words(locale)("complete", { percent: formatPercent(percent, locale) });
  return { percent, text, measure: presentMeasure(percentMeasure, firmName, locale) };
}

function presentNext(input: HomeInput, project: Project): CardModel["next"] {
  const [milestone] = openMilestones(input.work.milestones, project.id);
  if (!milestone) return null;
  const { name, when, who, flag } = presentMilestone(milestone, null, { ...input, project });
  const say = words(input.locale);
  return { flag, text: flag || !who ? say("next", { name, when }) : say("next_who", { name, when, who }) };
}
