import { PostButton } from "../../../ui/components/button.tsx";
import { Moment } from "../../../ui/components/moment.tsx";
import type { HealthModel, Mending } from "./present.ts";
import type { LargeModel } from "./present-large.ts";

/** How a connection is: its state as a word, a shape and a colour, why, what clients see, and what mends it. */
export function Health({ model }: { model: HealthModel }) {
  const { title, state, reason, action, lines, facts } = model;
  return (
    <section aria-labelledby="health" class="connection-part">
      <h3 id="health">{title}</h3>
      <p>
        <strong class={state.kind ? `health health-${state.kind}` : "health"}>{state.text}</strong> {reason}
      </p>
      {action ? (
        <>
          <Lines lines={lines} />
          <div class="actions">
            <Mend action={action} />
          </div>
          <Lines lines={facts} />
        </>
      ) : (
        <Lines lines={[...lines, ...facts]} />
      )}
    </section>
  );
}

function Mend({ action }: { action: Mending }) {
  if ("target" in action) return <PostButton target={action.target}>{action.label}</PostButton>;
  return (
    <a class="button button-primary" href={action.href}>
      {action.label}
    </a>
  );
}

function Lines({ lines }: { lines: HealthModel["lines"] }) {
  if (lines.length === 0) return null;
  return (
    <dl class="exposes">
      {lines.map(({ label, value }) => (
        <div key={label} class="pair-row">
          <dt>{label}</dt>
          <dd>{typeof value === "string" ? value : <Moment moment={value} />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A note, with neither colour nor button: nothing is wrong. */
export function LargeClients({ model: { title, text, clients, more } }: { model: LargeModel }) {
  return (
    <section aria-labelledby="large" class="connection-part">
      <h3 id="large">{title}</h3>
      <p>{text}</p>
      <Lines lines={clients.map(({ name, parts }) => ({ label: name, value: parts }))} />
      {more ? <p>{more}</p> : null}
    </section>
  );
}
