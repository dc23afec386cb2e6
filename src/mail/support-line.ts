// Where clients get help, as the one sentence with which a mail ends.
import { defineWords } from "../lib/words.ts";

const words = defineWords({
  en: {
    email: "Questions? Write to {email}.",
    phone: "Questions? Call {phone}.",
    both: "Questions? Write to {email} or call {phone}.",
  },
  de: {
    email: "Fragen? Schreiben Sie an {email}.",
    phone: "Fragen? Rufen Sie {phone} an.",
    both: "Fragen? Schreiben Sie an {email} oder rufen Sie {phone} an.",
  },
  es: {
    email: "¿Alguna pregunta? Escriba a {email}.",
    phone: "¿Alguna pregunta? Llame al {phone}.",
    both: "¿Alguna pregunta? Escriba a {email} o llame al {phone}.",
  },
});

/** Where a firm wants its clients' questions; null where it has not said so. */
type Support = { email: string | null; phone: string | null };

/** The sentence, or null where the firm has settled neither. */
export function supportLine({ email, phone }: Support, locale: string): string | null {
  const say = words(locale);
  if (email && phone) return say("both", { email, phone });
  if (email) return say("email", { email });
  return phone ? say("phone", { phone }) : null;
}
