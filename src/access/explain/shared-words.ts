import { defineWords } from "../../lib/words.ts";

/**
 * What stands in a sentence where a name is not known, and what several causes share. In German each fits the case of the
 * messages that take it.
 */
export const sharedWords = defineWords({
  en: {
    onNextLoad: "It counts on the next page load.",
    sendAddress:
      "Send them {count, plural, one {the address} other {the addresses}} of {companies} from Settings → Client Portals.",
    yourPortals: "your portals",
    somebody: "Somebody",
    thisEmail: "this email",
    theContact: "the contact",
    theirContact: "their contact",
    contactWith: "the contact with the email {email}",
    theCompany: "the company",
    theCompanyFirst: "The company",
    anotherCompany: "another company",
    anotherClient: "another client",
    noCompany: "no company",
    quoted: ": “{words}”",
  },
  de: {
    onNextLoad: "Das gilt ab dem nächsten Laden der Seite.",
    sendAddress:
      "Schicken Sie der Person {count, plural, one {die Adresse} other {die Adressen}} für {companies} aus Einstellungen → Kundenportale.",
    yourPortals: "Ihren Portalen",
    somebody: "Jemand",
    thisEmail: "diese E-Mail-Adresse",
    theContact: "Kontakt ohne Namen",
    theirContact: "diesem Kontakt",
    contactWith: "Kontakt {email}",
    theCompany: "das Unternehmen",
    theCompanyFirst: "das Unternehmen",
    anotherCompany: "ein anderes Unternehmen",
    anotherClient: "ein anderes Unternehmen",
    noCompany: "kein Unternehmen",
    quoted: ": „{words}“",
  },
  es: {
    onNextLoad: "Vale desde la próxima carga de la página.",
    sendAddress:
      "Envíe a la persona {count, plural, one {la dirección} other {las direcciones}} de {companies} desde Ajustes → Portales de clientes.",
    yourPortals: "sus portales",
    somebody: "Alguien",
    thisEmail: "este correo",
    theContact: "este contacto",
    theirContact: "su contacto",
    contactWith: "el contacto con el correo {email}",
    theCompany: "la empresa",
    theCompanyFirst: "la empresa",
    anotherCompany: "otra empresa",
    anotherClient: "otro cliente",
    noCompany: "ninguna empresa",
    quoted: ": «{words}»",
  },
});
