// Signing in by mailed code, for both user systems. What differs (names, tables, pages, what follows) is handed in.
import type { VNode } from "preact";
import type { Proof } from "../data/queries/proofs.ts";
import { type Email, parseEmail } from "../domain/email.ts";
import { networkOf } from "../http/client-ip.ts";
import type { App, AppContext } from "../http/env.ts";
import { localPath } from "../http/local-path.ts";
import { readForm } from "../http/read-form.ts";
import { renderPage } from "../http/render-page.ts";
import { codeMail } from "../mail/code-mail.ts";
import type { Mailer, MailResult } from "../mail/mailer.ts";
import type { HostCookie } from "./cookies.ts";
import { findProof, type ProofParts, RESEND_AFTER_MS, renewCode, startProof, tryCode } from "./prove-email.ts";
import type { RateLimits } from "./rate-limits.ts";

/** What stands in the way at the first step, in the order of the form. */
export type EmailProblem =
  | { kind: "not_an_email" }
  | { kind: "wait"; waitMs: number }
  | { kind: "mail_failed" }
  | { kind: "cookies_off" }
  | { kind: "start_again" };

export type CodeProblem =
  | { kind: "wrong"; triesLeft: number }
  | { kind: "no_tries_left" }
  | { kind: "wait"; waitMs: number }
  | { kind: "mail_failed" };

export type EmailStep = { email: string; nextPath: string; problem: EmailProblem | null };
export type CodeStep = { email: Email; nextPath: string; resendWaitMs: number; problem: CodeProblem | null };

export type SignInParts = {
  proof: (c: AppContext) => ProofParts;
  cookie: HostCookie;
  limits: RateLimits;
  mailer: Mailer;
  /** Our own name for this host, never what a request claims; and whose allowances count here. */
  door: (c: AppContext) => { host: string; scope: string };
  /** In whose name the mail comes. */
  senderName: (c: AppContext) => string;
  emailPage: (c: AppContext, step: EmailStep) => VNode;
  codePage: (c: AppContext, step: CodeStep) => VNode;
  isSignedIn: (c: AppContext) => Promise<boolean>;
  onProved: (c: AppContext, email: Email, nextPath: string) => Promise<Response>;
};

const CODE_STEP = "/sign-in/code?sent=1";
const PROOF_COOKIE_LIFE_MS = 60 * 60_000;

/** Adds /sign-in, /sign-in/code and /sign-in/resend. */
export function addSignInRoutes(app: App, parts: SignInParts): void {
  app.get("/sign-in", (c) =>
    askEmail(c, parts, { email: "", nextPath: localPath(c.req.query("next")), problem: null }),
  );
  app.post("/sign-in", (c) => takeEmail(c, parts));
  app.get("/sign-in/code", (c) => showCodeStep(c, parts));
  app.post("/sign-in/code", (c) => takeCode(c, parts));
  app.post("/sign-in/resend", (c) => resend(c, parts));
}

async function takeEmail(c: AppContext, parts: SignInParts): Promise<Response> {
  const form = await readForm(c);
  const typed = form.email ?? "";
  const nextPath = localPath(form.next);
  const refuse = (problem: EmailProblem) => askEmail(c, parts, { email: typed.slice(0, 320), nextPath, problem });
  const email = parseEmail(typed);
  if (!email) return refuse({ kind: "not_an_email" });
  if (await hasFreshCode(c, parts, email)) return c.redirect(CODE_STEP, 303);
  const waitMs = await mailWait(c, parts, email);
  if (waitMs > 0) return refuse({ kind: "wait", waitMs });
  const { secret, code } = await startProof(parts.proof(c), email, nextPath);
  const result = await sendCode(c, parts, email, code);
  if (result.kind === "failed") return refuse({ kind: "mail_failed" });
  parts.cookie.write(c, secret, PROOF_COOKIE_LIFE_MS);
  return c.redirect(CODE_STEP, 303);
}

async function showCodeStep(c: AppContext, parts: SignInParts): Promise<Response> {
  const proof = await findProof(parts.proof(c), parts.cookie.read(c));
  if (proof) return askCode(c, parts, proof, null);
  return (await parts.isSignedIn(c)) ? c.redirect("/", 303) : startAgain(c, parts);
}

async function takeCode(c: AppContext, parts: SignInParts): Promise<Response> {
  const secret = parts.cookie.read(c);
  const { code = "" } = await readForm(c);
  const proof = await findProof(parts.proof(c), secret);
  if (!secret || !proof) return (await parts.isSignedIn(c)) ? c.redirect("/", 303) : startAgain(c, parts);
  const waitMs = await tryWait(c, parts, proof.email);
  if (waitMs > 0) return askCode(c, parts, proof, { kind: "wait", waitMs });
  const result = await tryCode(parts.proof(c), secret, code);
  switch (result.kind) {
    case "proved":
      parts.cookie.clear(c);
      return parts.onProved(c, result.email, result.nextPath);
    case "expired":
      return startAgain(c, parts, proof);
    default:
      return askCode(c, parts, proof, result);
  }
}

