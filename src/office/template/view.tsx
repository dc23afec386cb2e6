import { Button, HiddenFields } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { TemplateModel } from "./present.ts";
import type { SidesModel } from "./present-sides.ts";
import { SideBySide } from "./sides.tsx";

type TemplatePageProps = { assets: Assets; frame: OfficeFrame; model: TemplateModel; sides: SidesModel | null };

/** One portal's template: the four side by side, one of them chosen. */
export function TemplatePage({ assets, frame, model, sides }: TemplatePageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <h1>{model.heading}</h1>
      <p>
        {model.lead} <a href={model.switches.href}>{model.switches.label}</a>
      </p>
      <form method="post" action={model.action}>
        <HiddenFields fields={{ next: model.next }} />
        <p class="actions">
          <label>
            <input type="radio" name="template" value={model.inherit.value} checked={model.inherit.isCurrent} />{" "}
            {model.inherit.label}
          </label>
        </p>
        <section class="table-frame" aria-label={model.table.label} tabindex={0}>
          <table class="choices">
            <thead>
              <tr>
                <td />
                {model.choices.map(({ value, label, isCurrent }) => (
                  <th key={value} scope="col">
                    <label>
                      <input type="radio" name="template" value={value} checked={isCurrent} /> {label}
                    </label>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {model.table.rows.map(({ label, cells }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {cells.map(({ text, isShown }, index) => (
                    <td
                      key={model.choices[index]?.value}
                      class={isShown ? undefined : "quiet"}
                      data-label={model.choices[index]?.label}
                    >
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <div class="actions">
          <Button>{model.use}</Button>
          <a href={model.next}>{model.leave}</a>
        </div>
      </form>
      {sides ? <SideBySide model={sides} /> : null}
    </OfficePage>
  );
}
