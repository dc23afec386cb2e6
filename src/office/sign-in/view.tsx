import { OfficePage } from "../../ui/components/office-page.tsx";
import { type SignInModel, SignInSteps } from "../../ui/components/sign-in-steps.tsx";
import type { Assets, OfficeFrame } from "../../ui/frame.ts";

type OfficeSignInPageProps = { assets: Assets; frame: OfficeFrame; model: SignInModel };

/** The door of the firm's own people. */
export function OfficeSignInPage({ assets, frame, model }: OfficeSignInPageProps) {
  return (
    <OfficePage title={model.title} frame={frame} assets={assets}>
      <SignInSteps model={model} />
    </OfficePage>
  );
}
