// The link in a code's mail. Opening it spends nothing, whoever opens it; it acts on a click, in the browser that asked.
import type { App, AppContext } from "../http/env.ts";
import { readForm } from "../http/read-form.ts";
import { readLink } from "./prove-email.ts";
import { tokenId } from "./secrets.ts";
import { referenceFor, refuseLink, showLink } from "./sign-in-answers.ts";
import { LINK_PATH, openLink, type SignInLink } from "./sign-in-link.ts";
import type { SignInParts } from "./sign-in-parts.ts";
import { tryInBrowser } from "./try-in-browser.ts";

/** Adds the page behind the link, and what its button posts. */
export function addLinkRoutes(app: App, parts: SignInParts): void {
  app.get(LINK_PATH, (c) => answerLink(c, parts, c.req.query("t") ?? ""));
  app.post(LINK_PATH, async (c) => answerLink(c, parts, (await readForm(c)).t ?? ""));
}

async function answerLink(c: AppContext, parts: SignInParts, token: string): Promise<Response> {
  const link = openLink(parts.linkKey, parts.door(c).scope, token);
  const signedIn = await parts.signedInAs(c);
  if (!link) return refuseLink(c, parts, { end: "unreadable", claimed: null, nextPath: "/", signedInAs: null });
  // Clicked again after all is done: there is nothing left to do.
  if (signedIn === link.email) return c.redirect("/", 303);
  const state = await readLink(parts.proof(c), link);
  const nextPath = state.proof?.nextPath ?? "/";
  if (state.kind !== "live")
    return refuseLink(c, parts, { end: state.kind, claimed: link.email, nextPath, signedInAs: signedIn });
  const secret = parts.cookie.read(c);
  const isClick = c.req.method === "POST";
  if (!secret || tokenId(secret) !== link.proofId)
    return showCode(c, parts, link, { nextPath, signedInAs: signedIn, isClick });
  if (isClick) return tryInBrowser(c, parts, { secret, proof: state.proof, code: link.code });
  return showLink(c, parts, {
    kind: "here",
    token,
    email: link.email,
    nextPath,
    signedInAs: signedIn,
    reference: null,
  });
}

/** Not the browser that asked. Looking is no refusal, and scanners look a lot; a click that cannot act is one. */
async function showCode(
  c: AppContext,
  parts: SignInParts,
  { email, code }: SignInLink,
  { nextPath, signedInAs, isClick }: { nextPath: string; signedInAs: SignInLink["email"] | null; isClick: boolean },
): Promise<Response> {
  const refusal = { cause: "proof.other_browser", claimed: email, nextPath } as const;
  const reference = isClick ? await referenceFor(c, parts, refusal) : null;
  const step = { kind: "elsewhere", code, email, nextPath, signedInAs, reference } as const;
  return showLink(c, parts, step, isClick ? 403 : 200);
}
