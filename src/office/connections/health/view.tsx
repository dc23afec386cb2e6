import { Moment } from "../../../ui/components/moment.tsx";
import type { HealthModel } from "./present.ts";
import type { LargeModel } from "./present-large.ts";

/** How a connection is: its state as a word, a shape and a colour, why, and what clients see. */
export function Health({ model }: { model: HealthModel }) {
  const { title, state, reason, action, lines } = model;
  return (
    <section aria-labelledby="health" class="connection-part">
      <h3 id="health">{title}</h3>
      <p>
        <strong class={state.kind ? `health health-${state.kind}` : "health"}>{state.text}</strong> {reason}
      </p>
      <dl class="exposes">
        {lines.map(({ label, value }) => (
          <div key={label} class="pair-row">
            <dt>{label}</dt>
            <dd>{typeof value === "string" ? value : <Moment moment={value} />}</dd>
          </div>
        ))}
      </dl>
      {action ? (
        <div class="actions">
          <a class="button" href={action.href}>
            {action.label}
          </a>
        </div>
      ) : null}
    </section>
  );
}

/** A note, with neither colour nor button: nothing is wrong. */
export function LargeClients({ model: { title, text, clients, more } }: { model: LargeModel }) {
  return (
    <section aria-labelledby="large" class="connection-part">
      <h3 id="large">{title}</h3>
      <p>{text}</p>
      <ul>
        {clients.map(({ name, parts }) => (
          <li key={name}>
            <strong>{name}:</strong> {parts}
          </li>
        ))}
        {more ? <li>{more}</li> : null}
      </ul>
    </section>
  );
}
