// What the firm tells a client's person about their own portal: that it is open for them now, or where it is.
import { accessWords } from "./access-words.ts";
import { clientLetter } from "./client-letter.ts";
import type { MailLook } from "./mail-look.ts";

type AccessMail<To> = {
  to: To;
  firmName: string;
  /** The firm's own address for questions, where its look names none for its clients. */
  contactEmail: string;
  look?: MailLook;
  /** The portal's address. */
  address: string;
  /** The language of the firm's portals. */
  locale: string;
};

/** After the firm approved their email. */
export function nowOpenMail<To extends string>(about: AccessMail<To>) {
  return accessLetter(about, "open");
}

/** When the firm sends them the way. */
export function addressMail<To extends string>(about: AccessMail<To>) {
  return accessLetter(about, "address");
}

function accessLetter<To extends string>(about: AccessMail<To>, kind: "open" | "address") {
  const { to, firmName, look, address, locale } = about;
  const say = accessWords(locale);
  const values = { firm: firmName, email: to };
  const contact = look?.supportEmail ?? about.contactEmail;
  const phone = look?.supportPhone ?? null;
  return clientLetter({
    to,
    fromName: firmName,
    subject: say(`${kind}_subject`, values),
    locale,
    look,
    parts: [
      { kind: "words", text: say(kind, values) },
      { kind: "link", lead: null, label: say("go"), href: address, isShown: true },
      { kind: "words", text: say("how", values) },
      // Below the address, which is what the mail is for.
      ...(look?.welcome ? [{ kind: "prose", text: look.welcome } as const] : []),
      {
        kind: "help",
        text: phone ? say("questions_phone", { contact, phone }) : say("questions", { contact }),
        email: contact,
        phone,
      },
    ],
  });
}
