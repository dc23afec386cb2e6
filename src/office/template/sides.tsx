import { Button, HiddenFields } from "../../ui/components/button.tsx";
import type { SideModel, SidesModel } from "./present-sides.ts";

/** Two templates beside each other; which two is chosen by a form that changes nothing. */
export function SideBySide({ model }: { model: SidesModel }) {
  const { heading, action, next, selects, compare, answer } = model;
  return (
    <section aria-labelledby="sides" class="sides">
      <h2 id="sides">{heading}</h2>
      <form method="get" action={`${action}#sides`} class="filter">
        <HiddenFields fields={{ next }} />
        {selects.map(({ name, label, options }) => (
          <label key={name}>
            {label}{" "}
            <select name={name}>
              {options.map((option) => (
                <option key={option.value} value={option.value} selected={option.isChosen}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <Button look="plain">{compare}</Button>
      </form>
      {answer ? <p class="quiet">{answer.text}</p> : null}
      {answer && answer.sides.length > 0 ? (
        <div class="side-by-side">
          {answer.sides.map((side) => (
            <OneSide key={side.id} side={side} />
          ))}
        </div>
      ) : null}
    </section>
  );
}

function OneSide({ side }: { side: SideModel }) {
  return (
    <section aria-labelledby={side.id}>
      <h3 id={side.id}>{side.label}</h3>
      <ol class="shape">
        {side.blocks.map(({ label, fields }) => (
          <li key={label}>
            <div>
              <h4>{label}</h4>
              {fields.map((field) => (
                <p key={field.label} class={field.isShown ? undefined : "quiet"}>
                  {field.label}: {field.text}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {side.leftOut ? <p class="quiet">{side.leftOut}</p> : null}
      <p>
        <a href={side.shape.href}>{side.shape.label}</a>
      </p>
    </section>
  );
}
