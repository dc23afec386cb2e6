import type { ComponentChildren } from "preact";
import { Field } from "../../../ui/components/field.tsx";
import { Markdown } from "../../../ui/components/markdown.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { Problems, TypedUpdate } from "../parse-draft.ts";
import type { WriteModel } from "./present.ts";

type WritePageProps = { assets: Assets; frame: OfficeFrame; model: WriteModel; children?: ComponentChildren };

/** The page on which an update is written, read and moved on. */
export function WritePage({ assets, frame, model, children }: WritePageProps) {
  const { heading, state, notice, theirs, links } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <p>{state}</p>
      {notice ? <p class="problem">{notice}</p> : null}
      <form method="post" action={model.action} class="write">
        {model.version === null ? null : <input type="hidden" name="version" value={model.version} />}
        {model.isWritable ? <Fields model={model} /> : <Written typed={model.typed} />}
        <div class="actions">
          {model.buttons.map(({ action, label }, index) => (
            <button
              key={action}
              type="submit"
              name="do"
              value={action}
              class={`button button-${index === 0 ? "primary" : "plain"}`}
            >
              {label}
            </button>
          ))}
        </div>
      </form>
      {theirs ? (
        <section>
          <h2>{theirs.heading}</h2>
          <p class="written said">{theirs.body}</p>
        </section>
      ) : null}
      {children}
      <p class="links write-links">
        {links.map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </p>
    </OfficePage>
  );
}

function Fields({ model }: { model: WriteModel }) {
  const { typed, problems, choices } = model;
  return (
    <>
      {choices ? <ProjectField choices={choices} chosen={typed.project} problem={problems.project} /> : null}
      <Field
        field={{
          ...plainField,
          name: "dated_on",
          label: "Date",
          problem: problems.datedOn ?? null,
          value: typed.datedOn,
        }}
        input={{ type: "date", required: true }}
      />
      <Field
        field={{
          ...plainField,
          ...{ name: "author", label: "Author, as the client reads it" },
          ...{ problem: problems.authorName ?? null, value: typed.authorName },
        }}
        input={{ required: true }}
      />
      <div class="field wide">
        <label for="body">What is new</label>
        <p id="body-hint" class="hint">
          Markdown: **bold**, lists with a dash, [words](https://…). Up to 5,000 characters.
        </p>
        <Problem id="body-problem" text={problems.body} />
        <textarea
          id="body"
          name="body"
          rows={12}
          aria-describedby={problems.body ? "body-hint body-problem" : "body-hint"}
          aria-invalid={problems.body ? "true" : undefined}
        >
          {typed.body}
        </textarea>
      </div>
      <Percents typed={typed} problems={problems} />
    </>
  );
}

const plainField = { hint: null };

type ProjectFieldProps = {
  choices: NonNullable<WriteModel["choices"]>;
  chosen: string;
  problem: string | undefined;
};

function ProjectField({ choices, chosen, problem }: ProjectFieldProps) {
  return (
    <div class="field">
      <label for="project">Project</label>
      <Problem id="project-problem" text={problem} />
      <select
        class="whole"
        id="project"
        name="project"
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem ? "project-problem" : undefined}
      >
        <option value="">Choose a project</option>
        {choices.map(({ label, options }) => (
          <optgroup key={label} label={label}>
            {options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === chosen}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function Percents({ typed, problems }: { typed: TypedUpdate; problems: Problems }) {
  return (
    <fieldset>
      <legend>Percent complete per discipline, if you like</legend>
      <Problem id="percents-problem" text={problems.percents} />
      {typed.percents.map(({ discipline, percent }, index) => {
        const number = index + 1;
        return (
          <div key={number} class="percent-line">
            <input aria-label={`Discipline ${number}`} name={`discipline_${number}`} value={discipline} />
            <input
              aria-label={`Percent of discipline ${number}`}
              name={`percent_${number}`}
              inputmode="numeric"
              value={percent}
            />
            <span aria-hidden="true">%</span>
          </div>
        );
      })}
    </fieldset>
  );
}

function Problem({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p id={id} class="problem">
      {text}
    </p>
  ) : null;
}

/** What can only be read, as the client reads it. */
function Written({ typed }: { typed: TypedUpdate }) {
  const lines = typed.percents.filter(({ discipline }) => discipline !== "");
  return (
    <div class="said">
      <p class="quiet">
        {typed.authorName}, {typed.datedOn}
      </p>
      <Markdown text={typed.body} />
      {lines.map(({ discipline, percent }) => (
        <p key={discipline}>
          {discipline}: {percent} %
        </p>
      ))}
    </div>
  );
}
