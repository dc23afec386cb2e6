import { PostButton } from "../../ui/components/button.tsx";
import { Flag } from "../../ui/components/flag.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../frame.ts";
import type { ApprovalLabels, ApprovalRow, ApprovalsModel } from "./present.ts";

type ApprovalsPageProps = { assets: Assets; frame: OfficeFrame; model: ApprovalsModel };

/** Diagnose → Approved addresses: whose word makes which email count. */
export function ApprovalsPage({ assets, frame, model }: ApprovalsPageProps) {
  return (
    <OfficePage title={model.title} frame={frame} assets={assets}>
      <p class="back">
        <a href={DIAGNOSE_PATH}>{model.backLabel}</a>
      </p>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.rows.length > 0 ? <ApprovalTable model={model} /> : <p>{model.emptyText}</p>}
    </OfficePage>
  );
}

function ApprovalTable({ model: { title, labels, rows } }: { model: ApprovalsModel }) {
  const { email, countsAs, approved, state, actions } = labels;
  return (
    <Register label={title} columns={[email, countsAs, approved, state]} actionsLabel={actions}>
      {rows.map((row) => (
        <Row key={row.id} row={row} labels={labels} />
      ))}
    </Register>
  );
}

function Row({ row, labels }: { row: ApprovalRow; labels: ApprovalLabels }) {
  const { email, contact, approved, state, revoke } = row;
  return (
    <tr>
      <th scope="row" class="email">
        {email}
      </th>
      <td data-label={labels.countsAs}>{contact}</td>
      <td data-label={labels.approved}>{approved}</td>
      <td data-label={labels.state}>{state.isTrouble ? <Flag kind="trouble" text={state.text} /> : state.text}</td>
      <td>
        {revoke ? (
          <PostButton target={revoke.target} look="text" about={revoke.about}>
            {labels.revoke}
          </PostButton>
        ) : null}
      </td>
    </tr>
  );
}
