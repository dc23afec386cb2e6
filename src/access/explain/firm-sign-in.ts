import type { Decision, Step } from "../decision.ts";
import type { Explained } from "./firm.ts";
import { unstopped } from "./texts.ts";

/** Mail, proof and session: what stands between a person and being signed in. */
export function explainSignIn(
  { email }: Decision,
  step: Step,
  _locale: string,
): Explained<"mail"> & Explained<"proof"> & Explained<"sess"> {
  const whom = email ?? "this email";
  const words = typeof step.evidence.words === "string" ? `: “${unstopped(step.evidence.words)}”` : "";
  const askAgain =
    "They ask for a new code at their portal’s address. If no mail reaches them, give them a code by phone.";
  return {
    "mail.not_sent": {
      reason: `the mail server of ProLens did not take the mail to ${whom}${words}.`,
      remedy: "Give them a code by phone, and have whoever runs ProLens look at the mail server.",
    },
    "mail.refused": {
      reason: `the receiving mail server refused the mail to ${whom}${words}.`,
      remedy: `Ask them how ${whom} is spelt and whether they still read it; a code by phone lets them in meanwhile.`,
    },
    "proof.expired": {
      reason: "the code or link they used had run out; both are valid for 15 minutes.",
      remedy: askAgain,
    },
    "proof.already_used": {
      reason: "the link they opened had been used already.",
      remedy: "They ask for a new code at their portal’s address; the page with the used link offers it.",
    },
    "proof.other_browser": {
      reason: "they used the code or link in another browser than the one in which they asked for it.",
      remedy: "They type the code on the page where they asked for it, or ask for a new one in this browser.",
    },
    "proof.no_tries_left": {
      reason: "they typed five codes that did not match.",
      remedy: askAgain,
    },
    "proof.throttled": {
      reason: "so many codes were asked for or tried that they have to wait, at most a quarter of an hour.",
      remedy: "Give them a code by phone; or they wait as long as the page says.",
    },
    "sess.none": {
      reason: "they have not signed in.",
      remedy: "They type their work email at the portal’s address and get a code by mail.",
    },
    "sess.expired": {
      reason: "they were signed in, and that has run out.",
      remedy: "They sign in again with a new code.",
    },
    "sess.cookies_off": {
      reason: "their browser keeps no cookies for this address, so it cannot keep them signed in.",
      remedy: "They allow cookies for this address, or use another browser or a window that is not private.",
    },
    "sess.wrong_account": {
      reason: `they came by a link that was mailed to another email than ${whom}.`,
      remedy: "They choose “Use another email” and sign in with the one that got the mail.",
    },
  };
}
