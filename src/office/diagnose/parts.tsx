// The pieces that several pages of Diagnose share.
import { PostButton } from "../../ui/components/button.tsx";
import { Moment } from "../../ui/components/moment.tsx";
import type { Piece } from "./difference.ts";
import type { Advice, AdviceModel } from "./present-advice.ts";
import type { StepModel } from "./present-steps.ts";

/** What to do now; everything else that could be done is folded under it. */
export function AdviceBlock({ advice, id = "advice" }: { advice: Advice; id?: string }) {
  const { main, others } = advice;
  return (
    <section class="advice" aria-labelledby={id}>
      <h2 id={id}>{main ? "Do this" : "Nothing needs mending"}</h2>
      {main ? <AdviceText advice={main} id={`${id}-text`} /> : <p>They get in with this email at this door.</p>}
      {others.length > 0 ? (
        <details>
          <summary>{others.length === 1 ? "One more thing" : `${others.length} more things`}</summary>
          <ul>
            {others.map(({ why, advice: other }, index) => (
              <li key={other.text} class="advice-item">
                {why ? <p>{why}</p> : null}
                <AdviceText advice={other} id={`${id}-other-${index}`} isFolded />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function AdviceText({ advice, id, isFolded = false }: { advice: AdviceModel; id: string; isFolded?: boolean }) {
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
        <button type="button" class="button button-text" data-copy={id} data-copied="Copied" hidden>
          Copy these words
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
  const { check, reason, quotes, facts, readAt } = step;
  return (
    <li class={`step step-${step.mark}`}>
      <div>
        <h3>{check}</h3>
        <Verdict step={step} />
      </div>
      <div>
        <p>{reason}</p>
        {quotes.map((quote) => (
          <Quote key={`${quote.name} ${textOf(quote.inPsa)}`} quote={quote} />
        ))}
        {facts.length > 0 ? <Facts facts={facts} /> : null}
        {readAt ? (
          <p class="small">
            Read <Moment moment={readAt} />
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
        <dt>At the door</dt>
        <dd class="email">
          <Marked pieces={quote.atDoor} />
        </dd>
      </div>
      <div class="pair">
        <dt>{quote.name ? `In the PSA, ${quote.name}` : "In the PSA"}</dt>
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
