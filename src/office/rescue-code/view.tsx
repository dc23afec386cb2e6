import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { RescueCodeModel } from "./present.ts";

type RescueCodePageProps = { assets: Assets; frame: OfficeFrame; model: RescueCodeModel };

/** A code to be read out on the phone, or why there is none. */
export function RescueCodePage({ assets, frame, model }: RescueCodePageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <div class="notice">
        <h1>{model.heading}</h1>
        {model.code ? <p class="big-code">{model.code}</p> : null}
        {model.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <div class="actions">
          <a class="button" href={model.back.href}>
            {model.back.label}
          </a>
        </div>
      </div>
    </OfficePage>
  );
}
