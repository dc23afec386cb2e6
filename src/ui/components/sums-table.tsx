import type { Link } from "../frame.ts";
import { Flag } from "./flag.tsx";

/** `place`: what a row belongs to, below its name. */
export type Cell = string | { text: string; isLate: boolean } | { text: string; place: Link | string };

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
  if (typeof cell === "string") return cell;
  if ("place" in cell) return <Placed text={cell.text} place={cell.place} />;
  return cell.isLate ? <Flag kind="late" text={cell.text} /> : cell.text;
}

function Placed({ text, place }: { text: string; place: Link | string }) {
  return (
    <>
      {text}
      <span class="place">{typeof place === "string" ? place : <a href={place.href}>{place.label}</a>}</span>
    </>
  );
}

/** Sums under each other, each with what it is of. */
export function SumLines({ lines }: { lines: { label: string; value: string }[] }) {
  return (
    <dl class="sum-lines">
      {lines.map(({ label, value }) => (
        <div key={label} class="sum-line">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
