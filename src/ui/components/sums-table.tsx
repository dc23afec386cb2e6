import type { Link } from "../frame.ts";
import { Flag } from "./flag.tsx";

/** `place`: what a row belongs to, below its name. */
export type Cell = string | { text: string; isLate: boolean } | { text: string; place: Link | string };

/** `isPlain`: what stands in it says what it is; on a phone it needs no name before it and stands at the side, level with the row's head. */
export type Column = string | { label: string; isPlain: true };

/** A table of figures; the first cell of a row is its head. What is settled is left out on paper. */
export type SumsModel = {
  label: string;
  columns: Column[];
  rows: { id: string; cells: Cell[]; isSettled?: boolean }[];
};

/**
 * On a phone its rows stand as a few lines each: nothing of them may lie off screen. `printed`: the places of the rows that paper has
 * room for; by default of those that are not settled.
 */
export function SumsTable({ table, printed = openRows(table) }: { table: SumsModel; printed?: readonly number[] }) {
  const columns = table.columns.map((column) =>
    typeof column === "string" ? { label: column, isPlain: false } : column,
  );
  return (
    <section class={`table-frame${printed.length === 0 ? " not-printed" : ""}`} aria-label={table.label} tabindex={0}>
      <table class="sums">
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ id, cells: [head = "", ...cells] }, place) => (
            <tr key={id} class={printed.includes(place) ? undefined : "not-printed"}>
              <th scope="row">
                <CellText cell={head} />
              </th>
              {cells.map((cell, index) => (
                <SumsCell key={columns[index + 1]?.label} cell={cell} column={columns[index + 1]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type SumsCellProps = { cell: Cell; column: { label: string; isPlain: boolean } | undefined };

function SumsCell({ cell, column }: SumsCellProps) {
  const look = cell === "–" ? "is-empty" : column?.isPlain ? "is-plain" : undefined;
  return (
    <td class={look} data-label={column?.isPlain ? undefined : column?.label}>
      <CellText cell={cell} />
    </td>
  );
}

function openRows({ rows }: SumsModel): number[] {
  return rows.flatMap(({ isSettled }, place) => (isSettled ? [] : [place]));
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
