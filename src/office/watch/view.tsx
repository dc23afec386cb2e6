import { PostButton } from "../../ui/components/button.tsx";
import { OfficePage } from "../../ui/components/office-page.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";
import type { FindingModel, WatchModel } from "./present.ts";

type WatchPageProps = { assets: Assets; frame: OfficeFrame; model: WatchModel };

/** What took access away, open findings first; what has ended is folded. */
export function WatchPage({ assets, frame, model }: WatchPageProps) {
  return (
    <OfficePage title={model.heading} frame={frame} assets={assets}>
      <div class="office-head">
        <h1>{model.heading}</h1>
        {model.lookNow ? (
          <PostButton target={model.lookNow.target} look="plain">
            {model.lookNow.label}
          </PostButton>
        ) : null}
      </div>
      {model.trouble ? <p class="problem">{model.trouble}</p> : null}
      <p class="quiet">{model.lead}</p>
      {model.open.findings.length > 0 ? (
        <section class="findings" aria-label={model.open.label}>
          <ul>
            {model.open.findings.map((finding) => (
              <Finding key={finding.id} finding={finding} />
            ))}
          </ul>
        </section>
      ) : null}
      {model.ended ? (
        <details class="fold findings">
          <summary>{model.ended.title}</summary>
          <ul>
            {model.ended.findings.map((finding) => (
              <Finding key={finding.id} finding={finding} />
            ))}
          </ul>
        </details>
      ) : null}
    </OfficePage>
  );
}

function Finding({ finding }: { finding: FindingModel }) {
  const { who, company, reason, when, next } = finding;
  return (
    <li class="finding">
      <p>
        <strong class="email">{who}</strong>
        {company ? <span class="quiet"> {company}</span> : null}
      </p>
      <p>{reason}</p>
      <p class="quiet">{when}</p>
      {next?.text ? (
        <p>
          <strong>{next.label}</strong> {next.text}
        </p>
      ) : null}
      {next ? (
        <div class="row-actions">
          {next.link ? <a href={next.link.href}>{next.link.label}</a> : null}
          {next.end ? (
            <PostButton target={next.end.target} look="text" about={next.end.about}>
              {next.end.label}
            </PostButton>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
