import { PostButton } from "../../ui/components/button.tsx";
import { Flag } from "../../ui/components/milestones.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { ApprovalRow, ApprovalsModel } from "./present.ts";

type ApprovalsPageProps = { assets: Assets; frame: OfficeFrame; model: ApprovalsModel };

/** Diagnose → Approved addresses: whose word makes which email count. */
export function ApprovalsPage({ assets, frame, model }: ApprovalsPageProps) {
  return (
    <OfficePage title="Approved addresses" frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.rows.length > 0 ? <ApprovalTable rows={model.rows} /> : <p>{model.emptyText}</p>}
    </OfficePage>
  );
}

function ApprovalTable({ rows }: { rows: ApprovalRow[] }) {
  return (
    <section class="table-frame register" aria-label="Approved addresses" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Email</th>
            <th scope="col">Counts as</th>
            <th scope="col">Approved</th>
            <th scope="col">State</th>
            <th scope="col">
              <span class="unseen">What you can do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
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
