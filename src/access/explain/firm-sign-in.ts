import type { Step } from "../decision.ts";
import type { Explainable, Explained } from "./explained.ts";
import { sharedWords } from "./shared-words.ts";
import { signInWords } from "./sign-in-words.ts";
import { unstopped } from "./texts.ts";

/** Mail, proof and session: what stands between a person and being signed in. */
export function explainSignIn(
  { email: asked }: Explainable,
  { evidence }: Step,
  locale: string,
): Explained<"mail"> & Explained<"proof"> & Explained<"sess"> {
  const [say, shared] = [signInWords(locale), sharedWords(locale)];
  const email = asked ?? shared("thisEmail");
  const server = () => ({ email, words: quotedWords(evidence.words, locale) });
  return {
    "mail.not_sent": () => ({ reason: say("not_sent", server()), remedy: say("mend_server") }),
    "mail.refused": () => ({ reason: say("refused", server()), remedy: say("ask_spelling", { email }) }),
    "proof.expired": () => ({ reason: say("expired"), remedy: say("ask_again") }),
    "proof.already_used": () => ({ reason: say("already_used"), remedy: say("page_offers") }),
    "proof.other_browser": () => ({ reason: say("other_browser"), remedy: say("where_asked") }),
    "proof.no_tries_left": () => ({ reason: say("no_tries_left"), remedy: say("ask_again") }),
    "proof.throttled": () => ({ reason: say("throttled"), remedy: say("wait") }),
    "sess.none": () => ({ reason: say("none"), remedy: say("sign_in") }),
    "sess.expired": () => ({ reason: say("session_expired"), remedy: say("sign_in_again") }),
    "sess.cookies_off": () => ({ reason: say("cookies_off"), remedy: say("allow_cookies") }),
    "sess.wrong_account": () => ({ reason: say("wrong_account", { email }), remedy: say("use_other") }),
  };
}

function quotedWords(words: unknown, locale: string): string {
  return typeof words === "string" ? sharedWords(locale)("quoted", { words: unstopped(words) }) : "";
}
