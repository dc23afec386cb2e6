// What the firm tells a client's person about their own portal: that it is open for them now, or where it is.
import { accessWords } from "./access-words.ts";
import { letter } from "./letter.ts";

type AccessMail<To> = {
  to: To;
  firmName: string;
  /** The firm's own address for questions. */
  contactEmail: string;
  /** Its number for questions, if it has given one. */
  contactPhone?: string | null;
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
  const { to, firmName, contactEmail, contactPhone, address, locale } = about;
  const say = accessWords(locale);
  const values = { firm: firmName, email: to };
  const questions = contactPhone
    ? say("questions_phone", { contact: contactEmail, phone: contactPhone })
    : say("questions", { contact: contactEmail });
  return letter({
    to,
    fromName: firmName,
    subject: say(`${kind}_subject`, values),
    paragraphs: [say(kind, values), { link: address }, say("how", values), questions],
  });
}
