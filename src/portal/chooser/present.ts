export type ChooserModel = { heading: string; lead: string; portals: { name: string; href: string }[] };

type ChooserInput = { firmName: string; portals: { name: string; href: string }[]; locale: string };

/** The portals which belong to the signed-in person, by name. */
export function presentChooser({ firmName, portals, locale }: ChooserInput): ChooserModel {
  const order = new Intl.Collator(locale, { numeric: true });
  return {
    heading: "Which company’s projects?",
    lead: `${firmName} works for more than one of your companies. Each has its own address, which you can bookmark.`,
    portals: [...portals].sort((a, b) => order.compare(a.name, b.name)),
  };
}
