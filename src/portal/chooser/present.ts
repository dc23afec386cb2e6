import type { Action } from "../../ui/frame.ts";
import type { OwnPortal } from "../own-portals.ts";
import { chooserWords } from "./words.ts";

export type ChooserRow = {
  name: string;
  href: string;
  /** Says that it opens at once from the firm's address; null for the others. */
  firstLabel: string | null;
  change: Action;
};

export type ChooserModel = { heading: string; lead: string; rows: ChooserRow[] };

type ChooserInput = {
  firmName: string;
  portals: Pick<OwnPortal, "id" | "name" | "href">[];
  preferredId: OwnPortal["id"] | null;
  locale: string;
};

/** The portals which belong to the signed-in person, by name. */
export function presentChooser({ firmName, portals, preferredId, locale }: ChooserInput): ChooserModel {
  const say = chooserWords(locale);
  const order = new Intl.Collator(locale, { numeric: true });
  const changeTo = (label: string, portal: string) => ({ label, target: { action: "/default", fields: { portal } } });
  return {
    heading: say("heading"),
    lead: say("lead", { firm: firmName }),
    rows: [...portals]
      .sort((a, b) => order.compare(a.name, b.name))
      .map(({ id, name, href }) => ({
        name,
        href,
        firstLabel: id === preferredId ? say("opens_first") : null,
        change: id === preferredId ? changeTo(say("ask_each_time"), "") : changeTo(say("open_first"), id),
      })),
  };
}
