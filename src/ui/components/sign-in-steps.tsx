import type { FormTarget } from "../frame.ts";
import { Button, HiddenFields, PostButton } from "./button.tsx";
import { codeInput, emailInput, Field, type FieldModel } from "./field.tsx";

/** Signing in, in two steps that look the same whether or not the address is known. */
export type SignInModel =
  | { step: "email"; title: string; heading: string; lead: string; form: FormTarget; field: FieldModel; submit: string }
  | {
      step: "code";
      title: string;
      heading: string;
      /** Where the code went and how long it lasts. */
      lead: string[];
      form: FormTarget;
      field: FieldModel;
      submit: string;
      resend: { target: FormTarget; label: string; waitSeconds: number };
      otherEmail: { label: string; href: string };
    };

/** The form of the step that the person is at. */
export function SignInSteps({ model }: { model: SignInModel }) {
  return (
    <div class="notice">
      <h1>{model.heading}</h1>
      {model.step === "email" ? <p>{model.lead}</p> : model.lead.map((text) => <p key={text}>{text}</p>)}
      <form method="post" action={model.form.action} novalidate>
        <HiddenFields fields={model.form.fields} />
        <Field field={model.field} input={model.step === "email" ? emailInput : codeInput} />
        <Button>{model.submit}</Button>
      </form>
      {model.step === "code" ? (
        <div class="actions">
          <PostButton target={model.resend.target} look="text" waitSeconds={model.resend.waitSeconds}>
            {model.resend.label}
          </PostButton>
          <a href={model.otherEmail.href}>{model.otherEmail.label}</a>
        </div>
      ) : null}
    </div>
  );
}
