import type { Review } from "../../switching/review-switch.ts";
import { type GroupModel, type GroupRow, group } from "./present-groups.ts";
import { projectsWords } from "./projects-words.ts";
import { reviewWords } from "./words.ts";

type Changed = Pick<Review, "projects">;

/** Which projects come to be seen, and which no longer are, at which portal and why: what is shown newly first. */
export function presentProjects(
  { projects }: Changed,
  { locale, ...names }: { from: string; to: string; locale: string },
): GroupModel[] {
  const say = projectsWords(locale);
  return (["shown", "hidden"] as const)
    .map((change) => {
      const rows = projects
        .filter((one) => one.change === change)
        .map(({ name, portal, why, people }): GroupRow => {
          return { name, about: portal.companyName, text: say(change, { ...names, why, count: people }) };
        });
      return group(`projects-${change}`, say(`${change}_title`), rows, reviewWords(locale));
    })
    .filter(({ rows }) => rows.length > 0);
}

/** How many, in figures; nothing where nothing changes. */
export function summaryOfProjects({ projects }: Changed, locale: string): { term: string; text: string }[] {
  if (projects.length === 0) return [];
  const say = projectsWords(locale);
  const shown = projects.filter(({ change }) => change === "shown").length;
  return [{ term: say("term"), text: say("changed", { shown, hidden: projects.length - shown }) }];
}
