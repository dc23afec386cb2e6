import { Moment } from "../../../ui/components/moment.tsx";
import { OfficePage } from "../../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../../ui/frame.ts";
import type { HistoryModel } from "./present.ts";

type HistoryPageProps = { assets: Assets; frame: OfficeFrame; model: HistoryModel };

/** Every version of an update, with who made it and when. */
export function HistoryPage({ assets, frame, model }: HistoryPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <p class="back">
        <a href={model.back.href}>{model.back.label}</a>
      </p>
      <h1>{model.heading}</h1>
      <ol class="switches">
        {model.versions.map(({ version, heading, changed, by, facts, body, photos }) => (
          <li key={version}>
            <h2>{heading}</h2>
            <p class="quiet email">
              <Moment moment={changed} />, {by}
            </p>
            <p>{facts}</p>
            <p class="written said">{body}</p>
            {photos ? <p class="quiet">{photos}</p> : null}
          </li>
        ))}
      </ol>
    </OfficePage>
  );
}
