import type { SignInModel } from "../ui/components/sign-in-steps.tsx";
import { formatQuantity } from "../ui/format/number.ts";
import type { CodeProblem, CodeStep, EmailProblem, EmailStep } from "./sign-in-routes.ts";

/** What the two doors say differently. */
export type SignInWords = { heading: string; lead: string; open: string };

/** Step one: the work email. Nothing here depends on whether anybody knows the address. */
export function presentEmailStep(step: EmailStep, words: SignInWords, locale: string): SignInModel {
  return {
    step: "email",
    title: "Sign in",
    heading: words.heading,
    lead: words.lead,
    form: { action: "/sign-in", fields: { next: step.nextPath } },
    field: {
      name: "email",
      label: "Work email",
      hint: null,
      problem: step.problem && emailProblemText(step.problem, locale),
      value: step.email,
    },
    submit: "Send me a code",
  };
}

/** Step two: the code from the mail. */
export function presentCodeStep(step: CodeStep, words: SignInWords, locale: string): SignInModel {
  return {
    step: "code",
    title: "Type the code",
    heading: "Type the 6-digit code",
    lead: [
      `Sent to ${step.email}. It is valid for 15 minutes.`,
      "Not there after a minute? Look in junk, in your company’s quarantine, and at how the address is spelt.",
    ],
    form: { action: "/sign-in/code", fields: {} },
    field: {
      name: "code",
      label: "Code",
      hint: null,
      problem: step.problem && codeProblemText(step.problem, locale),
      value: "",
    },
    submit: words.open,
    resend: {
      target: { action: "/sign-in/resend", fields: {} },
      label: "Send a new code",
      waitSeconds: Math.ceil(step.resendWaitMs / 1000),
    },
    otherEmail: { label: "Use another email", href: `/sign-in?${new URLSearchParams({ next: step.nextPath })}` },
  };
}

function emailProblemText(problem: EmailProblem, locale: string): string {
  switch (problem.kind) {
    case "not_an_email":
      return "This does not look like an email address. Type it like name@company.com.";
    case "wait":
      return `Several codes were asked for this address already. Use the newest one, or ask again in ${waitText(problem.waitMs, locale)}.`;
    case "mail_failed":
      return "The mail could not be sent just now. Try again in a minute.";
    case "cookies_off":
      return "Your browser keeps no cookies for this address, so it cannot keep you signed in. Allow cookies, then try again.";
    case "start_again":
      return "That code has run out or was used already. Ask for a new one.";
  }
}

function codeProblemText(problem: CodeProblem, locale: string): string {
  switch (problem.kind) {
    case "wrong":
      return problem.triesLeft > 0
        ? `This code does not match. Compare it with the newest mail; ${formatQuantity(problem.triesLeft, "try", "tries", locale)} left.`
        : "This code does not match, and there are no tries left. Send a new code.";
    case "no_tries_left":
      return "There are no tries left for this code. Send a new code.";
    case "wait":
      return `That is too soon. Try again in ${waitText(problem.waitMs, locale)}.`;
    case "mail_failed":
      return "The mail could not be sent just now. Try again in a minute.";
  }
}

function waitText(waitMs: number, locale: string): string {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds < 60
    ? formatQuantity(seconds, "second", "seconds", locale)
    : formatQuantity(Math.ceil(seconds / 60), "minute", "minutes", locale);
}