async function resend(c: AppContext, parts: SignInParts): Promise<Response> {
  const proof = await findProof(parts.proof(c), parts.cookie.read(c));
  if (!proof) return startAgain(c, parts);
  const waitMs = resendWait(proof, parts.proof(c)) || (await mailWait(c, parts, proof.email));
  if (waitMs > 0) return askCode(c, parts, proof, { kind: "wait", waitMs });
  const code = await renewCode(parts.proof(c), proof);
  if (code === null) return c.redirect(CODE_STEP, 303);
  const result = await sendCode(c, parts, proof.email, code);
  if (result.kind === "failed") return askCode(c, parts, proof, { kind: "mail_failed" });
  return c.redirect(CODE_STEP, 303);
}

/** The same email asked twice in a row from one browser, by a double click or a reload: the mail is on its way already. */
async function hasFreshCode(c: AppContext, parts: SignInParts, email: Email): Promise<boolean> {
  const proof = await findProof(parts.proof(c), parts.cookie.read(c));
  return proof?.email === email && resendWait(proof, parts.proof(c)) > 0;
}

function resendWait(proof: Proof, { clock }: ProofParts): number {
  return Math.max(0, proof.sentAt.getTime() + RESEND_AFTER_MS - clock.now().getTime());
}

/** The narrowest allowance is asked first: what is refused there uses up nothing of the wider ones. */
async function mailWait(c: AppContext, { limits, door }: SignInParts, email: Email): Promise<number> {
  const network = networkOf(c.env.ip);
  const address = `${door(c).scope} ${email}`;
  return (
    (await limits.take("mails_to_email_from_network", `${network} ${address}`)) ||
    (await limits.take("mails_from_network", network)) ||
    limits.take("mails_to_email", address)
  );
}

async function tryWait(c: AppContext, { limits, door }: SignInParts, email: Email): Promise<number> {
  const fromNetwork = await limits.take("tries_from_network", networkOf(c.env.ip));
  return fromNetwork || limits.take("tries_for_email", `${door(c).scope} ${email}`);
}

/** That a server knows no such mailbox is for the log alone: the page would tell strangers which mailboxes there are. */
async function sendCode(c: AppContext, parts: SignInParts, to: Email, code: string): Promise<MailResult> {
  const mail = codeMail({ to, firmName: parts.senderName(c), code, host: parts.door(c).host });
  const result = await parts.mailer.send(mail);
  if (result.kind !== "accepted")
    c.env.log.error({ result: result.kind, words: result.words }, "a sign-in mail did not go");
  return result;
}

const statusOfEmailProblem = {
  not_an_email: 422,
  wait: 429,
  mail_failed: 503,
  cookies_off: 400,
  start_again: 400,
} as const satisfies Record<EmailProblem["kind"], number>;

function askEmail(c: AppContext, parts: SignInParts, step: EmailStep): Response | Promise<Response> {
  if (step.problem?.kind === "wait") c.header("Retry-After", String(Math.ceil(step.problem.waitMs / 1000)));
  return renderPage(c, parts.emailPage(c, step), step.problem ? statusOfEmailProblem[step.problem.kind] : 200);
}

const statusOfCodeProblem = { wrong: 422, no_tries_left: 429, wait: 429, mail_failed: 503 } as const;

function askCode(c: AppContext, parts: SignInParts, proof: Proof, problem: CodeProblem | null) {
  const resendWaitMs = resendWait(proof, parts.proof(c));
  const step = { email: proof.email, nextPath: proof.nextPath, resendWaitMs, problem };
  if (problem?.kind === "wait") c.header("Retry-After", String(Math.ceil(problem.waitMs / 1000)));
  return renderPage(c, parts.codePage(c, step), problem ? statusOfCodeProblem[problem.kind] : 200);
}

/** No proof is under way in this browser: it ran out, was used, or the browser kept no cookie of ours. */
function startAgain(c: AppContext, parts: SignInParts, proof?: Proof): Response | Promise<Response> {
  // Only somebody whom we have just sent on from a form must have a cookie; an address can be opened by anybody.
  const isSentOn = c.req.method === "POST" || c.req.query("sent") !== undefined;
  const hasAnyCookie = !isSentOn || c.req.header("cookie") !== undefined;
  const problem: EmailProblem = { kind: hasAnyCookie ? "start_again" : "cookies_off" };
  return askEmail(c, parts, { email: proof?.email ?? "", nextPath: proof?.nextPath ?? "/", problem });
}
