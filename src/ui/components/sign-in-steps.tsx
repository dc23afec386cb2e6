import type { FormTarget } from "../frame.ts";
import { Button, HiddenFields, PostButton } from "./button.tsx";
import { codeInput, emailInput, Field, type FieldModel } from "./field.tsx";
import { Reference, type ReferenceModel } from "./notice.tsx";

type EmailForm = { step: "email"; form: FormTarget; field: FieldModel; submit: string };

type CodeForm = {
  step: "code";
  form: FormTarget;
  field: FieldModel;
  submit: string;
  /** `waitLabel`: what it says while there is still to be waited, with "{seconds}" for how long. */
  resend: { target: FormTarget; label: string; waitSeconds: number; waitLabel: string };
  otherEmail: { label: string; href: string };
};

/** The page behind a mailed link: the code to type elsewhere, where it is that, and one button. */
type LinkForm = { step: "link"; code: string | null; action: { label: string; target: FormTarget } };

/** Signing in, in steps that look the same whether or not the address is known. */
export type SignInModel = {
  title: string;
  heading: string;
  lead: string[];
  /** Where the step refuses: what the firm can look it up by. */
  reference: ReferenceModel | null;
} & (EmailForm | CodeForm | LinkForm);

/** The form of the step that the person is at. */
export function SignInSteps({ model }: { model: SignInModel }) {
  return (
    <div class="notice">
      <h1>{model.heading}</h1>
      {model.lead.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {model.step === "link" ? <LinkAction model={model} /> : <TypedForm model={model} />}
      {model.step === "code" ? <CodeActions model={model} /> : null}
      {model.reference ? <Reference reference={model.reference} /> : null}
    </div>
  );
}

function TypedForm({ model }: { model: EmailForm | CodeForm }) {
  return (
    <form method="post" action={model.form.action} novalidate>
      <HiddenFields fields={model.form.fields} />
      <Field field={model.field} input={model.step === "email" ? emailInput : codeInput} />
      <Button>{model.submit}</Button>
    </form>
  );
}

function CodeActions({ model: { resend, otherEmail } }: { model: CodeForm }) {
  return (
    <div class="actions">
      <PostButton target={resend.target} look="text" wait={{ seconds: resend.waitSeconds, label: resend.waitLabel }}>
        {resend.label}
      </PostButton>
      <a href={otherEmail.href}>{otherEmail.label}</a>
    </div>
  );
}

function LinkAction({ model: { code, action } }: { model: LinkForm }) {
  return (
    <>
      {code ? <p class="big-code">{code}</p> : null}
      <div class="actions">
        <PostButton target={action.target} look={code ? "plain" : "primary"}>
          {action.label}
        </PostButton>
      </div>
    </>
  );
}
