// What the firm tells a client's person about their own portal: that it is open for them now, or where it is.
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
};

/** After the firm approved their email. */
export function nowOpenMail<To extends string>(about: AccessMail<To>) {
  return accessLetter(about, `You can now see your projects at ${about.firmName}`, [
    `${about.firmName} has opened your projects for ${about.to}. They are here:`,
  ]);
}

/** When the firm sends them the way. */
export function addressMail<To extends string>(about: AccessMail<To>) {
  return accessLetter(about, `Where your projects at ${about.firmName} are`, [
    `This is the address of your projects at ${about.firmName}:`,
  ]);
}

function accessLetter<To extends string>(about: AccessMail<To>, subject: string, opening: string[]) {
  const { to, firmName, contactEmail, contactPhone, address } = about;
  return letter({
    to,
    fromName: firmName,
    subject,
    paragraphs: [
      ...opening,
      { link: address },
      `Sign in there with ${to}. There is no password: a code comes by mail. Keep the address as a bookmark.`,
      `If something is not right, write to ${contactEmail}${contactPhone ? ` or call ${contactPhone}` : ""}.`,
    ],
  });
}
