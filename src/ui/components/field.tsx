import type { InputHTMLAttributes } from "preact";

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
  const { name, label, hint, problem, value } = field;
  const described = [hint ? `${name}-hint` : "", problem ? `${name}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div class="field">
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
      <input
        {...input}
        id={name}
        name={name}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={problem ? "true" : undefined}
      />
    </div>
  );
}

/** The same for several lines of text. */
export function LinesField({ field, rows, disabled }: { field: FieldModel; rows: number; disabled: boolean }) {
  const { name, label, hint, problem, value } = field;
  const described = [hint ? `${name}-hint` : "", problem ? `${name}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div class="field field-lines">
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
      <textarea
        id={name}
        name={name}
        rows={rows}
        disabled={disabled}
        aria-describedby={described || undefined}
        aria-invalid={problem ? "true" : undefined}
      >
        {value}
      </textarea>
    </div>
  );
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
