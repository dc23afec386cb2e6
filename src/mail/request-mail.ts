import { letter } from "./letter.ts";

type RequestMail<To> = {
  to: To;
  firmName: string;
  /** Who asks, and at which company's or address's door. */
  email: string;
  place: string;
  reference: string;
  /** What stops them, and the one change that mends it. */
  summary: string;
  remedy: string | null;
  /** ProLens can do it itself. */
  isOneClick: boolean;
  address: string;
};

/** To the firm's admins: somebody stands before a closed door and asks for help. */
export function requestMail<To extends string>(about: RequestMail<To>) {
  const { to, firmName, email, place, reference, summary, remedy, isOneClick, address } = about;
  return letter({
    to,
    fromName: `${firmName} client portals`,
    subject: `${email} asks to get in at ${place}`.replace(/\p{Cc}+/gu, " "),
    paragraphs: [
      summary,
      ...(remedy === null ? [] : [remedy]),
      isOneClick ? "One click settles it here:" : "Here you see whether it is mended:",
      { link: address },
      ...(reference === "" ? [] : [`The reference on their page: ${reference}`]),
    ],
  });
}
