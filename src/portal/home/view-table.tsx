import { Button, HiddenFields } from "../../ui/components/button.tsx";
import { ClientForm } from "../../ui/components/client-form.tsx";
import { Flag } from "../../ui/components/flag.tsx";
import { Pages } from "../../ui/components/pages.tsx";
import { Download } from "../project/view-download.tsx";
import type { CellModel, ColumnModel, FilterModel, RowModel, TableModel } from "./present-table.ts";
import { TABLE_ANCHOR } from "./table-query.ts";

/** Many projects as one table: its filter above, its order in the heads of the columns, the projects' names always in view. */
export function Portfolio({ table, isInert }: { table: TableModel; isInert: boolean }) {
  const { filter, count, showAll, grouping, groups, pages, download, measure } = table;
  return (
    <section class="portfolio" id={TABLE_ANCHOR}>
      <Filter filter={filter} isInert={isInert} />
      <p class="portfolio-line">
        <span>{count}</span>
        {showAll ? <a href={showAll.href}>{showAll.label}</a> : null}
        <a href={grouping.href}>{grouping.label}</a>
      </p>
      {groups.length > 0 ? <Rows table={table} /> : <p>{table.emptyText}</p>}
      {pages ? <Pages pages={pages} /> : null}
      {download ? <Download model={download} /> : null}
      {measure && groups.length > 0 ? <p class="small">{measure}</p> : null}
    </section>
  );
}

function Filter({ filter, isInert }: { filter: FilterModel; isInert: boolean }) {
  const { target, textLabel, text, statusLabel, statuses, submit } = filter;
  return (
    <ClientForm isInert={isInert} method="get" action={target.action} class="filter">
      <HiddenFields fields={target.fields} />
      <label for="q">{textLabel}</label>
      <input id="q" name="q" type="search" value={text} maxlength={100} autocomplete="off" />
      <label for="status">{statusLabel}</label>
      <select id="status" name="status">
        {statuses.map(({ value, label, isChosen }) => (
          <option key={value} value={value} selected={isChosen}>
            {label}
          </option>
        ))}
      </select>
      <Button look="plain">{submit}</Button>
    </ClientForm>
  );
}

function Rows({ table: { label, columns, groups } }: { table: TableModel }) {
  return (
    <section class="table-frame" aria-label={label} tabindex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <Column key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {groups.map(({ heading, rows }) => (
          <tbody key={heading}>
            {heading ? (
              <tr class="group">
                <th scope="rowgroup" colspan={columns.length}>
                  <span>{heading}</span>
                </th>
              </tr>
            ) : null}
            {rows.map((row) => (
              <Row key={row.href} row={row} columns={columns} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Column({ column: { key, label, href, sorted } }: { column: ColumnModel }) {
  return (
    <th scope="col" class={`is-${key}`} aria-sort={sorted}>
      <a href={href}>{label}</a>
    </th>
  );
}

function Row({ row: { name, href, cells }, columns }: { row: RowModel; columns: ColumnModel[] }) {
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
      </th>
      {cells.map((cell) => (
        <Cell key={cell.key} cell={cell} label={columns.find(({ key }) => key === cell.key)?.label} />
      ))}
    </tr>
  );
}

function Cell({ cell: { key, text, detail, flag }, label }: { cell: CellModel; label: string | undefined }) {
  return (
    <td class={text === "–" ? `is-${key} is-empty` : `is-${key}`} data-label={label}>
      {text}
      {flag ? <Flag {...flag} /> : null}
      {detail ? <span class="quiet"> {detail}</span> : null}
    </td>
  );
}
