import { Moment } from "../../../ui/components/moment.tsx";
import type { HealthModel } from "./present.ts";

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
