import type { Say } from "../lib/words.ts";
import type { SignInModel } from "../ui/components/sign-in-steps.tsx";
import { LINK_PATH } from "./sign-in-link.ts";
import type { CodeProblem, CodeStep, EmailProblem, EmailStep, LinkStep, SignInWords } from "./sign-in-parts.ts";
import { signInWords } from "./words.ts";

type Words = Pick<SignInModel, "heading" | "lead">;
type SaySignIn = ReturnType<typeof signInWords>;

/** Step one: the work email. Nothing here depends on whether anybody knows the address. */
export function presentEmailStep(step: EmailStep, words: SignInWords, locale: string): SignInModel {
  const say = signInWords(locale);
  const { problem, signedInAs } = step;
  const isLink = problem?.kind === "link";
  const said: Words = isLink
    ? { heading: say(problem.end), lead: [say(`${problem.end}_text`)] }
    : { heading: words.heading, lead: [words.lead] };
  return {
    step: "email",
    title: say("title"),
    ...said,
    lead: signedInAs ? [...said.lead, say("both", { signedInAs, other: step.email })] : said.lead,
    form: { action: "/sign-in", fields: { next: step.nextPath } },
    field: {
      name: "email",
      label: say("email"),
      hint: null,
      problem: problem && !isLink ? emailProblemText(problem, say) : null,
      value: step.email,
    },
    submit: say(isLink ? "send_new" : "send"),
    reference: referenceIn(step, say),
  };
}

/** Step two: the code from the mail, or the one that was read out on the phone. */
export function presentCodeStep(step: CodeStep, words: SignInWords, locale: string): SignInModel {
  const say = signInWords(locale);
  const { email, isSent, problem } = step;
  return {
    step: "code",
    title: say("code_title"),
    ...(isSent ? sentWords(email, words, say) : unsentWords(email, words, say)),
    form: { action: "/sign-in/code", fields: {} },
    field: {
      name: "code",
      label: say("code"),
      hint: null,
      problem: problem && codeProblemText(problem, words, say),
      value: "",
    },
    submit: words.open,
    resend: {
      target: { action: "/sign-in/resend", fields: {} },
      label: say("resend"),
      waitSeconds: Math.ceil(step.resendWaitMs / 1000),
      // Counted down where the page is open, so that the number stays open here.
      waitLabel: say("resend_wait", { seconds: "{seconds}" }),
    },
    otherEmail: { label: say("other_email"), href: `/sign-in?${new URLSearchParams({ next: step.nextPath })}` },
    reference: referenceIn(step, say),
  };
}

function referenceIn({ reference }: { reference: string | null }, say: SaySignIn): SignInModel["reference"] {
  return reference === null ? null : { label: say("reference"), code: reference };
}

function sentWords(email: string, { phoneHelp }: SignInWords, say: SaySignIn): Words {
  const notThere = say("not_there", { phoneHelp: phoneHelp ?? "" }).trim();
  return { heading: say("sent"), lead: [say("sent_to", { email }), notThere] };
}

function unsentWords(email: string, { phoneHelp }: SignInWords, say: SaySignIn): Words {
  return { heading: say("unsent"), lead: [say("unsent_to", { email, phoneHelp: phoneHelp ?? "" }).trim()] };
}

/** Behind a link that counts: a click signs in where it was asked for; anywhere else the code is shown to be typed there. */
export function presentLinkStep(step: LinkStep, words: SignInWords, locale: string): SignInModel {
  const say = signInWords(locale);
  const { email, nextPath, signedInAs } = step;
  const both = signedInAs ? [say("both", { signedInAs, other: email })] : [];
  const reference = referenceIn(step, say);
  if (step.kind === "here")
    return {
      step: "link",
      title: say("title"),
      heading: say("link_here", { email }),
      lead: both.length > 0 ? both : [say("link_here_text")],
      code: null,
      action: { label: words.open, target: { action: LINK_PATH, fields: { t: step.token } } },
      reference,
    };
  return {
    step: "link",
    title: say("link_elsewhere_title"),
    heading: say("link_elsewhere"),
    lead: [say("link_elsewhere_text", { email }), ...both],
    code: `${step.code.slice(0, 3)} ${step.code.slice(3)}`,
    action: { label: say("link_elsewhere_new"), target: { action: "/sign-in", fields: { email, next: nextPath } } },
    reference,
  };
}

function emailProblemText(problem: Exclude<EmailProblem, { kind: "link" }>, say: SaySignIn): string {
  return problem.kind === "wait" ? say("asked_often", { wait: waitText(problem.waitMs, say) }) : say(problem.kind);
}

function codeProblemText(problem: CodeProblem, { phoneHelp }: SignInWords, say: SaySignIn): string {
  switch (problem.kind) {
    case "wrong":
      return problem.triesLeft > 0 ? say("wrong", { tries: problem.triesLeft }) : say("wrong_last");
    case "no_tries_left":
      return say("no_tries");
    case "wait":
      return say(problem.what === "mail" ? "address_asked_often" : "too_soon", { wait: waitText(problem.waitMs, say) });
    case "mail_failed":
      return say(phoneHelp ? "mail_failed_phone" : "mail_failed");
  }
}

function waitText(waitMs: number, say: Say<"seconds" | "minutes">): string {
  const seconds = Math.ceil(waitMs / 1000);
  return seconds < 60 ? say("seconds", { count: seconds }) : say("minutes", { count: Math.ceil(seconds / 60) });
}
