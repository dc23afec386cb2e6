import { Button, HiddenFields } from "../../../ui/components/button.tsx";
import { Field } from "../../../ui/components/field.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { TokenModel } from "./present.ts";

type TokenPageProps = { assets: Assets; frame: OfficeFrame; model: TokenModel };

/** The form for a token: to connect, to rotate, to reconnect. */
export function TokenPage({ assets, frame, model }: TokenPageProps) {
  const { heading, lead, warning, problem, action, fields, account, token, button, back } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      <p>{lead}</p>
      {warning ? <p>{warning}</p> : null}
      {problem ? (
        <div class="problem">
          <h2 class="problem-head">{problem.heading}</h2>
          <p>{problem.text}</p>
          <p class="quiet">{problem.said}</p>
        </div>
      ) : null}
      <form method="post" action={action} autocomplete="off">
        <HiddenFields fields={fields} />
        {account ? (
          <Field
            field={account}
            input={{ type: "text", inputmode: "numeric", autocomplete: "off", required: true, maxLength: 60 }}
          />
        ) : null}
        <Field field={token} input={{ type: "password", autocomplete: "off", required: true, maxLength: 600 }} />
        <div class="actions">
          <Button>{button}</Button>
          <a href={back.href}>{back.label}</a>
        </div>
      </form>
    </OfficePage>
  );
}
