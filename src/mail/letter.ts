// A mail to the firm's own team, made of paragraphs, in both forms. Written as text first; the other form says the same and nothing more.
import { type ClientPart, clientLetter } from "./client-letter.ts";
import type { Mail } from "./mailer.ts";

/** A line of words, or an address to open that stands on a line of its own. `label`: what its button says. */
export type Paragraph = string | { link: string; label: string };

type Letter<To> = { to: To; fromName: string; subject: string; locale: string; paragraphs: Paragraph[] };

/** It looks as the program's mails do where no firm's own look is asked for. */
export function letter<To extends string>({ paragraphs, ...about }: Letter<To>): Mail & { to: To } {
  return clientLetter({ ...about, parts: paragraphs.map(partOf) });
}

function partOf(part: Paragraph): ClientPart {
  if (typeof part === "string") return { kind: "words", text: part };
  return { kind: "link", lead: null, label: part.label, href: part.link, isShown: true };
}
