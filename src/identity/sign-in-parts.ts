// What the sign-in pages are made of: the steps, what can stand in the way at each, and what the two doors hand in.
import type { VNode } from "preact";
import type { Email } from "../domain/email.ts";
import type { AppContext } from "../http/env.ts";
import type { MailLook } from "../mail/mail-look.ts";
import type { Mail, MailResult } from "../mail/mailer.ts";
import type { SignInModel } from "../ui/components/sign-in-steps.tsx";
import type { HostCookie } from "./cookies.ts";
import type { ProofParts } from "./prove-email.ts";
import type { RateLimits } from "./rate-limits.ts";

/** How a link can have ended. `unreadable`: cut off or altered on its way, or none of ours. */
export type LinkEnd = "expired" | "replaced" | "already_used" | "no_tries_left" | "unreadable";

export type EmailProblem =
  | { kind: "not_an_email" }
  | { kind: "wait"; waitMs: number }
  | { kind: "cookies_off" }
  | { kind: "other_browser" }
  | { kind: "start_again" }
  | { kind: "link"; end: LinkEnd };

export type CodeProblem =
  | { kind: "wrong"; triesLeft: number }
  | { kind: "no_tries_left" }
  | { kind: "wait"; waitMs: number; what: "resend" | "mail" | "try" }
  | { kind: "mail_failed" };

/** `signedInAs`: whoever is signed in here already, where that is somebody else than the link's. */
export type EmailStep = {
  email: string;
  nextPath: string;
  problem: EmailProblem | null;
  reference: string | null;
  signedInAs: Email | null;
};

/** `isSent`: a mail is on its way; where it is not, only a code by phone or a later mail counts. */
export type CodeStep = {
  email: Email;
  nextPath: string;
  isSent: boolean;
  resendWaitMs: number;
  problem: CodeProblem | null;
  reference: string | null;
};

/** The page behind a link that counts: a button in the browser that asked, the code to type in any other. */
export type LinkStep = { email: Email; nextPath: string; signedInAs: Email | null; reference: string | null } & (
  | { kind: "here"; token: string }
  | { kind: "elsewhere"; code: string }
);

/** Why a sign-in ended with a page that refuses. */
export type RefusalCause =
  | "proof.expired"
  | "proof.already_used"
  | "proof.other_browser"
  | "proof.no_tries_left"
  | "proof.throttled"
  | "sess.cookies_off"
  | "mail.not_sent";

/** `claimed`: the email for which this browser holds a proof or a link of ours; nobody has proved it. */
export type Refusal = { cause: RefusalCause; claimed: Email | null; nextPath: string };

/** What the two doors say differently. `phoneHelp`: who can give a code by phone, as a sentence. */
export type SignInWords = { heading: string; lead: string; open: string; phoneHelp: string | null };

export type SignInParts = {
  proof: (c: AppContext) => ProofParts;
  cookie: HostCookie;
  limits: RateLimits;
  linkKey: Buffer;
  /** Our own name for this host, never what a request claims; and whose allowances count here. */
  door: (c: AppContext) => { origin: string; scope: string };
  /** In whose name the mail comes. */
  senderName: (c: AppContext) => string;
  /** How the mail looks, and where clients get help. */
  look?: (c: AppContext) => Promise<MailLook>;
  sendMail: (c: AppContext, mail: Mail & { to: Email }) => Promise<MailResult>;
  /** The language of these pages, and of the mail that is asked for on them. */
  locale: (c: AppContext) => string;
  words: (c: AppContext) => SignInWords;
  page: (c: AppContext, model: SignInModel) => VNode;
  signedInAs: (c: AppContext) => Promise<Email | null>;
  onProved: (c: AppContext, email: Email, nextPath: string) => Promise<Response>;
  /** Stores a refusal and answers with its reference; null where no firm is known that could look it up. */
  recordRefusal: (c: AppContext, refusal: Refusal) => Promise<string | null>;
};
