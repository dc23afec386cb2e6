// Signing in by mailed code or link, for both user systems. What differs (names, tables, pages, what follows) is handed in.
import type { Proof } from "../data/queries/proofs.ts";
import { type Email, parseEmail } from "../domain/email.ts";
import { networkOf } from "../http/client-ip.ts";
import type { App, AppContext } from "../http/env.ts";
import { localPath } from "../http/local-path.ts";
import { readForm } from "../http/read-form.ts";
import { addLinkRoutes } from "./link-routes.ts";
import { findProof, renewCode, startProof } from "./prove-email.ts";
import { mailWait, sendCode } from "./send-code.ts";
import { askCode, askEmail, referenceFor, resendWait, startAgain } from "./sign-in-answers.ts";
import type { RefusalCause, SignInParts } from "./sign-in-parts.ts";
import { tryInBrowser } from "./try-in-browser.ts";

const CODE_STEP = "/sign-in/code?sent=1";
const PROOF_COOKIE_LIFE_MS = 60 * 60_000;

/** Adds /sign-in, /sign-in/code, /sign-in/resend and /sign-in/link. */
export function addSignInRoutes(app: App, parts: SignInParts): void {
  app.get("/sign-in", (c) => askEmail(c, parts, { nextPath: localPath(c.req.query("next")) }));
  app.post("/sign-in", (c) => takeEmail(c, parts));
  app.get("/sign-in/code", (c) => showCodeStep(c, parts));
  app.post("/sign-in/code", (c) => takeCode(c, parts));
  app.post("/sign-in/resend", (c) => resend(c, parts));
  addLinkRoutes(app, parts);
}

type Asked = { email: Email; nextPath: string };

async function takeEmail(c: AppContext, parts: SignInParts): Promise<Response> {
  const form = await readForm(c);
  const typed = form.email ?? "";
  const nextPath = localPath(form.next);
  const email = parseEmail(typed);
  if (!email) return askEmail(c, parts, { email: typed.slice(0, 320), nextPath, problem: { kind: "not_an_email" } });
  const underWay = await proofUnderWay(c, parts, email);
  if (underWay && underWay.sentCount > 0 && resendWait(underWay, parts.proof(c)) > 0) return c.redirect(CODE_STEP, 303);
  const waitMs = await mailWait(c, parts, email);
  if (waitMs > 0) return waitAtCodeStep(c, parts, { email, nextPath }, { waitMs, underWay });
  const started = await startProof(parts.proof(c), { email, nextPath, isMailed: true });
  parts.cookie.write(c, started.secret, PROOF_COOKIE_LIFE_MS);
  return mailCode(c, parts, started);
}

/** The proof that this browser has for this very email. The same one asked twice in a row may be a double click. */
async function proofUnderWay(c: AppContext, parts: SignInParts, email: Email): Promise<Proof | null> {
  const proof = await findProof(parts.proof(c), parts.cookie.read(c));
  return proof?.email === email ? proof : null;
}

/**
 * No further mail goes out for now. The step for the code is shown all the same: an earlier code may have come, and the firm
 * can give one by phone. A network that asks for very many gets the wait alone.
 */
async function waitAtCodeStep(
  c: AppContext,
  parts: SignInParts,
  asked: Asked,
  { waitMs, underWay }: { waitMs: number; underWay: Proof | null },
): Promise<Response> {
  const problem = { kind: "wait", waitMs, what: "mail" } as const;
  if (underWay) return askCode(c, parts, underWay, problem);
  if ((await parts.limits.take("unmailed_from_network", networkOf(c.env.ip))) > 0) {
    const refusal = { cause: "proof.throttled", claimed: null, nextPath: asked.nextPath } as const;
    return askEmail(c, parts, { ...asked, problem, reference: await referenceFor(c, parts, refusal) });
  }
  const { secret, proof } = await startProof(parts.proof(c), { ...asked, isMailed: false });
  parts.cookie.write(c, secret, PROOF_COOKIE_LIFE_MS);
  return askCode(c, parts, proof, problem);
}

/** An address that its server refuses looks like any other; only trouble of our own is told. */
async function mailCode(c: AppContext, parts: SignInParts, mailed: { proof: Proof; code: string }): Promise<Response> {
  const result = await sendCode(c, parts, mailed);
  if (result.kind !== "failed") return c.redirect(CODE_STEP, 303);
  // Where an earlier code of this proof has gone out, it may still be typed.
  const isFirst = mailed.proof.sentCount === 1;
  if (isFirst) await parts.proof(c).store.markUnsent(mailed.proof.id);
  const proof = isFirst ? { ...mailed.proof, sentCount: 0 } : mailed.proof;
  return askCode(c, parts, proof, { kind: "mail_failed" });
}

async function showCodeStep(c: AppContext, parts: SignInParts): Promise<Response> {
  const proof = await findProof(parts.proof(c), parts.cookie.read(c));
  if (proof) return askCode(c, parts, proof, null);
  return (await parts.signedInAs(c)) ? c.redirect("/", 303) : noProof(c, parts);
}

async function takeCode(c: AppContext, parts: SignInParts): Promise<Response> {
  const secret = parts.cookie.read(c);
  const { code = "" } = await readForm(c);
  const proof = await findProof(parts.proof(c), secret);
  if (secret && proof) return tryInBrowser(c, parts, { secret, proof, code });
  return (await parts.signedInAs(c)) ? c.redirect("/", 303) : noProof(c, parts);
}

async function resend(c: AppContext, parts: SignInParts): Promise<Response> {
  const proof = await findProof(parts.proof(c), parts.cookie.read(c));
  if (!proof) return noProof(c, parts);
  const tooSoonMs = resendWait(proof, parts.proof(c));
  if (tooSoonMs > 0) return askCode(c, parts, proof, { kind: "wait", waitMs: tooSoonMs, what: "resend" });
  const waitMs = await mailWait(c, parts, proof.email);
  if (waitMs > 0) return askCode(c, parts, proof, { kind: "wait", waitMs, what: "mail" });
  const renewed = await renewCode(parts.proof(c), proof);
  return renewed ? mailCode(c, parts, renewed) : c.redirect(CODE_STEP, 303);
}

/** Nothing is under way in this browser. Opened by somebody without having been sent on, the page is just a wrong turn. */
async function noProof(c: AppContext, parts: SignInParts): Promise<Response> {
  const isSentOn = c.req.method === "POST" || c.req.query("sent") !== undefined;
  if (!isSentOn) return askEmail(c, parts, { problem: { kind: "start_again" } });
  return startAgain(c, parts, { cause: whyNoProof(c, parts), claimed: null, nextPath: "/" });
}

/** Only somebody whom we have just sent on from a form must have a cookie. One without its proof was used, or ran out. */
function whyNoProof(c: AppContext, { cookie }: SignInParts): RefusalCause {
  if (c.req.header("cookie") === undefined) return "sess.cookies_off";
  if (cookie.read(c)) return "proof.already_used";
  return c.req.method === "POST" ? "proof.other_browser" : "proof.expired";
}
