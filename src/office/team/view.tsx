import { Button, PostButton } from "../../ui/components/button.tsx";
import { emailInput, Field } from "../../ui/components/field.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { LeavingModel, PersonRow, TeamModel } from "./present.ts";

type TeamPageProps = { assets: Assets; frame: OfficeFrame; model: TeamModel };

/** An address of somebody else: nothing that the browser knows fits. */
const otherEmail = { ...emailInput, autocomplete: "off" };

/** Settings → Team: who signs in here, as what, and to whom clients write. */
export function TeamPage({ assets, frame, model }: TeamPageProps) {
  const { heading, lead, problem, tableLabel, columns, rows, actionsLabel, roles, add, contact, onlyLooks } = model;
  return (
    <OfficePage title={tableLabel} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <p>{lead}</p>
      {problem ? (
        <p class="problem" role="alert">
          {problem}
        </p>
      ) : null}
      <Register label={tableLabel} columns={Object.values(columns)} actionsLabel={actionsLabel}>
        {rows.map((row) => (
          <Person key={row.id} row={row} columns={columns} />
        ))}
      </Register>
      {onlyLooks ? <p class="small">{onlyLooks}</p> : null}
      {add ? <Add add={add} /> : null}
      <section>
        <h2>{roles.heading}</h2>
        <dl class="sum-lines">
          {roles.list.map(({ role, may }) => (
            <div key={role} class="sum-line">
              <dt>{role}</dt>
              <dd>{may}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{contact.heading}</h2>
        <p>{contact.text}</p>
        {contact.form ? (
          <form method="post" action={contact.form.action} class="create">
            <Field field={contact.form.field} input={otherEmail} />
            <Button look="plain">{contact.form.submit}</Button>
          </form>
        ) : null}
      </section>
    </OfficePage>
  );
}

function Person({ row, columns }: { row: PersonRow; columns: TeamModel["columns"] }) {
  return (
    <tr>
      <th scope="row">{row.email}</th>
      <td data-label={columns.role}>{row.role}</td>
      <td data-label={columns.since}>{row.since}</td>
      <td data-label={columns.signedIn}>{row.signedIn}</td>
      <td>
        {row.note ? <span class="quiet">{row.note}</span> : null}
        <div class="team-actions">
          {row.actions.map(({ label, about, target }) => (
            <PostButton key={label} target={target} look="text" about={about}>
              {label}
            </PostButton>
          ))}
        </div>
      </td>
    </tr>
  );
}

function Add({ add }: { add: NonNullable<TeamModel["add"]> }) {
  return (
    <section>
      <h2>{add.heading}</h2>
      <form method="post" action={add.action} class="create">
        <Field field={add.field} input={otherEmail} />
        <div class="field">
          <label for="role">{add.role.label}</label>
          {add.role.problem ? (
            <p id="role-problem" class="problem">
              {add.role.problem}
            </p>
          ) : null}
          <select
            id="role"
            name="role"
            aria-describedby={add.role.problem ? "role-problem" : undefined}
            aria-invalid={add.role.problem ? "true" : undefined}
          >
            {add.role.options.map(({ value, label, isChosen }) => (
              <option key={value} value={value} selected={isChosen}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Button>{add.submit}</Button>
      </form>
    </section>
  );
}

type LeavingPageProps = { assets: Assets; frame: OfficeFrame; model: LeavingModel };

/** To whom clients write once the one to whom they write now has left the team. */
export function LeavingPage({ assets, frame, model }: LeavingPageProps) {
  const { heading, text, action, field, submit, back } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <p>{text}</p>
      <form method="post" action={action} class="create">
        <Field field={field} input={otherEmail} />
        <div class="actions">
          <Button>{submit}</Button>
          <a href={back.href}>{back.label}</a>
        </div>
      </form>
    </OfficePage>
  );
}
