import { Flag } from "../../ui/components/flag.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import type { BlockModel } from "./present.ts";
import type { DisciplinesModel, HoursModel } from "./present-hours.ts";
import type { FeeModel, InvoicesModel } from "./present-invoices.ts";
import type { TaskRow, TasksModel, TeamModel } from "./present-tasks.ts";

/** One block of the project's page, headed by what it says. */
export function Block({ block }: { block: BlockModel }) {
  switch (block.name) {
    case "disciplines":
      return <Disciplines model={block.disciplines} />;
    case "hours":
      return <Hours model={block.hours} />;
    case "fee":
      return <Fee model={block.fee} />;
    case "invoices":
      return <Invoices model={block.invoices} />;
    case "tasks":
      return <Tasks model={block.tasks} />;
    case "team":
      return <Team model={block.team} />;
  }
}

function Disciplines({ model }: { model: DisciplinesModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <p class="small">Shares of all hours worked</p>
      <ul class="bars">
        {model.bars.map(({ name, percent, percentText }) => (
          <li key={name}>
            <span>{name}</span>
            <span class="figures">{percentText}</span>
            <Progress percent={percent} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hours({ model }: { model: HoursModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <section class="table-frame" aria-label="Hours by phase" tabindex={0}>
        <table class="sums">
          <thead>
            <tr>
              <th scope="col">Phase</th>
              <th scope="col">Worked</th>
              {model.hasPlanned ? <th scope="col">Planned</th> : null}
              {model.hasBilled ? <th scope="col">At the agreed rates</th> : null}
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ name, worked, planned, billed }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{worked}</td>
                {model.hasPlanned ? <td>{planned ?? "–"}</td> : null}
                {model.hasBilled ? <td>{billed ?? "–"}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Fee({ model }: { model: FeeModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      {model.percent === null ? null : <Progress percent={model.percent} />}
      <dl>
        {model.lines.map(({ label, value }) => (
          <div key={label} class="sum-line">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Invoices({ model }: { model: InvoicesModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      {model.openText ? <p>{model.openText}</p> : null}
      <section class="table-frame" aria-label="Invoices" tabindex={0}>
        <table class="sums">
          <thead>
            <tr>
              <th scope="col">Invoice</th>
              <th scope="col">Issued</th>
              <th scope="col">Due</th>
              <th scope="col">Amount</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ number, issued, due, amount, state }) => (
              <tr key={`${number} ${issued}`}>
                <th scope="row">{number}</th>
                <td>{issued}</td>
                <td>{due}</td>
                <td>{amount}</td>
                <td>{state.isLate ? <Flag kind="late" text={state.text} /> : state.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Tasks({ model }: { model: TasksModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      {model.open.length > 0 ? <TaskList tasks={model.open} /> : null}
      {model.done.length > 0 ? (
        <details>
          <summary>Done ({model.done.length})</summary>
          <TaskList tasks={model.done} />
        </details>
      ) : null}
    </section>
  );
}

function TaskList({ tasks }: { tasks: TaskRow[] }) {
  return (
    <ul class="milestones">
      {tasks.map(({ id, name, phase, state, isLate, note }) => (
        <li key={id}>
          <div>
            <strong>{name}</strong>
            {isLate ? <Flag kind="late" text="late" /> : null}
            {note ? <p class="small">{note}</p> : null}
          </div>
          <div class="figures">
            <span>{state}</span>
            {phase ? <span>{phase}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Team({ model }: { model: TeamModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <ul>
        {model.people.map(({ id, name, role, details }) => (
          <li key={id} class="person-line">
            <strong>{name}</strong>
            {role ? <span class="quiet">{role}</span> : null}
            {details.map((detail) => (
              <span key={detail} class="small">
                {detail}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
