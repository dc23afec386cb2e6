import { Button, PostButton } from "../../ui/components/button.tsx";
import { CopyField } from "../../ui/components/copy-field.tsx";
import { Flag } from "../../ui/components/flag.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import { DEFAULTS_PATH, PREFLIGHT_PATH, TEMPLATES_PATH, WATCH_PATH } from "../frame.ts";
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
        <a href={PREFLIGHT_PATH}>Check everyone before you share</a> · <a href={WATCH_PATH}>Who has lost access</a> ·{" "}
        <a href={DEFAULTS_PATH}>Defaults</a> · <a href={TEMPLATES_PATH}>Templates</a>
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

const columns = ["Company", "Portal address", "Template", "Contacts", "Last visit", "State"];

function PortalTable({ rows }: { rows: PortalRow[] }) {
  return (
    <Register label="Client portals" columns={columns} actionsLabel="What you can do">
      {rows.map((row) => (
        <Row key={row.companyId} row={row} />
      ))}
    </Register>
  );
}

function Row({ row }: { row: PortalRow }) {
  const { companyId, companyName, address, template, contacts, peopleHref, lastVisit, state } = row;
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
          {row.diagnoseHref ? (
            <a href={row.diagnoseHref}>
              Diagnose<span class="unseen"> the portal of {companyName}</span>
            </a>
          ) : null}
          {row.switchesHref ? (
            <a href={row.switchesHref}>
              Visibility<span class="unseen"> at the portal of {companyName}</span>
            </a>
          ) : null}
          {row.previewHref ? (
            <a href={row.previewHref}>
              Preview<span class="unseen"> the portal of {companyName}</span>
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
