// Two decisions side by side.

import { Flag } from "../../ui/components/flag.tsx";
import { Moment } from "../../ui/components/moment.tsx";
import { Verdict } from "./parts.tsx";
import type { ComparisonModel } from "./present-comparison.ts";

type ComparisonProps = { comparison: ComparisonModel; beforeLabel: string; id: string };

/** Before and now, step by step; what tells them apart is marked with a word. */
export function Comparison({ comparison, beforeLabel, id }: ComparisonProps) {
  const { before, now, steps } = comparison;
  return (
    <section class="comparison" aria-labelledby={id}>
      <h2 id={id}>{comparison.heading}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">
              {beforeLabel}, <Moment moment={before.when} />: {before.outcome}
            </th>
            <th scope="col">
              Now, <Moment moment={now.when} />: {now.outcome}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.check} class={step.isChanged ? "is-changed" : undefined}>
              <th scope="row">
                {step.check}
                {step.isChanged ? <Flag kind="waiting" text="changed" /> : null}
              </th>
              <td data-label={beforeLabel}>
                <Verdict step={step.before} />
                <p>{step.before.reason}</p>
              </td>
              <td data-label="Now">
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
