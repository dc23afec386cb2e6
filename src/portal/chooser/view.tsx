import { PortalLinks } from "../../ui/components/notice.tsx";
import { PortalPage } from "../../ui/components/portal-page.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";
import type { ChooserModel } from "./present.ts";

type ChooserPageProps = { assets: Assets; frame: PortalFrame; model: ChooserModel };

/** For people who belong to several client companies of the firm. */
export function ChooserPage({ assets, frame, model }: ChooserPageProps) {
  return (
    <PortalPage title={model.heading} frame={frame} assets={assets}>
      <div class="notice">
        <h1>{model.heading}</h1>
        <p>{model.lead}</p>
        <PortalLinks portals={model.portals} />
      </div>
    </PortalPage>
  );
}
