import { PortalPage } from "../../ui/components/portal-page.tsx";
import { type SignInModel, SignInSteps } from "../../ui/components/sign-in-steps.tsx";
import { Welcome } from "../../ui/components/welcome.tsx";
import type { Assets, PortalFrame } from "../../ui/frame.ts";

type SignInPageProps = { assets: Assets; frame: PortalFrame; model: SignInModel; welcome: string | null };

/** The door of a portal: the work email, then the code that proves it. Below the email, which is what people come for, the firm's welcome. */
export function SignInPage({ assets, frame, model, welcome }: SignInPageProps) {
  return (
    <PortalPage title={model.title} frame={frame} assets={assets}>
      <SignInSteps model={model} />
      {model.step === "email" ? <Welcome text={welcome} /> : null}
    </PortalPage>
  );
}
