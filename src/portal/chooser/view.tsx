import { PostButton } from "../../ui/components/button.tsx";
import { PortalPage } from "../../ui/components/portal-page.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";
import type { ChooserModel, ChooserRow } from "./present.ts";

type ChooserPageProps = { assets: Assets; frame: PortalFrame; model: ChooserModel };

/** For people who belong to several client companies of the firm. */
export function ChooserPage({ assets, frame, model }: ChooserPageProps) {
  return (
    <PortalPage title={model.heading} frame={frame} assets={assets}>
      <div class="notice">
        <h1>{model.heading}</h1>
        <p>{model.lead}</p>
        <ul class="portal-links">
          {model.rows.map((row) => (
            <Row key={row.href} row={row} />
          ))}
        </ul>
      </div>
    </PortalPage>
  );
}

function Row({ row: { name, href, firstLabel, change } }: { row: ChooserRow }) {
  return (
    <li>
      <a href={href}>{name}</a>
      <span class="choice">
        {firstLabel ? <span class="quiet">{firstLabel}</span> : null}
        <PostButton target={change.target} look="text" about={name}>
          {change.label}
        </PostButton>
      </span>
    </li>
  );
}
