import { Flag } from "../../ui/components/flag.tsx";
import { HoursBar } from "../../ui/components/hours-bar.tsx";
import { Milestones } from "../../ui/components/milestones.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import { SumLines, SumsTable } from "../../ui/components/sums-table.tsx";
import type { UnreadModel } from "../unread.ts";
import type { PlacedBlock } from "./blocks-on-paper.ts";
import type { OnPaper } from "./on-paper.ts";
import type { BlockModel, MilestonesModel } from "./present-blocks.ts";
import type { FeeModel } from "./present-fee.ts";
import type { DisciplinesModel } from "./present-hours.ts";
import type { TaskRow, TeamModel } from "./present-tasks.ts";
import { Pulse } from "./pulse/view.tsx";
import { Updates } from "./updates/view.tsx";
import { Download } from "./view-download.tsx";
import { printedClass, Unprinted } from "./view-paper.tsx";
import { PhaseSection } from "./view-phases.tsx";
import { Placed } from "./view-placed.tsx";

type Of<Name extends BlockModel["name"]> = Extract<BlockModel, { name: Name }>;

/** A block, and what of it is printed. */
type Printed<Model> = { model: Model; paper: OnPaper };

/** One block of the project's page, headed by what it says. */
export function Block({ block, isInert }: { block: PlacedBlock; isInert: boolean }) {
  return (
    <Placed isEmphasised={block.isEmphasised}>
      <BlockBody block={block} isInert={isInert} />
    </Placed>
  );
}

function BlockBody({ block, isInert }: { block: PlacedBlock; isInert: boolean }) {
  const { paper } = block;
  switch (block.name) {
    case "phases":
      return <PhaseSection model={block.phases} paper={paper} isNarrow />;
    case "milestones":
      return <MilestoneLists model={block.milestones} paper={paper} />;
    case "disciplines":
      return <Disciplines model={block.disciplines} paper={paper} />;
    case "hours":
      return <Hours model={block.hours} paper={paper} />;
    case "fee":
      return <Fee model={block.fee} />;
    case "invoices":
      return <Invoices model={block.invoices} paper={paper} />;
    case "tasks":
      return <Tasks model={block.tasks} paper={paper} />;
    case "team":
      return <Team model={block.team} paper={paper} />;
    case "updates":
      return <Updates model={block.updates} paper={paper} />;
    case "pulse":
      return <Pulse model={block.pulse} isInert={isInert} />;
    case "unread":
      return <Unread model={block.unread} />;
  }
}

function MilestoneLists({ model, paper }: Printed<MilestonesModel>) {
  return (
    <>
      {model.partial ? (
        <section>
          <h2>{model.partial.heading}</h2>
          <p>{model.partial.note}</p>
        </section>
      ) : null}
      {model.lists.map(({ heading, items, folded }, index) => (
        <section key={heading} class={index === 0 ? undefined : "not-printed"}>
          <h2>{heading}</h2>
          <Milestones items={items} printed={paper.printed} />
          {index === 0 ? <Unprinted paper={paper} /> : null}
          {folded ? (
            <details class="more">
              <summary>{folded.summary}</summary>
              <Milestones items={folded.items} printed={[]} />
            </details>
          ) : null}
          {model.download && index === model.lists.length - 1 ? <Download model={model.download} /> : null}
        </section>
      ))}
    </>
  );
}

function Disciplines({ model, paper }: Printed<DisciplinesModel>) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <p class="small">{model.note}</p>
      <ul class="bars">
        {model.bars.map(({ name, percent, percentText }, index) => (
          <li key={name} class={printedClass(paper, index)}>
            <span>{name}</span>
            <span class="figures">{percentText}</span>
            <Progress percent={percent} />
          </li>
        ))}
      </ul>
      <Unprinted paper={paper} />
    </section>
  );
}

