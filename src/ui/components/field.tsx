import type { ComponentChildren, InputHTMLAttributes } from "preact";

type InputAttributes = InputHTMLAttributes & { "data-code"?: boolean };

export type FieldModel = {
  name: string;
  label: string;
  hint: string | null;
  /** What is wrong with what was typed, in words; null when nothing is. */
  problem: string | null;
  value: string;
};

type FieldProps = { field: FieldModel; input: InputAttributes };

/** A labelled input with its hint and, when something is wrong, the reason beside it. */
export function Field({ field, input }: FieldProps) {
  return (
    <Labelled field={field} look="field">
      <input {...input} id={field.name} name={field.name} value={field.value} {...described(field)} />
    </Labelled>
  );
}

type LinesProps = { field: FieldModel; rows: number; maxLength: number; disabled: boolean };

/** The same for several lines of text. */
export function LinesField({ field, rows, maxLength, disabled }: LinesProps) {
  return (
    <Labelled field={field} look="field field-lines">
      <textarea
        id={field.name}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        disabled={disabled}
        {...described(field)}
      >
        {field.value}
      </textarea>
    </Labelled>
  );
}

type LabelledProps = { field: FieldModel; look: string; children: ComponentChildren };

function Labelled({ field: { name, label, hint, problem }, look, children }: LabelledProps) {
  return (
    <div class={look}>
      <label for={name}>{label}</label>
      {hint ? (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={`${name}-problem`} class="problem">
          {problem}
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** What ties an input to its hint and its problem. */
function described({ name, hint, problem }: FieldModel) {
  const ids = [hint ? `${name}-hint` : "", problem ? `${name}-problem` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": problem ? ("true" as const) : undefined };
}

/** The attributes of a field that takes a work email. */
export const emailInput: InputAttributes = {
  type: "email",
  autocomplete: "username",
  autocapitalize: "none",
  spellcheck: false,
  required: true,
};

/** The attributes of a field that takes a mailed code; phones offer the code from the mail. */
export const codeInput: InputAttributes = {
  type: "text",
  inputmode: "numeric",
  autocomplete: "one-time-code",
  spellcheck: false,
  required: true,
  class: "code",
  "data-code": true,
};
