import { Button, PostButton } from "../../ui/components/button.tsx";
import { emailInput, Field } from "../../ui/components/field.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { ChooseModel } from "./present.ts";

type ChoosePageProps = { assets: Assets; frame: OfficeFrame; model: ChooseModel };

/** As whom somebody of the firm looks at a portal. */
export function ChoosePage({ assets, frame, model }: ChoosePageProps) {
  const { heading, lead, back, asContact, toCome, noneText, listedText, other, seeLabel } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <p class="back">
        <a href={back.href}>{back.label}</a>
      </p>
      <section>
        <h1>{heading}</h1>
        <p>{lead}</p>
      </section>
      <section>
        <h2>{asContact.heading}</h2>
        {listedText ? <p class="problem">{listedText}</p> : null}
        {noneText ? <p>{noneText}</p> : <People model={model} />}
      </section>
      <section>
        <h2>{toCome.heading}</h2>
        <p>{toCome.text}</p>
        <div class="actions">
          <PostButton target={toCome.target} look="plain">
            {toCome.label}
          </PostButton>
        </div>
      </section>
      <section>
        <h2>{other.heading}</h2>
        <form method="post" action={other.action} class="create">
          <Field field={other.field} input={{ ...emailInput, autocomplete: "off" }} />
          <Button look="plain">{seeLabel}</Button>
        </form>
      </section>
    </OfficePage>
  );
}

function People({ model: { asContact, people, seeLabel } }: { model: ChooseModel }) {
  const { label, columns, actionsLabel } = asContact;
  return (
    <Register label={label} columns={Object.values(columns)} actionsLabel={actionsLabel}>
      {people.map(({ key, name, email, note, target, about }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          <td data-label={columns.email}>
            {email} {note ? <span class="quiet">({note})</span> : null}
          </td>
          <td>
            <PostButton target={target} look="text" about={about}>
              {seeLabel}
            </PostButton>
          </td>
        </tr>
      ))}
    </Register>
  );
}
