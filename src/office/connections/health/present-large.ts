import type { NamedLargeClient } from "../../../data/queries/health.ts";
import type { WorkPart } from "../../../domain/project.ts";
import { formatCount } from "../../../ui/format/number.ts";
import { healthViewWords } from "./words.ts";

export type LargeModel = {
  title: string;
  text: string;
  clients: { name: string; parts: string }[];
  /** How many more there are; null where all are listed. */
  more: string | null;
};

const LISTED_MAX = 20;

/** The clients of whom there is more than is read, and which parts are left out: no trouble, and not to be mended. Null where there are none. */
export function presentLarge(clients: readonly NamedLargeClient[], locale: string): LargeModel | null {
  if (clients.length === 0) return null;
  const say = healthViewWords(locale);
  const list = new Intl.ListFormat(locale);
  const nameOf = (part: WorkPart) => say(`part_${part}`);
  const more = clients.length - LISTED_MAX;
  return {
    title: say("large"),
    text: say("large_text"),
    clients: clients
      .slice(0, LISTED_MAX)
      .map(({ companyName, parts }) => ({ name: companyName, parts: list.format(parts.map(nameOf)) })),
    more: more > 0 ? say("large_more", { count: formatCount(more, locale) }) : null,
  };
}
