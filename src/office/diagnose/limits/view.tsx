import { PostButton } from "../../../ui/components/button.tsx";
import { Moment } from "../../../ui/components/moment.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import { Register } from "../../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import type { LimitRow, LimitsModel } from "./present.ts";

type LimitsPageProps = { assets: Assets; frame: OfficeFrame; model: LimitsModel };

/** Who sees less than their company does, since when, and by whom. */
export function LimitsPage({ assets, frame, model }: LimitsPageProps) {
  return (
    <OfficePage title="Limited contacts" frame={frame} assets={assets}>
      <p class="back">
        <a href={DIAGNOSE_PATH}>All people</a>
      </p>
      <div class="office-head">
        <h1>{model.heading}</h1>
      </div>
      {model.rows.length > 0 ? <LimitsTable rows={model.rows} /> : <p>{model.emptyText}</p>}
    </OfficePage>
  );
}

const columns = ["Contact", "Company", "Sees", "Since", "By"];

function LimitsTable({ rows }: { rows: LimitRow[] }) {
  return (
    <Register label="Limited contacts" columns={columns} hasActions>
      {rows.map(({ key, name, href, company, sees, since, by, lift }) => (
        <tr key={key}>
          <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
          <td data-label="Company">{company}</td>
          <td data-label="Sees">{sees}</td>
          <td data-label="Since">
            <Moment moment={since} />
          </td>
          <td data-label="By">{by}</td>
          <td>
            {lift ? (
              <PostButton target={lift} look="text" about={`of ${name}`}>
                Lift
              </PostButton>
            ) : null}
          </td>
        </tr>
      ))}
    </Register>
  );
}
