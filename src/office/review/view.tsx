import { BeingRead } from "../../ui/components/being-read.tsx";
import { Button, PostButton } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { ReviewModel } from "./present.ts";
import type { FormModel, SelectModel } from "./present-form.ts";
import type { GroupModel } from "./present-groups.ts";

type ReviewPageProps = { assets: Assets; frame: OfficeFrame; model: ReviewModel };

/** Before portals are linked to other companies: what it would do, what is to decide, and the two ways out. */
export function ReviewPage({ assets, frame, model }: ReviewPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.problems.map((problem) => (
        <p key={problem} class="problem">
          {problem}
        </p>
      ))}
      {model.reading ? <BeingRead reading={model.reading} /> : null}
      {model.summary.length > 0 ? (
        <dl class="exposes">
          {model.summary.map(({ term, text }) => (
            <div key={term} class="pair-row">
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {model.form ? <ChoiceForm form={model.form} /> : null}
      {model.groups.map((group) => (
        <section key={group.id} class="findings" aria-labelledby={group.id}>
          <h2 id={group.id}>{group.title}</h2>
          <Rows group={group} />
        </section>
      ))}
      {model.folds.map((group) => (
        <details key={group.id} class="fold">
          <summary>{group.title}</summary>
          <Rows group={group} />
        </details>
      ))}
      {model.shows ? <p>{model.shows}</p> : null}
      {model.note ? <p>{model.note}</p> : null}
      <div class="actions">
        {model.switch ? <PostButton target={model.switch.target}>{model.switch.label}</PostButton> : null}
        {"target" in model.keep ? (
          <PostButton target={model.keep.target} look="plain">
            {model.keep.label}
          </PostButton>
        ) : (
          <a href={model.keep.href}>{model.keep.label}</a>
        )}
      </div>
    </OfficePage>
  );
}

/** Where nothing is left to decide, the button belongs to what can be taken back, and is folded with it. */
function ChoiceForm({ form }: { form: FormModel }) {
  const show = (
    <div class="actions">
      <Button look="plain">{form.button}</Button>
    </div>
  );
  const isDecided = form.open.length === 0 && form.sure !== null;
  return (
    <form method="get" action={form.action} class="findings">
      {form.open.length > 0 ? <h2>{form.title}</h2> : null}
      {form.hint ? <p>{form.hint}</p> : null}
      {form.open.map((select) => (
        <Select key={select.name} select={select} />
      ))}
      {form.sure ? (
        <details class="fold">
          <summary>{form.sure.title}</summary>
          {form.sure.selects.map((select) => (
            <Select key={select.name} select={select} />
          ))}
          {isDecided ? show : null}
        </details>
      ) : null}
      {isDecided ? null : show}
    </form>
  );
}

function Select({ select: { name, label, options } }: { select: SelectModel }) {
  return (
    <p class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.isChosen}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}

function Rows({ group: { rows, more } }: { group: GroupModel }) {
  return (
    <>
      <ul>
        {rows.map(({ name, about, text }) => (
          <li key={`${name} ${about}`} class="finding">
            <strong>{name}</strong> <span class="quiet">{about}</span> {text}
          </li>
        ))}
      </ul>
      {more ? <p class="quiet">{more}</p> : null}
    </>
  );
}
