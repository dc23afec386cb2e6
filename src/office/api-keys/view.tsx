import { Button, PostButton } from "../../ui/components/button.tsx";
import { CopyField } from "../../ui/components/copy-field.tsx";
import { Field } from "../../ui/components/field.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { ApiKeysModel, NewKeyModel } from "./present.ts";

type ApiKeysPageProps = { assets: Assets; frame: OfficeFrame; model: ApiKeysModel };

/** Settings → API keys: which programs of the firm may ask, and when each last did. */
export function ApiKeysPage({ assets, frame, model }: ApiKeysPageProps) {
  const { heading, lead, description, create, rows, emptyText } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <p>
        {lead} <a href={description.href}>{description.label}</a>
      </p>
      <form method="post" action={create.action} class="create">
        <Field field={create.field} input={{ type: "text", autocomplete: "off", required: true, maxLength: 80 }} />
        <Button>{create.label}</Button>
      </form>
      {rows.length > 0 ? <KeyTable model={model} /> : <p>{emptyText}</p>}
    </OfficePage>
  );
}

function KeyTable({ model: { heading, columns, rows, actionsLabel, revokeLabel } }: { model: ApiKeysModel }) {
  return (
    <Register label={heading} columns={Object.values(columns)} actionsLabel={actionsLabel}>
      {rows.map(({ id, name, madeBy, made, lastUsed, state, revoke }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td data-label={columns.madeBy}>{madeBy}</td>
          <td data-label={columns.made}>{made}</td>
          <td data-label={columns.lastUsed}>{lastUsed}</td>
          <td data-label={columns.state}>{state}</td>
          <td>
            {revoke ? (
              <PostButton target={revoke.target} look="text" about={revoke.about}>
                {revokeLabel}
              </PostButton>
            ) : null}
          </td>
        </tr>
      ))}
    </Register>
  );
}

type NewKeyPageProps = { assets: Assets; frame: OfficeFrame; model: NewKeyModel };

/** The one page on which a key is shown. */
export function NewKeyPage({ assets, frame, model }: NewKeyPageProps) {
  const { heading, lead, name, text, key, done } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <p>
        {lead} <strong>{name}</strong>. {text}
      </p>
      <div class="one-copy">
        <CopyField id="api-key" label={key.label} value={key.value} labels={key.labels} />
      </div>
      <p>
        <a class="button" href={done.href}>
          {done.label}
        </a>
      </p>
    </OfficePage>
  );
}
