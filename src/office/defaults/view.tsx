import { Button } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { DefaultsModel, Question } from "./present.ts";

type DefaultsPageProps = { assets: Assets; frame: OfficeFrame; model: DefaultsModel };

/** Settings → Client Portals → Defaults: what the portals inherit, in one form. */
export function DefaultsPage({ assets, frame, model }: DefaultsPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      <p>{model.lead}</p>
      {model.savedText ? <p role="status">{model.savedText}</p> : null}
      <form method="post" action={model.action}>
        {model.questions.map((question) => (
          <Choices key={question.name} question={question} isDisabled={model.onlyLooks !== null} />
        ))}
        <div class="actions">
          {model.onlyLooks ? <p>{model.onlyLooks}</p> : <Button>{model.save}</Button>}
          <a href={model.back.href}>{model.back.label}</a>
        </div>
      </form>
    </OfficePage>
  );
}

function Choices({ question, isDisabled }: { question: Question; isDisabled: boolean }) {
  const { name, label, reach, choices } = question;
  return (
    <fieldset class="settled" disabled={isDisabled} aria-describedby={`${name}-reach`}>
      <legend>{label}</legend>
      <p id={`${name}-reach`} class="quiet">
        {reach}
      </p>
      {choices.map(({ value, label: text, meaning, isCurrent }) => (
        <label key={value} class="check">
          <input type="radio" name={name} value={value} checked={isCurrent} />
          <span>
            {text}
            {meaning ? <span class="quiet">{meaning}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
