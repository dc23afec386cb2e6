// Two decisions side by side.

import { Flag } from "../../ui/components/flag.tsx";
import { Moment } from "../../ui/components/moment.tsx";
import { Verdict } from "./parts.tsx";
import type { ComparisonModel } from "./present-comparison.ts";

type ComparisonProps = { comparison: ComparisonModel; id: string };

/** Before and now, step by step; what tells them apart is marked with a word. */
export function Comparison({ comparison, id }: ComparisonProps) {
  const { labels, before, now, steps } = comparison;
  return (
    <section class="comparison" aria-labelledby={id}>
      <h2 id={id}>{comparison.heading}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{labels.step}</th>
            <th scope="col">
              {labels.before}, <Moment moment={before.when} />: {before.outcome}
            </th>
            <th scope="col">
              {labels.now}, <Moment moment={now.when} />: {now.outcome}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.check} class={step.isChanged ? "is-changed" : undefined}>
              <th scope="row">
                {step.check}
                {step.isChanged ? <Flag kind="waiting" text={labels.changed} /> : null}
              </th>
              <td data-label={labels.before}>
                <Verdict step={step.before} />
                <p>{step.before.reason}</p>
              </td>
              <td data-label={labels.now}>
                <Verdict step={step.now} />
                <p>{step.now.reason}</p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
