import { Button, PostButton } from "../../ui/components/button.tsx";
import { CopyField } from "../../ui/components/copy-field.tsx";
import { copyLabels } from "../../ui/components/copy-words.ts";
import { Field } from "../../ui/components/field.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { ApiKeysModel, KeyRow } from "./present.ts";

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
      {rows.length > 0 ? <KeyTable rows={rows} /> : <p>{emptyText}</p>}
    </OfficePage>
  );
}

const columns = ["Key", "Made by", "Made", "Last used", "State"];

function KeyTable({ rows }: { rows: KeyRow[] }) {
  return (
    <Register label="API keys" columns={columns} actionsLabel="What you can do">
      {rows.map(({ id, name, madeBy, made, lastUsed, state, revoke }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td data-label="Made by">{madeBy}</td>
          <td data-label="Made">{made}</td>
          <td data-label="Last used">{lastUsed}</td>
          <td data-label="State">{state}</td>
          <td>
            {revoke ? (
              <PostButton target={revoke} look="text" about={`the key ${name}`}>
                Revoke
              </PostButton>
            ) : null}
          </td>
        </tr>
      ))}
    </Register>
  );
}

type NewKeyPageProps = { assets: Assets; frame: OfficeFrame; name: string; apiKey: string; doneHref: string };

/** The one page on which a key is shown. */
export function NewKeyPage({ assets, frame, name, apiKey, doneHref }: NewKeyPageProps) {
  return (
    <OfficePage title="Copy the key now" frame={frame} assets={assets}>
      <h1>Copy the key now</h1>
      <p>
        This is the key for <strong>{name}</strong>. It is shown only here: once you leave this page, nobody can read it
        again. Put it where your program keeps its secrets, never into a mail.
      </p>
      <div class="one-copy">
        <CopyField id="api-key" label={`key for ${name}`} value={apiKey} labels={copyLabels(frame.lang)} />
      </div>
      <p>
        <a class="button" href={doneHref}>
          I have stored it
        </a>
      </p>
    </OfficePage>
  );
}
