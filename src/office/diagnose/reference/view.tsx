import { Moment } from "../../../ui/components/moment.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { Comparison } from "../comparison.tsx";
import { AdviceBlock, StepList } from "../parts.tsx";
import type { ReferenceModel } from "./present.ts";

type ReferencePageProps = { assets: Assets; frame: OfficeFrame; model: ReferenceModel };

/** What stood behind a reference that somebody read out, and how the same question is answered now. */
export function ReferencePage({ assets, frame, model }: ReferencePageProps) {
  const { reference, summary, when, live, steps, labels } = model;
  return (
    <OfficePage title={reference} frame={frame} assets={assets}>
      <p class="back">
        <a href={DIAGNOSE_PATH}>{labels.allPeople}</a>
      </p>
      <header class="answer">
        <p class="quiet">
          {reference}, <Moment moment={when} />
        </p>
        <h1>{summary}</h1>
        {live ? (
          <>
            <p class="email">{live.summary}</p>
            {live.newestMail ? (
              <p class="quiet">
                {live.newestMail.lead}, <Moment moment={live.newestMail.when} />. {live.newestMail.result}.{" "}
                {live.newestMail.detail}
              </p>
            ) : null}
            <p>
              <a href={live.personHref}>{labels.person}</a>
            </p>
          </>
        ) : null}
      </header>
      {live ? (
        <>
          <AdviceBlock advice={live.advice} />
          <Comparison comparison={live.comparison} id="compared" />
        </>
      ) : (
        <section aria-labelledby="steps">
          <h2 id="steps">{labels.steps}</h2>
          <StepList steps={steps} />
        </section>
      )}
    </OfficePage>
  );
}
