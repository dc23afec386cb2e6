import type { SignInModel } from "../ui/components/sign-in-steps.tsx";
import { formatQuantity } from "../ui/format/number.ts";
import { LINK_PATH } from "./sign-in-link.ts";
import type {
  CodeProblem,
  CodeStep,
  EmailProblem,
  EmailStep,
  LinkEnd,
  LinkStep,
  SignInWords,
} from "./sign-in-parts.ts";

type Words = Pick<SignInModel, "heading" | "lead">;

/** Step one: the work email. Nothing here depends on whether anybody knows the address. */
export function presentEmailStep(step: EmailStep, words: SignInWords, locale: string): SignInModel {
  const { problem, signedInAs } = step;
  const isLink = problem?.kind === "link";
  const said: Words = isLink ? linkEndWords[problem.end] : { heading: words.heading, lead: [words.lead] };
  return {
    step: "email",
    title: "Sign in",
    ...said,
    lead: signedInAs ? [...said.lead, bothText(signedInAs, step.email)] : said.lead,
    form: { action: "/sign-in", fields: { next: step.nextPath } },
    field: {
      name: "email",
      label: "Work email",
      hint: null,
      problem: problem && !isLink ? emailProblemText(problem, locale) : null,
      value: step.email,
    },
    submit: isLink ? "Send me a new code" : "Send me a code",
    reference: step.reference,
  };
}

/** Step two: the code from the mail, or the one that was read out on the phone. */
export function presentCodeStep(step: CodeStep, words: SignInWords, locale: string): SignInModel {
  const { email, isSent, problem } = step;
  return {
    step: "code",
    title: "Type the code",
    ...(isSent ? sentWords(email, words) : unsentWords(email, words)),
    form: { action: "/sign-in/code", fields: {} },
    field: {
      name: "code",
      label: "Code",
      hint: null,
      problem: problem && codeProblemText(problem, words, locale),
      value: "",
    },
    submit: words.open,
    resend: {
      target: { action: "/sign-in/resend", fields: {} },
      label: "Send a new code",
      waitSeconds: Math.ceil(step.resendWaitMs / 1000),
    },
    otherEmail: { label: "Use another email", href: `/sign-in?${new URLSearchParams({ next: step.nextPath })}` },
    reference: step.reference,
  };
}

function sentWords(email: string, { phoneHelp }: SignInWords): Words {
  return {
    heading: "Type the 6-digit code",
    lead: [
      `Sent to ${email}. It is valid for 15 minutes.`,
      `Not there after a minute? Look in junk, in your company’s quarantine, and at how the address is spelt.${phoneHelp ? ` ${phoneHelp}` : ""}`,
    ],
  };
}

function unsentWords(email: string, { phoneHelp }: SignInWords): Words {
  const lead = `No mail is on its way to ${email}.`;
  return { heading: "Type your code", lead: [phoneHelp ? `${lead} ${phoneHelp}` : lead] };
}

/** Behind a link that counts: a click signs in where it was asked for; anywhere else the code is shown to be typed there. */
export function presentLinkStep(step: LinkStep, words: SignInWords): SignInModel {
  const { email, nextPath, signedInAs, reference } = step;
  const both = signedInAs ? [bothText(signedInAs, email)] : [];
  if (step.kind === "here")
    return {
      step: "link",
      title: "Sign in",
      heading: `Sign in as ${email}`,
      lead: both.length > 0 ? both : ["You asked for this link in this browser."],
      code: null,
      action: { label: words.open, target: { action: LINK_PATH, fields: { t: step.token } } },
      reference,
    };
  return {
    step: "link",
    title: "Your code",
    heading: "Type this code where you asked for it",
    lead: [
      `This is not the browser in which ${email} asked to sign in, so the link cannot do it here. Go back to that page and type the code.`,
      ...both,
    ],
    code: `${step.code.slice(0, 3)} ${step.code.slice(3)}`,
    action: {
      label: "Send a new code for this browser",
      target: { action: "/sign-in", fields: { email, next: nextPath } },
    },
    reference,
  };
}

function bothText(signedInAs: string, other: string): string {
  return `You are signed in here as ${signedInAs}; this link signs in ${other}.`;
}

const linkEndWords: Record<LinkEnd, Words> = {
  expired: {
    heading: "This link has run out",
    lead: ["Links and codes are valid for 15 minutes. One click sends you a new one."],
  },
  replaced: {
    heading: "A newer mail has replaced this link",
    lead: ["Open the newest mail, or let us send you a new code."],
  },
  already_used: {
    heading: "This link was used already",
    lead: ["Each link signs in once. One click sends you a new one."],
  },
  no_tries_left: {
    heading: "This link no longer counts",
    lead: ["Its code was typed wrongly five times. One click sends you a new one."],
  },
  unreadable: {
    heading: "This link is not whole",
    lead: ["It was cut off or changed on its way. Type your work email, and a new code comes by mail."],
  },
};

function emailProblemText(problem: Exclude<EmailProblem, { kind: "link" }>, locale: string): string {
  switch (problem.kind) {
    case "not_an_email":
      return "This does not look like an email address. Type it like name@company.com.";
    case "wait":
      return `Several codes were asked for already. Use the newest one, or ask again in ${waitText(problem.waitMs, locale)}.`;
    case "cookies_off":
      return "Your browser keeps no cookies for this address, so it cannot keep you signed in. Allow cookies, then try again.";
    case "other_browser":
      return "This browser did not ask for a code. Type it on the page where you asked for it, or ask for a new one here.";
    case "start_again":
      return "That code has run out or was used already. Ask for a new one.";
  }
}

function codeProblemText(problem: CodeProblem, { phoneHelp }: SignInWords, locale: string): string {
  switch (problem.kind) {
    case "wrong":
      return problem.triesLeft > 0
        ? `This code does not match. Compare it with the newest mail; ${formatQuantity(problem.triesLeft, "try", "tries", locale)} left.`
        : "This code does not match, and there are no tries left. Send a new code.";
    case "no_tries_left":
      return "There are no tries left for this code. Send a new code.";
    case "wait":
      return problem.what === "mail"
        ? `Several codes were asked for this address already. Use the newest one, or ask again in ${waitText(problem.waitMs, locale)}.`
        : `That is too soon. Try again in ${waitText(problem.waitMs, locale)}.`;
    case "mail_failed":
      return phoneHelp
        ? "The mail could not be sent just now. Try again in a minute, or type a code that you got by phone."
        : "The mail could not be sent just now. Try again in a minute.";
  }
}

function waitText(waitMs: number, locale: string): string {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds < 60
    ? formatQuantity(seconds, "second", "seconds", locale)
    : formatQuantity(Math.ceil(seconds / 60), "minute", "minutes", locale);
}
