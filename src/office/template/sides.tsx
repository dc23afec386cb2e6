import { Button, HiddenFields } from "../../ui/components/button.tsx";
import type { SideField, SideRow } from "./present-side-rows.ts";
import type { ComparedModel, SidesModel } from "./present-sides.ts";

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
      {answer?.compared ? <Compared model={answer.compared} /> : null}
    </section>
  );
}

/** Both sides of a block stand together, also on a phone: what differs is seen where it is. */
function Compared({ model: { summary, rows, leftOut, shapes } }: { model: ComparedModel }) {
  return (
    <>
      <p>{summary}</p>
      <ol class="side-rows">
        {rows.map((row) => (
          <Row key={row.name} row={row} />
        ))}
      </ol>
      {leftOut ? <p class="quiet">{leftOut}</p> : null}
      <p class="links">
        {shapes.map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </p>
    </>
  );
}

function Row({ row: { label, difference, cells } }: { row: SideRow }) {
  return (
    <li>
      <h3>
        {label}
        {difference ? <span class="difference"> {difference}</span> : null}
      </h3>
      <div class="side-by-side">
        {cells.map(({ id, template, place, fields }) => (
          <div key={id} class="side">
            <h4>{template}</h4>
            <p class="small">{place}</p>
            {fields.map((field) => (
              <p key={field.label} class={classOf(field)}>
                {field.mark ? <span class="unseen">{field.mark} </span> : null}
                {field.label}: {field.text}
              </p>
            ))}
          </div>
        ))}
      </div>
    </li>
  );
}

function classOf({ isShown, mark }: SideField): string | undefined {
  return [isShown ? [] : "quiet", mark ? "is-different" : []].flat().join(" ") || undefined;
}
