import { BeingRead } from "../../ui/components/being-read.tsx";
import { Button, PostButton } from "../../ui/components/button.tsx";
import { CopyLink } from "../../ui/components/copy-field.tsx";
import type { CopyLabels } from "../../ui/components/copy-words.ts";
import { Flag } from "../../ui/components/flag.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Pages } from "../../ui/components/pages.tsx";
import { Register, RegisterCell } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import { type PortalSheet, type PortalsModel, type PortalTable, TABLE_ANCHOR } from "./present.ts";
import type { PortalRow, RowAction, RowLink } from "./present-row.ts";

type PortalsPageProps = { assets: Assets; frame: OfficeFrame; model: PortalsModel };

/** Settings → Client Portals: every client company and its door. The row is the unit. */
export function PortalsPage({ assets, frame, model }: PortalsPageProps) {
  return (
    <OfficePage title={model.title} frame={frame} assets={assets}>
      <div class="office-head">
        <h1>{model.heading}</h1>
        {model.createAll ? <PostButton target={model.createAll.target}>{model.createAll.label}</PostButton> : null}
      </div>
      {model.createShows ? <p>{model.createShows}</p> : null}
      {model.undone ? (
        <p class="problem" role="alert">
          {model.undone}
        </p>
      ) : null}
      {model.reading ? <BeingRead reading={model.reading} /> : null}
      {model.trouble ? <p class="problem">{model.trouble}</p> : null}
      <Filter filter={model.filter} />
      <p>
        {model.links.map(({ label, href }, index) => (
          <>
            {index > 0 ? " · " : null}
            <a href={href}>{label}</a>
          </>
        ))}
      </p>
      {model.sheet ? <Sheet sheet={model.sheet} /> : null}
      {model.table.rows.length > 0 ? (
        <section id={TABLE_ANCHOR}>
          <p class="quiet">
            {model.range ? `${model.range} · ` : null}
            {model.addressesBegin}
          </p>
          <Table table={model.table} />
          {model.pages ? <Pages pages={model.pages} /> : null}
        </section>
      ) : null}
      {model.emptyText ? <p>{model.emptyText}</p> : null}
    </OfficePage>
  );
}

function Filter({ filter }: { filter: PortalsModel["filter"] }) {
  return (
    <form method="get" action={filter.action} class="filter">
      <label for="q">{filter.label}</label>
      <input id="q" name="q" type="search" value={filter.query} autocomplete="off" />
      <Button look="plain">{filter.button}</Button>
      {filter.result ? (
        <p>
          {filter.result.text} <a href={filter.result.all.href}>{filter.result.all.label}</a>
        </p>
      ) : null}
    </form>
  );
}

function Sheet({ sheet: { label, columns, rows, note, back } }: { sheet: PortalSheet }) {
  return (
    <section id={TABLE_ANCHOR}>
      <p>
        {note} <a href={back.href}>{back.label}</a>
      </p>
      <Register label={label} columns={Object.values(columns)}>
        {rows.map(({ key, company, address, state }) => (
          <tr key={key}>
            <th scope="row">{company}</th>
            <RegisterCell>{address ? <a href={address}>{address}</a> : null}</RegisterCell>
            <td>{state}</td>
          </tr>
        ))}
      </Register>
    </section>
  );
}

function Table({ table }: { table: PortalTable }) {
  const { label, columns, actionsLabel, copyLabels, rows } = table;
  return (
    <Register label={label} columns={Object.values(columns)} actionsLabel={actionsLabel} look="portals">
      {rows.map((row) => (
        <Row key={row.companyId} row={row} columns={columns} copyLabels={copyLabels} />
      ))}
    </Register>
  );
}

type RowProps = { row: PortalRow; columns: PortalTable["columns"]; copyLabels: CopyLabels };

function Row({ row, columns, copyLabels }: RowProps) {
  const { companyId, companyName, address, addressLabel, template, contacts, peopleHref, lastVisit, state } = row;
  return (
    <tr>
      <th scope="row">{companyName}</th>
      <RegisterCell>
        {address ? (
          <CopyLink id={`address-${companyId}`} about={addressLabel} link={address} labels={copyLabels} />
        ) : null}
      </RegisterCell>
      <RegisterCell label={columns.template}>
        {template ? <a href={template.href}>{template.label}</a> : null}
      </RegisterCell>
      <td data-label={columns.contacts}>
        <a href={peopleHref}>{contacts.isTrouble ? <Flag kind="trouble" text={contacts.text} /> : contacts.text}</a>
      </td>
      <RegisterCell label={columns.lastVisit}>{lastVisit}</RegisterCell>
      <td data-label={columns.state}>{state}</td>
      <td>
        <div class="row-actions">
          <Links links={row.links} />
          {row.create ? <Action action={row.create} /> : null}
          {row.more ? <More more={row.more} /> : null}
        </div>
      </td>
    </tr>
  );
}

/** What is needed seldom: it opens without script, below what is needed every day. */
function More({ more }: { more: NonNullable<PortalRow["more"]> }) {
  return (
    <details>
      <summary>
        {more.label}
        <span class="unseen"> {more.about}</span>
      </summary>
      <div class="row-actions">
        <Links links={more.links} />
        {more.actions.map((action) => (
          <Action key={action.label} action={action} />
        ))}
      </div>
    </details>
  );
}

function Links({ links }: { links: RowLink[] }) {
  return (
    <>
      {links.map(({ label, about, href }) => (
        <a key={href} href={href}>
          {label}
          <span class="unseen"> {about}</span>
        </a>
      ))}
    </>
  );
}

function Action({ action: { label, about, target } }: { action: RowAction }) {
  return (
    <PostButton target={target} look="text" about={about}>
      {label}
    </PostButton>
  );
}
