// The pieces that several pages of Diagnose share.
import { PostButton } from "../../ui/components/button.tsx";
import { Moment } from "../../ui/components/moment.tsx";
import type { Piece } from "./difference.ts";
import type { Advice, AdviceModel } from "./present-advice.ts";
import type { StepModel } from "./present-steps.ts";

/** What to do now; everything else that could be done is folded under it. */
export function AdviceBlock({ advice, id = "advice" }: { advice: Advice; id?: string }) {
  const { main, others, copy } = advice;
  return (
    <section class="advice" aria-labelledby={id}>
      <h2 id={id}>{advice.heading}</h2>
      {main ? <AdviceText advice={main} copy={copy} id={`${id}-text`} /> : <p>{advice.noneText}</p>}
      {others.length > 0 ? (
        <details>
          <summary>{advice.othersLabel}</summary>
          <ul>
            {others.map(({ why, advice: other }, index) => (
              <li key={other.text} class="advice-item">
                {why ? <p>{why}</p> : null}
                <AdviceText advice={other} copy={copy} id={`${id}-other-${index}`} isFolded />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

type AdviceTextProps = { advice: AdviceModel; copy: Advice["copy"]; id: string; isFolded?: boolean };

function AdviceText({ advice, copy, id, isFolded = false }: AdviceTextProps) {
  const { text, isToCopy, countsText, button } = advice;
  return (
    <>
      <p id={id} class={isFolded ? undefined : "advice-text"}>
        {text}
      </p>
      {button ? (
        <PostButton target={button.target} look={isFolded ? "plain" : "primary"}>
          {button.label}
        </PostButton>
      ) : null}
      {isToCopy ? (
        <button type="button" class="button button-text" data-copy={id} data-copied={copy.doneLabel} hidden>
          {copy.label}
        </button>
      ) : null}
      {countsText && !isFolded ? <p class="quiet">{countsText}</p> : null}
    </>
  );
}

/** The steps under each other, each with its verdict as a word and a shape. */
export function StepList({ steps }: { steps: StepModel[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <StepEntry key={step.check} step={step} />
      ))}
    </ol>
  );
}

export function StepEntry({ step }: { step: StepModel }) {
  const { check, reason, quotes, facts, readLabel, readAt } = step;
  return (
    <li class={`step step-${step.mark}`}>
      <div>
        <h3>{check}</h3>
        <Verdict step={step} />
      </div>
      <div>
        <p>{reason}</p>
        {quotes.map((quote) => (
          <Quote key={`${quote.inPsaLabel} ${textOf(quote.inPsa)}`} quote={quote} />
        ))}
        {facts.length > 0 ? <Facts facts={facts} /> : null}
        {readAt ? (
          <p class="small">
            {readLabel} <Moment moment={readAt} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

export function Verdict({ step }: { step: Pick<StepModel, "mark" | "verdict"> }) {
  return <span class={`verdict verdict-${step.mark}`}>{step.verdict}</span>;
}

function Quote({ quote }: { quote: StepModel["quotes"][number] }) {
  return (
    <dl class="quote">
      <div class="pair">
        <dt>{quote.atDoorLabel}</dt>
        <dd class="email">
          <Marked pieces={quote.atDoor} />
        </dd>
      </div>
      <div class="pair">
        <dt>{quote.inPsaLabel}</dt>
        <dd class="email">
          <Marked pieces={quote.inPsa} />
        </dd>
      </div>
    </dl>
  );
}

function Marked({ pieces }: { pieces: Piece[] }) {
  let place = 0;
  return (
    <>
      {pieces.map(({ text, isDifferent }) => {
        place += text.length;
        return isDifferent ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>;
      })}
    </>
  );
}

function Facts({ facts }: { facts: StepModel["facts"] }) {
  return (
    <dl>
      {facts.map(({ label, values }) => (
        <div key={label} class="pair">
          <dt>{label}</dt>
          <dd class="email">{values.join(", ")}</dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(pieces: Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}
