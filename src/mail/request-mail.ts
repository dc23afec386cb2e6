import { letter } from "./letter.ts";
import { requestWords } from "./request-words.ts";

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
  /** In which summary and remedy are said already. */
  locale: string;
};

/** To the firm's admins: somebody stands before a closed door and asks for help. */
export function requestMail<To extends string>(about: RequestMail<To>) {
  const { to, firmName, email, place, reference, summary, remedy, isOneClick, address, locale } = about;
  const say = requestWords(locale);
  return letter({
    to,
    fromName: say("from", { firm: firmName }),
    locale,
    subject: say("subject", { email, place }).replace(/\p{Cc}+/gu, " "),
    paragraphs: [
      summary,
      ...(remedy === null ? [] : [remedy]),
      say(isOneClick ? "one_click" : "look"),
      { link: address, label: say("open") },
      ...(reference === "" ? [] : [say("reference", { reference })]),
    ],
  });
}
