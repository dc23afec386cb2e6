import type { ComponentChildren } from "preact";

/** A block where it stands on the page; one that the template emphasises is drawn larger, below a rule in the firm's colour. */
export function Placed({ isEmphasised, children }: { isEmphasised: boolean; children: ComponentChildren }) {
  return isEmphasised ? <div class="emphasised">{children}</div> : children;
}
