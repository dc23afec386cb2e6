import { Notice, type NoticeModel } from "../../ui/components/notice.tsx";
import { PortalPage } from "../../ui/components/portal-page.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";

type ClosedPageProps = { assets: Assets; frame: PortalFrame; model: NoticeModel };

/** Every door that does not open: refused, paused, cannot tell, unknown address. The words come from the decision. */
export function ClosedPage({ assets, frame, model }: ClosedPageProps) {
  // Whom to ask stands beside the action here, so the foot need not say it again.
  const quietFrame = model.contact ? { ...frame, contact: null } : frame;
  return (
    <PortalPage title={model.heading} frame={quietFrame} assets={assets}>
      <Notice notice={model} />
    </PortalPage>
  );
}
