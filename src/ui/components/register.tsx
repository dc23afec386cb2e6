import type { ComponentChildren } from "preact";

type RegisterProps = {
  label: string;
  columns: string[];
  /** A last column of buttons, which only a screen reader needs the name of. */
  hasActions?: boolean;
  look?: "people";
  /** The rows, each a `tr`; a cell's `data-label` stands before it where columns do not fit. */
  children: ComponentChildren;
};

/** The table of the office's lists. On a desk it scrolls within its frame; on a phone its rows stand as blocks. */
export function Register({ label, columns, hasActions, look, children }: RegisterProps) {
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
            {hasActions ? (
              <th scope="col">
                <span class="unseen">What you can do</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
