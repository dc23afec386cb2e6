import type { ComponentChildren } from "preact";
import { Field } from "../../../ui/components/field.tsx";
import { Markdown } from "../../../ui/components/markdown.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { TypedUpdate } from "../parse-draft.ts";
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
      {/* Photos are part of the form: whichever button is pressed, all of it is sent. The first one is what Enter presses. */}
      <form method="post" action={model.action} class="write" enctype={takesPhotos(model) ? UPLOAD : undefined}>
        {model.version === null ? null : <input type="hidden" name="version" value={model.version} />}
        {model.byline === null ? <Fields model={model} /> : <Written typed={model.typed} byline={model.byline} />}
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
        {theirs ? (
          <section>
            <h2>{theirs.heading}</h2>
            <p class="written said">{theirs.body}</p>
          </section>
        ) : null}
        {children}
      </form>
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

const UPLOAD = "multipart/form-data";

/** A new update has no photos before it is saved, and what can only be read takes none. */
function takesPhotos({ version, byline }: WriteModel): boolean {
  return version !== null && byline === null;
}

function Fields({ model }: { model: WriteModel }) {
  const { typed, problems, choices, labels } = model;
  return (
    <>
      {choices ? <ProjectField model={model} choices={choices} /> : null}
      <Field
        field={{
          ...plainField,
          name: "dated_on",
          label: labels.date,
          problem: problems.datedOn ?? null,
          value: typed.datedOn,
        }}
        input={{ type: "date", required: true }}
      />
      <Field
        field={{
          ...plainField,
          ...{ name: "author", label: labels.author },
          ...{ problem: problems.authorName ?? null, value: typed.authorName },
        }}
        input={{ required: true }}
      />
      <div class="field wide">
        <label for="body">{labels.body}</label>
        <p id="body-hint" class="hint">
          {labels.bodyHint}
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
      <Percents model={model} />
    </>
  );
}

const plainField = { hint: null };

type ProjectFieldProps = { model: WriteModel; choices: NonNullable<WriteModel["choices"]> };

function ProjectField({ model: { typed, problems, labels }, choices }: ProjectFieldProps) {
  const problem = problems.project;
  return (
    <div class="field">
      <label for="project">{labels.project}</label>
      <Problem id="project-problem" text={problem} />
      <select
        class="whole"
        id="project"
        name="project"
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem ? "project-problem" : undefined}
      >
        <option value="">{labels.chooseProject}</option>
        {choices.map(({ label, options }) => (
          <optgroup key={label} label={label}>
            {options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === typed.project}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function Percents({ model: { typed, problems, labels } }: { model: WriteModel }) {
  const lines = typed.percents.map(({ discipline, percent }, index) => {
    const number = index + 1;
    const line = labels.lines[index];
    return (
      <div key={number} class="percent-line">
        <input aria-label={line?.discipline} name={`discipline_${number}`} value={discipline} />
        <input aria-label={line?.percent} name={`percent_${number}`} inputmode="numeric" value={percent} />
        <span aria-hidden="true">%</span>
      </div>
    );
  });
  const isFilled = ({ discipline, percent }: (typeof typed.percents)[number]) => discipline !== "" || percent !== "";
  const open = typed.percents.findLastIndex(isFilled) + 1 + OPEN_LINES;
  return (
    <fieldset aria-describedby="percents-hint">
      <legend>{labels.percents}</legend>
      <p id="percents-hint" class="hint">
        {labels.percentsHint}
      </p>
      <Problem id="percents-problem" text={problems.percents} />
      {lines.slice(0, open)}
      {open < lines.length ? (
        <details>
          <summary>{labels.morePercents}</summary>
          {lines.slice(open)}
        </details>
      ) : null}
    </fieldset>
  );
}

/** How many lines for a discipline stand open after those that are filled in; the others unfold. */
const OPEN_LINES = 2;

function Problem({ id, text }: { id: string; text: string | undefined }) {
  return text ? (
    <p id={id} class="problem">
      {text}
    </p>
  ) : null;
}

/** What can only be read, as the client reads it. */
function Written({ typed, byline }: { typed: TypedUpdate; byline: string }) {
  const lines = typed.percents.filter(({ discipline }) => discipline !== "");
  return (
    <div class="said">
      <p class="quiet">{byline}</p>
      <Markdown text={typed.body} heading="h2" />
      {lines.length === 0 ? null : (
        <ul class="said-percents">
          {lines.map(({ discipline, percent }) => (
            <li key={discipline}>
              {discipline}: {percent} %
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
