import { Flag } from "./flag.tsx";

export type Cell = string | { text: string; isLate: boolean };

/** A table of figures; the first cell of a row is its head. */
export type SumsModel = { label: string; columns: string[]; rows: { id: string; cells: Cell[] }[] };

export function SumsTable({ table }: { table: SumsModel }) {
  return (
    <section class="table-frame" aria-label={table.label} tabindex={0}>
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
          {table.rows.map(({ id, cells: [head = "", ...cells] }) => (
            <tr key={id}>
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
