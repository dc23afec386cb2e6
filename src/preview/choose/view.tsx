import { Button, PostButton } from "../../ui/components/button.tsx";
import { emailInput, Field } from "../../ui/components/field.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import { Register } from "../../ui/components/register.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { ChooseModel } from "./present.ts";

type ChoosePageProps = { assets: Assets; frame: OfficeFrame; model: ChooseModel };

/** As whom somebody of the firm looks at a portal. */
export function ChoosePage({ assets, frame, model }: ChoosePageProps) {
  const { heading, lead, back, toCome, noneText, other } = model;
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
        <h2>As a contact</h2>
        {noneText ? <p>{noneText}</p> : <People people={model.people} />}
      </section>
      <section>
        <h2>As somebody to come</h2>
        <p>{toCome.text}</p>
        <div class="actions">
          <PostButton target={toCome.target} look="plain">
            {toCome.label}
          </PostButton>
        </div>
      </section>
      <section>
        <h2>By email</h2>
        <form method="post" action={other.action} class="create">
          <Field field={other.field} input={{ ...emailInput, autocomplete: "off" }} />
          <Button look="plain">{other.label}</Button>
        </form>
      </section>
    </OfficePage>
  );
}

function People({ people }: { people: ChooseModel["people"] }) {
  return (
    <Register label="Contacts" columns={["Contact", "Email"]} actionsLabel="What you can do">
      {people.map(({ key, name, email, note, target }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          <td data-label="Email">
            {email} {note ? <span class="quiet">({note})</span> : null}
          </td>
          <td>
            <PostButton target={target} look="text" about={`as ${name}, ${email}`}>
              See what they see
            </PostButton>
          </td>
        </tr>
      ))}
    </Register>
  );
}
