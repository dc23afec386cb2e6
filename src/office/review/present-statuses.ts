import type { Review } from "../../switching/review-switch.ts";
import { type GroupModel, type GroupRow, group } from "./present-groups.ts";
import { statusesWords } from "./statuses-words.ts";
import { reviewWords } from "./words.ts";

type Changed = Pick<Review, "statuses">;
type Told = { from: string; to: string; locale: string };

/** Which projects clients then see in another state than before. */
export function presentStatuses({ statuses }: Changed, { locale, ...names }: Told): GroupModel[] {
  if (statuses.length === 0) return [];
  const say = statusesWords(locale);
  const rows = statuses.map(({ name, portal, was, is }): GroupRow => {
    return { name, about: portal.companyName, text: say("change", { ...names, was, is }) };
  });
  return [group("projects-state", say("title"), rows, reviewWords(locale))];
}

/** How many, in figures; nothing where none does. */
export function summaryOfStatuses({ statuses }: Changed, locale: string): { term: string; text: string }[] {
  const say = statusesWords(locale);
  return statuses.length === 0 ? [] : [{ term: say("term"), text: say("changed", { count: statuses.length }) }];
}
