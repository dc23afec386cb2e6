import { codeWords } from "./code-words.ts";
import type { Mail } from "./mailer.ts";
import { type Support, supportLine } from "./support-line.ts";

type CodeMail = {
  to: string;
  firmName: string;
  code: string;
  host: string;
  link: string;
  /** Absent at the office, where nobody is a client. */
  support?: Support | undefined;
  locale: string;
};

/**
 * The mail that carries a sign-in code. The code stands in the subject, so that a phone's notification is enough. One link,
 * no picture, nothing that tells when it is read.
 */
export function codeMail({ to, firmName, code, host, link, support, locale }: CodeMail): Mail {
  const say = codeWords(locale);
  const grouped = `${code.slice(0, 3)} ${code.slice(3)}`;
  const values = { firm: firmName, code: grouped };
  const help = support ? supportLine(support, locale) : null;
  const before = [say("code", values), say("where", { host })];
  const offer = say("link");
  const after = [say("elsewhere"), say("not_asked"), ...(help ? [help] : [])];
  return {
    to,
    fromName: firmName,
    subject: say("subject", values),
    text: `${[...before, `${offer}:\n${link}`, ...after].join("\n\n")}\n`,
    html: [
      ...before.map(paragraph),
      `<p><a href="${escapeHtml(link)}">${escapeHtml(offer)}</a></p>`,
      ...after.map(paragraph),
    ].join("\n"),
  };
}

function paragraph(line: string): string {
  return `<p>${escapeHtml(line)}</p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
