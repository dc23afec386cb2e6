// The pages with which a step of the sign-in answers, each with its status and, where it refuses, the reference of what was stored.
import type { Proof } from "../data/queries/proofs.ts";
import { networkOf } from "../http/client-ip.ts";
import type { AppContext } from "../http/env.ts";
import { renderPage } from "../http/render-page.ts";
import { presentCodeStep, presentEmailStep, presentLinkStep } from "./present-sign-in.ts";
import { type ProofParts, RESEND_AFTER_MS } from "./prove-email.ts";
import type {
  CodeProblem,
  EmailProblem,
  EmailStep,
  LinkEnd,
  LinkStep,
  Refusal,
  RefusalCause,
  SignInParts,
} from "./sign-in-parts.ts";

type Answer = Response | Promise<Response>;

const statusOfEmailProblem = {
  not_an_email: 422,
  wait: 429,
  cookies_off: 400,
  other_browser: 400,
  start_again: 400,
  link: 400,
} as const satisfies Record<EmailProblem["kind"], number>;

/** The first step, with what stands in the way. */
export function askEmail(c: AppContext, parts: SignInParts, step: Partial<EmailStep>): Answer {
  const whole: EmailStep = { email: "", nextPath: "/", problem: null, reference: null, signedInAs: null, ...step };
  const { problem } = whole;
  if (problem?.kind === "wait") sayWhen(c, problem.waitMs);
  const page = parts.page(c, presentEmailStep(whole, parts.words(c), parts.locale(c)));
  return renderPage(c, page, problem ? statusOfEmailProblem[problem.kind] : 200);
}

const statusOfCodeProblem = { wrong: 422, no_tries_left: 429, wait: 429, mail_failed: 503 } as const;

/** The second step. What refuses more than a typing mistake is stored first. */
export async function askCode(
  c: AppContext,
  parts: SignInParts,
  proof: Proof,
  problem: CodeProblem | null,
): Promise<Response> {
  const { email, nextPath, sentCount } = proof;
  const cause = problem && causeOfCodeProblem(problem);
  const reference = cause && (await referenceFor(c, parts, { cause, claimed: email, nextPath }));
  const resendWaitMs = resendWait(proof, parts.proof(c));
  const step = { email, nextPath, isSent: sentCount > 0, resendWaitMs, problem, reference };
  if (problem?.kind === "wait") sayWhen(c, problem.waitMs);
  const page = parts.page(c, presentCodeStep(step, parts.words(c), parts.locale(c)));
  return renderPage(c, page, problem ? statusOfCodeProblem[problem.kind] : 200);
}

function causeOfCodeProblem(problem: CodeProblem): RefusalCause | null {
  switch (problem.kind) {
    case "wrong":
      return problem.triesLeft > 0 ? null : "proof.no_tries_left";
    case "no_tries_left":
      return "proof.no_tries_left";
    case "mail_failed":
      return "mail.not_sent";
    case "wait":
      return problem.what === "resend" ? null : "proof.throttled";
  }
}

/** The page behind a link that counts. In another browser it is no refusal but the way the link works there. */
export function showLink(c: AppContext, parts: SignInParts, step: LinkStep, status: 200 | 403 = 200): Answer {
  return renderPage(c, parts.page(c, presentLinkStep(step, parts.words(c), parts.locale(c))), status);
}

const causeOfLinkEnd = {
  expired: "proof.expired",
  replaced: "proof.expired",
  already_used: "proof.already_used",
  no_tries_left: "proof.no_tries_left",
} as const satisfies Record<Exclude<LinkEnd, "unreadable">, RefusalCause>;

/** A link that ended, with its email filled in: one button mails a new one. */
export async function refuseLink(
  c: AppContext,
  parts: SignInParts,
  ended: { end: LinkEnd } & Pick<Refusal, "claimed" | "nextPath"> & Pick<EmailStep, "signedInAs">,
): Promise<Response> {
  const { end, claimed, nextPath, signedInAs } = ended;
  const reference =
    end === "unreadable" ? null : await referenceFor(c, parts, { cause: causeOfLinkEnd[end], claimed, nextPath });
  return askEmail(c, parts, { email: claimed ?? "", nextPath, problem: { kind: "link", end }, reference, signedInAs });
}

/** No proof counts in this browser: it ran out, was used, or the browser kept no cookie of ours. */
export async function startAgain(c: AppContext, parts: SignInParts, refusal: Refusal): Promise<Response> {
  const reference = await referenceFor(c, parts, refusal);
  const { cause, claimed, nextPath } = refusal;
  const kind = cause === "sess.cookies_off" ? "cookies_off" : cause === "proof.other_browser" ? "other_browser" : null;
  return askEmail(c, parts, { email: claimed ?? "", nextPath, problem: { kind: kind ?? "start_again" }, reference });
}

/**
 * The reference of a refusal that is now on disk. A network that makes very many of them gets pages without: neither a
 * scanner nor an attacker fills the disk. Looking at the head of a page only (HEAD) stores nothing.
 */
export async function referenceFor(c: AppContext, parts: SignInParts, refusal: Refusal): Promise<string | null> {
  if (c.req.method === "HEAD") return null;
  const waitMs = await parts.limits.take("refusals_from_network", networkOf(c.env.ip));
  return waitMs > 0 ? null : parts.recordRefusal(c, refusal);
}

/** How long until a further mail may be asked for. */
export function resendWait(proof: Proof, { clock }: ProofParts): number {
  return Math.max(0, proof.sentAt.getTime() + RESEND_AFTER_MS - clock.now().getTime());
}

function sayWhen(c: AppContext, waitMs: number): void {
  c.header("Retry-After", String(Math.ceil(waitMs / 1000)));
}
