import type { FormTarget } from "../../ui/frame.ts";
import type { OwnPortal } from "../own-portals.ts";

export type ChooserRow = {
  name: string;
  href: string;
  /** Opens at once from the firm's address. */
  isFirst: boolean;
  change: { label: string; target: FormTarget };
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
  const order = new Intl.Collator(locale, { numeric: true });
  const changeTo = (label: string, portal: string) => ({ label, target: { action: "/default", fields: { portal } } });
  return {
    heading: "Which company’s projects?",
    lead: `${firmName} works for more than one of your companies. Each has its own address, which you can bookmark.`,
    rows: [...portals]
      .sort((a, b) => order.compare(a.name, b.name))
      .map(({ id, name, href }) => ({
        name,
        href,
        isFirst: id === preferredId,
        change: id === preferredId ? changeTo("Ask me each time", "") : changeTo("Open this one first", id),
      })),
  };
}
