import { PostButton } from "../../ui/components/button.tsx";
import { Flag } from "../../ui/components/flag.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../frame.ts";
import type { ApprovalRow, ApprovalsModel } from "./present.ts";

type ApprovalsPageProps = { assets: Assets; frame: OfficeFrame; model: ApprovalsModel };

/** Diagnose → Approved addresses: whose word makes which email count. */
export function ApprovalsPage({ assets, frame, model }: ApprovalsPageProps) {
  return (
    <OfficePage title="Approved addresses" frame={frame} assets={assets}>
      <p class="back">
        <a href={DIAGNOSE_PATH}>All people</a>
      </p>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.rows.length > 0 ? <ApprovalTable rows={model.rows} /> : <p>{model.emptyText}</p>}
    </OfficePage>
  );
}

const columns = ["Email", "Counts as", "Approved", "State"];

function ApprovalTable({ rows }: { rows: ApprovalRow[] }) {
  return (
    <Register label="Approved addresses" columns={columns} hasActions>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </Register>
  );
}

function Row({ row }: { row: ApprovalRow }) {
  const { email, contact, approved, state, revoke } = row;
  return (
    <tr>
      <th scope="row" class="email">
        {email}
      </th>
      <td data-label="Counts as">{contact}</td>
      <td data-label="Approved">{approved}</td>
      <td data-label="State">{state.isTrouble ? <Flag kind="trouble" text={state.text} /> : state.text}</td>
      <td>
        {revoke ? (
          <PostButton target={revoke} look="text" about={`the approval of ${email}`}>
            Revoke
          </PostButton>
        ) : null}
      </td>
    </tr>
  );
}
