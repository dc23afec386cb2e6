// A mail to a client, in both forms. Written as text first; the HTML form says the same under the firm's logo and accent. Nothing in
// it is fetched from anywhere, and it sets no colour of text or ground but in pairs, so that it can be read in a dark mail program.
import { DEFAULT_ACCENT, phoneLink } from "../domain/branding.ts";
import { shadesOf } from "../ui/accent.ts";
import { escapeHtml } from "./escape-html.ts";
import type { MailLook } from "./mail-look.ts";
import type { Mail, MailedPicture } from "./mailer.ts";
import { proseHtml, proseText } from "./prose.tsx";

export type ClientPart =
  | { kind: "words"; text: string; isSmall?: boolean }
  /** What the firm wrote, in Markdown. */
  | { kind: "prose"; text: string }
  /** A sentence with the one thing in it that is looked for. */
  | { kind: "key"; text: string; key: string }
  /** An address to open. `lead`: what leads to it, without a colon; `label`: what its button says. */
  | { kind: "link"; lead: string | null; label: string; href: string; isShown: boolean }
  /** A sentence that names where help is. */
  | { kind: "help"; text: string; email: string | null; phone: string | null };

type ClientLetter<To> = {
  to: To;
  fromName: string;
  subject: string;
  locale: string;
  /** Absent at the office, whose mails have no firm's look. */
  look?: MailLook | undefined;
  parts: ClientPart[];
};

/** A mail in the firm's own look, or in the program's where it has none. */
export function clientLetter<To extends string>(letter: ClientLetter<To>): Mail & { to: To } {
  const { to, fromName, subject, look, parts } = letter;
  const logo = look?.logo ? toInline(look.logo) : null;
  return {
    to,
    fromName,
    subject,
    text: `${parts.map(toText).join("\n\n")}\n`,
    html: toHtml(letter, logo),
    ...(logo ? { pictures: [logo.carried] } : {}),
  };
}

function toText(part: ClientPart): string {
  if (part.kind === "prose") return proseText(part.text);
  if (part.kind !== "link") return part.text;
  return part.lead === null ? part.href : `${part.lead}:\n${part.href}`;
}

const FONT = "font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const WIDTH = "max-width:560px;margin:0 auto;padding:";
const SMALL = "font-size:14px";
const LOGO_HEIGHT_MAX = 48;

function toHtml({ subject, locale, look, parts }: ClientLetter<string>, logo: Inline | null): string {
  const { accent, text, onText } = shadesOf(look?.accent ?? DEFAULT_ACCENT).light;
  return [
    `<!doctype html>\n<html lang="${escapeHtml(locale)}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">\n<meta name="supported-color-schemes" content="light dark">',
    '<meta name="format-detection" content="telephone=no">',
    `<title>${escapeHtml(subject)}</title>\n</head>`,
    `<body style="margin:0;padding:0;border-top:4px solid ${accent};${FONT}">`,
    // White under the logo in dark mail programs too: it was drawn for a light ground.
    ...(logo ? [`<div style="background:#ffffff"><div style="${WIDTH}16px 24px">${logo.html}</div></div>`] : []),
    `<div style="${WIDTH}8px 24px 24px">`,
    ...parts.map((part) => partHtml(part, { ground: text, ink: onText })),
    "</div>\n</body>\n</html>\n",
  ].join("\n");
}

type Inline = { carried: MailedPicture; html: string };

/** INVARIANT: its alternative text is empty, so that no preview on a locked screen begins with it. */
function toInline({ id, picture: { type, width, height, content } }: NonNullable<MailLook["logo"]>): Inline {
  const cid = `logo.${id}@portal`;
  const shown = Math.min(LOGO_HEIGHT_MAX, Math.ceil(height / 2));
  const size = `width="${Math.round((width * shown) / height)}" height="${shown}"`;
  return {
    carried: { cid, fileName: "logo.png", type, content },
    html: `<img src="cid:${cid}" ${size} alt="" style="display:block;border:0">`,
  };
}

type ButtonColours = { ground: string; ink: string };

function partHtml(part: ClientPart, colours: ButtonColours): string {
  switch (part.kind) {
    case "words":
      return paragraph(escapeHtml(part.text), part.isSmall ? SMALL : null);
    case "prose":
      return proseHtml(part.text);
    case "key":
      return paragraph(within(escapeHtml(part.text), part.key, keyHtml));
    case "link":
      return linkHtml(part, colours);
    case "help":
      return helpHtml(part);
  }
}

function paragraph(html: string, style: string | null = null): string {
  return `<p style="margin:16px 0${style === null ? "" : `;${style}`}">${html}</p>`;
}

/** What is looked for, found at a glance on a phone. */
function keyHtml(key: string): string {
  const style = "display:block;margin-top:4px;font-size:32px;line-height:1.25;letter-spacing:2px;white-space:nowrap";
  return `<strong style="${style}">${key}</strong>`;
}

function linkHtml({ lead, label, href, isShown }: ClientPart & { kind: "link" }, { ground, ink }: ButtonColours) {
  const style = `display:inline-block;padding:12px 20px;background:${ground};color:${ink};font-weight:600;text-decoration:none`;
  const button = `<a href="${escapeHtml(href)}" style="${style}">${escapeHtml(label)}</a>`;
  return [
    ...(lead === null ? [] : [paragraph(`${escapeHtml(lead)}:`)]),
    paragraph(button),
    ...(isShown ? [paragraph(anchor(href, escapeHtml(href)), `${SMALL};word-break:break-all`)] : []),
  ].join("\n");
}

function helpHtml({ text, email, phone }: ClientPart & { kind: "help" }): string {
  const withEmail = email
    ? within(escapeHtml(text), email, (shown) => anchor(`mailto:${email}`, shown))
    : escapeHtml(text);
  const html = phone ? within(withEmail, phone, (shown) => anchor(phoneLink(phone), shown)) : withEmail;
  return paragraph(html, SMALL);
}

function anchor(href: string, html: string): string {
  return `<a href="${escapeHtml(href)}" style="color:inherit">${html}</a>`;
}

/** The first place at which a text stands in HTML, drawn otherwise. */
function within(html: string, text: string, draw: (escaped: string) => string): string {
  const escaped = escapeHtml(text);
  return html.replace(escaped, () => draw(escaped));
}
