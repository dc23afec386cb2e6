import { LOCALE } from "../ui/locale.ts";
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
};

/**
 * The mail that carries a sign-in code. The code stands in the subject, so that a phone's notification is enough. One link,
 * no picture, nothing that tells when it is read.
 */
export function codeMail({ to, firmName, code, host, link, support }: CodeMail): Mail {
  const grouped = `${code.slice(0, 3)} ${code.slice(3)}`;
  const help = support ? supportLine(support, LOCALE) : null;
  const before = [
    `Your code for ${firmName}: ${grouped}`,
    `Type it on the page you have open at ${host}. It is valid for 15 minutes.`,
  ];
  const offer = "Or open this link in the same browser and press the button there";
  const after = [
    "If the link shows you the code in place of a button, it was opened in another browser: type the code on the page where you asked for it.",
    "If you did not ask for it, do nothing: without the code nobody gets in.",
    ...(help ? [help] : []),
  ];
  return {
    to,
    fromName: firmName,
    subject: `${grouped} is your code for ${firmName}`,
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
