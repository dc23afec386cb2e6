import { PostButton } from "../../../ui/components/button.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { ConfirmModel } from "./present.ts";

type ConfirmPageProps = { assets: Assets; frame: OfficeFrame; model: ConfirmModel };

/** The question before something sensitive is shown to clients. */
export function ConfirmPage({ assets, frame, model }: ConfirmPageProps) {
  const { heading, because, rows, check, button, back } = model;
  return (
    <OfficePage title={heading} frame={frame} assets={assets}>
      <h1>{heading}</h1>
      {because ? <p>{because}</p> : null}
      <dl class="exposes">
        {rows.map(({ term, text }) => (
          <div key={term} class="pair-row">
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        <strong>{check}</strong>
      </p>
      <div class="actions">
        <PostButton target={button.target}>{button.label}</PostButton>
        <a href={back.href}>{back.label}</a>
      </div>
    </OfficePage>
  );
}
