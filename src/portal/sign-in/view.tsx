import { PortalPage } from "../../ui/components/portal-page.tsx";
import { type SignInModel, SignInSteps } from "../../ui/components/sign-in-steps.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";

type SignInPageProps = { assets: Assets; frame: PortalFrame; model: SignInModel };

/** The door of a portal: the work email, then the code that proves it. */
export function SignInPage({ assets, frame, model }: SignInPageProps) {
  return (
    <PortalPage title={model.title} frame={frame} assets={assets}>
      <SignInSteps model={model} />
    </PortalPage>
  );
}
