import type { ComponentChildren } from "preact";

type RegisterProps = {
  label: string;
  columns: string[];
  /** Of a last column of buttons: only a screen reader needs it. */
  actionsLabel?: string;
  look?: "people" | "portals";
  /** The rows, each a `tr`; a cell's `data-label` stands before it where columns do not fit. */
  children: ComponentChildren;
};

/** One cell of its rows. A phone leaves out what is empty; a desk shows a dash, so that the columns stay. */
export function RegisterCell({ label, children }: { label?: string; children: ComponentChildren }) {
  return (
    <td data-label={label} class={children ? undefined : "is-empty"}>
      {children || "–"}
    </td>
  );
}

/** The table of the office's lists. On a desk it scrolls within its frame; on a phone its rows stand as blocks. */
export function Register({ label, columns, actionsLabel, look, children }: RegisterProps) {
  return (
    <section class="table-frame register" aria-label={label} tabindex={0}>
      <table class={look}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {actionsLabel ? (
              <th scope="col">
                <span class="unseen">{actionsLabel}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
