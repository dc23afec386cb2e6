import { type ClientPart, clientLetter } from "./client-letter.ts";
import { codeWords } from "./code-words.ts";
import type { MailLook } from "./mail-look.ts";
import type { Mail } from "./mailer.ts";
import { supportLine } from "./support-line.ts";

type CodeMail = {
  to: string;
  firmName: string;
  code: string;
  host: string;
  link: string;
  /** Absent at the office, where nobody is a client. */
  look?: MailLook | undefined;
  locale: string;
};

/**
 * The mail that carries a sign-in code. The code stands in the subject, so that a phone's notification is enough. One link,
 * no picture but the firm's own logo, nothing that tells when it is read. The firm's welcome stands on the page that asked for the
 * code; here, each time, it would only stand between the code and who looks for it.
 */
export function codeMail({ to, firmName, code, host, link, look, locale }: CodeMail): Mail {
  const say = codeWords(locale);
  const grouped = `${code.slice(0, 3)} ${code.slice(3)}`;
  const values = { firm: firmName, code: grouped };
  return clientLetter({
    to,
    fromName: firmName,
    subject: say("subject", values),
    locale,
    look,
    parts: [
      { kind: "key", text: say("code", values), key: grouped },
      { kind: "words", text: say("where", { host }) },
      { kind: "link", lead: say("link"), label: say("open"), href: link, isShown: false },
      { kind: "words", text: say("elsewhere"), isSmall: true },
      { kind: "words", text: say("not_asked"), isSmall: true },
      ...helpOf(look, locale),
    ],
  });
}

function helpOf(look: MailLook | undefined, locale: string): ClientPart[] {
  if (!look) return [];
  const { supportEmail: email, supportPhone: phone } = look;
  const text = supportLine({ email, phone }, locale);
  return text === null ? [] : [{ kind: "help", text, email, phone }];
}
