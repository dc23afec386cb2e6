import { defineWords } from "../../lib/words.ts";

/** What stands around the mails that the demo keeps instead of sending them. */
export const mailboxWords = defineWords({
  en: {
    demo: "Demo",
    heading: "Development mailbox",
    empty: "No mail yet. Ask for a code at a portal; the mail shows up here instead of being sent.",
    to: "To {email}, {when}",
    open_link: "Open the link in this mail",
  },
  de: {
    demo: "Demo",
    heading: "Postfach für die Entwicklung",
    empty:
      "Noch keine E-Mail. Fordern Sie an einem Portal einen Code an; die E-Mail erscheint hier, statt gesendet zu werden.",
    to: "An {email}, {when}",
    open_link: "Den Link in dieser E-Mail öffnen",
  },
  es: {
    demo: "Demo",
    heading: "Buzón de desarrollo",
    empty: "Aún no hay correos. Pida un código en un portal; el correo aparece aquí en lugar de enviarse.",
    to: "Para {email}, {when}",
    open_link: "Abrir el enlace de este correo",
  },
});
