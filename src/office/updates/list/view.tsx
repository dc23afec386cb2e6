import { Button } from "../../../ui/components/button.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import { Register, RegisterCell } from "../../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { UpdatesModel } from "./present.ts";

type UpdatesPageProps = { assets: Assets; frame: OfficeFrame; model: UpdatesModel };

/** The updates of the firm, and the way to write one. */
export function UpdatesPage({ assets, frame, model }: UpdatesPageProps) {
  const { heading, write, lead, filter, rows, emptyText } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <div class="office-head">
        <h1>{heading}</h1>
        {write ? (
          <a class="button button-primary" href={write.href}>
            {write.label}
          </a>
        ) : null}
      </div>
      <p class="quiet">{lead}</p>
      {filter ? <Filter filter={filter} /> : null}
      {rows.length === 0 ? <p>{emptyText}</p> : <UpdatesTable model={model} />}
    </OfficePage>
  );
}

function Filter({ filter }: { filter: NonNullable<UpdatesModel["filter"]> }) {
  const { action, textLabel, text, stateLabel, states, submit, result } = filter;
  return (
    <form method="get" action={action} class="filter">
      <label for="q">{textLabel}</label>
      <input id="q" name="q" type="search" value={text} autocomplete="off" />
      <label for="state">{stateLabel}</label>
      <select id="state" name="state">
        {states.map(({ value, label, isChosen }) => (
          <option key={value} value={value} selected={isChosen}>
            {label}
          </option>
        ))}
      </select>
      <Button look="plain">{submit}</Button>
      {result ? (
        <p>
          {result.text} <a href={result.showAll.href}>{result.showAll.label}</a>
        </p>
      ) : null}
    </form>
  );
}

function UpdatesTable({ model: { tableLabel, columns, rows } }: { model: UpdatesModel }) {
  return (
    <Register label={tableLabel} columns={Object.values(columns)}>
      {rows.map(({ id, project, company, day, author, state }) => (
        <tr key={id}>
          <th scope="row">
            <a href={project.href}>{project.label}</a>
          </th>
          <RegisterCell label={columns.client}>{company}</RegisterCell>
          <td data-label={columns.date}>{day}</td>
          <td data-label={columns.author}>{author}</td>
          <td data-label={columns.state}>{state}</td>
        </tr>
      ))}
    </Register>
  );
}
