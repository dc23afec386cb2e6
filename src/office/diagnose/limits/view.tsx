import { PostButton } from "../../../ui/components/button.tsx";
import { Moment } from "../../../ui/components/moment.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import { Register } from "../../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import type { LimitsModel } from "./present.ts";

type LimitsPageProps = { assets: Assets; frame: OfficeFrame; model: LimitsModel };

/** Who sees less than their company does, since when, and by whom. */
export function LimitsPage({ assets, frame, model }: LimitsPageProps) {
  return (
    <OfficePage title={model.title} frame={frame} assets={assets}>
      <p class="back">
        <a href={DIAGNOSE_PATH}>{model.backLabel}</a>
      </p>
      <div class="office-head">
        <h1>{model.heading}</h1>
      </div>
      {model.rows.length > 0 ? <LimitsTable model={model} /> : <p>{model.emptyText}</p>}
    </OfficePage>
  );
}

function LimitsTable({ model: { title, labels, rows } }: { model: LimitsModel }) {
  const columns = [labels.contact, labels.company, labels.sees, labels.since, labels.by];
  return (
    <Register label={title} columns={columns} actionsLabel={labels.actions}>
      {rows.map(({ key, name, href, company, sees, shows, since, by, lift }) => (
        <tr key={key}>
          <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
          <td data-label={labels.company}>{company}</td>
          <td data-label={labels.sees}>
            {sees}
            {shows ? <div class="quiet">{shows}</div> : null}
          </td>
          <td data-label={labels.since}>
            <Moment moment={since} />
          </td>
          <td data-label={labels.by}>{by}</td>
          <td>
            {lift ? (
              <PostButton target={lift.target} look="text" about={lift.about}>
                {labels.lift}
              </PostButton>
            ) : null}
          </td>
        </tr>
      ))}
    </Register>
  );
}
