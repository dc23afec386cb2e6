import type { SignedIn } from "../frame.ts";
import { PostButton } from "./button.tsx";

/** Always in view: which email is in use, and how to use another one or leave. */
export function SignedInBar({ signedIn }: { signedIn: SignedIn }) {
  return (
    <div class="signed-in">
      <span>
        {signedIn.lead} <span class="email">{signedIn.email}</span>
      </span>
      <div class="ways">
        <PostButton target={signedIn.switchAction} look="text">
          {signedIn.switchLabel}
        </PostButton>
        <PostButton target={signedIn.signOutAction} look="text">
          {signedIn.signOutLabel}
        </PostButton>
      </div>
    </div>
  );
}
