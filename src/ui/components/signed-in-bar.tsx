import type { SignedIn } from "../frame.ts";
import { PostButton } from "./button.tsx";

/** Always in view: which email is in use, and how to use another one or leave. */
export function SignedInBar({ signedIn }: { signedIn: SignedIn }) {
  return (
    <div class="signed-in">
      <span>
        Signed in as <span class="email">{signedIn.email}</span>
      </span>
      <PostButton target={signedIn.switchAction} look="text">
        Use another email
      </PostButton>
      <PostButton target={signedIn.signOutAction} look="text">
        Sign out
      </PostButton>
    </div>
  );
}
