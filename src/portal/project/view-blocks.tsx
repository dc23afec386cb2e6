import { Flag } from "../../ui/components/flag.tsx";
import { HoursBar } from "../../ui/components/hours-bar.tsx";
import { Milestones } from "../../ui/components/milestones.tsx";
import { Progress } from "../../ui/components/progress.tsx";
import { SumLines, SumsTable } from "../../ui/components/sums-table.tsx";
import type { BlockModel, MilestonesModel, PlacedBlock } from "./present-blocks.ts";
import type { FeeModel } from "./present-fee.ts";
import type { DisciplinesModel } from "./present-hours.ts";
import type { TaskRow, TeamModel } from "./present-tasks.ts";
import type { UnreadModel } from "./present-unread.ts";
import { Pulse } from "./pulse/view.tsx";
import { Updates } from "./updates/view.tsx";
import { Download } from "./view-download.tsx";
import { PhaseSection } from "./view-phases.tsx";
import { Placed } from "./view-placed.tsx";

type Of<Name extends BlockModel["name"]> = Extract<BlockModel, { name: Name }>;

/** One block of the project's page, headed by what it says. */
export function Block({ block, isInert }: { block: PlacedBlock; isInert: boolean }) {
  return (
    <Placed isEmphasised={block.isEmphasised}>
      <BlockBody block={block} isInert={isInert} />
    </Placed>
  );
}

function BlockBody({ block, isInert }: { block: BlockModel; isInert: boolean }) {
  switch (block.name) {
    case "phases":
      return <PhaseSection model={block.phases} isNarrow />;
    case "milestones":
      return <MilestoneLists model={block.milestones} />;
    case "disciplines":
      return <Disciplines model={block.disciplines} />;
    case "hours":
      return <Hours block={block} />;
    case "fee":
      return <Fee model={block.fee} />;
    case "invoices":
      return <Invoices block={block} />;
    case "tasks":
      return <Tasks block={block} />;
    case "team":
      return <Team model={block.team} />;
    case "updates":
      return <Updates model={block.updates} />;
    case "pulse":
      return <Pulse model={block.pulse} isInert={isInert} />;
    case "unread":
      return <Unread model={block.unread} />;
  }
}

function MilestoneLists({ model }: { model: MilestonesModel }) {
  return (
    <>
      {model.lists.map(({ heading, isAhead, items, folded }, index) => (
        <section key={heading} class={isAhead ? undefined : "not-printed"}>
          <h2>{heading}</h2>
          <Milestones items={items} />
          {folded ? (
            <details class="more">
              <summary>{folded.summary}</summary>
              <Milestones items={folded.items} />
            </details>
          ) : null}
          {index === model.lists.length - 1 ? <Download model={model.download} /> : null}
        </section>
      ))}
    </>
  );
}

function Disciplines({ model }: { model: DisciplinesModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <p class="small">{model.note}</p>
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

function Hours({ block: { hours } }: { block: Of<"hours"> }) {
  return (
    <section>
      <h2>{hours.heading}</h2>
      <ul class="bars">
        {hours.bars.map(({ id, name, text, parts, bar, isUntouched }) => (
          <li key={id} class={isUntouched ? "not-printed" : undefined}>
            <span>{name}</span>
            <span class="figures">{text}</span>
            <HoursBar bar={bar} />
            {parts ? <span class="small bar-parts">{parts}</span> : null}
          </li>
        ))}
      </ul>
      <details class="as-table">
        <summary>{hours.showTable}</summary>
        <SumsTable table={hours.table} />
      </details>
      <Download model={hours.download} />
    </section>
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

function Invoices({ block: { invoices } }: { block: Of<"invoices"> }) {
  return (
    <section>
      <h2>{invoices.heading}</h2>
      {invoices.note ? <p>{invoices.note}</p> : null}
      {invoices.totals.length > 0 ? <SumLines lines={invoices.totals} /> : null}
      {invoices.table ? <SumsTable table={invoices.table} /> : null}
      {invoices.download ? <Download model={invoices.download} /> : null}
    </section>
  );
}

function Tasks({ block: { tasks } }: { block: Of<"tasks"> }) {
  return (
    <section>
      <h2>{tasks.heading}</h2>
      {tasks.open.length > 0 ? <TaskList tasks={tasks.open} /> : null}
      {tasks.unprinted ? <p class="printed-only">{tasks.unprinted}</p> : null}
      {tasks.done.length > 0 ? (
        <details>
          <summary>{tasks.doneHeading}</summary>
          <TaskList tasks={tasks.done} />
        </details>
      ) : null}
      <Download model={tasks.download} />
    </section>
  );
}

function TaskList({ tasks }: { tasks: TaskRow[] }) {
  return (
    <ul class="milestones">
      {tasks.map(({ id, name, phase, state, late, note, isPrinted }) => (
        <li key={id} class={isPrinted ? undefined : "not-printed"}>
          <div>
            <strong>{name}</strong>
            {late ? <Flag kind="late" text={late} /> : null}
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

function Unread({ model }: { model: UnreadModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <p>{model.text}</p>
    </section>
  );
}

function Team({ model }: { model: TeamModel }) {
  return (
    <section>
      <h2>{model.heading}</h2>
      <ul class="people-lines">
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
