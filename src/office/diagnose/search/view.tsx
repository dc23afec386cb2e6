import { BeingRead } from "../../../ui/components/being-read.tsx";
import { Button } from "../../../ui/components/button.tsx";
import { Flag } from "../../../ui/components/flag.tsx";
import { Moment } from "../../../ui/components/moment.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import { Register, RegisterCell } from "../../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { PeopleLabels, PersonRow, SearchModel } from "./present.ts";

type SearchPageProps = { assets: Assets; frame: OfficeFrame; model: SearchModel };

/** Settings → Client Portals → Diagnose: one box for whatever the client reads out, and who needs help now. */
export function SearchPage({ assets, frame, model }: SearchPageProps) {
  return (
    <OfficePage title={model.title} frame={frame} assets={assets}>
      <SearchBox search={model.search} problem={model.problem} />
      <div class="office-head">
        <h1>{model.heading}</h1>
        <ul class="links">
          {model.lists.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
      {model.reading ? <BeingRead reading={model.reading} /> : null}
      {model.trouble ? <p class="problem">{model.trouble}</p> : null}
      {model.resultText ? <p class="quiet">{model.resultText}</p> : null}
      {model.rows.length > 0 ? <PeopleTable rows={model.rows} labels={model.labels} /> : <p>{model.emptyText}</p>}
      {model.askAnyway ? (
        <p class="actions">
          <a class="button" href={model.askAnyway.href}>
            {model.askAnyway.label}
          </a>
        </p>
      ) : null}
    </OfficePage>
  );
}

function SearchBox({ search, problem }: Pick<SearchModel, "search" | "problem">) {
  const described = problem ? "q-hint q-problem" : "q-hint";
  return (
    <search class="search">
      <form method="get" action={search.action}>
        <label for="q">{search.label}</label>
        <div class="search-line">
          <input
            id="q"
            name="q"
            type="search"
            value={search.query}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby={described}
            aria-invalid={problem ? "true" : undefined}
          />
          <Button>{search.button}</Button>
        </div>
        <p id="q-hint" class="hint">
          {search.hint}
        </p>
        {problem ? (
          <p id="q-problem" class="problem">
            {problem}
          </p>
        ) : null}
      </form>
    </search>
  );
}

function PeopleTable({ rows, labels }: { rows: PersonRow[]; labels: PeopleLabels }) {
  const { people, ...columns } = labels;
  return (
    <Register label={people} columns={Object.values(columns)} look="people">
      {rows.map((row) => (
        <Row key={row.key} row={row} labels={labels} />
      ))}
    </Register>
  );
}

function Row({ row, labels }: { row: PersonRow; labels: PeopleLabels }) {
  const { name, email, href, company, portal, state, lastVisit, reason } = row;
  return (
    <tr>
      <th scope="row">
        {href ? <a href={href}>{name}</a> : name}
        {email ? <div class="email quiet">{email}</div> : null}
      </th>
      <RegisterCell label={labels.company}>{company}</RegisterCell>
      <RegisterCell label={labels.portal}>{portal}</RegisterCell>
      <RegisterCell label={labels.state}>
        {state.signal ? <Flag kind={state.signal} text={state.text} /> : state.text}
      </RegisterCell>
      <RegisterCell label={labels.lastVisit}>{lastVisit ? <Moment moment={lastVisit} /> : null}</RegisterCell>
      <RegisterCell label={labels.lastReason}>{reason}</RegisterCell>
    </tr>
  );
}
