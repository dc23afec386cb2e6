// A mail to the firm's own team, made of paragraphs, in both forms. Written as text first; the other form says the same and nothing more.
import { escapeHtml } from "./escape-html.ts";
import type { Mail } from "./mailer.ts";

/** A line of words, or an address to open that stands on a line of its own. */
export type Paragraph = string | { link: string };

type Letter = { to: string; fromName: string; subject: string; paragraphs: Paragraph[] };

export function letter<To extends string>({
  to,
  fromName,
  subject,
  paragraphs,
}: Letter & { to: To }): Mail & { to: To } {
  return {
    to,
    fromName,
    subject,
    text: `${paragraphs.map((part) => (typeof part === "string" ? part : part.link)).join("\n\n")}\n`,
    html: paragraphs.map(toHtml).join("\n"),
  };
}

function toHtml(part: Paragraph): string {
  if (typeof part === "string") return `<p>${escapeHtml(part)}</p>`;
  return `<p><a href="${escapeHtml(part.link)}">${escapeHtml(part.link)}</a></p>`;
}
