import { Button, PostButton } from "../../ui/components/button.tsx";
import { CopyField } from "../../ui/components/copy-field.tsx";
import { Flag } from "../../ui/components/milestones.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import { PREFLIGHT_PATH, WATCH_PATH } from "../frame.ts";
import type { PortalRow, PortalsModel } from "./present.ts";

type PortalsPageProps = { assets: Assets; frame: OfficeFrame; model: PortalsModel };

/** Settings → Client Portals: every client company and its door. The row is the unit. */
export function PortalsPage({ assets, frame, model }: PortalsPageProps) {
  return (
    <OfficePage title="Client portals" frame={frame} assets={assets}>
      <div class="office-head">
        <h1>{model.heading}</h1>
        {model.createAll ? <PostButton target={model.createAll.target}>{model.createAll.label}</PostButton> : null}
      </div>
      {model.trouble ? <p class="problem">{model.trouble}</p> : null}
      <Filter filter={model.filter} />
      <p>
        <a href={PREFLIGHT_PATH}>Check everyone before you share</a> · <a href={WATCH_PATH}>Who has lost access</a>
      </p>
      {model.rows.length > 0 ? <PortalTable rows={model.rows} /> : <p>{model.emptyText}</p>}
    </OfficePage>
  );
}

function Filter({ filter }: { filter: PortalsModel["filter"] }) {
  return (
    <form method="get" action={filter.action} class="filter">
      <label for="q">Company or address</label>
      <input id="q" name="q" type="search" value={filter.query} autocomplete="off" />
      <Button look="plain">Filter</Button>
      {filter.resultText ? (
        <p>
          {filter.resultText} <a href={filter.action}>Show all</a>
        </p>
      ) : null}
    </form>
  );
}

function PortalTable({ rows }: { rows: PortalRow[] }) {
  return (
    <section class="table-frame register" aria-label="Client portals" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Company</th>
            <th scope="col">Portal address</th>
            <th scope="col">Template</th>
            <th scope="col">Contacts</th>
            <th scope="col">Last visit</th>
            <th scope="col">State</th>
            <th scope="col">
              <span class="unseen">What you can do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.companyId} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: PortalRow }) {
  const { companyId, companyName, address, template, contacts, peopleHref, diagnoseHref, lastVisit, state } = row;
  return (
    <tr>
      <th scope="row">{companyName}</th>
      <td>
        {address ? (
          <CopyField id={`address-${companyId}`} label={`portal address of ${companyName}`} value={address} />
        ) : (
          "–"
        )}
      </td>
      <td data-label="Template">{template ? <a href={template.href}>{template.label}</a> : "–"}</td>
      <td data-label="Contacts">
        <a href={peopleHref}>{contacts.isTrouble ? <Flag kind="trouble" text={contacts.text} /> : contacts.text}</a>
      </td>
      <td data-label="Last visit">{lastVisit ?? "–"}</td>
      <td data-label="State">{state}</td>
      <td>
        <div class="row-actions">
          {diagnoseHref ? (
            <a href={diagnoseHref}>
              Diagnose<span class="unseen"> the portal of {companyName}</span>
            </a>
          ) : null}
          {row.actions.map(({ label, target }) => (
            <PostButton key={label} target={target} look="text" about={`for ${companyName}`}>
              {label}
            </PostButton>
          ))}
        </div>
      </td>
    </tr>
  );
}
