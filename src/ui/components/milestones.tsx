import { Flag } from "./flag.tsx";

export type MilestoneModel = {
  name: string;
  /** "12 March (in 9 days)", or when it was done; null where no one day is told. */
  when: string | null;
  /** Who acts, in words: "by you", or "by" and the firm’s name. */
  who: string | null;
  /** A word beside the colour: "late", "waiting on you". */
  flag: { kind: "late" | "waiting"; text: string } | null;
  /** Where the milestone belongs, when the list spans projects. */
  project: { name: string; href: string } | null;
};

/** Milestones under each other: what, when, who; a late one says so in words. `printed`: the places of those that paper has room for. */
export function Milestones({ items, printed }: { items: MilestoneModel[]; printed?: readonly number[] }) {
  return (
    <ul class="milestones">
      {items.map((item, index) => (
        <li
          key={`${item.project?.href ?? ""} ${item.name} ${item.when ?? ""}`}
          class={printed && !printed.includes(index) ? "not-printed" : undefined}
        >
          <div>
            <strong>{item.name}</strong>
            {item.flag ? <Flag {...item.flag} /> : null}
          </div>
          <div class="figures">
            {item.project ? <a href={item.project.href}>{item.project.name}</a> : null}
            {item.when === null ? null : <span>{item.when}</span>}
            {item.who ? <span>{item.who}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
