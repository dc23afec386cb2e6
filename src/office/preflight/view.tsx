import { BeingRead } from "../../ui/components/being-read.tsx";
import { Button } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { FoldModel, GroupModel, ItemModel, PersonModel, PreflightModel } from "./present.ts";

type PreflightPageProps = { assets: Assets; frame: OfficeFrame; model: PreflightModel };

/** Counts first, then what keeps people out by the change that mends it; whoever gets in is folded. */
export function PreflightPage({ assets, frame, model }: PreflightPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <div class="office-head">
        <h1>{model.heading}</h1>
        {model.csv ? <a href={model.csv.href}>{model.csv.label}</a> : null}
      </div>
      {model.status ? <p role="status">{model.status}</p> : null}
      {model.lead ? <p class="quiet">{model.lead}</p> : null}
      {model.reading ? <BeingRead reading={model.reading} /> : null}
      {model.trouble ? <p class="problem">{model.trouble}</p> : null}
      {model.isWaiting ? null : <Filter filter={model.filter} />}
      {model.groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      {model.notes ? (
        <section class="findings">
          <h2>{model.notes.title}</h2>
          {model.notes.folds.map((note) => (
            <Fold key={note.title} fold={note} />
          ))}
        </section>
      ) : null}
      {model.inside ? <Fold fold={model.inside} /> : null}
    </OfficePage>
  );
}

function Filter({ filter }: { filter: PreflightModel["filter"] }) {
  return (
    <form method="get" action={filter.action} class="filter">
      <label for="portal">{filter.label}</label>
      <select id="portal" name="portal">
        {filter.options.map(({ value, label, isChosen }) => (
          <option key={value} value={value} selected={isChosen}>
            {label}
          </option>
        ))}
      </select>
      <Button look="plain">{filter.button}</Button>
    </form>
  );
}

function Group({ group }: { group: GroupModel }) {
  return (
    <section class="findings" aria-labelledby={group.id}>
      <h2 id={group.id}>{group.title}</h2>
      <ul>
        {group.items.map((item) => (
          <Item key={`${item.reason} ${item.people[0]?.name}`} item={item} />
        ))}
      </ul>
      {group.more ? <p class="quiet">{group.more}</p> : null}
    </section>
  );
}

function Item({ item }: { item: ItemModel }) {
  return (
    <li class="finding">
      <p>
        {item.people.map((person, index) => (
          <>
            {index > 0 ? ", " : null}
            <Person person={person} />
          </>
        ))}
        {item.more ? ` ${item.more}` : null}
      </p>
      <p>{item.reason}</p>
      <p>
        <strong>{item.remedyLabel}</strong> {item.remedy}{" "}
        {item.link ? <a href={item.link.href}>{item.link.label}</a> : null}
      </p>
    </li>
  );
}

function Person({ person }: { person: PersonModel }) {
  const { name, email, href, company } = person;
  return (
    <>
      <strong>{name}</strong>
      {href ? (
        <>
          {" "}
          <a class="email" href={href}>
            {email}
          </a>
        </>
      ) : null}
      {company ? <span class="quiet"> {company}</span> : null}
    </>
  );
}

function Fold({ fold }: { fold: FoldModel }) {
  return (
    <details class="fold">
      <summary>{fold.title}</summary>
      <ul>
        {fold.rows.map(({ person, text }) => (
          <li key={`${person.email} ${person.company}`}>
            <Person person={person} /> <span>{text}</span>
          </li>
        ))}
      </ul>
      {fold.more ? <p class="quiet">{fold.more}</p> : null}
    </details>
  );
}