function Hours({ model: hours, paper }: Printed<Of<"hours">["hours"]>) {
  return (
    <section>
      <h2>{hours.heading}</h2>
      <ul class="bars">
        {hours.bars.map(({ id, name, text, parts, printedParts, bar }, index) => (
          <li key={id} class={printedClass(paper, index)}>
            <span>{name}</span>
            <span class="figures">{text}</span>
            <HoursBar bar={bar} />
            {parts ? <Parts all={parts} printed={printedParts} /> : null}
          </li>
        ))}
      </ul>
      <Unprinted paper={paper} />
      <details class="as-table">
        <summary>{hours.showTable}</summary>
        <SumsTable table={hours.table} />
      </details>
      {hours.download ? <Download model={hours.download} /> : null}
    </section>
  );
}

function Parts({ all, printed }: { all: string; printed: string | null }) {
  return printed === null || printed === all ? (
    <span class="small bar-parts">{all}</span>
  ) : (
    <>
      <span class="small bar-parts not-printed">{all}</span>
      <span class="small bar-parts printed-only">{printed}</span>
    </>
  );
}

function Fee({ model }: { model: FeeModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      {model.bars.length > 0 ? (
        <ul class="bars">
          {model.bars.map(({ name, value, percent }) => (
            <li key={name}>
              <span>{name}</span>
              <span class="figures">{value}</span>
              <Progress percent={percent} />
            </li>
          ))}
        </ul>
      ) : null}
      {model.lines.length > 0 ? <SumLines lines={model.lines} /> : null}
    </section>
  );
}

function Invoices({ model: invoices, paper }: Printed<Of<"invoices">["invoices"]>) {
  return (
    <section>
      <h2>{invoices.heading}</h2>
      {invoices.note ? <p>{invoices.note}</p> : null}
      {invoices.totals.length > 0 ? <SumLines lines={invoices.totals} /> : null}
      {invoices.table ? <SumsTable table={invoices.table} printed={paper.printed} /> : null}
      <Unprinted paper={paper} />
      {invoices.download ? <Download model={invoices.download} /> : null}
    </section>
  );
}

function Tasks({ model: tasks, paper }: Printed<Of<"tasks">["tasks"]>) {
  return (
    <section>
      <h2>{tasks.heading}</h2>
      {tasks.partial ? <p>{tasks.partial}</p> : null}
      {tasks.open.length > 0 ? <TaskList tasks={tasks.open} paper={paper} /> : null}
      <Unprinted paper={paper} />
      {tasks.done.length > 0 ? (
        <details>
          <summary>{tasks.doneHeading}</summary>
          <TaskList tasks={tasks.done} paper={{ printed: [], unprinted: null }} />
        </details>
      ) : null}
      {tasks.download ? <Download model={tasks.download} /> : null}
    </section>
  );
}

function TaskList({ tasks, paper }: { tasks: TaskRow[]; paper: OnPaper }) {
  return (
    <ul class="milestones">
      {tasks.map(({ id, name, phase, state, late, note }, index) => (
        <li key={id} class={printedClass(paper, index)}>
          <div>
            <strong>{name}</strong>
            {late ? <Flag kind="late" text={late} /> : null}
            {note ? <p class="small note">{note}</p> : null}
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

/** What could not be read whole, in its place. */
export function Unread({ model }: { model: UnreadModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <p>{model.text}</p>
    </section>
  );
}

function Team({ model, paper }: Printed<TeamModel>) {
  return (
    <section>
      <h2>{model.heading}</h2>
      {model.partial ? <p>{model.partial}</p> : null}
      <ul>
        {model.people.map(({ id, name, role, details }, index) => (
          <li key={id} class={`person-line ${printedClass(paper, index) ?? ""}`}>
            <strong>{name}</strong>
            {role ? <span class="quiet">{role}</span> : null}
            {details.map((detail) => (
              <span key={detail} class="small not-printed">
                {detail}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <Unprinted paper={paper} />
    </section>
  );
}
