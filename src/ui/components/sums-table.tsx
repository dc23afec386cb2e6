import { Flag } from "./flag.tsx";

export type Cell = string | { text: string; isLate: boolean };

/** A table of figures; the first cell of a row is its head. What is settled is left out on paper. */
export type SumsModel = {
  label: string;
  columns: string[];
  rows: { id: string; cells: Cell[]; isSettled?: boolean }[];
};

export function SumsTable({ table }: { table: SumsModel }) {
  const isSettled = table.rows.every((row) => row.isSettled === true);
  return (
    <section class={`table-frame${isSettled ? " not-printed" : ""}`} aria-label={table.label} tabindex={0}>
      <table class="sums">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ id, cells: [head = "", ...cells], isSettled: isOff }) => (
            <tr key={id} class={isOff ? "not-printed" : undefined}>
              <th scope="row">
                <CellText cell={head} />
              </th>
              {cells.map((cell, index) => (
                <td key={table.columns[index + 1]}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellText({ cell }: { cell: Cell }) {
  if (typeof cell !== "string" && cell.isLate) return <Flag kind="late" text={cell.text} />;
  return typeof cell === "string" ? cell : cell.text;
}
